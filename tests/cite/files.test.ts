// Files for reference managers, read back: CSL-JSON against the rules of its schema, BibTeX and RIS by readers of our own.
import fc from 'fast-check'
import path from 'node:path'
import {expect, test} from 'vitest'
import {citationFiles, type CitationFiles} from '../../src/cite/index.ts'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'
import {readEdition} from '../../src/read/index.ts'
import {readBibTex, readRis} from './readers.ts'

/** Keys of the published schema 1.0.2 by what it asks of their values; no other key is allowed. */
const STRINGS =
  'id type title title-short genre event-place publisher publisher-place language ISBN container-title container-title-short chapter-number archive archive_collection archive_location archive-place note keyword'.split(
    ' '
  )
const NAMES = new Set(['author', 'editor', 'translator', 'container-author'])
const DATES = new Set(['issued', 'original-date'])

function cslFaults(item: Record<string, unknown>): string[] {
  const required = ['id', 'type'].filter((key) => typeof item[key] !== 'string' || item[key] === '')
  return [...required, ...Object.entries(item).flatMap(([key, value]) => (isRight(key, value) ? [] : [key]))]
}

function isRight(key: string, value: unknown): boolean {
  if (key === 'type') return ['book', 'chapter', 'manuscript'].includes(String(value))
  if (STRINGS.includes(key)) return typeof value === 'string'
  if (NAMES.has(key)) return Array.isArray(value) && value.every((name) => hasOnly(name, NAME_KEYS))
  if (!DATES.has(key) || !hasOnly(value, ['date-parts', 'circa', 'literal'])) return false
  const parts: unknown = Object.entries(Object(value)).find(([name]) => name === 'date-parts')?.[1]
  return (
    parts === undefined || (isList(parts, 2) && parts.every((part) => isList(part, 3) && part.every(Number.isInteger)))
  )
}

const NAME_KEYS = ['family', 'given', 'suffix', 'static-ordering', 'literal']

const hasOnly = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).every((key) => keys.includes(key))

const isList = (value: unknown, most: number): value is unknown[] =>
  Array.isArray(value) && value.length >= 1 && value.length <= most

const items = ({csl}: CitationFiles): Record<string, unknown>[] => JSON.parse(csl) as Record<string, unknown>[]

function filesOf(matter: object, settings: object = {}, id = 'd1'): CitationFiles {
  const edition = {
    settings: editionSchema.parse({id: 'ed', title: 'Papers', date: '2020-05', ...settings}),
    archives: {}
  }
  return citationFiles(edition, [{id, matter: matterSchema.parse(matter), excerpt: undefined}])
}

async function sampleFiles(): Promise<CitationFiles> {
  const {edition} = await readEdition(path.resolve(import.meta.dirname, '../../edition'))
  if (!edition) throw new Error('the sample edition cannot be read')
  return citationFiles(edition, edition.documents)
}

test('the sample edition: the same records under the same keys in all three, the same bytes each time', async () => {
  const files = await sampleFiles()
  const id = 'recension-sample-moscow-1952-09-04'
  const keys = [id, `${id}:d1`, `${id}:d1:A`, `${id}:d1:R`, `${id}:d1:L`]
  expect(items(files).map((item) => item['id'])).toEqual(keys)
  expect(readBibTex(files.bibTex).map(({key}) => key)).toEqual(keys)
  expect(readRis(files.ris).map((record) => new Map(record).get('ID'))).toEqual(keys)
  expect(items(files).flatMap(cslFaults)).toEqual([])
  expect(await sampleFiles()).toEqual(files)
})

