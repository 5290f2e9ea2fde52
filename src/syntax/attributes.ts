// Checks the attributes of a directive, and shows a directive in messages.
import type {Node} from 'mdast'
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import {plainText} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import type {AttributeRule, DirectiveRule} from './directives.ts'

/** A directive as the parser gives it. */
export type Directive = TextDirective | LeafDirective | ContainerDirective

/** Colons before the name. */
export const SIGN = {textDirective: ':', leafDirective: '::', containerDirective: ':::'} as const

/** `:sic`, in backticks. */
export const shownAs = (node: Directive): string => `\`${SIGN[node.type]}${node.name}\``

/** Whether a node is the directive of this name in a line. */
export const isNamed = (node: Node, name: string): node is TextDirective =>
  node.type === 'textDirective' && (node as TextDirective).name === name

/** White space alone is no label; a picture or a mark of a point is one. */
export const isEmpty = ({children}: Directive): boolean =>
  children.every((child) => child.type === 'text' && plainText(child).trim() === '')

/** Checks the names and values of all attributes, and that none is missing. */
export function checkAttributes(file: VFile, node: Directive, rule: DirectiveRule): void {
  for (const [key, value] of Object.entries(node.attributes ?? {}))
    checkAttribute(file, node, {key, value: value ?? '', rule})
  for (const key of missing(node, rule)) {
    report(file, 'wrong-attribute', `Missing attribute \`${key}\` of ${shownAs(node)}, expected \`${key}=…\``, node)
  }
}

function missing(node: Directive, rule: DirectiveRule): readonly string[] {
  if (node.name === 'app' && node.children.some((child) => isNamed(child, 'rdg') || isNamed(child, 'lem'))) return []
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
