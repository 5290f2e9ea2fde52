// Types brackets by the table of edition.yaml; what no rule knows prints as typed.
import type {Parents, PhrasingContent} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {Edition, EditionDocument} from '../document/edition.ts'
import {plainText, type Bracket, type Gap, type Note} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import type {BracketRule} from '../document/settings.ts'
import {placeIn} from '../document/yaml.ts'
import {suggest} from './bracket-suggestions.ts'
import {patternOf, type Pattern} from './patterns.ts'

/** A bracket with the rule that typed it, for `check --brackets`. */
export interface BracketRow {
  /** Id of the document. */
  document: string
  file: string
  line: number
  column: number
  text: string
  /** Type given by the table, `untyped` where no rule fits. */
  type: string
  /** `otherwise`, `match: …` or `words`; `none` where no rule fits. */
  rule: string
  suggestion?: string | undefined
  reason?: string | undefined
}

type Rule = Extract<BracketRule, {as: string}>
interface Compiled {
  rule: Rule
  /** Where it stands in edition.yaml. */
  path: PropertyKey[]
  shown: string
  test: Pattern
}

/** The bracket table, compiled. */
export interface BracketTable {
  rules: Compiled[]
  otherwise: 'supplied' | 'leave' | undefined
  resp: string
  /** edition.yaml, for what is wrong with a rule. */
  file: VFile
}

/** Compiles the table once an edition; a pattern that does not parse is reported on edition.yaml. */
export function bracketTable({settings}: Edition, file: VFile): BracketTable {
  const rules: Compiled[] = []
  let otherwise: BracketTable['otherwise']
  for (const [index, rule] of settings.brackets.table.entries()) {
    if ('otherwise' in rule) otherwise ??= rule.otherwise
    else {
      const made = compile(rule, ['brackets', 'table', index, 'match'], file)
      if (made) rules.push(made)
    }
  }
  return {rules, otherwise, resp: settings.brackets.resp, file}
}

function compile(rule: Rule, path: PropertyKey[], file: VFile): Compiled | undefined {
  if (rule.words) {
    const words = new Set(rule.words.map((word) => word.normalize('NFC')))
    return {
      rule,
      path,
      shown: 'words',
      test: (text) => (words.has(text.normalize('NFC')) ? /^([^]*)$/.exec(text) : null)
    }
  }
  try {
    return {rule, path, shown: `match: ${rule.match}`, test: patternOf(rule.match ?? '')}
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/^Invalid regular expression: /, '') : ''
    report(
      file,
      'bracket-pattern',
      `Unexpected pattern \`${rule.match}\` in the bracket table, expected a regular expression that parses (${why})`,
      placeIn(file, path)
    )
    return undefined
  }
}

/** Needs `brackets`; replaces typed brackets by their nodes and returns a row for each. */
export function bracketTypes(document: EditionDocument, table: BracketTable): BracketRow[] {
  const rows: BracketRow[] = []
  visit(document.tree, 'bracket', (node, index, parent) => {
    if (!parent || index === undefined) return
    const text = asMatched(plainText(node))
    const found = match(table, document.id, text)
    const row = {...placeOf(node, document), text: `[${text}]`}
    if (found) {
      rows.push({...row, type: found.rule.as, rule: found.shown})
      ;(parent as Parents).children.splice(index, 1, asType(node, found.rule, {table, groups: found.groups}) as never)
    } else if (table.otherwise) {
      rows.push({...row, type: table.otherwise, rule: 'otherwise'})
      const supplied = table.otherwise === 'supplied' ? asType(node, {as: 'supplied'}, {table}) : node
      ;(parent as Parents).children.splice(index, 1, supplied as never)
    } else {
      const siblings = parent.children as PhrasingContent[]
      const guess = suggest(text, before(siblings, index))
      rows.push({...row, type: 'untyped', rule: 'none', suggestion: guess?.type, reason: guess?.reason})
      if (table.rules.length > 0 && !isSyntax(text, siblings, index)) tellUnknown(document, node, text)
    }
  })
  return rows
}

function placeOf(
  node: Bracket,
  {id, file}: EditionDocument
): Pick<BracketRow, 'document' | 'file' | 'line' | 'column'> {
  const {line = 0, column = 0} = node.position?.start ?? {}
  return {document: id, file: file.path, line, column}
}

