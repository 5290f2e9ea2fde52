// Cuts a long part into pieces of a size that reading systems open quickly: before a heading where one is near, else before a block.
import {visit} from 'unist-util-visit'
import type {Element, ElementContent, Root} from 'hast'
import type {BookNote} from '../html/book.ts'
import {hasClass} from './classes.ts'
import {toXhtml} from './xhtml.ts'

/** What stands in one file: blocks of the body, and the notes that they call. */
export interface Piece {
  body: Root
  notes: BookNote[]
}

/** Bytes of a file that old devices still open without a wait, with room for what is added to it. */
export const MOST_BYTES = 240_000

/** From this part of a full file on, a heading begins the next one. */
const NEARLY_FULL = 0.6

/** The pieces of a part, each with the notes that it calls; a part that is not long is one piece. */
export function piecesOf(body: Root, notes: readonly BookNote[], most: number): Piece[] {
  const byAnchor = new Map<unknown, BookNote>(notes.map((note) => [note.anchor, note]))
  const calls = (tree: Root): BookNote[] => calledIn(tree, byAnchor)
  const whole = sizeOf(body.children.filter((child) => child.type !== 'doctype')) + sizeOfNotes(notes)
  const [element] = body.children
  if (whole <= most || element?.type !== 'element') return [{body, notes: [...notes]}]
  const groups = groupsOf(element, {most, calls})
  const pieces = groups.map((group, index): Root => ({type: 'root', children: [shell(element, group, index > 0)]}))
  const order = new Map(notes.map((note, index) => [note, index]))
  const inOrder = (called: BookNote[]): BookNote[] =>
    called.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const owned = pieces.map((piece) => ({body: piece, notes: inOrder(calls(piece))}))
  // A note that nothing calls stays with the first, where it is found to be a fault.
  const known = new Set(owned.flatMap((piece) => piece.notes))
  owned[0]?.notes.push(...notes.filter((note) => !known.has(note)))
  return owned
}

/** What a piece may hold, and the notes that go with its blocks. */
interface Cutting {
  most: number
  calls: (tree: Root) => BookNote[]
}

function groupsOf(element: Element, cutting: Cutting): ElementContent[][] {
  const groups: ElementContent[][] = [[]]
  let full = 0
  for (const block of blocksOf(element, cutting)) {
    const size = weigh(block, cutting)
    const group = groups.at(-1) ?? []
    const early = full > cutting.most * NEARLY_FULL && isHeading(block)
    if (group.length > 0 && (early || full + size > cutting.most)) {
      // A heading goes with what it heads.
      const from = group.findLastIndex((one) => !leads(one)) + 1
      const taken = from > 0 ? group.splice(from) : []
      groups.push([...taken, block])
      full = size + taken.reduce((sum, one) => sum + weigh(one, cutting), 0)
    } else {
      group.push(block)
      full += size
    }
  }
  return groups
}

/** Blocks of an element; one that fills a piece by itself is cut into holders of its own blocks. */
function blocksOf(element: Element, cutting: Cutting): ElementContent[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element' || !isHolder(child) || weigh(child, cutting) <= cutting.most / 4) return [child]
    return blocksOf(child, cutting).map((block, index) => shell(child, [block], index > 0))
  })
}

/** Rows of a text beside its counterpart stay whole, and so do lists and tables. */
const isHolder = (element: Element): boolean =>
  ['div', 'blockquote', 'section', 'article'].includes(element.tagName) &&
  !['row', 'side', 'note'].some((name) => hasClass(element.properties, name))

/** The same element around other children; only the first has its id. */
function shell({tagName, properties}: Element, children: ElementContent[], goesOn: boolean): Element {
  const {id, ...rest} = properties
  return {
    type: 'element',
    tagName,
    properties: goesOn ? {...rest, dataGoesOn: ''} : {...rest, ...(id !== undefined && {id})},
    children
  }
}

const weigh = (block: ElementContent, {calls}: Cutting): number =>
  sizeOf([block]) + sizeOfNotes(calls({type: 'root', children: [block]}))

const sizeOf = (content: ElementContent[]): number => Buffer.byteLength(toXhtml(content))
const sizeOfNotes = (notes: readonly BookNote[]): number => notes.reduce((sum, {body}) => sum + sizeOf(body) + 200, 0)

const isHeading = (block: ElementContent): boolean => block.type === 'element' && /^h[1-6]$/.test(block.tagName)

const leads = (block: ElementContent): boolean =>
  isHeading(block) ||
  (block.type === 'text' && block.value.trim() === '') ||
  (block.type === 'element' &&
    (block.properties.role === 'doc-pagebreak' ||
      ['part-title', 'leaf-break'].some((name) => hasClass(block.properties, name))))

/** Notes that a text calls, and those that these call. */
function calledIn(tree: Root, notes: ReadonlyMap<unknown, BookNote>): BookNote[] {
  const called = new Set<BookNote>()
  const look = (root: Root): void =>
    visit(root, {tagName: 'a'}, ({properties}: Element) => {
      const note = hasClass(properties, 'call') ? notes.get(properties.dataNote) : undefined
      if (!note || called.has(note)) return
      called.add(note)
      look({type: 'root', children: note.body})
    })
  look(tree)
  return [...called]
}
