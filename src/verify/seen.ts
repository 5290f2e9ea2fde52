// Reads what an output shows of one document: its flow, its notes, its calls. Pages and e-book files are read by the same walk.
import type {Element, Nodes, Properties} from 'hast'
import type {Spot} from './finding.ts'
import {addText, emptyPassage, wordsIn, type Passage} from './passage.ts'

/** One note or entry as seen, joined over the pages on which it stands. */
export interface SeenNote {
  anchor: string
  text: Passage
  /** Lemma and readings of an entry, apart. */
  parts: {kind: 'lemma' | 'reading'; text: Passage}[]
  /** Where it stands: after a text or at the foot, on the pages of its document or of the notes at the end of the book. */
  place: 'foot' | 'document-end' | 'book-end'
  /** Number and label of the sheet on which it begins. */
  sheet: number
  /** Number of the sheet on which it ends. */
  lastSheet: number
  /** The layout says, and has told, that it begins after the page of its call. */
  late: boolean
  spot: Spot
}

/** A call as seen: a mark, or the words that an entry without mark names. */
export interface SeenCall {
  anchor: string
  keyed: 'mark' | 'line'
  /** Whether it stands in a note at the end of the document or of the book. */
  atEnd?: boolean
  /** Pieces of the flow before the first of the words, and before what follows the last of them or the mark. */
  start: number
  piece: number
  /** Sheets on which the words begin and end. */
  from: number
  sheet: number
  spot: Spot
}

/** A mark where a page of the printed book begins. */
export interface SeenBreak {
  id: string
  label: string
  /** Pieces of the flow before it. */
  piece: number
  /** Notes that begin before it. */
  notes: number
}

/** Words shown above the rows of a table that goes on, and those of its head. */
export interface SeenHead {
  found: string[]
  wanted: string[]
  spot: Spot
}

/** All that an output shows of one document. */
export interface Seen {
  flow: Passage
  /** Text that stands neither in the flow nor in a note nor among the furniture. */
  stray: Passage
  /** In the order of their beginnings. */
  notes: Map<string, SeenNote>
  calls: SeenCall[]
  /** Numbers of the sheets that have words of it in the flow. */
  sheets: Set<number>
  breaks: SeenBreak[]
  /** Words of the head of the last table in the text (`''`) and in each note, and heads that are shown again. */
  heads: Map<string, string[]>
  repeated: SeenHead[]
}

/** What is seen of a document before its first page. */
export const nothingSeen = (): Seen => ({
  flow: emptyPassage(),
  stray: emptyPassage(),
  notes: new Map(),
  calls: [],
  sheets: new Set(),
  breaks: [],
  heads: new Map(),
  repeated: []
})

/** Where the walk is: `into` takes the text. */
interface Where {
  seen: Seen
  sheet: number
  spot: Spot
  into: Passage
  note?: SeenNote
}

/** Words on no layer of the text, and what the layout put in itself. */
const PASSED_OVER = ['generated', 'hyphen', 'furniture', 'margin-layer']

/** Elements whose beginning and end part words. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' ')
)

/** Reads a sheet: a page, on which only `.pagedjs_page_content` holds the flow. */
export function readPage(page: Nodes, seen: Seen, {sheet, label}: {sheet: number; label: string | undefined}): void {
  const before = seen.flow.pieces.length
  walkAll(page, {seen, sheet, spot: {...seen.flow.spots.at(-1), page: label}, into: seen.stray})
  if (seen.flow.pieces.slice(before).some((piece) => /\S/.test(piece))) seen.sheets.add(sheet)
}

/** Reads the body of an e-book file, all of which is flow but the notes. */
export function readFile(body: Nodes, seen: Seen): void {
  walkAll(body, {seen, sheet: 0, spot: {}, into: seen.flow})
}

function walkAll(node: Nodes, where: Where): void {
  if (!('children' in node)) return
  node.children.forEach((child, index) => {
    if (child.type === 'text') {
      const layout =
        child.value.trim() === '' && (isBlock(node.children[index - 1]) || isBlock(node.children[index + 1]))
      if (!layout) addText(where.into, child.value, where.spot)
    } else if (child.type === 'element') walk(child, where)
  })
}

/** White space beside a block only lays out the markup; blocks part words by themselves. */
const isBlock = (node: Nodes | undefined): boolean =>
  node?.type === 'element' && BLOCKS.has(node.tagName) && node.tagName !== 'br'

