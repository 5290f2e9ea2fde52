// Gives paragraphs, notes, entries and names their numbers: the same in every output.
import {SKIP, visit} from 'unist-util-visit'
import type {Paragraph} from 'mdast'
import type {EditionDocument} from '../document/edition.ts'
import {knownParagraph, type FrozenParagraph} from '../document/numbering.ts'
import {report} from '../document/report.ts'
import {frozenNumbers} from './frozen-numbers.ts'

/**
 * Needs every transform that makes or moves notes, turns and names to have run.
 * ¶ counts the paragraphs of the received text; front and back matter, editorial parts, notes, heads and tables have none.
 * `frozen`: the numbers that `recension freeze` has written for this document.
 */
export function number({tree, role, file}: EditionDocument, frozen?: readonly FrozenParagraph[]): void {
  const notes = new Map<string, number>()
  let [entry, name] = [0, 0]
  visit(tree, (node) => {
    if (node.type === 'note' && node.place === 'foot') {
      node.n = (notes.get(node.series) ?? 0) + 1
      notes.set(node.series, node.n)
    } else if (node.type === 'corr' || node.type === 'app' || node.type === 'entry') node.n = ++entry
    else if (node.type === 'person' || node.type === 'place' || node.type === 'term') node.n = ++name
  })
  if (role !== 'document') return
  const paragraphs: Paragraph[] = []
  visit(tree, (node) => {
    if (UNNUMBERED.has(node.type) || (node.type === 'part' && node.kind === 'editorial')) return SKIP
    if (node.type !== 'paragraph') return undefined
    paragraphs.push(node)
    return SKIP
  })
  const {numbers, vanished} = frozen
    ? frozenNumbers(
        frozen,
        paragraphs.map((paragraph) => knownParagraph(paragraph))
      )
    : {numbers: paragraphs.map((_, index) => String(index + 1)), vanished: []}
  for (const [index, paragraph] of paragraphs.entries()) {
    const n = numbers[index] ?? ''
    paragraph.data = {...paragraph.data, n, place: index + 1}
    if (frozen && !frozen.some((one) => one.n === n)) report(file, 'paragraph-new', newParagraph(n), paragraph)
  }
  for (const one of vanished) report(file, 'paragraph-gone', goneParagraph(one), {line: 1, column: 1})
}

const newParagraph = (n: string): string =>
  `Unexpected paragraph, which numbering.yaml does not have, expected those that were frozen; it is numbered ${n}, and \`recension freeze\` makes that lasting`

const goneParagraph = ({n, begins}: FrozenParagraph): string =>
  `No paragraph ${n} (“${begins} …”), expected it as numbering.yaml has it; if it was taken out on purpose, \`recension freeze\` says so and its number is not given again`

const UNNUMBERED = new Set(['note', 'head', 'table', 'figure', 'only'])
