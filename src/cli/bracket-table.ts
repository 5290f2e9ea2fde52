// Adds entries to the bracket table of edition.yaml; every other character of the file stays as it is.
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq
} from 'yaml'
import type {BracketRule} from '../document/settings.ts'
import type {BracketRow} from './host.ts'

/** Entries for the brackets that no rule knows and that have a suggestion: one entry for all words of a type. */
export function rulesFor(rows: readonly BracketRow[]): BracketRule[] {
  const found = new Map<string, {rule: Omit<TypedRule, 'words'>; words: Set<string>}>()
  for (const {rule: known, suggestion, text} of rows) {
    if (known !== 'none' || suggestion === undefined) continue
    const words = text.replace(/^\[|\]$/g, '')
    const rule = typed(suggestion as TypedRule['as'], words)
    const key = JSON.stringify(rule)
    const entry = found.get(key) ?? {rule, words: new Set()}
    found.set(key, {rule, words: entry.words.add(words)})
  }
  return [...found.values()].map(({rule, words}) => ({words: [...words], ...rule}))
}

type TypedRule = Extract<BracketRule, {as: string}>

/** What a type needs besides its name, as far as the words say it. */
function typed(as: TypedRule['as'], words: string): Omit<TypedRule, 'words'> {
  if (as === 'gap') return {as, reason: gapReason(words), ...(/^[….]+$/.test(words.trim()) && {by: 'unknown'})}
  if (as === 'note') return {as, series: /^ed|-ed\.?$/i.test(words.trim()) ? 'en' : 'tn', place: 'inline'}
  if (as === 'ann') return {as, kind: annKind(words)}
  return {as}
}

function gapReason(words: string): NonNullable<TypedRule['reason']> {
  if (/declassified|redacted|withheld/i.test(words)) return 'withheld'
  return /^\W*(illegible|unclear|inaudible|unintelligible|garble)/i.test(words) ? 'illegible' : 'omitted'
}

function annKind(words: string): NonNullable<TypedRule['kind']> {
  if (/^stamp/i.test(words)) return 'stamp'
  if (/^signature/i.test(words)) return 'signature'
  return /^in the margin/i.test(words) ? 'marginal' : 'description'
}

/**
 * Adds rules to the end of `brackets.table`, before an `otherwise`; makes what is missing of the two.
 * The places come from the parsed document, the text itself is only ever added to: comments, quotes and line ends stay.
 */
export function addBracketRules(yamlText: string, rules: readonly BracketRule[]): string {
  if (rules.length === 0) return yamlText
  const added = insert(yamlText, rules)
  // Proof that nothing but the table changed; an odd file is written anew by the yaml package instead.
  return added !== undefined && sameBut(yamlText, added, rules) ? added : rewritten(yamlText, rules)
}

function insert(text: string, rules: readonly BracketRule[]): string | undefined {
  const root = parseDocument(text).contents
  const place: Place = {text, rules, newline: text.includes('\r\n') ? '\r\n' : '\n'}
  if (root === null) return atEnd(place)
  if (!isMap(root) || root.flow) return undefined
  const brackets = pairOf(root, 'brackets')
  if (!brackets) return atEnd(place, root)
  if (!isMap(brackets.value)) return isEmpty(brackets.value) ? afterKey(place, brackets, ['  table:']) : undefined
  const table = pairOf(brackets.value, 'table')
  if (!table) return brackets.value.flow ? undefined : intoMap(place, brackets.value)
  if (isSeq(table.value) && !table.value.flow && table.value.items.length > 0) return intoList(place, table.value)
  return isEmpty(table.value) ? overEmpty(place, table) : undefined
}

interface Place {
  text: string
  rules: readonly BracketRule[]
  newline: string
}

const pairOf = (map: YAMLMap, key: string): Pair<Node, Node | null> | undefined =>
  map.items.find((pair) => isScalar(pair.key) && pair.key.value === key) as Pair<Node, Node | null> | undefined

/** `table: []`, `table:` or nothing at all. */
const isEmpty = (node: Node | null | undefined): boolean =>
  !node || (isSeq(node) && node.items.length === 0) || (isScalar(node) && node.value === null)

function entries({rules, newline}: Place, indent: number): string {
  return rules.map((rule) => `${' '.repeat(indent)}- ${inOneLine(rule)}${newline}`).join('')
}

function inOneLine(rule: BracketRule): string {
  const document = new Document(rule)
  if (isMap(document.contents)) document.contents.flow = true
  return document.toString({lineWidth: 0, flowCollectionPadding: false}).trim()
}

