// The door of html: an edition in, a book out, shared by print and EPUB.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Edition} from '../document/edition.ts'
import {FRONT_PARTS, isGenerated, type GeneratedPart} from '../document/parts.ts'
import type {Book, BookPart, Locate, PartKind} from './book.ts'
import {documentPart, type Making} from './document-part.ts'
import {NOTES, placeNotes} from './end-notes.ts'
import {documentOrPair} from './parallel.ts'
import {divisionPart} from './parts/division.ts'
import {colophon, contents, halfTitle, imprint, titlePage} from './parts/front.ts'
import {indexOfNames} from './parts/index-of-names.ts'
import {abbreviations, copiesOf, people} from './parts/people.ts'
import {signs} from './parts/signs.ts'
import {usedSigla, witnesses} from './parts/witnesses.ts'
import {footRegisters} from './registers.ts'
import {unlinkMissing} from './unlink.ts'
import {wholeWords} from './whole-words.ts'

export type {Book, BookNote, BookPart, Locate} from './book.ts'

/** How a book is made. */
export interface BookOptions {
  locate: Locate
  /** Whether ¶ numbers are printed. */
  paragraphNumbers: boolean
}

/** Makes the book of an edition; called again with page labels when they are known. */
export function makeBook(edition: Edition, {locate, paragraphNumbers}: BookOptions): Book {
  const {settings} = edition
  const {id, title, subtitle, language: lang} = settings
  const shortTitle = settings.shortTitle ?? title
  const medium = locate.by === 'page' ? 'print' : 'e-book'
  const registers = footRegisters(edition, medium)
  const making = {edition, locate, registers}
  const all = [...matterParts(making, 'front'), ...bodyParts(making), ...matterParts(making, 'back')]
  const parts = placeNotes(all, registers, locate)
  for (const part of parts) if (part.kind === 'contents') part.body = rootOf(contents(parts, locate))
  for (const {body} of parts) wholeWords(body)
  unlinkMissing(parts, edition.partOf)
  if (!paragraphNumbers) for (const part of parts) hideNumbers(part)
  const lineNumbers = medium === 'print' ? edition.output?.['line-numbers'] : undefined
  const runningHeads = edition.output?.['running-heads'] ?? 'title'
  return {id, title, shortTitle, subtitle, lang, parts, registers, runningHeads, ...(lineNumbers && {lineNumbers})}
}

/** Documents in their order, each division opened by a page of its own. */
function bodyParts(making: Making): BookPart[] {
  const {documents, divisions = [], settings} = making.edition
  const openings = divisions.map((division, index) => divisionPart(division, index + 1, settings.language))
  return documents.flatMap((document) => {
    const at = divisions.findIndex((division) => division.documents.includes(document.id))
    const opening = openings[at]
    const part = documentOrPair(document, making)
    if (!opening) return [part]
    return [...(divisions[at]?.documents[0] === document.id ? [opening] : []), {...part, within: opening.anchor}]
  })
}

function hideNumbers({body}: BookPart): void {
  const [element] = body.children
  if (element?.type === 'element')
    element.properties['className'] = [...((element.properties['className'] as string[]) ?? []), 'without-numbers']
}

const rootOf = (element: ElementContent): Root => ({type: 'root', children: [element]})

/** Files and generated parts in the order of edition.yaml, or in the usual one. */
function matterParts(making: Making, matter: 'front' | 'back'): BookPart[] {
  const {edition} = making
  const documents = edition[matter]
  const chosen = edition.settings[matter] ?? usualOrder(edition, matter)
  const named = matter === 'front' || chosen.includes(NOTES) ? chosen : [NOTES, ...chosen]
  return named.flatMap((name) => {
    if (isGenerated(name)) return [generatedPart(name, matter, making)]
    const document = documents.find(({id, file}) => id === name || file.stem === name)
    return document ? [documentPart(document, making)] : []
  })
}

const hasWitnesses = (edition: Edition): boolean => usedSigla(edition).length > 1

/** Copies for the list of abbreviations: those that the list of witnesses has stand there. */
function copiesBesides(edition: Edition): [string, string][] {
  const {front, back} = edition.settings
  const named = front === undefined ? hasWitnesses(edition) : front.includes('witnesses')
  return copiesOf(edition, named || back?.includes('witnesses') ? usedSigla(edition) : [])
}

function usualOrder(edition: Edition, matter: 'front' | 'back'): string[] {
  const files = edition[matter].map(({id}) => id)
  const empty = (object: object) => Object.keys(object).length === 0
  if (matter === 'back') return [...files, ...(edition.settings.names.find ? ['index'] : []), 'colophon']
  const lists = FRONT_PARTS.slice(4).filter((name) => {
    if (name === 'people') return !empty(edition.people)
    if (name === 'witnesses') return hasWitnesses(edition)
    return name === 'abbreviations' ? !empty(edition.archives) || copiesBesides(edition).length > 0 : true
  })
  return [...FRONT_PARTS.slice(0, 4), ...files, ...lists]
}

interface Generated {
  kind: PartKind
  title: string
  make: (edition: Edition, locate: Locate) => Element
  inContents: boolean
  starts: BookPart['starts']
  bare: boolean
}

const page = {inContents: false, starts: 'recto', bare: true} as const
const list = {inContents: true, starts: 'next', bare: false} as const

const GENERATED = {
  'half-title': {kind: 'half-title', title: 'Half title', make: ({settings}) => halfTitle(settings), ...page},
  title: {kind: 'title', title: 'Title page', make: ({settings}) => titlePage(settings), ...page},
  imprint: {kind: 'imprint', title: 'Imprint', make: ({settings}) => imprint(settings), ...page, starts: 'next'},
  // Filled in when all parts are known.
  contents: {
    kind: 'contents',
    title: 'Contents',
    make: () => h('section', {id: 'contents'}),
    ...list,
    inContents: false,
    starts: 'recto'
  },
  people: {kind: 'people', title: 'People', make: people, ...list},
  abbreviations: {
    kind: 'abbreviations',
    title: 'Abbreviations',
    make: (edition) => abbreviations(edition, copiesBesides(edition)),
    ...list
  },
  witnesses: {kind: 'witnesses', title: 'Witnesses', make: witnesses, ...list},
  signs: {kind: 'signs', title: 'Signs Used in This Edition', make: signs, ...list},
  // Filled in, or left out, when all notes are known.
  notes: {
    kind: 'notes',
    title: 'Notes',
    make: () => h('section', {className: ['notes'], id: NOTES}, [h('h1', {className: ['generated']}, 'Notes')]),
    ...list,
    starts: 'recto'
  },
  index: {kind: 'index', title: 'Index', make: indexOfNames, ...list, starts: 'recto'},
  colophon: {kind: 'colophon', title: 'Colophon', make: ({settings}) => colophon(settings), ...page, starts: 'next'}
} as const satisfies Record<GeneratedPart, Generated>

function generatedPart(name: GeneratedPart, matter: 'front' | 'back', {edition, locate}: Making): BookPart {
  const {kind, title, make, inContents, starts, bare}: Generated = GENERATED[name]
  const body = make(edition, locate)
  return {
    id: name,
    anchor: name,
    kind,
    matter,
    lang: edition.settings.language,
    title: headingOf(body) ?? title,
    shortTitle: headingOf(body) ?? title,
    body: rootOf(body),
    notes: [],
    inContents,
    starts,
    bare
  }
}

function headingOf(element: Element): string | undefined {
  let text: string | undefined
  if (element.properties['id'] === 'title') return undefined
  visit(element, {tagName: 'h1'}, (heading: Element) => {
    text ??= heading.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  })
  return text
}
