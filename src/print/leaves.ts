// The leaves of copies that begin in a part, with their pages.
import type {Element, Nodes} from 'hast'
import type {LaidPart} from './resolve.ts'

/** A leaf or page of a copy and where it begins. */
export interface Leaf {
  id: string
  /** `l. 72v`, `p. 4`. */
  leaf: string
  wit: string | null
  /** Page of the part, from 0. */
  page: number
}

/** In the order of the text. */
export function leavesOf({part, laidOut}: LaidPart): Leaf[] {
  return leavesIn(part.body).flatMap((leaf) => {
    const page = laidOut.anchors[leaf.id]
    return page === undefined ? [] : [{...leaf, page}]
  })
}

function leavesIn(node: Nodes): Omit<Leaf, 'page'>[] {
  const leaf = node.type === 'element' ? leafOf(node) : undefined
  if (leaf) return [leaf]
  return 'children' in node ? node.children.flatMap((child) => leavesIn(child)) : []
}

function leafOf({properties: {id, dataLeaf, dataWit}}: Element): Omit<Leaf, 'page'> | undefined {
  if (dataLeaf === undefined || id === undefined) return undefined
  return {id: String(id), leaf: String(dataLeaf), wit: dataWit === undefined ? null : String(dataWit)}
}
