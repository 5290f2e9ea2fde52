// The JSON Schemas that editors get say the same as the schemas that check the files.
import {readdirSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {parseDocument} from 'yaml'
import type {z} from 'zod'
import {jsonSchema, SCHEMAS, type JsonSchema, type SchemaName} from '../../src/document/json-schemas.ts'
import {readYaml} from '../../src/document/yaml.ts'
import {splitMatter} from '../../src/syntax/index.ts'
import {misfits} from '../support/json-schema.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NAMES = Object.keys(SCHEMAS) as SchemaName[]

interface Source {
  /** Path below the root. */
  path: string
  name: SchemaName
  text: string
}

/** YAML files and front matter of the editions below a folder. */
function sourcesIn(folder: string): Source[] {
  const entries = readdirSync(join(ROOT, folder), {recursive: true, withFileTypes: true})
  const paths = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name))
  return paths.flatMap((file) => {
    const name = schemaOf(file)
    if (!name) return []
    const whole = readFileSync(file, 'utf8')
    const text = name === 'document' ? splitMatter(whole)?.matter : whole
    return text === undefined ? [] : [{path: file.slice(ROOT.length), name, text}]
  })
}

function schemaOf(file: string): SchemaName | undefined {
  if (['documents', 'front', 'back'].includes(basename(dirname(file))) && file.endsWith('.md')) return 'document'
  if (basename(file) === 'numbering.yaml') return 'numbering'
  return NAMES.find((name) => (SCHEMAS[name].files as readonly string[]).includes(basename(file)))
}

/** Plain data of a YAML text, as an editor checks it. */
const dataOf = (text: string): unknown => parseDocument(text, {schema: 'core'}).toJS() ?? {}

const GOOD = [...sourcesIn('tests/editions'), ...sourcesIn('edition'), ...sourcesIn('templates')]
const BAD = sourcesIn('tests/rules').filter(({path}) => /\/(?:unknown-key|wrong-value)\//.test(path))

/** Paths of all keys whose schema has no description. */
function undescribed(schema: JsonSchema, path: string): string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
    ...(typeof value === 'object' && value.description ? [] : [`${path}.${key}`]),
    ...undescribed(value as JsonSchema, `${path}.${key}`)
  ])
  const inner = [...(schema.anyOf ?? []), schema.items, schema.additionalProperties].flat()
  const deeper = inner.flatMap((one) => (typeof one === 'object' ? undescribed(one as JsonSchema, path) : []))
  return [...own, ...deeper]
}

test('every key is described', () => {
  expect(NAMES.flatMap((name) => undescribed(jsonSchema(name), name))).toEqual([])
  const fault: JsonSchema = {properties: {a: {anyOf: [{properties: {b: {type: 'string'}}}], description: 'A'}}}
  expect(undescribed(fault, 'x')).toEqual(['x.a.b'])
})

describe('what is right is right for both', () => {
  test('editions are seen at all', () => {
    expect(GOOD.map(({name}) => name)).toEqual(expect.arrayContaining(['edition', 'document', 'register', 'archives']))
    expect(GOOD.length).toBeGreaterThan(15)
  })

  test.each(GOOD.map((source) => [source.path, source] as const))('%s', (path, {name, text}) => {
    const file = new VFile({path})
    readYaml(file, {text}, SCHEMAS[name].schema as z.ZodType)
    expect(file.messages.map(String)).toEqual([])
    expect(misfits(jsonSchema(name), dataOf(text))).toEqual([])
  })
})

