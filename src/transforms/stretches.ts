// Where anchors and lemmas of a document stand: counted in letters of its text, so that neighbours do not seem to overlap.
import type {Node, Parents, Root} from 'mdast'
import {entryOf} from '../document/foot-words.ts'
import type {App, At, Corr, Entry, Note, Only} from '../document/nodes.ts'

/** Where an anchor stands. */
export interface Place {
  node: At
  parent: Parents
  /** Letters of the text before it. */
  letters: number
  /** The note, or the part for one audience, that it stands in. */
  within: Note | Only | undefined
}

/** From the first to behind the last letter of a lemma. */
export interface Stretch {
  node: Corr | App | Entry
  from: number
  to: number
}

interface Walk {
  letters: number
  places: Map<string, Place>
  stretches: Stretch[]
}

/** Anchors by their ids; of two with one id the first counts. */
export const placesOf = (tree: Root): Map<string, Place> => walkTree(tree).places

/** Stretches of all entries, in the order of the tree. Needs `spans`. */
export function stretchesOf(tree: Root): Stretch[] {
  const {stretches, places} = walkTree(tree)
  return stretches.map((stretch) => {
    if (stretch.node.type !== 'entry') return stretch
    const {from, to} = stretch.node.span
    return {...stretch, from: places.get(from)?.letters ?? 0, to: places.get(to)?.letters ?? 0}
  })
}

function walkTree(tree: Root): Walk {
  const walk: Walk = {letters: 0, places: new Map(), stretches: []}
  visit(tree, walk, undefined)
  return walk
}

function visit(node: Node, walk: Walk, within: Place['within']): void {
  const entry = entryOf(node)
  const stretch = entry && {node: entry, from: walk.letters, to: walk.letters}
  if (stretch) walk.stretches.push(stretch)
  if ('value' in node && typeof node.value === 'string') walk.letters += node.value.replace(/\s+/gu, '').length
  if (!('children' in node)) return
  const inner = node.type === 'note' || node.type === 'only' ? (node as Note | Only) : within
  for (const child of node.children as Node[]) {
    const {id} = child as At
    if (child.type === 'at' && !walk.places.has(id))
      walk.places.set(id, {node: child as At, parent: node as Parents, letters: walk.letters, within: inner})
    visit(child, walk, inner)
  }
  if (stretch) stretch.to = walk.letters
}
