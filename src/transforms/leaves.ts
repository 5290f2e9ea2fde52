// Binds a leaf break on a line of its own to the word that follows it: the leaf begins there.
import type {Nodes, Paragraph, Parents, RootContent} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'

/** Needs `turns`: before a turn the leaf begins with the speaker's name. After the last paragraph it stands at that one's end. */
export function leaves({tree}: EditionDocument): void {
  visit(tree, 'leafBreak', (node, index, parent) => {
    if (!node.block || !parent || index === undefined) return undefined
    const siblings = (parent as Parents).children as RootContent[]
    // Leaves of several copies may begin together.
    const after = siblings.slice(index + 1).find(({type}) => type !== 'leafBreak')
    const next = after && firstParagraph(after)
    const before = siblings[index - 1]
    const last = !after && before ? lastParagraph(before) : undefined
    // Before a table or a picture it stands alone.
    if (!next && !last) return undefined
    siblings.splice(index, 1)
    if (next) next.children.splice(leading(next), 0, {...node, block: false})
    else last?.children.push({...node, block: false})
    return [SKIP, index]
  })
}

/** After the leaf breaks that stand there already, so that their order stays. */
function leading({children}: Paragraph): number {
  const first = children.findIndex(({type}) => type !== 'leafBreak')
  return first < 0 ? children.length : first
}

const isParagraph = (node: Paragraph | undefined): node is Paragraph => node !== undefined

function firstParagraph(node: Nodes): Paragraph | undefined {
  if (node.type === 'paragraph') return node
  return 'children' in node ? node.children.map((child) => firstParagraph(child)).find(isParagraph) : undefined
}

function lastParagraph(node: Nodes): Paragraph | undefined {
  if (node.type === 'paragraph') return node
  return 'children' in node
    ? node.children
        .toReversed()
        .map((child) => lastParagraph(child))
        .find(isParagraph)
    : undefined
}