test('the sample edition: the recorder is in the note and nowhere an author', async () => {
  const files = await sampleFiles()
  const [, document, original] = items(files)
  expect(document).toMatchObject({
    type: 'chapter',
    translator: [{family: 'Goldberg', given: 'Gary'}],
    editor: [{literal: 'The makers of Recension'}],
    'original-date': {'date-parts': [[1952, 9, 4]]},
    issued: {'date-parts': [[2026, 11, 24]]},
    archive_location: 'f. 45, o. 1, d. 348, ll. 71-82',
    'archive-place': 'Moscow',
    note: 'Recorded by N. Fedorenko.'
  })
  expect(original).toMatchObject({type: 'manuscript', issued: {'date-parts': [[1952, 9, 4]]}})
  expect([document, original].filter((item) => item && 'author' in item)).toEqual([])
  expect(readBibTex(files.bibTex)[2]?.fields).toMatchObject({
    year: '1952',
    date: '1952-09-04',
    note: 'f. 45, o. 1, d. 348, ll. 71-82, Arkhiv Prezidenta Rossiiskoi Federatsii, Moscow. Recorded by N. Fedorenko. Cited in the edition, not consulted for it.'
  })
  expect(readRis(files.ris)[2]).toEqual(
    expect.arrayContaining([
      ['TY', 'MANSCPT'],
      ['PY', '1952'],
      ['DA', '1952/09/04/'],
      ['AN', 'f. 45, o. 1, d. 348, ll. 71-82'],
      ['AV', 'Arkhiv Prezidenta Rossiiskoi Federatsii, Moscow, f. 45, o. 1, d. 348, ll. 71-82']
    ])
  )
  expect(files.ris).not.toMatch(/(?<!\r)\n/)
})

test('faults against the schema are seen', () => {
  expect(cslFaults({id: 'a', type: 'letter', issued: '1952', author: ['A'], colour: 'red', note: 3})).toEqual([
    'type',
    'issued',
    'author',
    'colour',
    'note'
  ])
})

test.each([
  ['1952~', {'date-parts': [[1952]], circa: true}, '1952~', '1952///ca. 1952'],
  [
    '1952-09/1953-01',
    {
      'date-parts': [
        [1952, 9],
        [1953, 1]
      ]
    },
    '1952-09/1953-01',
    '1952/09//September 1952–January 1953'
  ],
  ['195X', {literal: '1950s'}, '195X', '1950///1950s'],
  ['[1937,1938]', {literal: '1937 or 1938'}, undefined, '1937///1937 or 1938'],
  ['XXXX', undefined, undefined, undefined]
])('the date %s in each file', (date, csl, bibTex, risDate) => {
  const files = filesOf({date, source: {A: 'RGANI, f. 5, op. 30, d. 17, l. 4'}})
  expect(items(files)[2]?.['issued']).toEqual(csl)
  expect(readBibTex(files.bibTex)[2]?.fields['date']).toBe(bibTex)
  expect(new Map(readRis(files.ris)[2]).get('DA')).toBe(risDate)
})

/** Any words, with every sign that one of the formats takes for its own; white space as the files have it. */
const words = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'\\{}#$%&_^~"@,= -\n\r\t'.split('')),
      fc.string({minLength: 1, maxLength: 1, unit: 'grapheme'})
    )
  })
  .filter((text) => text.trim() !== '')

const plain = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/[\s\p{Cc}\p{Zs}]+/gu, ' ')
    .trim()

test('any title, editor and archive come back from all three', () => {
  fc.assert(
    fc.property(words, words, words, (title, editor, id) => {
      fc.pre(plain(title) !== '' && plain(editor) !== '' && !/^\[[^[\]]*\]$/.test(title.trim()))
      const files = filesOf({title}, {id: `e${id}`, editors: [editor]})
      expect(items(files).flatMap(cslFaults)).toEqual([])
      expect(items(files)[1]?.['title']).toBe(plain(title))
      expect(readBibTex(files.bibTex)[1]?.fields).toMatchObject({title: plain(title), editor: plain(editor)})
      const ris = new Map(readRis(files.ris)[1])
      expect([ris.get('TI'), ris.get('ED')]).toEqual([plain(title), plain(editor)])
    }),
    {seed: 1952, numRuns: 300}
  )
})

test('different ids never share a key, and a key is safe in BibTeX', () => {
  const key = (id: string): unknown => items(filesOf({}, {}, id))[1]?.['id']
  expect(['d1', 'ж', 'd_1', 'é'].map(key)).toEqual(['ed:d1', 'ed:.436.', 'ed:d_1', 'ed:.e9.'])
})
