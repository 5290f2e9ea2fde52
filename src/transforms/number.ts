// Gives paragraphs, notes, entries and names their numbers: the same in every output.
import {SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'

/**
 * Needs every transform that makes or moves notes, turns and names to have run.
 * ¶ counts the paragraphs of the received text; front and back matter, editorial parts, notes, heads and tables have none.
 */
export function number({tree, role}: EditionDocument): void {
  const notes = new Map<string, number>()
  let [entry, name] = [0, 0]
  visit(tree, (node) => {
    if (node.type === 'note' && node.place === 'foot') {
      node.n = (notes.get(node.series) ?? 0) + 1
      notes.set(node.series, node.n)
    } else if (node.type === 'corr' || node.type === 'app') node.n = ++entry
    else if (node.type === 'person' || node.type === 'place' || node.type === 'term') node.n = ++name
  })
  if (role !== 'document') return
  let paragraph = 0
  visit(tree, (node) => {
    if (UNNUMBERED.has(node.type) || (node.type === 'part' && node.kind === 'editorial')) return SKIP
    if (node.type !== 'paragraph') return undefined
    node.data = {...node.data, n: ++paragraph}
    return SKIP
  })
}

const UNNUMBERED = new Set(['note', 'head', 'table', 'figure', 'only'])
