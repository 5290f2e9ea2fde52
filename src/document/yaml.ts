// Reads YAML against a schema; every fault becomes a message with line and column.
import {LineCounter, parseDocument, isMap, isScalar, isSeq, type Document, type Node as YamlNode} from 'yaml'
import type {VFile} from 'vfile'
import type {z} from 'zod'
import {nearest, report} from './report.ts'

/** A part of a file: the YAML text and how many lines stand before it. */
export interface YamlPart {
  text: string
  lineOffset?: number
}

type Issue = z.core.$ZodIssue

/** Parses and checks; undefined when a message says why not. Unknown keys are reported with the nearest known one. */
export function readYaml<T>(file: VFile, part: YamlPart, schema: z.ZodType<T>): T | undefined {
  const counter = new LineCounter()
  const offset = part.lineOffset ?? 0
  const document = parseDocument(part.text, {lineCounter: counter, schema: 'core', uniqueKeys: true})
  const at = (position: number) => {
    const {line, col} = counter.linePos(position)
    return {line: line + offset, column: col}
  }
  for (const fault of document.errors) {
    const what = fault.message.split(/ at line \d+/)[0] ?? fault.message
    report(file, 'unreadable-yaml', `Unreadable YAML: ${what.replace(/\s+/g, ' ')}`, at(fault.pos[0]))
  }
  if (document.errors.length > 0) return undefined
  const result = schema.safeParse(document.toJS() ?? {})
  if (result.success) return result.data
  for (const issue of result.error.issues)
    reportIssue(file, issue, schema, (path, key) => at(offsetOf(document, path, key)))
  return undefined
}

function reportIssue(
  file: VFile,
  given: Issue,
  schema: z.ZodType,
  place: (path: readonly PropertyKey[], key: boolean) => {line: number; column: number}
): void {
  const issue = innermost(given)
  const path = issue.path
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const known = issue.known ?? keysAt(schema, path)
      const near = nearest(key, known)
      const where = path.length > 0 ? ` in \`${path.map(String).join('.')}\`` : ''
      const hint = near
        ? `did you mean \`${near}\`?`
        : `expected one of ${known.map((name) => `\`${name}\``).join(', ')}`
      report(file, 'unknown-key', `Unexpected key \`${key}\`${where}, ${hint}`, place([...path, key], true))
    }
    return
  }
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined')
  const name = path.map(String).join('.') || 'the file'
  const reason = missing
    ? `Missing \`${name}\`, expected ${describe(issue)}`
    : `Unexpected value of \`${name}\`, ${expectation(issue)}`
  report(file, 'wrong-value', reason, place(missing ? path.slice(0, -1) : path, false))
}

interface Innermost {
  code: string
  path: PropertyKey[]
  message: string
  keys: string[]
  known?: string[] | undefined
  expected?: string | undefined
  values?: unknown[] | undefined
}

/** A union fails with a list of failures; the one that went deepest is the one the writer meant. */
function innermost(issue: Issue): Innermost {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const candidates = issue.errors
      .flat()
      .map((inner) => innermost({...inner, path: [...issue.path, ...inner.path]} as Issue))
    const deep = candidates.toSorted((a, b) => b.path.length - a.path.length || rank(a) - rank(b))[0]
    if (deep && (deep.path.length > issue.path.length || deep.code === 'unrecognized_keys' || deep.code === 'custom'))
      return deep
    const kinds = [...new Set(candidates.map((one) => one.expected).filter((kind) => kind !== undefined))]
    if (deep) return {...deep, expected: kinds.join(' or ') || deep.expected}
  }
  return {
    code: issue.code ?? 'custom',
    path: [...issue.path],
    message: issue.message,
    keys: issue.code === 'unrecognized_keys' ? issue.keys : [],
    expected: 'expected' in issue ? String(issue.expected) : undefined,
    values: issue.code === 'invalid_value' ? issue.values : undefined
  }
}

const rank = (issue: Innermost): number => (issue.code === 'unrecognized_keys' ? 0 : issue.code === 'custom' ? 1 : 2)

const KINDS: Record<string, string> = {
  string: 'text',
  object: 'a list of keys and values',
  record: 'a list of keys and values',
  array: 'a list',
  boolean: '`true` or `false`',
  number: 'a number',
  int: 'a whole number'
}

function describe(issue: Innermost): string {
  if (issue.values) return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`
  return (issue.expected ?? 'a value')
    .split(' or ')
    .map((kind) => KINDS[kind] ?? kind)
    .join(' or ')
}

function expectation(issue: Innermost): string {
  if (issue.code === 'invalid_type' || issue.values) return `expected ${describe(issue)}`
  if (issue.code === 'too_small') return 'expected some text'
  return issue.message
}

function offsetOf(document: Document, path: readonly PropertyKey[], key: boolean): number {
  let node: YamlNode | null = document.contents as YamlNode | null
  let start = node?.range?.[0] ?? 0
  for (const [index, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) break
      const last = index === path.length - 1
      start = (last && key ? (pair.key as YamlNode).range?.[0] : (pair.value as YamlNode | null)?.range?.[0]) ?? start
      node = pair.value as YamlNode | null
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as YamlNode | null
      start = node?.range?.[0] ?? start
    } else break
  }
  return start
}

/** Known keys of the object that a path leads to, read from the schema itself. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let options: unknown[] = [schema]
  for (const step of [...path, undefined]) {
    options = options.flatMap(unwrap)
    if (step === undefined) break
    options = options.flatMap((one) => stepInto(one, step))
  }
  return options.flatMap((one) => Object.keys((one as {shape?: object}).shape ?? {}))
}

interface Inner {
  def: {innerType?: unknown; in?: unknown; options?: unknown[]; element?: unknown; valueType?: unknown}
  shape?: Record<string, unknown>
}

function unwrap(schema: unknown): unknown[] {
  const {def} = schema as Inner
  if (def.options) return def.options.flatMap(unwrap)
  const inner = def.innerType ?? def.in
  return inner ? unwrap(inner) : [schema]
}

function stepInto(schema: unknown, step: PropertyKey): unknown[] {
  const {def, shape} = schema as Inner
  const next = shape?.[String(step)] ?? def.element ?? def.valueType
  return next ? [next] : []
}
