// Says of every page, paragraph, note, entry and leaf where it stands in the finished book.
import type {Element, Nodes} from 'hast'
import {paragraphAnchor} from '../../document/anchors.ts'
import {ENTRIES} from '../../document/edition.ts'
import type {PrintedPage} from '../../document/printed-pages.ts'
import type {BookNote} from '../../html/book.ts'
import type {LaidOut, PageStart, Span} from '../contract.ts'
import {leavesOf} from './leaves.ts'
import type {PageMap, Stretch} from '../result.ts'
import {firstPages, type LaidPart, type Resolved} from '../layout/resolve.ts'

/** What printed the book. */
export type Printer = Pick<PageMap, 'output' | 'browser' | 'pagedjs'>

/** The page map of a laid-out book. */
export function pageMap({parts, pages}: Pick<Resolved, 'parts' | 'pages'>, printer: Printer): PageMap {
  const map: PageMap = {...printer, pages: [], paragraphs: [], notes: [], entries: [], leaves: []}
  for (const {label, of} of pages) map.pages.push({label, ...startOf(of && parts[of.part], of?.page ?? 0)})
  const firsts = firstPages(pages)
  for (const [index, laid] of parts.entries()) {
    const first = firsts.get(index) ?? 0
    addPart(map, laid, (page) => pages[first + page]?.label ?? '')
  }
  return map
}

/** What a page begins with; a blank one with nothing. */
function startOf(laid: LaidPart | undefined, page: number): Omit<PageMap['pages'][number], 'label'> {
  if (!laid) return {part: null, paragraph: null, offset: 0}
  const {starts, pageLines} = laid.laidOut
  const {document: shown, paragraph, offset, ...text}: PageStart = starts[page] ?? {paragraph: null, offset: 0}
  const lines = pageLines[page]
  return {part: shown ?? laid.part.id, paragraph, offset, ...placeOf(text), ...(lines && {lines})}
}

function placeOf({
  letters,
  begins,
  note
}: Omit<PageStart, 'paragraph' | 'offset'>): Omit<PrintedPage, 'label' | 'part'> {
  return {
    ...(letters !== undefined && {letters}),
    ...(begins !== undefined && {begins}),
    ...(note !== undefined && {note})
  }
}

function addPart(map: PageMap, laid: LaidPart, label: (page: number) => string): void {
  const {part, laidOut} = laid
  const {id: main} = part
  const place = ({from, to}: Span, ...anchors: string[]): Stretch => ({
    page: label(from),
    to: label(to),
    ...lineOf(laidOut, anchors)
  })
  for (const [n, span] of Object.entries(laidOut.paragraphs))
    map.paragraphs.push({document: main, n: numberOf(n), ...place(span, paragraphAnchor(main, n))})
  const {document: other = main, paragraphs = {}} = laidOut.counterpart ?? {}
  for (const [n, span] of Object.entries(paragraphs))
    map.paragraphs.push({document: other, n: numberOf(n), ...place(span, paragraphAnchor(other, n))})
  for (const {anchor, register, n, document: of = main} of [...part.notes, ...endNotesIn(part.body)]) {
    const page = laidOut.anchors[anchor]
    const span = laidOut.notes[anchor] ?? (page === undefined ? undefined : {from: page, to: page})
    if (!span) continue
    const stretch = place(span, anchor, `${anchor}-call`)
    if (register === ENTRIES) map.entries.push({document: of, n, ...stretch})
    else map.notes.push({document: of, series: register, n, ...stretch})
  }
  for (const {id, leaf, wit, page, document} of leavesOf(laid)) {
    const line = laidOut.lines[id]?.from
    map.leaves.push({document, wit, leaf, page: label(page), ...(line !== undefined && {line})})
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

/** Lines of the lemma, or else of the call: of the first anchor that stands in numbered text. */
function lineOf({lines}: LaidOut, anchors: readonly string[]): Pick<Stretch, 'line' | 'toLine'> {
  const span = anchors.map((anchor) => lines[anchor]).find((one) => one !== undefined)
  return span ? {line: span.from, toLine: span.to} : {}
}

/** A paragraph that came in after the numbers were frozen is `45a`. */
const numberOf = (n: string): number | string => (/^\d+$/.test(n) ? Number(n) : n)
