// Which parts a book has, and in which order, where edition.yaml does not say so.
import {allDocuments, type Edition} from '../document/edition.ts'
import type {GeneratedPart} from '../document/parts.ts'
import {hasGlossary} from './parts/glossary.ts'
import {hasIndex} from './parts/index-of-names.ts'
import {copiesOf} from './parts/people.ts'
import {hasSpeakers} from './parts/speakers.ts'
import {hasTimeline} from './parts/timeline.ts'
import {usedSigla} from './parts/witnesses.ts'

/** Parts that are not always wanted, beside those that would be empty. */
const WANTED: Partial<Record<GeneratedPart, (edition: Edition) => boolean>> = {
  people: (edition) => !isExplainedInDocuments(edition),
  abbreviations: (edition) => !isEmpty(edition.archives) || copiesBesides(edition).length > 0,
  witnesses: (edition) => hasWitnesses(edition),
  index: ({settings}) => settings.names.find,
  timeline: hasTimeline,
  glossary: (edition) => !isExplainedInDocuments(edition)
}

type Order = readonly (GeneratedPart | 'files')[]

const BOOK = {
  front: ['half-title', 'title', 'imprint', 'contents', 'files', 'people', 'abbreviations', 'witnesses', 'signs'],
  back: ['files', 'glossary', 'index', 'colophon']
} as const satisfies Record<string, Order>

/** Who studies first wants to know when it was and who speaks; what he looks up stands behind. */
const COURSE_PACK = {
  front: ['course', 'imprint', 'contents', 'files', 'timeline', 'speakers', 'signs'],
  back: ['files', 'people', 'glossary', 'abbreviations', 'witnesses', 'sources', 'citing', 'index', 'colophon']
} as const satisfies Record<string, Order>

/** Names of the parts, the files of the edition in their place among them. */
export function usualOrder(edition: Edition, matter: 'front' | 'back'): string[] {
  const order: Order = (edition.output?.course ? COURSE_PACK : BOOK)[matter]
  return order.flatMap((name) => {
    if (name === 'files') return edition[matter].map(({id}) => id)
    const out = isFile(name, edition) || isEmptyPart(name, edition) || WANTED[name]?.(edition) === false
    return out ? [] : [name]
  })
}

/** Whether a file of the edition has the id of a part and takes its place. */
export const isFile = (name: string, edition: Edition): boolean => allDocuments(edition).some(({id}) => id === name)

/** Copies for the list of abbreviations: those that the list of witnesses has stand there. */
export function copiesBesides(edition: Edition): [string, string][] {
  const {front, back} = edition.settings
  const named = front === undefined ? hasWitnesses(edition) : front.includes('witnesses')
  return copiesOf(edition, named || back?.includes('witnesses') ? usedSigla(edition) : [])
}

/** Whether nothing would stand under the heading of a part, even where edition.yaml asks for it: an output has not all documents. */
export const isEmptyPart = (name: GeneratedPart, edition: Edition): boolean => FILLED[name]?.(edition) === false

const FILLED: Partial<Record<GeneratedPart, (edition: Edition) => boolean>> = {
  people: (edition) => !isEmpty(edition.people),
  index: hasIndex,
  speakers: hasSpeakers,
  glossary: hasGlossary
}

const hasWitnesses = (edition: Edition): boolean => usedSigla(edition).length > 1

const isExplainedInDocuments = ({output}: Edition): boolean => output?.glossary === 'document'

const isEmpty = (object: object): boolean => Object.keys(object).length === 0
