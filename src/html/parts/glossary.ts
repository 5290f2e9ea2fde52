// The glossary: terms of terms.yaml that have a definition, with how they are said.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {registerAnchor} from '../../document/anchors.ts'
import type {Edition} from '../../document/edition.ts'
import {said} from './said.ts'
import {sorted} from './people.ts'

/** One row a term, in the order of the alphabet. */
export function glossary(edition: Edition): Element {
  const rows = explained(edition).flatMap(([id, {name, pronunciation, script, definition}]) => [
    h('dt', {className: ['register-name'], id: registerAnchor('terms', id)}, [
      h('b', name),
      ...(script ? [` (${script})`] : []),
      ...said(pronunciation)
    ]),
    h('dd', definition ?? '')
  ])
  return h('section', {className: ['glossary'], id: 'glossary'}, [h('h1', 'Glossary'), h('dl', rows)])
}

/** Whether a term has a definition. */
export const hasGlossary = (edition: Edition): boolean => explained(edition).length > 0

const explained = ({terms}: Edition): ReturnType<typeof sorted> =>
  sorted(terms).filter(([, {definition}]) => definition !== undefined)
