// Tells of character references in attributes: these are plain text, and what is read of `&#7;` there is nothing that anybody typed.
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'
import {shownAs, type Directive} from './attributes.ts'

/** Stand for the signs that attributes are written with. */
const READ = new Set(['&quot;', '&apos;', '&amp;', '&lt;', '&gt;'])

const REFERENCE = /&(?:#\w+|[a-z]\w*);?/giu

/** In the text itself references stay as they are typed. */
export function reportCharacterReferences(file: VFile, tree: Root, source: string): void {
  visit(tree, (node) => {
    if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') return
    const values = Object.values(node.attributes ?? {})
    for (const [reference] of bracesOf(node, source).matchAll(REFERENCE)) {
      // The parser leaves what it does not know as it is.
      if (READ.has(reference) || values.some((value) => value?.includes(reference))) continue
      const reason = `Unexpected \`${reference}\` in the attributes of ${shownAs(node)}, which are plain text, expected the character itself; only ${[...READ].map((one) => `\`${one}\``).join(', ')} are read there`
      report(file, 'wrong-attribute', reason, node)
    }
  })
}

/** What follows the label of a directive; of a container, its first line. */
function bracesOf({type, children, position}: Directive, source: string): string {
  const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
  if (type === 'containerDirective') return source.slice(start, end).split('\n')[0] ?? ''
  return source.slice(children.at(-1)?.position?.end.offset ?? start, end)
}
