// Ties notes and entries to the words of the text: what lies between two anchors, and what is found by the number of its line.
import type {Element, ElementContent, Parents, Text} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {BookNote} from './book.ts'
import {call} from './calls.ts'
import {hasClass, lemmaOf, walk, type Found, type Leaf} from './lemma.ts'

/** A note or entry between two anchors, which is finished when the text around it is there. */
export interface Spanning {
  /** Ids of the elements of both anchors. */
  from: string
  to: string
  note: BookNote
  /** Makes the body of the note when its lemma is known. */
  finish: (lemma: ElementContent[]) => ElementContent[]
}

/** What is put at the words of one piece of text. */
interface Marks {
  leaf: Leaf
  /** Anchors of the notes that its first and its last word belong to. */
  first: string[]
  last: string[]
  calls: Element[]
}

/** Puts marks and `data-entry` into the text, and the notes of the document in the order in which they begin there. */
export function placeKeys(
  element: Element,
  {notes, spanning}: {notes: BookNote[]; spanning: readonly Spanning[]}
): void {
  const found = walk(element, (one) => hasClass(one, 'at'))
  const marks = new Map<Text, Marks>()
  placeSpans(found, spanning, marks)
  for (const one of marks.values()) apply(one)
  notes.splice(0, notes.length, ...inOrder(notes, element))
}

const isWord = (one: Found | undefined): one is Leaf =>
  one !== undefined && 'node' in one && one.node.value.trim() !== ''

function placeSpans(found: readonly Found[], spanning: readonly Spanning[], marks: Map<Text, Marks>): void {
  const places = new Map<unknown, number>()
  found.forEach((one, index) => {
    if ('point' in one && !places.has(one.point.properties['id'])) places.set(one.point.properties['id'], index)
  })
  for (const {from, to, note, finish} of spanning) {
    const leaves = found.slice((places.get(from) ?? 0) + 1, places.get(to) ?? 0).filter((one) => 'node' in one)
    note.body = finish(lemmaOf(leaves))
    const words = leaves.filter(isWord)
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) continue
    if (note.keyed !== 'line') marksOf(marks, last).calls.push(call(note))
    else {
      marksOf(marks, first).first.push(note.anchor)
      marksOf(marks, last).last.push(note.anchor)
    }
  }
}

function marksOf(marks: Map<Text, Marks>, leaf: Leaf): Marks {
  const known = marks.get(leaf.node) ?? {leaf, first: [], last: [], calls: []}
  marks.set(leaf.node, known)
  return known
}

/** Cuts a piece of text at its first and last word. */
// oxlint-disable-next-line complexity -- the parts of a match that may be absent are counted as branches
function apply({leaf, first, last, calls}: Marks): void {
  const {node, parent} = leaf
  const [, before = '', word = '', rest = ''] = /^(\s*)(\S+)([^]*)$/u.exec(node.value) ?? []
  const [, between = '', end = '', after = ''] = /^([^]*\s)(\S+)(\s*)$/u.exec(rest) ?? []
  const single = end === ''
  const inLink = leaf.inline.findIndex(({tagName}) => tagName === 'a')
  const pieces: ElementContent[] = [
    ...text(before),
    ...wrapped(word, single ? [...first, ...last] : first),
    ...(single ? [] : [...text(between), ...wrapped(end, last)]),
    // A mark is a link, and no link may stand in another.
    ...(inLink < 0 ? calls : []),
    ...text(single ? rest : after)
  ]
  splice(parent, node, pieces)
  const link = leaf.inline[inLink]
  if (link && calls.length > 0) splice(leaf.inline[inLink - 1] ?? leaf.block, link, [link, ...calls])
}

function splice({children}: Parents, node: ElementContent, pieces: ElementContent[]): void {
  const siblings = children as ElementContent[]
  siblings.splice(siblings.indexOf(node), 1, ...pieces)
}

const text = (value: string): ElementContent[] => (value === '' ? [] : [{type: 'text', value}])

function wrapped(word: string, anchors: readonly string[]): ElementContent[] {
  if (anchors.length === 0) return text(word)
  return [h('span', {className: ['keyed-word'], dataEntry: [...new Set(anchors)].join(' ')}, word)]
}

/** Notes as they are called, or as their words begin; those that notes call follow these. */
function inOrder(notes: readonly BookNote[], element: Element): BookNote[] {
  const places = new Map<string, number>()
  const see = (anchor: unknown, place: number): void => {
    if (typeof anchor === 'string' && !places.has(anchor)) places.set(anchor, place)
  }
  let count = 0
  visit(element, 'element', ({properties}) => {
    count++
    see(properties['dataNote'], count)
    if (typeof properties['dataEntry'] !== 'string') return undefined
    for (const anchor of properties['dataEntry'].split(' ')) see(anchor, count)
    return undefined
  })
  let last = 0
  const placed = notes.map((note) => ({note, place: (last = places.get(note.anchor) ?? last)}))
  return placed.toSorted((a, b) => a.place - b.place || order(a.note, b.note, places)).map(({note}) => note)
}

/** Entries whose words begin together follow their numbers. */
function order(a: BookNote, b: BookNote, places: ReadonlyMap<string, number>): number {
  if (!places.has(a.anchor) || !places.has(b.anchor)) return 0
  return a.register === b.register ? a.n - b.n : a.register < b.register ? -1 : 1
}
