// Says in plain English what of a YAML file does not fit its schema: unknown and missing keys, wrong values.
import type {z} from 'zod'
import {nearest} from './report.ts'
import type {RuleId} from './rules.ts'

/** What is wrong, and the path that leads to it. */
export interface Complaint {
  rule: Extract<RuleId, 'unknown-key' | 'wrong-value'>
  reason: string
  path: PropertyKey[]
  atKey: boolean
}

type Issue = z.core.$ZodIssue

/** An issue and the schemas that its path leads to, so that their known keys can be listed. */
interface Found {
  issue: Issue
  path: PropertyKey[]
  schemas: Inner[]
}

/** Turns the issues of a schema into complaints, in the order of the schema. */
export function complaintsOf(issues: readonly Issue[], schema: unknown, data: unknown): Complaint[] {
  const found = issues.flatMap((issue) =>
    resolve({issue, path: [...issue.path], schemas: schemasAt(schema, issue.path)})
  )
  const unknown = found.flatMap((one) => unknownKeys(one, data))
  const meant = new Set(unknown.map(({path, near}) => pathKey([...path.slice(0, -1), near ?? ''])))
  const wrong = found
    .filter(({issue, path}) => issue.code !== 'unrecognized_keys' && !meant.has(pathKey(path)))
    .map((one) => wrongValue(one, data))
  return [...unknown, ...wrong]
}

const pathKey = (path: readonly PropertyKey[]): string => path.map(String).join('\u0000')

/** A union fails with one list of issues an alternative; the alternative that comes nearest is the one the writer meant. */
function resolve(found: Found): Found[] {
  const {issue, path, schemas} = found
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [found]
  const options = schemas.find(({def}) => def.options)?.def.options ?? []
  const alternatives = issue.errors.map((errors, index) =>
    errors.flatMap((inner) =>
      resolve({issue: inner, path: [...path, ...inner.path], schemas: schemasAt(options[index], inner.path)})
    )
  )
  const best = alternatives.toSorted((a, b) => distance(a, path) - distance(b, path))[0]
  return best && distance(best, path) < OTHER_KIND ? best : [found]
}

/** Larger than any number of slips: the value is of another kind altogether. */
const OTHER_KIND = 1000

function distance(found: readonly Found[], path: readonly PropertyKey[]): number {
  const slips = found.map((one) => {
    if (one.issue.code === 'invalid_type' && one.path.length === path.length) return OTHER_KIND
    return one.issue.code === 'unrecognized_keys' ? 2 * one.issue.keys.length : 1
  })
  return slips.reduce((sum, slip) => sum + slip, 0)
}

function unknownKeys({issue, path, schemas}: Found, data: unknown): (Complaint & {near: string | undefined})[] {
  if (issue.code !== 'unrecognized_keys') return []
  const known = knownKeys(schemas, Object.keys(valueAt(data, path) ?? {}))
  const where = path.length > 0 ? ` in ${named(path)}` : ''
  return issue.keys.map((key) => {
    const near = nearest(key, known)
    const hint = near ? `did you mean \`${near}\`?` : `expected ${oneOf(known)}`
    return {
      rule: 'unknown-key',
      reason: `Unexpected key \`${key}\`${where}, ${hint}`,
      path: [...path, key],
      atKey: true,
      near
    }
  })
}

/** The keys of the alternative that knows most of those used. */
function knownKeys(schemas: readonly Inner[], used: readonly string[]): string[] {
  const choices = schemas.flatMap(choicesOf).map(({shape}) => Object.keys(shape ?? {}))
  const fit = (keys: string[]): number => keys.filter((key) => used.includes(key)).length
  return choices.toSorted((a, b) => fit(b) - fit(a))[0] ?? []
}

