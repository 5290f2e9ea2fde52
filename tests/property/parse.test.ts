// Whatever is typed, the parse ends, nothing is thrown, and no letter or digit is lost unless it is told.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {Edition, EditionDocument} from '../../src/document/edition.ts'
import {words} from '../../src/document/layers.ts'
import {editionSchema} from '../../src/document/settings.ts'
import {parse} from '../../src/syntax/index.ts'
import {transform} from '../../src/transforms/index.ts'

const TABLE = [{match: 'of (.*)', as: 'note', series: 'tn'}, {match: '(a|1)+', as: 'gap'}, {otherwise: 'supplied'}]

function read(body: string): EditionDocument {
  const [settingsFile, file] = [new VFile({path: 'edition.yaml'}), new VFile({path: 'd1.md'})]
  const tree = parse(file, body, {series: ['tn', 'en', 'an'], reportMarks: true})
  const document: EditionDocument = {id: 'd1', role: 'document', file, matter: {}, body, bodyLine: 0, tree}
  const edition: Edition = {
    dir: '.',
    settings: editionSchema.parse({id: 'x', title: 'X', date: '2026', brackets: {table: TABLE}}),
    people: {},
    places: {},
    terms: {},
    archives: {},
    documents: [document],
    front: [],
    back: [],
    images: new Map(),
    files: [settingsFile, file]
  }
  transform(edition, settingsFile)
  return document
}

/** Letters and digits in order: all that must not be lost. */
const signs = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')

const pieces = [
  'of',
  'a',
  'training',
  'школа',
  'Kim—',
  '1',
  '1952',
  'é',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '[',
  ']',
  ':',
  '::',
  ':::'
]
const marks = [
  '{',
  '}',
  '*',
  '_',
  '\\',
  '`',
  '.',
  '(',
  ')',
  '>',
  '#',
  '-',
  '|',
  '!',
  '^',
  '=',
  '"',
  '<',
  '&',
  '~',
  '\t'
]
const names = ['sic', 'closing', 'pb', 'tn', 'foo']
const any = fc.array(fc.constantFrom(...pieces, ...marks, ...names), {maxLength: 60}).map((list) => list.join(''))

test('nothing is thrown, nothing hangs, and every message has its place', () => {
  fc.assert(
    fc.property(any, (body) => {
      const {file} = read(body)
      const lines = body.split('\n')
      for (const {line, column, reason} of file.messages) {
        const inside = (line ?? 1) <= lines.length && (column ?? 1) - 1 <= (lines[(line ?? 1) - 1] ?? '').length
        expect(inside ? '' : `${line}:${column} ${reason}`).toBe('')
      }
    }),
    {seed: 19520904, numRuns: 1500}
  )
}, 60_000)

/** Text without the few forms that take letters: directives, notes, links, pictures, codes with a language and numbers of lists. */
const plain = fc
  .array(fc.constantFrom(...pieces, '{', '}', '*', '_', '\\', '`x`', '.', '#', '|', '=', '"', '<', '&', '~'), {
    maxLength: 60
  })
  .map((list) => list.join(''))

test('the received layer has every letter and digit of the text once and in order', () => {
  fc.assert(
    fc.property(plain, (body) => {
      fc.pre(!/:[a-z]+[[{]|^\s*\d+\./m.test(body))
      const {tree} = read(body)
      expect(signs(words(tree, 'received').join(''))).toBe(signs(body))
    }),
    {seed: 19520904, numRuns: 1500}
  )
}, 60_000)

test('a directive loses what its braces say and nothing else', () => {
  const label = fc
    .array(fc.constantFrom('of', 'a', '1', '[b]', '*c*', ' '), {minLength: 1, maxLength: 5})
    .map((list) => `x${list.join('')}`)
  fc.assert(
    fc.property(label, label, label, (before, inside, after) => {
      const body = `${before} :sic[${inside}] :unclear[${inside}]{cert=low} ${after}`
      const {tree} = read(body)
      expect(signs(words(tree, 'received').join(''))).toBe(signs(`${before}${inside}${inside}${after}`))
    }),
    {seed: 19520904, numRuns: 300}
  )
}, 60_000)

const twice = (seconds: number): {timeout: number} => ({timeout: seconds * 1000})

test('100,000 words, 20,000 open brackets and 1,000 nested ones end', twice(60), () => {
  const many = Array.from({length: 100_000}, (_, index) => `w${index}`)
  expect(words(read(many.join(' ')).tree, 'received')).toEqual(many)
  expect(read('[ x '.repeat(20_000)).file.messages).toHaveLength(20_000)
  const nested = `${'['.repeat(1000)}x${']'.repeat(1000)}`
  expect(words(read(nested).tree, 'received')).toEqual([nested])
})
