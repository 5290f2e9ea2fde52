// Turns directives into our nodes, with their attributes checked.
import type {BlockContent, Node, Parents, PhrasingContent, Root, RootContent} from 'mdast'
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {OWN, plainText, type Reading} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import {ruleOf, type AttributeRule, type DirectiveRule} from './directives.ts'
import type {Context} from './strays.ts'

type Directive = TextDirective | LeafDirective | ContainerDirective
type Attributes = Record<string, string>

/** Replaces every directive of the tree, in place; one that is at fault is reported and its words stay as text. */
export function toNodes(file: VFile, tree: Root, context: Context): void {
  visit(tree, (node, index, parent) => {
    if (!isDirective(node) || !parent || index === undefined) return undefined
    const rule = ruleOf(node.name, context.series)
    const made = rule && sound(file, node, {...context, rule}) ? make(node, context) : undefined
    ;(parent as Parents).children.splice(
      index,
      1,
      ...((made ? [made] : asText(node, context.source)) as RootContent[] as never[])
    )
    // What was made is visited next, for the directives inside it; what stays text is not.
    return made ? [SKIP, index] : [SKIP, index + 1]
  })
}

const isDirective = (node: Node): node is Directive =>
  node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective'

const SIGN = {textDirective: ':', leafDirective: '::', containerDirective: ':::'} as const

/** Checks label and attributes; reports every fault. */
function sound(file: VFile, node: Directive, context: Context & {rule: DirectiveRule}): boolean {
  const {rule, source} = context
  const shown = `\`${SIGN[node.type]}${node.name}\``
  const faults = file.messages.length
  // Their own entry has read them before they are visited.
  if (node.name === 'lem' || node.name === 'rdg')
    report(file, 'misplaced-directive', `Unexpected ${shown}, expected it inside \`:app[…]\``, node)
  const next = source[node.position?.end.offset ?? -1]
  if (node.type !== 'containerDirective' && (next === '[' || next === '{') && !labelled(node, source, next)) {
    const what = next === '[' ? 'label in brackets' : 'attributes in braces'
    report(
      file,
      'broken-directive',
      `The ${what} of ${shown} could not be read, expected ${next === '[' ? '`]`' : '`}` and name=value pairs'} before the end of the paragraph`,
      node
    )
    return false
  }
  if (rule.label === 'required' && !hasLabel(node, source)) {
    report(file, 'broken-directive', `Directive ${shown} has no label, expected ${shown.slice(0, -1)}[…]\``, node)
  }
  if (rule.label === 'none' && node.type !== 'containerDirective' && node.children.length > 0) {
    report(file, 'broken-directive', `Unexpected label of ${shown}, expected attributes in braces only`, node)
  }
  for (const [key, value] of Object.entries(node.attributes ?? {}))
    checkAttribute(file, node, {key, value: value ?? '', rule})
  for (const key of missing(node, rule)) {
    report(file, 'wrong-attribute', `Missing attribute \`${key}\` of ${shown}, expected \`${key}=…\``, node)
  }
  return file.messages.length === faults
}

/** A `[` right after a directive that already has its label is text: `:sic[a][b]`. */
const labelled = (node: Directive, source: string, next: string): boolean =>
  next === '[' ? hasLabel(node, source) : Object.keys(node.attributes ?? {}).length > 0

function hasLabel(node: Directive, source: string): boolean {
  const text = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  return new RegExp(`^:+${node.name}\\[`).test(text)
}

function missing(node: Directive, rule: DirectiveRule): readonly string[] {
  return node.name === 'app' && entryParts(node).length > 0
    ? []
    : (rule.required ?? []).filter((key) => (node.attributes ?? {})[key] === undefined)
}

function checkAttribute(
  file: VFile,
  node: Directive,
  {key, value, rule}: {key: string; value: string; rule: DirectiveRule}
): void {
  const shown = `\`${SIGN[node.type]}${node.name}\``
  const known = Object.keys(rule.attributes)
  const expected = rule.attributes[key]
  if (expected === undefined) {
    const near = nearest(key, known)
    const hint = near
      ? `did you mean \`${near}\`?`
      : known.length > 0
        ? `expected one of ${known.map((name) => `\`${name}\``).join(', ')}`
        : 'expected none'
    report(file, 'unknown-attribute', `Unexpected attribute \`${key}\` of ${shown}, ${hint}`, node)
    return
  }
  const wanted = fails(expected, value)
  if (wanted)
    report(file, 'wrong-attribute', `Unexpected value \`${value}\` of \`${key}\` of ${shown}, expected ${wanted}`, node)
}

