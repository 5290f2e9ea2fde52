// Tables of any script with words that their columns have no room for, in cells that the ends of pages cut: they are built, the proofs find
// every letter in the order of reading, and no cell stands under another.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {beforeAll, expect, test} from 'vitest'
import {build, type BuildResult} from '../../src/build.ts'
import {readPieces} from '../../src/verify/pdf-pieces.js'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {testsOfPages} from './support/standards.ts'

withOwnCache()

/** Letters of a script. */
const SCRIPTS = {
  he: 'אבגדהוזחטיכלמנסעפצקרשת',
  // Letters that are joined to both sides, and such as are not.
  ar: 'بتثجحخسشصضطظعغفقكلمنهيادذرزو',
  en: 'abcdefghijklmnopqrstuvwxyz',
  ru: 'абвгдежзиклмнопрстуфхцчш'
} as const

type Script = keyof typeof SCRIPTS

const wordIn = (script: Script, longest: number): fc.Arbitrary<string> => {
  const letter = fc.constantFrom(...Array.from(SCRIPTS[script]))
  const of = (minLength: number, maxLength: number) =>
    fc.array(letter, {minLength, maxLength}).map((letters) => letters.join(''))
  return fc.oneof({weight: 2, arbitrary: of(3, 8)}, {weight: 1, arbitrary: of(Math.ceil(longest / 2), longest)})
}

/** A document with a table: so many columns, words as long as that, a cell that is higher than a page. */
const documentWith = ({script, columns, longest}: Case): fc.Arbitrary<string> => {
  const word = fc.oneof({weight: 3, arbitrary: wordIn(script, longest)}, {weight: 1, arbitrary: wordIn('en', longest)})
  const cell = (most: number) => fc.array(word, {minLength: 1, maxLength: most}).map((words) => words.join(' '))
  const row = (most: number) => fc.array(cell(most), {minLength: columns, maxLength: columns})
  const long = fc.tuple(row(2), fc.nat(columns - 1), fc.array(word, {minLength: 60, maxLength: 60}))
  return fc
    .record({title: wordIn(script, 8), head: row(2), rows: fc.array(row(4), {minLength: 2, maxLength: 5}), long})
    .map(({title, head, rows, long: [cells, at, words]}) => {
      const lines = [head, ...rows, cells.with(at, words.join(' '))].map((list) => `| ${list.join(' | ')} |`)
      const text = [lines[0], `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n')
      return `---\ntitle: ${title}\nshortTitle: ${title}\nlanguage: ${script}\n---\n\n${text}\n`
    })
}

interface Case {
  script: Script
  columns: number
  longest: number
}

const CASES: Case[] = (['he', 'ar', 'en', 'ru'] as const).flatMap((script) =>
  [2, 3, 5].flatMap((columns) => [12, 26].map((longest) => ({script, columns, longest})))
)

const idOf = ({script, columns, longest}: Case): string => `${script}-${columns}-${longest}`

const texts = CASES.map((one, seed) => fc.sample(documentWith(one), {seed, numRuns: 1})[0] ?? '')
const edition = EditionTest.empty().with({
  'edition.yaml': `id: tables
title: Tables
shortTitle: Tables
editors: [Ida Ferrand]
date: 2026-05-01
language: en
brackets: {resp: author, table: [{otherwise: leave}]}
front: [title]
documents: [${CASES.map(idOf).join(', ')}]
outputs: {reader: {formats: [pdf], paper: 110x160mm, line-numbers: 5}}
`,
  ...Object.fromEntries(CASES.map((one, at) => [`documents/${idOf(one)}.md`, texts[at]]))
})
const out = join(edition.cwd, 'dist')
let result: BuildResult
beforeAll(async () => {
  result = await build({dir: edition.dir, out, outputs: ['reader']})
})

test('tables of any script, with columns of any number and words of any length, are built', () => {
  const errors = result.messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(result.ok).toBe(true)
})

test('no word stands on another', async () => {
  const pages = await readPieces(readFileSync(join(out, 'reader.pdf')))
  expect(pages.length).toBeGreaterThan(2 * CASES.length)
  const faults = pages.flatMap((pieces, page) => {
    const shown = pieces.filter(({text, left, right}) => text.trim() !== '' && right > left)
    const sorted = shown.toSorted((a, b) => Math.round(a.base) - Math.round(b.base) || a.left - b.left)
    return sorted.flatMap((piece, at) => {
      const next = sorted[at + 1]
      if (!next || Math.round(next.base) !== Math.round(piece.base)) return []
      // Letters of Arabic script reach under one another.
      return next.left < piece.right - piece.size / 2 ? [{page, under: piece.text, on: next.text}] : []
    })
  })
  expect(faults).toEqual([])
})

testsOfPages(() => out, 'reader')
