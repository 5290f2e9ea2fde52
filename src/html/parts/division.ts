// The page that opens a part of the edition, or a unit of a course.
import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Division} from '../../document/edition.ts'
import {divisionId} from '../../document/parts.ts'
import type {BookPart} from '../book.ts'

/** Opens on a right page; `n` counts divisions from 1. */
export function divisionPart(division: Division, n: number, lang: string): BookPart {
  const {title} = division
  const anchor = divisionId(n)
  return {
    id: anchor,
    anchor,
    kind: 'division',
    matter: 'body',
    lang,
    title,
    shortTitle: title,
    body: {type: 'root', children: [opening(division, anchor)]},
    notes: [],
    inContents: true,
    starts: 'recto',
    bare: true
  }
}

const opening = ({title, note}: Division, id: string): Element =>
  h('section', {className: ['division'], id}, [h('h1', title), ...(note === undefined ? [] : [h('p', note)])])
