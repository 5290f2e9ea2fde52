// The door of html: an edition in, a book out, shared by print and EPUB.
import type {ElementContent, Root} from 'hast'
import type {Edition} from '../document/edition.ts'
import {isGenerated, type GeneratedPart} from '../document/parts.ts'
import type {Book, BookPart, Locate} from './book.ts'
import {documentPart, type Making} from './document-part.ts'
import {NOTES, placeNotes} from './end-notes.ts'
import {generatedPart} from './generated.ts'
import {documentOrPair} from './parallel.ts'
import {divisionPart} from './parts/division.ts'
import {contents} from './parts/front.ts'
import {makingParts, type PartsMaking, type PartsMemory} from './parts-memory.ts'
import {footRegisters} from './registers.ts'
import {setSigns} from './set-signs.ts'
import {unlinkMissing} from './unlink.ts'
import {isEmptyPart, isFile, usualOrder} from './usual-order.ts'
import {wholeWords} from './whole-words.ts'

export {usualOrder} from './usual-order.ts'
export type {PartsMemory} from './parts-memory.ts'
export {datedTitle, textOfWords, wordsIn, type Words} from './titles.ts'
export type {Book, BookNote, BookPart, Locate} from './book.ts'

/** How a book is made. */
export interface BookOptions {
  locate: Locate
  /** Whether ¶ numbers are printed. */
  paragraphNumbers: boolean
  /** What is known of the parts from the making before. */
  memory?: PartsMemory | undefined
}

/** Makes the book of an edition; called again with page labels when they are known. */
export function makeBook(edition: Edition, {locate, paragraphNumbers, memory}: BookOptions): Book {
  const {settings} = edition
  const {id, title, subtitle, language: lang} = settings
  const shortTitle = settings.shortTitle ?? title
  const medium = locate.by === 'page' ? 'print' : 'e-book'
  const registers = footRegisters(edition, medium)
  // What a part gives to the end of the book, or counts through the book, ties it to all others.
  const tied = registers.some(({place, numbering}) => place === 'book-end' || numbering === 'book')
  const made = makingParts(locate, tied ? undefined : memory)
  const parts = finishedParts({edition, locate, registers, made}, paragraphNumbers)
  const lineNumbers = medium === 'print' ? edition.output?.['line-numbers'] : undefined
  const runningHeads = edition.output?.['running-heads'] ?? 'title'
  const {properNames} = edition
  const named = {id, title, shortTitle, subtitle, lang}
  return {...named, parts, registers, properNames, runningHeads, ...(lineNumbers && {lineNumbers})}
}

/** All parts in their order, each with what it takes from the others. */
function finishedParts(making: BookMaking, paragraphNumbers: boolean): BookPart[] {
  const {edition, locate, registers, made} = making
  const all = [...matterParts(making, 'front'), ...bodyParts(making), ...matterParts(making, 'back')]
  const parts = placeNotes(all, {registers, locate, made})
  if (edition.output?.starts === 'next') for (const part of parts) beginOnNext(part)
  for (const part of parts)
    if (part.kind === 'contents') part.body = rootOf(contents(parts, edition.settings.language, locate))
  const fresh = parts.filter((part) => made.isNew(part))
  for (const {body, notes} of fresh) {
    wholeWords(body)
    setSigns(body)
    for (const note of notes) setSigns({type: 'root', children: note.body})
  }
  unlinkMissing(parts, {fresh, partOf: edition.wholeSettings?.title})
  if (!paragraphNumbers) for (const part of fresh) hideNumbers(part)
  return parts
}

/** Documents in their order, each division opened by a page of its own. */
function bodyParts(making: BookMaking): BookPart[] {
  const {documents, divisions = [], settings} = making.edition
  const openings = divisions.map((division, index) => divisionPart(division, index + 1, settings.language))
  return documents.flatMap((document) => {
    const at = divisions.findIndex((division) => division.documents.includes(document.id))
    const opening = openings[at]
    const part = making.made.part(document.id, (locate) => ({
      ...documentOrPair(document, {...making, locate}),
      ...(opening && {within: opening.anchor})
    }))
    return opening && divisions[at]?.documents[0] === document.id ? [opening, part] : [part]
  })
}

/** Where paper is saved only the cover keeps its right page; facing texts keep their sides. */
function beginOnNext(part: BookPart): void {
  const {starts, bare, kind, parallel} = part
  if (starts === 'recto' && (!bare || kind === 'division') && parallel?.layout !== 'facing') part.starts = 'next'
}

function hideNumbers({body}: BookPart): void {
  const [element] = body.children
  if (element?.type === 'element')
    element.properties['className'] = [...((element.properties['className'] as string[]) ?? []), 'without-numbers']
}

const rootOf = (element: ElementContent): Root => ({type: 'root', children: [element]})

/** What the book is made with, and which of its parts are made already. */
interface BookMaking extends Making {
  made: PartsMaking
}

/** Files and generated parts in the order of edition.yaml, or in the usual one. */
function matterParts(making: BookMaking, matter: 'front' | 'back'): BookPart[] {
  const {edition, made} = making
  const documents = edition[matter]
  const chosen = edition.settings[matter] ?? usualOrder(edition, matter)
  const named = matter === 'front' || chosen.includes(NOTES) ? chosen : [NOTES, ...chosen]
  return named.flatMap((name) => {
    const document = documents.find(({id, file}) => id === name || file.stem === name)
    if (document) return [made.part(document.id, (locate) => documentPart(document, {...making, locate}))]
    if (!isGenerated(name) || isFile(name, edition) || isEmptyPart(name, edition)) return []
    return [
      isFilledLater(name)
        ? generatedPart(name, matter, making)
        : made.part(name, (locate) => generatedPart(name, matter, {...making, locate}))
    ]
  })
}

/** Parts that are made of all others. */
const isFilledLater = (name: GeneratedPart): boolean => name === 'contents' || name === NOTES
