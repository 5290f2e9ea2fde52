// Keeps a label and its number on one line in editorial matter: `¶ 45`, `no. 3`, `p. 12`. Received text is never touched.
import {SKIP, visit} from 'unist-util-visit'
import type {Nodes, Root} from 'mdast'
import type {EditionDocument} from '../document/edition.ts'

/** Needs `notes`: those at the foot are editorial unless the received text had them. A space becomes U+00A0; no word changes. */
export function noBreaks({tree, role}: EditionDocument): void {
  if (role === 'document') {
    visit(tree, 'note', (node) => {
      if (node.place === 'foot' && !node.marker) glue(node)
      return SKIP
    })
  } else glue(tree)
}

const LABEL = /(?<![\p{L}\p{N}])(¶¶?|§§?|(?:nos?|docs?|pp?|vols?|nn?)\.) (?=[\divxlc])/gu

function glue(tree: Root | Nodes): void {
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(LABEL, '$1\u00A0')
  })
}
