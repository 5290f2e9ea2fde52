// Cuts a long part into pieces of a size that reading systems open quickly: before a heading where one is near, else before a block.
import {visit} from 'unist-util-visit'
import type {Element, ElementContent, Root} from 'hast'
import type {BookNote} from '../html/book.ts'
import {hasClass} from './classes.ts'

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
  const calls = (content: readonly ElementContent[]): BookNote[] => calledIn(content, byAnchor)
  const whole = sizeOf(body.children.filter((child) => child.type !== 'doctype')) + sizeOfNotes(notes)
  const [element] = body.children
  if (whole <= most || element?.type !== 'element') return [{body, notes: [...notes]}]
  const begun = new Set<Element>()
  const pieces = groupsOf(element, {most, calls}).map((group): Root => ({
    type: 'root',
    children: rebuilt(group, begun)
  }))
  const order = new Map(notes.map((note, index) => [note, index]))
  const inOrder = (called: BookNote[]): BookNote[] =>
    called.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
  const owned = pieces.map((piece) => ({body: piece, notes: inOrder(calls(piece.children as ElementContent[]))}))
  // A note that nothing calls stays with the first, where it is found to be a fault.
  const known = new Set(owned.flatMap((piece) => piece.notes))
  owned[0]?.notes.push(...notes.filter((note) => !known.has(note)))
  return owned
}

/** What a piece may hold, and the notes that go with its blocks. */
interface Cutting {
  most: number
  calls: (content: readonly ElementContent[]) => BookNote[]
}

/** What stays together, and the elements that hold it, the outermost first. */
interface Block {
  content: ElementContent[]
  holders: Element[]
}

function groupsOf(element: Element, cutting: Cutting): Block[][] {
  const groups: Block[][] = [[]]
  let full = 0
  for (const block of blocksOf(element, [element], cutting)) {
    const size = weigh(block.content, cutting)
    const group = groups.at(-1) ?? []
    const early = full > cutting.most * NEARLY_FULL && isHeading(block.content[0])
    if (group.length > 0 && (early || full + size > cutting.most)) {
      // A heading goes with what it heads.
      const from = group.findLastIndex((one) => !one.content.every(leads)) + 1
      const taken = from > 0 ? group.splice(from) : []
      groups.push([...taken, block])
      full = size + taken.reduce((sum, one) => sum + weigh(one.content, cutting), 0)
    } else {
      group.push(block)
      full += size
    }
  }
  return groups
}

/** Blocks of an element; one that fills much of a piece is cut into its own blocks. */
function blocksOf(element: Element, holders: Element[], cutting: Cutting): Block[] {
  return togetherIn(element).flatMap((content): Block[] => {
    const [child] = content
    if (child?.type !== 'element' || !isHolder(child) || weigh(content, cutting) <= cutting.most / 4)
      return [{content, holders}]
    return blocksOf(child, [...holders, child], cutting)
  })
}

/** A term stays with what is said of it. */
function togetherIn({tagName, children}: Element): ElementContent[][] {
  if (tagName !== 'dl') return children.map((child) => [child])
  const groups: ElementContent[][] = []
  for (const child of children) {
    const begins = child.type === 'element' && child.tagName === 'dt' && !isTerm(groups.at(-1)?.at(-1))
    if (begins || groups.length === 0) groups.push([child])
    else groups.at(-1)?.push(child)
  }
  return groups
}

const isTerm = (node: ElementContent | undefined): boolean => node?.type === 'element' && node.tagName === 'dt'

/** Rows of a text beside its counterpart stay whole, and so do tables. */
const isHolder = ({tagName, properties}: Element): boolean =>
  ['div', 'blockquote', 'section', 'article', 'dl', 'ul', 'ol'].includes(tagName) &&
  !['row', 'side', 'note'].some((name) => hasClass(properties, name))

/** The elements around some blocks of a piece once more; `begun`: those that a piece before has. */
function rebuilt(blocks: readonly Block[], begun: Set<Element>): Element[] {
  const top: Element[] = []
  let open: {of: Element; made: Element}[] = []
  for (const {content, holders} of blocks) {
    const shared = holders.findIndex((holder, depth) => open[depth]?.of !== holder)
    open = open.slice(0, shared < 0 ? holders.length : shared)
    for (const of of holders.slice(open.length)) {
      const made = shell(of, content[0], begun.has(of))
      begun.add(of)
      ;(open.at(-1)?.made.children ?? top).push(made)
      open.push({of, made})
    }
    open.at(-1)?.made.children.push(...content)
  }
  return top
}

/** The same element without its children; only the first has its id, and a later list goes on counting. */
function shell({tagName, properties, children}: Element, first: ElementContent | undefined, goesOn: boolean): Element {
  if (!goesOn) return {type: 'element', tagName, properties: {...properties}, children: []}
  const {id: _, ...rest} = properties
  const before = children.slice(
    0,
    children.findIndex((child) => child === first)
  )
  const items = before.filter((child) => child.type === 'element' && child.tagName === 'li').length
  const start = tagName === 'ol' ? {start: Number(properties.start ?? 1) + items} : {}
  return {type: 'element', tagName, properties: {...rest, ...start, dataGoesOn: ''}, children: []}
}

const weigh = (content: readonly ElementContent[], {calls}: Cutting): number =>
  sizeOf(content) + sizeOfNotes(calls(content))

/** Bytes of some content as it will be written, nearly: signs of markup in the text count once. */
function sizeOf(content: readonly ElementContent[]): number {
  let size = 0
  for (const node of content) {
    if (node.type === 'text') size += Buffer.byteLength(node.value)
    if (node.type !== 'element') continue
    size += node.tagName.length * 2 + 5 + sizeOf(node.children)
    for (const [name, value] of Object.entries(node.properties)) {
      if (value === undefined || value === null) continue
      const written = Buffer.byteLength(String(value)) + name.length + 4
      // A language is said twice, and a link gets the file before its anchor.
      size += name === 'lang' ? 2 * written + 4 : name === 'href' ? written + FILE_NAME : written
    }
  }
  return size
}

/** Bytes of the name of a file, mostly. */
const FILE_NAME = 24
const sizeOfNotes = (notes: readonly BookNote[]): number => notes.reduce((sum, {body}) => sum + sizeOf(body) + 200, 0)

const isHeading = (block: ElementContent | undefined): boolean =>
  block?.type === 'element' && /^h[1-6]$/.test(block.tagName)

const leads = (block: ElementContent): boolean =>
  isHeading(block) ||
  (block.type === 'text' && block.value.trim() === '') ||
  (block.type === 'element' &&
    (block.properties.role === 'doc-pagebreak' ||
      ['part-title', 'leaf-break'].some((name) => hasClass(block.properties, name))))

/** Notes that a text calls, and those that these call. */
function calledIn(content: readonly ElementContent[], notes: ReadonlyMap<unknown, BookNote>): BookNote[] {
  const called = new Set<BookNote>()
  const look = (children: readonly ElementContent[]): void =>
    visit({type: 'root', children: [...children]} satisfies Root, {tagName: 'a'}, ({properties}: Element) => {
      const note = hasClass(properties, 'call') ? notes.get(properties.dataNote) : undefined
      if (!note || called.has(note)) return
      called.add(note)
      look(note.body)
    })
  look(content)
  return [...called]
}
