// Keeps together on one line, in editorial matter, what is read as one: `¶ 45`, `no. 3`, `p. 12`, `Mr. Weber`, `J. V. Stalin`, `6 a.m.`
// Received text is never touched.
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

/** Each ends before the space that must not break. */
const UNBROKEN = [
  // A label and its number.
  /(?<![\p{L}\p{N}])(¶¶?|§§?|(?:nos?|docs?|pp?|vols?|nn?|ll?|ff?|fols?|chaps?|figs?|cols?|op|d)\.) (?=\d|[ivxlc]+(?!\p{L}))/gu,
  // A title and its name.
  /(?<![\p{L}\p{N}])((?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Cdes?)\.) (?=\p{Lu})/gu,
  // Initials and the name.
  /(?<![\p{L}\p{N}])(\p{Lu}\.) (?=\p{Lu}[.\p{Ll}])/gu,
  // An hour and its half of the day.
  /(\d) (?=[ap]\.m\.)/gu
] as const

function glue(tree: Root | Nodes): void {
  visit(tree, 'text', (node) => {
    for (const pattern of UNBROKEN) node.value = node.value.replace(pattern, '$1\u00A0')
  })
}
