// Checks label and attributes of a directive; every fault is reported with what was expected.
import type {Node} from 'mdast'
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import {plainText} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import {directives, type AttributeRule, type DirectiveRule} from './directives.ts'

/** A directive as the parser gives it. */
export type Directive = TextDirective | LeafDirective | ContainerDirective

interface Context {
  source: string
  rule: DirectiveRule
}

/** Whether a directive is as the dialect wants it. */
export function sound(file: VFile, node: Directive, context: Context): boolean {
  const faults = file.messages.length
  // Their own entry has read them before they are visited.
  if (PARTS.has(node.name))
    report(file, 'misplaced-directive', `Unexpected ${shownAs(node)}, expected it inside \`:app[…]\``, node)
  if (!isWhole(file, node, context.source)) return false
  checkLabel(file, node, context)
  checkAttributes(file, node, context.rule)
  if (node.name === 'app') checkEntry(file, node)
  return file.messages.length === faults
}

const SIGN = {textDirective: ':', leafDirective: '::', containerDirective: ':::'} as const

const shownAs = (node: Directive): string => `\`${SIGN[node.type]}${node.name}\``

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

/** White space alone is no label; a picture or a mark of a point is one. */
const isEmpty = ({children}: Directive): boolean =>
  children.every((child) => child.type === 'text' && plainText(child).trim() === '')

function checkAttributes(file: VFile, node: Directive, rule: DirectiveRule): void {
  for (const [key, value] of Object.entries(node.attributes ?? {}))
    checkAttribute(file, node, {key, value: value ?? '', rule})
  for (const key of missing(node, rule)) {
    report(file, 'wrong-attribute', `Missing attribute \`${key}\` of ${shownAs(node)}, expected \`${key}=…\``, node)
  }
}

function missing(node: Directive, rule: DirectiveRule): readonly string[] {
  if (node.name === 'app' && entryParts(node).length > 0) return []
  return (rule.required ?? []).filter((key) => (node.attributes ?? {})[key] === undefined)
}

function checkAttribute(
  file: VFile,
  node: Directive,
  {key, value, rule}: {key: string; value: string; rule: DirectiveRule}
): void {
  const expected = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined
  if (expected === undefined) {
    const reason = `Unexpected attribute \`${key}\` of ${shownAs(node)}, ${known(key, Object.keys(rule.attributes))}`
    report(file, 'unknown-attribute', reason, node)
    return
  }
  const wanted = fails(expected, value)
  if (wanted)
    report(
      file,
      'wrong-attribute',
      `Unexpected value \`${value}\` of \`${key}\` of ${shownAs(node)}, expected ${wanted}`,
      node
    )
}

function known(key: string, keys: string[]): string {
  const near = nearest(key, keys)
  if (near) return `did you mean \`${near}\`?`
  return keys.length > 0 ? `expected one of ${keys.map((name) => `\`${name}\``).join(', ')}` : 'expected none'
}

function fails(rule: AttributeRule, value: string): string | undefined {
  if (rule === 'text') return undefined
  if ('test' in rule) return rule.test.test(value) ? undefined : rule.expected
  return rule.includes(value) ? undefined : `one of ${rule.map((word) => `\`${word}\``).join(', ')}`
}

const PARTS = new Set(['lem', 'rdg'])

/** The `:lem` and `:rdg` of an entry. */
export function entryParts(node: Directive): TextDirective[] {
  return (node.children as Node[]).filter(isPart)
}

const isPart = (node: Node): node is TextDirective =>
  node.type === 'textDirective' && PARTS.has((node as TextDirective).name)

/** An entry has either attributes or parts, and beside parts nothing, since it would be lost. */
function checkEntry(file: VFile, node: Directive): void {
  const broken = (reason: string): void => void report(file, 'broken-directive', reason, node)
  const parts = entryParts(node)
  if (parts.length === 0) return checkOmission(file, node)
  for (const part of parts) {
    const rule = directives[part.name]
    if (rule) checkAttributes(file, part, rule)
    if (part.name === 'rdg' && isEmpty(part)) checkOmission(file, part)
  }
  const lemmas = parts.filter(({name}) => name === 'lem').length
  if (lemmas !== 1) broken(`Unexpected ${lemmas} \`:lem[…]\` in \`:app\`, expected one`)
  if (lemmas === parts.length) broken('Unexpected `:app` without reading, expected `:rdg[…]{wit=…}` after `:lem[…]`')
  if (node.attributes?.['rdg'] !== undefined)
    broken('Unexpected attribute `rdg` of `:app` beside `:lem[…]`, expected readings in `:rdg[…]`')
  const others = (node.children as Node[]).filter((child) => !isPart(child)).map(plainText)
  const lost = others.join('').trim()
  if (lost !== '')
    broken(
      `Unexpected words \`${lost}\` in \`:app\`, expected words of the text in \`:lem[…]\`, of copies in \`:rdg[…]\``
    )
}

/** That copies lack the lemma is said, never concluded from a reading that is not there. */
function checkOmission(file: VFile, node: Directive): void {
  const {rdg, type} = node.attributes ?? {}
  if (type === 'om' || (rdg !== undefined && rdg !== null && rdg !== '')) return
  const expected = node.name === 'app' ? '`rdg="…"`' : 'words between its brackets'
  report(
    file,
    'wrong-attribute',
    `Unexpected ${shownAs(node)} without a reading, expected ${expected}, or \`type=om\` where the copies omit the words`,
    node
  )
}