function wrongValue(found: Found, data: unknown): Complaint {
  const {issue, path} = found
  const value = valueAt(data, path)
  const complaint = {rule: 'wrong-value' as const, path, atKey: false}
  if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? 'expected another form'
    const where = path.length > 1 ? ` in ${named(path.slice(0, -1))}` : ''
    return {...complaint, reason: `Unexpected key \`${String(path.at(-1))}\`${where}, ${why}`, atKey: true}
  }
  if (value === undefined && path.length > 0) {
    return {...complaint, reason: `Missing ${named(path)}, ${expectation(found)}`, path: path.slice(0, -1)}
  }
  if (path.length === 0) return {...complaint, reason: `Unexpected content of the file, ${expectation(found)}`}
  if (value === null || value === '')
    return {...complaint, reason: `Unexpected empty ${named(path)}, ${expectation(found)}`}
  if (Array.isArray(value) && value.length === 0)
    return {...complaint, reason: `Unexpected empty list of ${named(path)}, ${expectation(found)}`}
  const shown =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? ` \`${value}\`` : ''
  return {...complaint, reason: `Unexpected value${shown} of ${named(path)}, ${expectation(found)}`}
}

const KINDS: Record<string, string> = {
  string: 'text',
  object: 'keys with values',
  record: 'keys with values',
  array: 'a list',
  boolean: '`true` or `false`',
  number: 'a number',
  int: 'a whole number',
  never: 'nothing here'
}

function expectation({issue}: Found): string {
  if (issue.code === 'invalid_value') return `expected ${oneOf(issue.values.map(String))}`
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'expected some text' : `expected more than ${issue.minimum}`
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input')
    return `expected ${kindsOf(issue).join(' or ')}`
  if (issue.code === 'invalid_type') return `expected ${KINDS[issue.expected] ?? issue.expected}`
  return issue.message
}

/** What the alternatives of a union take: `text or keys with values`. */
function kindsOf(issue: Issue): string[] {
  if (issue.code === 'invalid_union') return [...new Set(issue.errors.flat().flatMap(kindsOf))]
  if (issue.code === 'invalid_type') return [KINDS[issue.expected] ?? issue.expected]
  return issue.code === 'invalid_value' ? [oneOf(issue.values.map(String))] : []
}

function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``)
  return quoted.length > 1 ? `one of ${quoted.join(', ')}` : `${quoted[0] ?? 'no key'} only`
}

/** A path as one says it: `` `sort` in item 2 of `editors` ``. Items are counted from 1. */
function named(path: readonly PropertyKey[]): string {
  let text = ''
  let keys: string[] = []
  for (const step of [...path, undefined]) {
    if (typeof step === 'string') {
      keys.push(step)
      continue
    }
    if (keys.length > 0) text = `\`${keys.join('.')}\`${text && ` in ${text}`}`
    if (step !== undefined) text = `item ${Number(step) + 1}${text && ` of ${text}`}`
    keys = []
  }
  return text
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

/** What zod keeps of a schema and we read to list the keys it knows. */
interface Inner {
  def: {innerType?: unknown; in?: unknown; options?: unknown[]; element?: unknown; valueType?: unknown}
  shape?: Record<string, unknown>
}

/** The schemas that a path leads to, without what is wrapped around them; several where a union stands on the way. */
function schemasAt(schema: unknown, path: readonly PropertyKey[]): Inner[] {
  let schemas = unwrap(schema)
  for (const step of path) {
    schemas = schemas
      .flatMap(choicesOf)
      .flatMap(({def, shape}) => unwrap(shape?.[String(step)] ?? def.element ?? def.valueType))
  }
  return schemas
}

function choicesOf(schema: Inner): Inner[] {
  return schema.def.options ? schema.def.options.flatMap(unwrap).flatMap(choicesOf) : [schema]
}

function unwrap(schema: unknown): Inner[] {
  if (schema === undefined) return []
  const inner = schema as Inner
  const wrapped = inner.def.innerType ?? inner.def.in
  return wrapped === undefined ? [inner] : unwrap(wrapped)
}