function walk(element: Element, where: Where): void {
  const {properties, tagName} = element
  if (tagName === 'thead') seeHead(element, where)
  if (PASSED_OVER.some((name) => hasClass(properties, name))) return findCalls(element, where)
  if (NO_TEXT.has(tagName)) return
  if (properties.role === 'doc-pagebreak') return findBreak(properties, where)
  // What follows a numbered paragraph without a number is named by it.
  if (properties.dataP !== undefined) where.spot = {...where.spot, paragraph: String(properties.dataP)}
  const inner = enter(element, where)
  const block = BLOCKS.has(tagName)
  // What goes on from the page before may go on inside a word.
  const goesOn = properties.dataSplitFrom !== undefined || properties.dataContinued !== undefined
  if (block) inner.into.pending = !goesOn
  const start = where.seen.flow.pieces.length
  walkAll(element, inner)
  if (block) inner.into.pending = true
  if (properties.dataEntry !== undefined) findEntries(String(properties.dataEntry).split(' '), start, where)
}

/** Above the rows of a later page a head is shown once more, which is no text; one may itself be cut by the end of a page. */
function seeHead(head: Element, where: Where): void {
  const {seen, spot} = where
  const apart = nothingSeen()
  walkAll(head, {...where, seen: apart, into: apart.flow})
  const words = wordsIn(apart.flow)
  // At the foot stand tables of notes between two pages of one.
  const place = where.note?.anchor ?? ''
  const before = seen.heads.get(place) ?? []
  if (hasClass(head.properties, 'repeated-head')) seen.repeated.push({found: words, wanted: before, spot})
  else seen.heads.set(place, head.properties.dataSplitFrom === undefined ? words : [...before, ...words])
}

function findBreak({id, ariaLabel}: Properties, {seen}: Where): void {
  seen.breaks.push({
    id: String(id),
    label: String(ariaLabel),
    piece: seen.flow.pieces.length,
    notes: seen.notes.size
  })
}

/** Words of one entry may stand in several elements, and on several pages. */
function findEntries(anchors: readonly string[], start: number, {seen, sheet, spot}: Where): void {
  const piece = seen.flow.pieces.length
  for (const anchor of anchors) {
    const known = seen.calls.find((call) => call.keyed === 'line' && call.anchor === anchor)
    if (known) Object.assign(known, {piece, sheet})
    else seen.calls.push({anchor, keyed: 'line', start, piece, from: sheet, sheet, spot})
  }
}

const NO_TEXT = new Set(['script', 'style', 'template'])

/** Chooses the passage that takes the text of an element. */
function enter({properties}: Element, where: Where): Where {
  if (hasClass(properties, 'pagedjs_page_content')) return {...where, into: where.seen.flow}
  if (hasClass(properties, 'note') && properties.dataNote !== undefined) {
    const note = noteOf(properties, where)
    return {...where, spot: {page: where.spot.page}, into: note.text, note}
  }
  for (const kind of ['lemma', 'reading'] as const)
    if (where.note && hasClass(properties, kind)) return {...where, into: partOf(where.note, kind, properties)}
  return where
}

function noteOf({dataNote, dataLate}: Properties, {seen, sheet, spot, into}: Where): SeenNote {
  const anchor = String(dataNote)
  const known = seen.notes.get(anchor)
  if (known) {
    known.lastSheet = sheet
    return known
  }
  const text = emptyPassage()
  const place = into === seen.flow ? 'document-end' : 'foot'
  const late = dataLate !== undefined
  const note: SeenNote = {anchor, text, parts: [], place, sheet, lastSheet: sheet, late, spot: {page: spot.page}}
  seen.notes.set(anchor, note)
  return note
}

/** A lemma or reading cut by the end of a page goes on in the next piece. */
function partOf(note: SeenNote, kind: 'lemma' | 'reading', properties: Properties): Passage {
  const last = note.parts.at(-1)
  if (properties.dataSplitFrom !== undefined && last?.kind === kind) return last.text
  const text = emptyPassage()
  note.parts.push({kind, text})
  return text
}

/** Calls are generated words; one may stand inside others. */
function findCalls(element: Element, where: Where): void {
  const {children, properties} = element
  if (hasClass(properties, 'call') && properties.dataNote !== undefined) {
    const {seen, sheet, spot} = where
    const piece = seen.flow.pieces.length
    const anchor = String(properties.dataNote)
    const atEnd = where.note !== undefined && where.note.place !== 'foot'
    seen.calls.push({anchor, keyed: 'mark', atEnd, start: piece, piece, from: sheet, sheet, spot})
  }
  for (const child of children) if (child.type === 'element') findCalls(child, where)
}

/** Whether an element has a class. */
export function hasClass({className}: Properties, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