describe('what is wrong is wrong for both', () => {
  test.each(BAD.map((source) => [source.path, source] as const))('%s', (_path, {name, text}) => {
    const wrong = !SCHEMAS[name].schema.safeParse(dataOf(text)).success
    expect(misfits(jsonSchema(name), dataOf(text)).length > 0).toBe(wrong)
  })

  test('the cases are seen at all', () => {
    const refused = BAD.filter(({name, text}) => misfits(jsonSchema(name), dataOf(text)).length > 0)
    expect(refused.length).toBe(2)
  })

  test.each([
    ['a key that there is not', 'id: x\ntitle: X\ndate: 2026\ntitel: Y', [' additionalProperties']],
    ['a missing key', 'id: x\ndate: 2026', [' required']],
    ['a wrong word', 'id: x\ntitle: X\ndate: 2026\nentries: {form: both}', ['/entries/form enum']],
    ['empty text', 'id: x\ntitle: " "\ndate: 2026', ['/title pattern']],
    ['a name twice', 'id: x\ntitle: X\ndate: 2026\ndocuments: [a, b, a]', ['/documents uniqueItems']],
    ['no output', 'id: x\ntitle: X\ndate: 2026\noutputs: {}', ['/outputs minProperties']],
    ['a name with capitals', 'id: x\ntitle: X\ndate: 2026\noutputs: {Reader: {}}', ['/outputs propertyNames']],
    [
      'match and words together',
      'id: x\ntitle: X\ndate: 2026\nbrackets: {table: [{match: a, words: [b], as: gap}]}',
      ['/brackets/table/0 anyOf']
    ]
  ])('%s', (_what, text, expected) => {
    expect(SCHEMAS.edition.schema.safeParse(dataOf(text)).success).toBe(false)
    expect(misfits(jsonSchema('edition'), dataOf(text))).toEqual(expected)
  })
})

/** Values that are put in the place of every value of an edition. */
const STRANGERS = ['zzz', '', 17, -1, 0.5, true, null, [], ['zzz', 'zzz'], {}, {zzz: 'zzz'}, [{zzz: 1}]]

/** The data with one value replaced by another, for every value, and with a key more in every map. */
function* changed(data: unknown): Generator {
  yield* STRANGERS
  if (Array.isArray(data))
    for (const [index, one] of data.entries()) for (const other of changed(one)) yield data.with(index, other)
  else if (typeof data === 'object' && data !== null) {
    for (const [key, one] of Object.entries(data)) {
      for (const other of changed(one)) yield {...data, [key]: other}
      yield Object.fromEntries(Object.entries(data).filter(([other]) => other !== key))
    }
    for (const stranger of STRANGERS) yield {...data, zzz: stranger}
  }
}

/** What only the program can see: names of other keys, dates, contradictions. */
const isSense = (issues: readonly {code: string; message: string}[]): boolean =>
  issues.every(({code}) => code === 'custom')

/** Settings that no edition of the tests has. */
const MORE: Source = {
  path: 'more',
  name: 'edition',
  text: `id: x
title: X
date: 2026-01
parts: [{title: Part 1, documents: [a], note: A note}]
outputs:
  course:
    like: reader
    units: [{title: Week 1, documents: [a ¶1-2, b]}]
    notes: {en: book-end}
  reader:
    select: {dates: 1921, keywords: fire, people: [weber], parts: [Part 1]}
    line-numbers: {every: 5, margin: outer, restart: page, headings: false}
  small: {documents: [a], excerpts: [b ¶3], bleed: 3, formats: [print]}
`
}

describe('whatever is changed in an edition, both say the same', () => {
  test.each(
    [...GOOD, MORE]
      .filter(({path}) => /everything|placed|more/.test(path))
      .map((source) => [source.path, source] as const)
  )('%s', (_path, {name, text}) => {
    const schema = jsonSchema(name)
    const differ: unknown[] = []
    let refused = 0
    for (const data of changed(dataOf(text))) {
      const {success, error} = SCHEMAS[name].schema.safeParse(data)
      const fits = misfits(schema, data).length === 0
      if (!fits) refused++
      if (fits !== success && !(fits && error && isSense(error.issues))) differ.push({data, fits, error})
    }
    expect(differ.slice(0, 3)).toEqual([])
    expect(refused).toBeGreaterThan(20)
  })
})