function tellUnknown({file}: EditionDocument, node: Bracket, text: string): void {
  const reason = `No rule fits the bracket \`[${text}]\`, expected one in \`brackets.table\` of edition.yaml; \`recension check --brackets\` suggests some`
  report(file, 'bracket-unknown', reason, node)
}

function match(
  {rules, file}: BracketTable,
  id: string,
  text: string
): {rule: Rule; shown: string; groups: RegExpExecArray} | undefined {
  for (const compiled of rules) {
    const {rule, path, shown, test} = compiled
    if (rule.in && !rule.in.includes(id)) continue
    const groups = test(text)
    if (groups) return {rule, shown, groups}
    if (groups === undefined) {
      const reason = `Pattern \`${rule.match}\` of the bracket table finds no end on the bracket \`[${text.slice(0, 40)}…]\` of document \`${id}\`, expected one without a repetition inside a repetition`
      report(file, 'bracket-pattern', reason, placeIn(file, path))
      // Told once; with others it would take as long.
      compiled.test = () => null
    }
  }
  return undefined
}

/** The label of a directive at fault, or a call without note: told already, and no bracket of the text. */
function isSyntax(text: string, siblings: PhrasingContent[], index: number): boolean {
  return text.startsWith('^') || /:[a-z-]+$/.test(before(siblings, index))
}

/** The words before a bracket, as many as a guess needs. */
function before(siblings: PhrasingContent[], index: number): string {
  let text = ''
  for (let at = index - 1; at >= 0 && text.length < NEAR; at--) text = plainText(siblings[at] as PhrasingContent) + text
  return text.slice(-NEAR)
}

const NEAR = 200

/** The node of a typed bracket; its marker keeps the bracket and any words that the type took. */
function asType(
  node: Bracket,
  rule: Partial<Rule> & {as: Rule['as']},
  {table, groups}: {table: BracketTable; groups?: RegExpExecArray}
): PhrasingContent {
  const by = rule.by ?? table.resp
  const base = {marker: node.marker, by, children: node.children, position: node.position}
  const {as} = rule
  if (as === 'supplied') return {type: 'supplied', ...base}
  if (as === 'orig') return {type: 'orig', lang: rule.lang, ...base}
  if (as === 'unclear') return {type: 'unclear', ...base}
  if (as === 'gap') return gapOf(rule, base, groups)
  if (as === 'ann') return {type: 'ann', kind: rule.kind ?? 'hand', ...base, ...withoutLead(node, groups)}
  if (as === 'note') return noteOf(node, rule, {by, groups})
  if (as === 'leave') return node
  return {...node, kind: as, by}
}

function gapOf(rule: Partial<Rule>, base: Omit<Gap, 'type' | 'reason'>, groups: RegExpExecArray | undefined): Gap {
  const n = Number(groups?.[1])
  return {
    type: 'gap',
    reason: rule.reason ?? 'omitted',
    ...(Number.isInteger(n) && n > 0 ? {n, unit: 'word'} : {}),
    ...base
  }
}

function noteOf(
  node: Bracket,
  rule: Partial<Rule>,
  {by, groups}: {by: string; groups: RegExpExecArray | undefined}
): Note {
  const {marker, children} = withoutLead(node, groups)
  return {
    type: 'note',
    series: rule.series ?? 'tn',
    place: rule.place ?? 'inline',
    by,
    marker,
    children: [{type: 'paragraph', children, position: node.position}],
    position: node.position
  }
}

/** Moves the words before the first group (`Translator's note: `) from the content to the marker. */
function withoutLead(node: Bracket, groups: RegExpExecArray | undefined): Pick<Bracket, 'marker' | 'children'> {
  const kept = groups?.[1]
  const [first] = node.children
  const text = plainText(node)
  if (kept === undefined || kept === text || !asMatched(text).endsWith(kept) || first?.type !== 'text') return node
  const lead = text.slice(0, text.length - kept.length)
  if (!first.value.startsWith(lead)) return node
  // In place, because brackets inside this one are typed next.
  first.value = first.value.slice(lead.length)
  return {marker: {open: node.marker.open + lead, close: node.marker.close}, children: node.children}
}

/** A line that ends in the file is a space for patterns. */
const asMatched = (text: string): string => text.replaceAll('\n', ' ')
