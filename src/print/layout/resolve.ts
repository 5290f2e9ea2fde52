// Lays the book out until its page numbers hold: a reference that changes may move the very page that it names.
import {setImmediate} from 'node:timers/promises'
import type {Book, BookPart, Locate} from '../../html/book.ts'
import type {FlowPart, LaidOut} from '../contract.ts'
import {toFlow} from './flow.ts'
import type {Place, PrintMessage, PrintOptions} from '../result.ts'
import {numberPages, type BookPage} from '../book/page-labels.ts'

/** A part and its pages. */
export interface LaidPart {
  part: BookPart
  flow: FlowPart
  laidOut: LaidOut
}

/** The book with page numbers that hold, or the last state of one that swings. */
export interface Resolved {
  book: Book
  parts: LaidPart[]
  pages: BookPage[]
  /** Where each anchor stands; a note is on the line where it is called, an entry where its lemma begins. */
  places: ReadonlyMap<string, Place>
  /** Parts laid out in each pass. */
  passes: number[]
  messages: PrintMessage[]
}

/** What is known of the pages of a book without their text. */
export interface Outline {
  parts: {part: Pick<BookPart, 'id' | 'matter'>; flow: FlowPart}[]
  pages: BookPage[]
}

/** Two passes are the rule, a third is seen; a book that needs more swings between two states. */
const MOST_PASSES = 4

/** How the book is made and a part of it laid out. */
export interface ResolveOptions {
  /** A part that is the same object as before has not changed. */
  book: (locate: Locate) => Book
  layOut: (part: FlowPart) => Promise<LaidOut>
  progress?: PrintOptions['progress']
}

/** Makes the book and lays out its parts, then only those that the page numbers have changed, until nothing changes. */
export async function resolve({book: make, layOut, progress}: ResolveOptions): Promise<Resolved> {
  const known = new Map<string, LaidPart>()
  const passes: number[] = []
  let places = new Map<string, Place>()
  for (;;) {
    const book = make({
      by: 'page',
      label: (anchor) => places.get(anchor)?.page,
      line: (anchor) => places.get(anchor)?.line
    })
    const changed = known.size === 0 ? book.parts.map((part) => ({part})) : changedParts(book, known)
    const settled = changed.length === 0
    if (settled || passes.length === MOST_PASSES) {
      const state = stateOf(book, known, settled)
      return {...state, places, passes, messages: settled ? [] : changed.map(({part}) => notSettled(part, state))}
    }
    passes.push(changed.length)
    await layOutAll({book, changed}, known, {layOut, progress})
    places = placesOf(stateOf(book, known, true))
  }
}

/** A part to be laid out, and its flow where that is made already. */
interface ChangedPart {
  part: BookPart
  flow?: FlowPart
}

function changedParts(book: Book, known: ReadonlyMap<string, LaidPart>): ChangedPart[] {
  const flows = book.parts.map((part) => ({part, flow: flowOf(part, book, known)}))
  return flows.filter(({part, flow}) => !same(known.get(part.id)?.flow, flow))
}

/** Lays the first parts out while the flows of later ones are made. */
async function layOutAll(
  {book, changed}: {book: Book; changed: readonly ChangedPart[]},
  known: Map<string, LaidPart>,
  {layOut, progress}: Pick<ResolveOptions, 'layOut' | 'progress'>
): Promise<void> {
  let done = 0
  let pages = 0
  const layOutOne = async (part: BookPart, flow: FlowPart): Promise<void> => {
    const laidOut = await layOut(flow)
    known.set(part.id, {part, flow, laidOut})
    done++
    pages += laidOut.pages.length
    progress?.({stage: 'layout', part: part.id, done, of: changed.length, pages})
  }
  const begun: Promise<void>[] = []
  for (const {part, flow} of changed) {
    const one = layOutOne(part, flow ?? toFlow(part, book))
    // Where it fails before the last one has begun, that is no accident: it is told below.
    one.catch(() => {})
    begun.push(one)
    // What is to be sent to a tab goes now.
    await setImmediate()
  }
  await Promise.all(begun)
}

/** A part that was not made again is as it was. */
function flowOf(part: BookPart, book: Book, known: ReadonlyMap<string, LaidPart>): FlowPart {
  const laid = known.get(part.id)
  return laid?.part === part ? laid.flow : toFlow(part, book)
}

const same = (a: FlowPart | undefined, b: FlowPart): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The parts in the order of the book; those of a settled book are taken as they are now, else as they were laid out. */
function stateOf(
  book: Book,
  known: Map<string, LaidPart>,
  settled: boolean
): Pick<Resolved, 'book' | 'parts' | 'pages'> {
  const parts = book.parts.flatMap((part) => {
    const laid = known.get(part.id)
    return laid ? [settled ? {...laid, part} : laid] : []
  })
  const counted = parts.map(({part, laidOut}) => ({...part, pages: laidOut.pages.length}))
  return {book, parts, pages: numberPages(counted)}
}

/** Page of each anchor, and its line: a note is on the line where it is called. */
function placesOf({parts, pages}: Pick<Resolved, 'parts' | 'pages'>): Map<string, Place> {
  const places = new Map<string, Place>()
  const firsts = firstPages(pages)
  for (const [index, {part, laidOut}] of parts.entries()) {
    const {notes, anchors, lines} = laidOut
    const add = (anchor: string, page: number): void => {
      const line = (lines[anchor] ?? lines[`${anchor}-call`])?.from
      places.set(anchor, {page: pages[(firsts.get(index) ?? 0) + page]?.label ?? '', line})
    }
    add(part.anchor, 0)
    for (const [anchor, {from}] of Object.entries(notes)) add(anchor, from)
    for (const [anchor, page] of Object.entries(anchors)) add(anchor, page)
  }
  return places
}

/** Place of the first page of each part in the book, by the part's index. */
export function firstPages(pages: readonly BookPage[]): Map<number, number> {
  const firsts = new Map<number, number>()
  for (const [at, {of}] of pages.entries()) if (of?.page === 0) firsts.set(of.part, at)
  return firsts
}

function notSettled(part: BookPart, {parts, pages}: Pick<Resolved, 'parts' | 'pages'>): PrintMessage {
  const index = parts.findIndex((laid) => laid.part.id === part.id)
  const page = pages.find(({of}) => of?.part === index)?.label
  return {
    rule: 'not-settled',
    part: part.id,
    page,
    reason: `Unexpected change of page numbers in \`${part.id}\` (page ${page ?? '?'}) after ${MOST_PASSES} layouts, expected them to hold: a page number there moves the page that it names. Check its references by hand, or change the wording near them.`
  }
}