/** The table is the last thing in the file, after the last key and before any end mark. */
function atEnd(place: Place, root?: YAMLMap): string {
  const last = root?.items.at(-1)
  const at = last ? endOf(place.text, last) : place.text.length
  return splice(place, at, `brackets:${place.newline}  table:${place.newline}${entries(place, 4)}`)
}

function afterKey(place: Place, pair: Pair<Node, Node | null>, lines: string[]): string {
  const head = lines.map((line) => line + place.newline).join('')
  return splice(place, lineEnd(place.text, pair.key.range?.[1] ?? 0), head + entries(place, 4))
}

function intoMap(place: Place, map: YAMLMap): string | undefined {
  const [first, last] = [map.items[0], map.items.at(-1)]
  if (!first || !last) return undefined
  const indent = columnOf(place.text, (first.key as Node).range?.[0] ?? 0)
  const head = `${' '.repeat(indent)}table:${place.newline}`
  return splice(place, endOf(place.text, last), head + entries(place, indent + 2))
}

function intoList(place: Place, list: YAMLSeq): string {
  const items = list.items as Node[]
  const dash = place.text.lastIndexOf('-', (items[0]?.range?.[0] ?? 0) - 1)
  const indent = columnOf(place.text, dash)
  const otherwise = items.find((item) => isMap(item) && item.has('otherwise'))
  const at = otherwise
    ? beforeComments(place.text, lineStart(place.text, otherwise.range?.[0] ?? 0))
    : lineEnd(place.text, items.at(-1)?.range?.[1] ?? 0)
  return splice(place, at, entries(place, indent))
}

/** `table: []` gives way to a list; a comment behind it stays where it is. */
function overEmpty(place: Place, table: Pair<Node, Node | null>): string {
  const {text} = place
  const indent = columnOf(text, table.key.range?.[0] ?? 0) + 2
  const [start, end] = isSeq(table.value) ? (table.value.range ?? [0, 0]) : [0, 0]
  if (end === 0) return splice(place, lineEnd(text, table.key.range?.[1] ?? 0), entries(place, indent))
  const without = `${text.slice(0, start).trimEnd()}${text.slice(end)}`
  const at = lineEnd(without, table.key.range?.[1] ?? 0)
  return splice({...place, text: without}, at, entries(place, indent))
}

function splice({text, newline}: Place, at: number, added: string): string {
  const before = text.slice(0, at)
  const gap = before === '' || before.endsWith('\n') ? '' : newline
  return before + gap + added + text.slice(at)
}

const columnOf = (text: string, at: number): number => at - lineStart(text, at)
const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** The start of the line after the one where something ends; what ends with its line end is there already. */
function lineEnd(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

function endOf(text: string, {key, value}: Pair): number {
  const node = (value ?? key) as Node
  return lineEnd(text, node.range?.[1] ?? 0)
}

/** Comments straight above an entry belong to it. */
function beforeComments(text: string, start: number): number {
  let at = start
  while (at > 0) {
    const above = lineStart(text, at - 1)
    if (!/^\s*#/.test(text.slice(above, at))) break
    at = above
  }
  return at
}

function sameBut(before: string, after: string, rules: readonly BracketRule[]): boolean {
  if (parseDocument(after).errors.length > 0) return false
  return JSON.stringify(withRules(parse(before) as unknown, rules)) === JSON.stringify(sorted(parse(after) as unknown))
}

interface Shape {
  brackets?: {table?: BracketRule[] | null} | null
}

function withRules(settings: unknown, rules: readonly BracketRule[]): unknown {
  const shape = (settings ?? {}) as Shape
  const table = shape.brackets?.table ?? []
  const otherwise = table.findIndex((rule) => 'otherwise' in rule)
  const at = otherwise === -1 ? table.length : otherwise
  return sorted({...shape, brackets: {...shape.brackets, table: table.toSpliced(at, 0, ...rules)}})
}

/** Keys of the two outer levels in one order, so that a table made anew may stand anywhere. */
function sorted(settings: unknown): unknown {
  const shape = settings as Shape
  const byKey = (value: object): object =>
    Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return byKey({...shape, brackets: byKey(shape.brackets ?? {})})
}

function rewritten(text: string, rules: readonly BracketRule[]): string {
  const document = parseDocument(text)
  const table = document.getIn(['brackets', 'table'])
  const old = isSeq(table) ? (table.toJSON() as BracketRule[]) : []
  const otherwise = old.findIndex((rule) => 'otherwise' in rule)
  const nodes = rules.map((rule) => document.createNode(rule))
  if (isSeq(table)) table.items.splice(otherwise === -1 ? old.length : otherwise, 0, ...nodes)
  else if (isMap(document.get('brackets'))) document.setIn(['brackets', 'table'], rules)
  else document.set('brackets', {table: rules})
  return document.toString({lineWidth: 0})
}