function fails(rule: AttributeRule, value: string): string | undefined {
  if (rule === 'text') return undefined
  if ('test' in rule) return rule.test.test(value) ? undefined : rule.expected
  return rule.includes(value) ? undefined : `one of ${rule.map((word) => `\`${word}\``).join(', ')}`
}

/** A directive at fault stays as it was typed, so that `check` can go on. */
function asText(node: Directive, source: string): RootContent[] {
  const value = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const text = {type: 'text' as const, value, position: node.position}
  return node.type === 'textDirective' ? [text] : [{type: 'paragraph', children: [text], position: node.position}]
}

function make(node: Directive, context: Context): Node {
  const attributes = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? '']))
  const build = builders[node.name] ?? (context.series.includes(node.name) ? inlineNote : undefined)
  if (!build) throw new Error(`Directive \`${node.name}\` has no builder`)
  return {...build(attributes, node), position: node.position} as Node
}

type Builder = (attributes: Attributes, node: Directive) => Node & Record<string, unknown>

/** Words put in by somebody else stood in brackets in the received text. */
const marker = (by: string | undefined) => (by === undefined || by === OWN ? {} : {marker: {open: '[', close: ']'}})
const phrasing = (node: Directive): PhrasingContent[] => node.children as PhrasingContent[]

const name =
  (type: 'person' | 'place' | 'term'): Builder =>
  ({id}, node) => ({type, id, found: false, children: phrasing(node)})

const part: Builder = ({title}, node) => ({
  type: 'part',
  kind: node.name,
  title,
  children: node.children as BlockContent[]
})

const inlineNote: Builder = (_, node) => ({
  type: 'note',
  series: node.name,
  place: 'foot',
  children: [{type: 'paragraph', children: phrasing(node), position: node.position}]
})

const builders: Readonly<Record<string, Builder>> = {
  supplied: ({by}, node) => ({type: 'supplied', by: by ?? OWN, ...marker(by), children: phrasing(node)}),
  orig: ({by, lang}, node) => ({type: 'orig', by: by ?? OWN, lang, ...marker(by), children: phrasing(node)}),
  gap: ({reason, unit, n, by}) => ({
    type: 'gap',
    reason,
    unit,
    n: n === undefined ? undefined : Number(n),
    by: by ?? OWN,
    children: []
  }),
  unclear: ({cert}, node) => ({type: 'unclear', cert, children: phrasing(node)}),
  corr: ({rec, by, cert, alt}, node) => ({type: 'corr', rec, by: by ?? OWN, cert, alt, children: phrasing(node)}),
  sic: (_, node) => ({type: 'sic', children: phrasing(node)}),
  app: entry,
  at: ({id}) => ({type: 'at', id}),
  pb: ({wit, unit}, node) => ({
    type: 'leafBreak',
    label: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
    wit,
    unit: unit ?? 'leaf',
    block: node.type === 'leafDirective'
  }),
  ann: ({hand, place, kind}, node) => ({type: 'ann', kind: kind ?? 'hand', hand, place, children: phrasing(node)}),
  del: (_, node) => ({type: 'del', children: phrasing(node)}),
  add: ({place}, node) => ({type: 'add', place, children: phrasing(node)}),
  person: name('person'),
  place: name('place'),
  term: name('term'),
  ref: ({page, line}, node) => ({
    type: 'ref',
    target: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
    page: page !== undefined,
    line: line !== undefined
  }),
  narration: part,
  closing: part,
  address: part,
  letterhead: part,
  editorial: part,
  verse: part,
  attachment: part,
  only: (attributes, node) => ({
    type: 'only',
    audience: (attributes['for'] ?? '').split(/ +/),
    children: node.children as BlockContent[]
  }),
  figure: ({src, alt, decorative}, node) => ({
    type: 'figure',
    src,
    alt: alt ?? '',
    decorative: decorative !== undefined,
    children: phrasing(node)
  })
}

/** One reading in attributes, or `:lem[…]` and `:rdg[…]` inside. */
function entry({rdg, wit, by}: Attributes, node: Directive): Node & Record<string, unknown> {
  const parts = entryParts(node)
  if (parts.length === 0) {
    const readings: Reading[] = [{text: rdg ?? '', wit: (wit ?? '').split(/ +/)}]
    return {type: 'app', by: by ?? undefined, readings, children: phrasing(node)}
  }
  const lemma = parts.find(({name: part}) => part === 'lem')
  const readings = parts
    .filter(({name: part}) => part === 'rdg')
    .map((part) => ({text: plainText(part), wit: (part.attributes?.['wit'] ?? '').split(/ +/)}))
  return {
    type: 'app',
    by: lemma?.attributes?.['by'] ?? by,
    readings,
    children: (lemma?.children ?? []) as PhrasingContent[]
  }
}

/** The `:lem` and `:rdg` of an entry; other directives of its label belong to the lemma. */
function entryParts(node: Directive): TextDirective[] {
  return (node.children as Node[]).filter(
    (child): child is TextDirective =>
      child.type === 'textDirective' && ['lem', 'rdg'].includes((child as TextDirective).name)
  )
}
