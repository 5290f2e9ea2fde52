// A tree as the editor wrote it: without what the program adds, notes apart in the order of their calls.
import type {FootnoteDefinition, FootnoteReference, Node, Nodes, Root, Text} from 'mdast'
import {split, words} from '../document/layers.ts'
import {entryOf} from '../document/foot-words.ts'
import type {At, CitationNode, Entry, Note} from '../document/nodes.ts'
import {labelOf} from './scan-inline.ts'

/** What a file says, as nodes. */
export interface Written {
  text: Nodes
  notes: Nodes[]
  /** Words of the readings of each entry, in the order in which the lemmas begin. */
  entries: string[][]
}

/** Takes apart a tree, whether its notes have been put to their calls yet or not. The tree is left as it is. */
export function asWritten(tree: Root): Written {
  const definitions = new Map<string, FootnoteDefinition>()
  const spans = new Map<string, (Entry | Note)[]>()
  each(tree, (node) => {
    if (node.type === 'footnoteDefinition') {
      const definition = node as FootnoteDefinition
      const label = labelOf(definition.identifier)
      if (!definitions.has(label)) definitions.set(label, definition)
    }
    if (isSpanning(node)) spans.set(node.span.from, [...(spans.get(node.span.from) ?? []), node])
  })
  const taken: Taken = {definitions, spans, notes: [], entries: []}
  return {text: copy(tree, taken) as Nodes, notes: taken.notes, entries: taken.entries}
}

interface Taken {
  definitions: Map<string, FootnoteDefinition>
  /** What lies between anchors, by the first of them. */
  spans: Map<string, (Entry | Note)[]>
  notes: Nodes[]
  entries: string[][]
}

const isSpanning = (node: Node): node is (Entry | Note) & {span: Entry['span']} =>
  (node.type === 'entry' || node.type === 'note') && (node as Note).span !== undefined

const EMPTY: Nodes = {type: 'text', value: ''}

function copy(node: Node, taken: Taken): Node {
  if (node.type === 'head' || node.type === 'footnoteDefinition') return EMPTY
  if (isSpanning(node)) return EMPTY
  if (node.type === 'at') takeSpans(node as At, taken)
  else takeEntry(node, taken)
  if (node.type === 'text') return {...node, value: (node as Text).data?.received ?? (node as Text).value} as Node
  if (node.type === 'citation') return {type: 'text', value: (node as CitationNode).raw} as Node
  if (node.type === 'ref') return {...node, text: ''} as Node
  if (node.type === 'footnoteReference') {
    const label = labelOf((node as FootnoteReference).identifier)
    const note = taken.definitions.get(label)
    // The first call counts; another, from the note itself perhaps, is an error that is told elsewhere.
    taken.definitions.delete(label)
    if (note) takeNote(note, taken)
    return EMPTY
  }
  if (node.type === 'note') {
    // A bracket of the received text prints as typed, whether the edition moves it to the foot or not.
    if ((node as Note).marker) return inside({...node, place: 'inline'} as Node, taken)
    takeNote(node, taken)
    return EMPTY
  }
  return inside(node, taken)
}

/** Entries and notes that begin at an anchor. */
function takeSpans({id}: At, taken: Taken): void {
  const waiting = taken.spans.get(id) ?? []
  taken.spans.delete(id)
  for (const node of waiting) {
    if (node.type === 'note') takeNote(node, taken)
    else takeEntry(node, taken)
  }
}

function takeEntry(node: Node, {entries}: Taken): void {
  const entry = entryOf(node)
  if (!entry) return
  const readings = entry.type === 'corr' ? [split(entry.rec)] : entry.readings.map((one) => words(one, 'reading'))
  entries.push([...readings, split(entry.alt ?? '')].flat())
}

/** A note keeps its place before the notes that it calls itself. */
function takeNote(node: Node, taken: Taken): void {
  const place = taken.notes.push(EMPTY) - 1
  taken.notes[place] = inside({type: 'root', children: (node as Note).children} as Root, taken) as Nodes
}

function inside(node: Node, taken: Taken): Node {
  if (!('children' in node)) return node
  return {...node, children: (node.children as Node[]).map((child) => copy(child, taken))} as Node
}

function each(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children as Node[]) each(child, visit)
}
