// The door of html: an edition in, a book out, shared by print and EPUB.
import type {ElementContent, Root} from 'hast'
import type {Edition} from '../document/edition.ts'
import {isGenerated} from '../document/parts.ts'
import type {Book, BookPart, Locate} from './book.ts'
import {documentPart, type Making} from './document-part.ts'
import {NOTES, placeNotes} from './end-notes.ts'
import {generatedPart} from './generated.ts'
import {documentOrPair} from './parallel.ts'
import {divisionPart} from './parts/division.ts'
import {contents} from './parts/front.ts'
import {usualOrder} from './usual-order.ts'
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
  unlinkMissing(parts, edition.wholeSettings?.title)
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
