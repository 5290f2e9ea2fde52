// A tree as the editor wrote it: without what the program adds, notes apart in the order of their calls.
import type {FootnoteDefinition, FootnoteReference, Node, Nodes, Root} from 'mdast'
import type {CitationNode, Note} from '../document/nodes.ts'
import {labelOf} from './scan-inline.ts'

/** What a file says, as nodes. */
export interface Written {
  text: Nodes
  notes: Nodes[]
}

/** Takes apart a tree, whether its notes have been put to their calls yet or not. The tree is left as it is. */
export function asWritten(tree: Root): Written {
  const definitions = new Map<string, FootnoteDefinition>()
  each(tree, (node) => {
    if (node.type === 'footnoteDefinition') {
      const definition = node as FootnoteDefinition
      const label = labelOf(definition.identifier)
      if (!definitions.has(label)) definitions.set(label, definition)
    }
  })
  const notes: Nodes[] = []
  return {text: copy(tree, {definitions, notes}) as Nodes, notes}
}

interface Taken {
  definitions: Map<string, FootnoteDefinition>
  notes: Nodes[]
}

const EMPTY: Nodes = {type: 'text', value: ''}

function copy(node: Node, taken: Taken): Node {
  if (node.type === 'head' || node.type === 'footnoteDefinition') return EMPTY
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
