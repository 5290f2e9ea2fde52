// Checks label and attributes of a directive; every fault is reported with what was expected.
import type {Node} from 'mdast'
import type {VFile} from 'vfile'
import {report} from '../document/report.ts'
import {checkAttributes, isEmpty, shownAs, SIGN, type Directive} from './attributes.ts'
import type {DirectiveRule} from './directives.ts'
import {checkEntry, isPart} from './entries.ts'

interface Context {
  source: string
  rule: DirectiveRule
}

/** Whether a directive is as the dialect wants it. */
export function sound(file: VFile, node: Directive, context: Context): boolean {
  const faults = file.messages.length
  // Their own entry has read them before they are visited.
  if (isPart(node))
    report(
      file,
      'misplaced-directive',
      `Unexpected ${shownAs(node)}, expected it inside \`:app[…]\` or \`::entry[…]\``,
      node
    )
  if (!isWhole(file, node, context.source)) return false
  checkLabel(file, node, context)
  checkAttributes(file, node, context.rule)
  if (node.name === 'app' || node.name === 'entry') checkEntry(file, node)
  return file.messages.length === faults
}

/** Whether label and attributes were read to their ends: a bracket or brace that follows at once was meant as one. */
function isWhole(file: VFile, node: Directive, source: string): boolean {
  const next = source[node.position?.end.offset ?? -1]
  if (node.type === 'containerDirective' || (next !== '[' && next !== '{')) return true
  const attributes = Object.keys(node.attributes ?? {}).length > 0
  // A `[` right after a directive that already has its label is text: `:sic[a][b]`.
  if (next === '[' ? hasLabel(node, source) : attributes) return true
  const shown = shownAs(node)
  const reason =
    next === '{'
      ? `The attributes in braces of ${shown} could not be read, expected \`}\` and name=value pairs before the end of the paragraph`
      : attributes
        ? `Unexpected \`[\` after the attributes of ${shown}, expected the label before them, or a space before the bracket`
        : `The label in brackets of ${shown} could not be read, expected \`]\` before the end of the paragraph`
  report(file, 'broken-directive', reason, node)
  return false
}

function hasLabel(node: Directive, source: string): boolean {
  const start = (node.position?.start.offset ?? 0) + SIGN[node.type].length + node.name.length
  return source[start] === '[' && start < (node.position?.end.offset ?? 0)
}

function checkLabel(file: VFile, node: Directive, {rule, source}: Context): void {
  const shown = shownAs(node)
  if (rule.label === 'none' && labelOf(node).length > 0)
    report(file, 'broken-directive', `Unexpected label of ${shown}, expected attributes in braces only`, node)
  if (rule.label !== 'required') return
  if (!hasLabel(node, source))
    report(file, 'broken-directive', `Directive ${shown} has no label, expected ${shown.slice(0, -1)}[…]\``, node)
  else if (isEmpty(node))
    report(file, 'broken-directive', `The label of ${shown} is empty, expected words between its brackets`, node)
}

/** What stands in the brackets; a container keeps its label as a first paragraph. */
function labelOf(node: Directive): Node[] {
  if (node.type !== 'containerDirective') return node.children
  return node.children.filter((child) => child.type === 'paragraph' && child.data?.directiveLabel === true)
}
