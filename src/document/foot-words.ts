// Words of the notes and the entries of a document, as every output must print them.
import type {Node, Nodes, Root} from 'mdast'
import {split, textOf, words} from './layers.ts'
import type {App, Corr, Entry, Note, Span} from './nodes.ts'

/** A note as the outputs must print it. */
export interface NoteWords {
  series: string
  n: number
  /** Whether another note calls it. */
  inNote: boolean
  /** Words of the text that it belongs to, where it has a lemma. */
  lemma: string[]
  words: string[]
}

/** Every note at the foot, in the order of its calls. */
export function notesOf(tree: Root): NoteWords[] {
  const notes: NoteWords[] = []
  const lemmas = lemmasOf(tree)
  each(tree, (node, inNote) => {
    if (node.type !== 'note' || (node as Note).place !== 'foot') return
    const {series, n, children, span} = node as Note
    const own = children.flatMap((child) => words(child as Nodes, 'reading'))
    notes.push({series, n: n ?? 0, inNote, lemma: span ? lemmas(span) : [], words: own})
  })
  return notes
}

/** An apparatus entry as the outputs must print it: `position] ed.; postion W`. */
export interface EntryWords {
  n: number
  /** Whether its lemma stands in a note. */
  inNote: boolean
  lemma: string[]
  readings: string[][]
}

/** Every entry of the apparatus, in the order in which the lemmas begin. */
export function entriesOf(tree: Root): EntryWords[] {
  const entries: EntryWords[] = []
  const lemmas = lemmasOf(tree)
  each(tree, (node, inNote) => {
    const entry = entryOf(node)
    if (!entry) return
    const {n, alt} = entry
    const lemma =
      entry.type === 'entry' ? lemmas(entry.span) : shortLemma(textOf(entry, 'reading').replaceAll('\n', ' '))
    const readings = entry.type === 'corr' ? [split(entry.rec)] : entry.readings.map((one) => words(one, 'reading'))
    entries.push({n: n ?? 0, inNote, lemma, readings: [...readings, ...(alt ? [split(alt)] : [])]})
  })
  return entries
}

/** The node as an entry of the apparatus, where it is one. */
export function entryOf(node: Node): Corr | App | Entry | undefined {
  return node.type === 'corr' || node.type === 'app' || node.type === 'entry' ? (node as Corr | App | Entry) : undefined
}

/** Words of a lemma after which it prints as `first … last`. */
export const LONGEST_LEMMA = 5

/** The words that print for a lemma: all of them, or the first and the last of a long one and of one that runs on into another block. */
function shortLemma(text: string): string[] {
  const all = split(text)
  if (all.length <= LONGEST_LEMMA && !text.trim().includes('\n')) return all
  return [...all.slice(0, 1), ...all.slice(1).slice(-1)]
}

/** Text of the reading layer between two anchors; undefined where one is missing. Blocks are parted by line ends, and only they. */
export type SpanText = (span: Span) => string | undefined

/** Reads spans of a tree; the tree is read once, however many are asked for. */
export function spanTextOf(tree: Root): SpanText {
  let read: {text: string; places: Map<string, number>} | undefined
  return ({from, to}) => {
    const {text, places} = (read ??= readAnchors(tree))
    const [start, end] = [places.get(from), places.get(to)]
    return start === undefined || end === undefined ? undefined : text.slice(start, end)
  }
}

function lemmasOf(tree: Root): (span: Span) => string[] {
  const text = spanTextOf(tree)
  return (span) => shortLemma(text(span) ?? '')
}

/** Stands around the id of an anchor; no character of any text, by the Unicode standard. */
const SIGN = '\uFFFF'

function readAnchors(tree: Root): {text: string; places: Map<string, number>} {
  const places = new Map<string, number>()
  let text = ''
  textOf(withSigns(tree) as Root, 'reading')
    .split(SIGN)
    .forEach((piece, index) => {
      if (index % 2 === 0) text += piece
      else if (!places.has(piece)) places.set(piece, text.length)
    })
  return {text, places}
}

/** A copy of the tree with signs in the place of its anchors. */
function withSigns(node: Node): Node {
  if (node.type === 'at') return textNode(`${SIGN}${(node as Node & {id: string}).id}${SIGN}`)
  if (node.type === 'break') return textNode(' ')
  if (node.type === 'text') return textNode((node as Node & {value: string}).value.replaceAll('\n', ' '))
  if (!('children' in node)) return node
  return {...node, children: (node.children as Node[]).map(withSigns)} as Node
}

const textNode = (value: string): Node => ({type: 'text', value}) as Node

function each(node: Node, visit: (node: Node, inNote: boolean) => void, inNote = false): void {
  visit(node, inNote)
  if (!('children' in node) || !Array.isArray(node.children)) return
  const inside = inNote || (node.type === 'note' && (node as Note).place === 'foot')
  for (const child of node.children as Node[]) each(child, visit, inside)
}
