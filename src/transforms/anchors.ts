// Checks that nothing in a document is called by the name of something else in it.
import {visit} from 'unist-util-visit'
import {atAnchor, leafAnchor} from '../document/anchors.ts'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** Changes nothing. References, the page map and the e-book need each anchor and each leaf of a copy once. */
export function anchors({id, file, tree}: EditionDocument): void {
  const lines = new Map<string, number | undefined>()
  visit(tree, (node) => {
    if (node.type !== 'at' && node.type !== 'leafBreak') return
    const anchor = node.type === 'at' ? atAnchor(id, node.id) : leafAnchor(id, node.wit, node.label)
    if (!lines.has(anchor)) {
      lines.set(anchor, node.position?.start.line)
      return
    }
    const line = lines.get(anchor)
    const reason =
      node.type === 'at'
        ? `Unexpected second anchor \`${node.id}\`, expected another id than that of the anchor on line ${line}`
        : `Unexpected second \`${node.label}\`, expected another ${node.unit}${node.wit ? '' : ', or its copy in `wit=…`,'} than the one on line ${line}`
    report(file, 'duplicate-id', reason, node)
  })
}
