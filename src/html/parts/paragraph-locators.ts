// Locators of an index in an e-book: the numbers of paragraphs, document by document, each leading to the very place.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {callAnchor, nameAnchor, noteAnchor, paragraphAnchor} from '../../document/anchors.ts'
import {seriesOf, type Edition, type EditionDocument} from '../../document/edition.ts'
import {mark} from '../../document/marks.ts'
import type {Note} from '../../document/nodes.ts'
import {titleOf} from '../document-part.ts'
import {ranges, type Locator} from './locators.ts'

/** A name as it stands in a text. */
export interface Occurrence {
  document: EditionDocument
  n: number
  /** The numbered paragraph that it stands in or after; of a name in a heading the one below. */
  paragraph: {n: string; place: number} | undefined
  /** Whether it stands in that paragraph itself. */
  within: boolean
  /** The note in which the name stands. */
  note: Note | undefined
}

/** A paragraph of more links is hard to find one's way in, and a file of such paragraphs cannot be cut. */
const MOST_LOCATORS = 120

/**
 * An entry, in several paragraphs where a name stands in very many places. A document is named once:
 *
 *   Stalin, 1 ¶ 3, ¶ 7–9, ¶ 12 n. 3; 4 ¶ 2; Introduction
 */
export function byParagraph(name: string, places: readonly Occurrence[], edition: Edition): Element[] {
  const documents = [...new Set(places.map(({document}) => document))]
  const several = documents.filter(({role}) => role === 'document').length > 1
  const locators = documents.flatMap((document, index) => {
    const own = places.filter((place) => place.document === document)
    const naming = {edition, name: nameOf(document, several), from: index * MOST_PARAGRAPHS}
    return ranges(locatorsIn(own, naming)).map((link, place) => ({link, first: place === 0}))
  })
  const entries: Element[] = []
  for (let from = 0; from < locators.length; from += MOST_LOCATORS) {
    const content = locators.slice(from, from + MOST_LOCATORS).flatMap(({link, first}, place): ElementContent[] => {
      if (place === 0) return from === 0 ? [{type: 'text', value: ', '}, link] : [link]
      return [{type: 'text', value: first ? '; ' : ', '}, link]
    })
    const links = h('span', {className: ['locators', 'generated']}, content)
    if (from === 0) entries.push(h('p', {className: ['index-entry']}, [name, links]))
    else entries.push(h('p', {className: ['index-entry', 'index-goes-on']}, [links]))
  }
  return entries
}

/** More than any document has: paragraphs of two documents are never neighbours. */
const MOST_PARAGRAPHS = 1e6

/** What stands before the first paragraph of a document; a chapter of front or back matter has no ¶ and is named alone. */
function nameOf(document: EditionDocument, several: boolean): {title: string; before: string} {
  const {role, matter, id} = document
  const title = matter.shortTitle ?? titleOf(document)
  const before = role === 'document' ? (several ? `${matter.number ?? id} ` : '') : `${title} `
  return {title, before}
}

interface Naming {
  edition: Edition
  name: {title: string; before: string}
  /** Added to the place of a paragraph, to tell neighbours. */
  from: number
}

/** Each place once; a note is named where its paragraph is not. */
function locatorsIn(places: readonly Occurrence[], {edition, name, from}: Naming): Locator[] {
  const inText = new Set(places.filter(({note}) => !note).map(({paragraph}) => paragraph?.n))
  const seen = new Map<string, Locator>()
  for (const place of places) {
    const {document, paragraph, note} = place
    const numbered = document.role === 'document' && paragraph !== undefined
    if (note && inText.has(paragraph?.n)) continue
    const words = [
      ...(numbered ? [`¶\u00A0${paragraph.n}`] : []),
      ...(note ? [`n.\u00A0${markOf(note, edition)}`] : [])
    ]
    const own = words.join(' ')
    if (seen.has(own)) continue
    const label = own === '' ? name.title : seen.size > 0 ? own : `${name.before}${own}`
    const order = numbered && !note ? from + paragraph.place : Number.NaN
    seen.set(own, {anchor: anchorOf(place), label, end: paragraph?.n ?? '', order})
  }
  return [...seen.values()]
}

/** The call of the note, the paragraph, or the name itself where no paragraph holds it. */
function anchorOf({document, n, paragraph, within, note}: Occurrence): string {
  if (note) return callAnchor(noteAnchor(document.id, note.series, note.n ?? 0))
  const numbered = document.role === 'document' && paragraph !== undefined && within
  return numbered ? paragraphAnchor(document.id, paragraph.n) : nameAnchor(document.id, n)
}

function markOf({series, n}: Note, edition: Edition): string {
  const {marks = 'decimal'} = seriesOf(edition.settings).find(({key}) => key === series) ?? {}
  return mark(n ?? 0, marks)
}
