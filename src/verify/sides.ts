// Takes apart what shows two texts beside each other: every piece names the document whose words it holds.
import type {Element, Nodes, Root} from 'hast'

/** What stands outside all sides, and the sides in their order. */
export interface Parted {
  rest: Root
  sides: {document: string; piece: Root}[]
}

/** Parts a page or a file at the elements with `data-document`. A side inside a side is of the inner document. */
export function partedAtSides(node: {children: Nodes[]}): Parted {
  const sides: Parted['sides'] = []
  return {rest: {type: 'root', children: without(node.children, sides) as Root['children']}, sides}
}

function without(children: readonly Nodes[], sides: Parted['sides']): Nodes[] {
  return children.flatMap((child): Nodes[] => {
    if (child.type !== 'element') return [child]
    const {dataDocument, dataNote} = child.properties
    // A note names its document wherever it stands.
    if (dataDocument === undefined || dataNote !== undefined)
      return [{...child, children: without(child.children, sides)} as Element]
    const inner: Parted['sides'] = []
    const piece = {...child, children: without(child.children, inner)} as Element
    sides.push({document: String(dataDocument), piece: {type: 'root', children: [piece]}}, ...inner)
    return []
  })
}
