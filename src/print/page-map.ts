// Says of every page, paragraph, note, entry and leaf where it stands in the finished book.
import type {Element, Nodes} from 'hast'
import {ENTRIES} from '../document/edition.ts'
import type {BookNote} from '../html/book.ts'
import type {Span} from './contract.ts'
import type {PageMap} from './result.ts'
import {firstPages, type LaidPart, type Resolved} from './resolve.ts'

/** What printed the book. */
export type Printer = Pick<PageMap, 'output' | 'browser' | 'pagedjs'>

/** The page map of a laid-out book. */
export function pageMap({parts, pages}: Pick<Resolved, 'parts' | 'pages'>, printer: Printer): PageMap {
  const map: PageMap = {...printer, pages: [], paragraphs: [], notes: [], entries: [], leaves: []}
  for (const {label, of} of pages) {
    const laid = of && parts[of.part]
    const start = laid?.laidOut.starts[of?.page ?? 0]
    const {paragraph, offset} = start ?? {paragraph: null, offset: 0}
    map.pages.push({label, part: laid?.part.id ?? null, paragraph, offset})
  }
  const firsts = firstPages(pages)
  for (const [index, laid] of parts.entries()) {
    const first = firsts.get(index) ?? 0
    addPart(map, laid, (page) => pages[first + page]?.label ?? '')
  }
  return map
}

function addPart(map: PageMap, {part, laidOut}: LaidPart, label: (page: number) => string): void {
  const document = part.id
  const place = ({from, to}: Span): {page: string; to: string} => ({page: label(from), to: label(to)})
  for (const [n, span] of Object.entries(laidOut.paragraphs))
    map.paragraphs.push({document, n: Number(n), ...place(span)})
  for (const {anchor, register, n, document: of = part.id} of [...part.notes, ...endNotesIn(part.body)]) {
    const page = laidOut.anchors[anchor]
    const span = laidOut.notes[anchor] ?? (page === undefined ? undefined : {from: page, to: page})
    if (!span) continue
    if (register === ENTRIES) map.entries.push({document: of, n, ...place(span)})
    else map.notes.push({document: of, series: register, n, ...place(span)})
  }
  for (const {id, leaf, wit} of leavesIn(part.body)) {
    const page = laidOut.anchors[id]
    if (page !== undefined) map.leaves.push({document, wit, leaf, page: label(page)})
  }
}

type Placed = Pick<BookNote, 'anchor' | 'register' | 'n' | 'document'>

/** Notes at the end of a document or of the book stand in the body of a part; the page named is that on which each begins. */
function endNotesIn(node: Nodes): Placed[] {
  const note = node.type === 'element' ? endNoteOf(node) : undefined
  const inside = 'children' in node ? node.children.flatMap((child) => endNotesIn(child)) : []
  return note ? [note, ...inside] : inside
}

function endNoteOf({properties: {dataN, dataNote, dataRegister, dataDocument}}: Element): Placed | undefined {
  if (dataN === undefined) return undefined
  return {
    anchor: String(dataNote),
    register: String(dataRegister),
    n: Number(dataN),
    document: String(dataDocument)
  }
}

interface Leaf {
  id: string
  leaf: string
  wit: string | null
}

function leavesIn(node: Nodes): Leaf[] {
  const leaf = node.type === 'element' ? leafOf(node) : undefined
  if (leaf) return [leaf]
  return 'children' in node ? node.children.flatMap((child) => leavesIn(child)) : []
}

function leafOf({properties: {id, dataLeaf, dataWit}}: Element): Leaf | undefined {
  if (dataLeaf === undefined || id === undefined) return undefined
  return {id, leaf: String(dataLeaf), wit: dataWit === undefined ? null : String(dataWit)}
}
