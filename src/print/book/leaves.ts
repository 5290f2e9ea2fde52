// The leaves of copies that begin in a part, with their pages.
import type {Element, Nodes} from 'hast'
import type {LaidPart} from '../layout/resolve.ts'

/** A leaf or page of a copy and where it begins. */
export interface Leaf {
  id: string
  /** `l. 72v`, `p. 4`. */
  leaf: string
  wit: string | null
  /** The document it is a leaf of: where two texts stand beside each other, that of its side. */
  document: string
  /** Page of the part, from 0. */
  page: number
}

/** In the order of the text. */
export function leavesOf({part, laidOut}: LaidPart): Leaf[] {
  return leavesIn(part.body, part.id).flatMap((leaf) => {
    const page = laidOut.anchors[leaf.id]
    return page === undefined ? [] : [{...leaf, page}]
  })
}

function leavesIn(node: Nodes, document: string): Omit<Leaf, 'page'>[] {
  if (node.type !== 'element')
    return 'children' in node ? node.children.flatMap((child) => leavesIn(child, document)) : []
  const leaf = leafOf(node, document)
  const {dataDocument: own = document} = node.properties
  return leaf ? [leaf] : node.children.flatMap((child) => leavesIn(child, String(own)))
}

function leafOf({properties: {id, dataLeaf, dataWit}}: Element, document: string): Omit<Leaf, 'page'> | undefined {
  if (dataLeaf === undefined || id === undefined) return undefined
  return {id, leaf: String(dataLeaf), wit: dataWit === undefined ? null : String(dataWit), document}
}
