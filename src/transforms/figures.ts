// Checks that every picture can be told to readers who cannot see it.
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** Changes nothing. `::figure` needs `alt="…"` or `decorative`; Markdown's own image needs words in its bracket. */
export function figures({file, tree}: EditionDocument): void {
  visit(tree, (node) => {
    if (node.type === 'figure' && node.alt === '' && !node.decorative) {
      report(
        file,
        'alt-missing',
        `Picture \`${node.src}\` has no description, expected \`alt="…"\`, or \`decorative\` if it tells nothing`,
        node
      )
    }
    if (node.type === 'image' && !node.alt) {
      report(
        file,
        'alt-missing',
        `Picture \`${node.url}\` has no description, expected words between its brackets`,
        node
      )
    }
  })
}
