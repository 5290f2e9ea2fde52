// Cuts paragraphs out of a document: what is left keeps its numbers, and what is gone is told where it stood.
import type {List, ListItem, Nodes, Parent, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {plainText, type Head, type Omission, type Turn} from '../document/nodes.ts'
import {numbersOf, type Range} from './reference.ts'

/** The document with these paragraphs only, and its head says so. */
export function excerptOf(document: EditionDocument, ranges: readonly Range[]): EditionDocument {
  const numbers = numbersOf(document)
  const tree = structuredClone(document.tree)
  const cutting: Cutting = {numbers, ranges, begun: false, kept: false, gone: undefined}
  const children = cut(tree.children, cutting)
  tree.children = [...children, ...omissionOf(cutting)] as Root['children']
  dropTornSpans(tree)
  const excerpt = ranges.map(({from, to}) => span(numbers[from - 1] ?? '', numbers[to - 1] ?? '')).join(', ')
  tellInHead(tree, `${ranges.length > 1 || excerpt.includes('–') ? '¶¶' : '¶'}${excerpt}`)
  return {...document, tree, excerpt}
}

type Block = Nodes & {children?: Block[]}

interface Cutting {
  numbers: readonly string[]
  ranges: readonly Range[]
  /** A numbered paragraph has been passed, and whether the last one is kept. */
  begun: boolean
  kept: boolean
  /** Paragraphs left out since the last that is kept. */
  gone: Range | undefined
}

const span = (from: string, to: string): string => (from === to ? from : `${from}–${to}`)

function cut(children: readonly Block[], cutting: Cutting): Block[] {
  return children.flatMap((child, index) => {
    const place = child.type === 'paragraph' ? child.data?.place : undefined
    if (place !== undefined) return paragraph(child, place, cutting)
    if (child.type === 'heading') {
      return opensKept(children, index, cutting) ? [...omissionOf(cutting), child] : []
    }
    if (child.children && hasNumbers(child)) return container(child, cutting)
    return goesWithKept(child, children[index + 1], cutting) ? [...omissionOf(cutting), child] : []
  })
}

function paragraph(node: Block, place: number, cutting: Cutting): Block[] {
  cutting.begun = true
  cutting.kept = isKept(place, cutting)
  if (cutting.kept) return [...omissionOf(cutting), node]
  cutting.gone = {from: cutting.gone?.from ?? place, to: place}
  return []
}

const isKept = (place: number, {ranges}: Cutting): boolean => ranges.some(({from, to}) => from <= place && place <= to)

/** A container with what is left in it; what is left out before its first words stands before the container. */
function container(node: Block, cutting: Cutting): Block[] {
  const [first, ...rest] = cut(node.children ?? [], cutting)
  if (!first) return []
  const leading = first.type === 'omission' ? [first] : []
  const children = leading.length > 0 ? rest : [first, ...rest]
  if (children.length === 0) return leading
  const [before] = leading
  if (before?.type === 'omission' && node.type === 'turn' && !opensTurn(children[0])) continues(before, node)
  const whole = {...node, children: node.type === 'list' ? inItems(children) : children} as Block
  if (node.type === 'list' && whole.type === 'list') whole.start = startOf(node, children)
  return [...leading, whole]
}

const opensTurn = (node: Block | undefined): boolean => node?.children?.[0]?.type === 'speaker'

/** Whose words go on, where the label of the turn is left out. */
function continues(omission: Omission, {children}: Turn): void {
  const [opening] = children
  const label = opening && 'children' in opening ? opening.children.find(({type}) => type === 'speaker') : undefined
  const [text] = omission.children
  if (label && text?.type === 'text')
    text.value = text.value.replace(/\]$/, `; ${plainText(label).replace(/[.:]$/, '')} continues]`)
}

/** In a list only items stand: what tells of a gap opens the item after it. */
function inItems(children: readonly Block[]): Block[] {
  const items: Block[] = []
  let waiting: Block[] = []
  for (const child of children) {
    if (child.type === 'omission') waiting = [child]
    else items.push({...child, children: [...waiting, ...(child.children ?? [])]} as Block)
    if (child.type !== 'omission') waiting = []
  }
  return items
}

/** Items keep their numbers. */
function startOf({ordered, start, children}: List, left: readonly Block[]): number | null {
  if (!ordered) return null
  const first = left.find(({type}) => type === 'listItem')
  const place = (node: Block | ListItem | undefined): number | undefined => node?.position?.start.offset
  const passed = children.findIndex((item) => place(item) === place(first))
  return (start ?? 1) + Math.max(0, passed)
}

function hasNumbers(node: Block): boolean {
  let any = false
  visit(node, 'paragraph', ({data}) => void (any ||= data?.place !== undefined))
  return any
}

/** A heading stays while a paragraph of its section does. */
function opensKept(children: readonly Block[], index: number, cutting: Cutting): boolean {
  const heading = children[index]
  const depth = heading?.type === 'heading' ? heading.depth : 6
  const after = children.slice(index + 1)
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= depth)
  return after.slice(0, end < 0 ? undefined : end).some((node) => holdsKept(node, cutting))
}

function holdsKept(node: Block, cutting: Cutting): boolean {
  let any = false
  visit(node, 'paragraph', ({data}) => void (any ||= data?.place !== undefined && isKept(data.place, cutting)))
  return any
}

/** What has no number, a table or a picture, goes with the paragraph before it; leaves and headnotes with the one after. */
function goesWithKept(node: Block, next: Block | undefined, cutting: Cutting): boolean {
  if (node.type === 'head' || node.type === 'only') return true
  if (node.type === 'leafBreak' || !cutting.begun) {
    return (!cutting.begun && node.type === 'part') || (next !== undefined && holdsKept(next, cutting))
  }
  return cutting.kept
}

/** Tells of the paragraphs left out so far, once. */
function omissionOf(cutting: Cutting): Block[] {
  const {gone, numbers} = cutting
  if (!gone) return []
  cutting.gone = undefined
  const sign = gone.from === gone.to ? '¶' : '¶¶'
  const value = `[${sign}${span(numbers[gone.from - 1] ?? '', numbers[gone.to - 1] ?? '')} omitted]`
  return [{type: 'omission', children: [{type: 'text', value}]} satisfies Omission]
}

/** Entries and notes over words of which a part is left out say nothing any more. */
function dropTornSpans(tree: Root): void {
  const anchors = new Set<string>()
  visit(tree, 'at', ({id}) => void anchors.add(id))
  const torn = ({from, to}: {from: string; to: string}): boolean => !anchors.has(from) || !anchors.has(to)
  visit(tree, (node, index, parent) => {
    const over = node.type === 'entry' || node.type === 'note' ? node.span : undefined
    if (!over || !torn(over) || !parent || index === undefined) return undefined
    ;(parent as Parent).children.splice(index, 1)
    return index
  })
}

function tellInHead(tree: Root, excerpt: string): void {
  const told = {
    type: 'headPart' as const,
    kind: 'excerpt' as const,
    children: [{type: 'text' as const, value: `Excerpt: ${excerpt}`}]
  }
  const head = tree.children.find((node): node is Head => node.type === 'head')
  if (!head) tree.children.unshift({type: 'head', children: [told]})
  else {
    const title = head.children.findIndex(({kind}) => kind === 'title')
    head.children.splice(title + 1, 0, told)
  }
}
