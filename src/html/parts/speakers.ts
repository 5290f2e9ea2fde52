// Who speaks in the documents of a book: name, how it is said, role, and where.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {documentAnchor} from '../../document/anchors.ts'
import type {Edition, EditionDocument} from '../../document/edition.ts'
import {said} from './said.ts'
import {sentence} from './sentence.ts'
import {sorted} from './people.ts'

/** One row a speaker, in the order of the alphabet; a speaker who is in no register is an error of his document. */
export function speakers(edition: Edition): Element {
  const places = speaking(edition)
  const rows = sorted(edition.people).flatMap(([id, {name, sort, role, pronunciation}]) => {
    const documents = places.get(id)
    if (!documents) return []
    return [
      h('dt', {className: ['register-name']}, [h('b', sort ?? name), ...said(pronunciation)]),
      h('dd', [...(role ? [sentence(role), ' '] : []), ...(edition.documents.length > 1 ? where(documents) : [])])
    ]
  })
  return h('section', {className: ['speakers'], id: 'speakers'}, [h('h1', 'Speakers'), h('dl', rows)])
}

/** Whether anybody speaks. */
export const hasSpeakers = (edition: Edition): boolean => speaking(edition).size > 0

function speaking({documents, people}: Edition): Map<string, EditionDocument[]> {
  const places = new Map<string, EditionDocument[]>()
  for (const document of documents) {
    for (const id of new Set(Object.values(document.matter.speakers ?? {}))) {
      if (Object.hasOwn(people, id)) places.set(id, [...(places.get(id) ?? []), document])
    }
  }
  return places
}

/** `Speaks in 1, 3.`, each leading there. */
const where = (documents: readonly EditionDocument[]): (Element | string)[] => [
  'Speaks in ',
  ...documents.flatMap(({id, matter}, index) => [
    ...(index > 0 ? [', '] : []),
    h('a', {href: `#${documentAnchor(id)}`}, matter.number ?? matter.shortTitle ?? matter.title?.text ?? id)
  ]),
  '.'
]
