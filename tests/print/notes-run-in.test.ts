// Notes run in, one behind the other: of either direction, under texts of either.
import {readFileSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, type BuildResult} from '../../src/build.ts'
import {readPieces, type Piece} from '../../src/verify/pdf-pieces.js'
import {readPdf} from '../../src/verify/pdf-text.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn} from './support/build-result.ts'

withOwnCache()

const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת'
const ARABIC = 'بتثجحخسشصضطظعغفقكلمنهي'
const CYRILLIC = 'абвгдежзиклмнопрстуфхц'
const LATIN = 'abcdefghijklmnopqrstuv'

// In the last column the alphabets of the notes, one after the other.
describe.each([
  ['he', 'its', [HEBREW]],
  ['he', 'the other', [LATIN, CYRILLIC]],
  ['he', 'either', [HEBREW, LATIN, ARABIC, CYRILLIC]],
  ['en', 'the other', [HEBREW, ARABIC]],
  ['en', 'either', [LATIN, HEBREW, ARABIC, CYRILLIC]]
])('notes that are run in under a text in %s, of %s direction', (language, _whose, alphabets) => {
  // Each word once: `אבאב`, `בגבג`.
  const words = alphabets.map((letters) =>
    Array.from({length: 21}, (_, at) => letters.slice(at, at + 2).repeat(2)).filter((word) => new Set(word).size === 2)
  )
  const notes = Array.from({length: 12}, (_, at) =>
    (words[at % words.length] ?? []).slice((at * (at + 1)) % 19).slice(0, 1 + ((at * 5) % 7))
  )
  const runIn = EditionTest.empty().with({
    'edition.yaml': `id: notes
title: Notes
shortTitle: Notes
editors: [Ida Ferrand]
date: 2026-05-01
language: en
front: [title]
series: {en: {title: Notes, marks: decimal, layout: run-in}}
documents: [d1]
outputs: {reader: {formats: [pdf], paper: A5}}
`,
    'documents/d1.md': [
      `---\ntitle: x\nshortTitle: x\nlanguage: ${language}\n---`,
      notes.map((_, at) => `${language === 'he' ? 'ויאמר' : 'said'}[^en-${at + 1}]`).join(' '),
      ...notes.map((list, at) => `[^en-${at + 1}]: ${list.join(' ')}`)
    ].join('\n\n')
  })
  const pdf = `${runIn.cwd}/dist/reader.pdf`
  let result: BuildResult
  beforeAll(async () => {
    result = await build({dir: runIn.dir, out: `${runIn.cwd}/dist`, outputs: ['reader']})
  })

  test('are built', () => {
    expect(errorsIn(result)).toEqual([])
    expect(result.ok).toBe(true)
  })

  test('are read one after the other, several of them on a line too', async () => {
    const read = (await readPdf(readFileSync(pdf), {turned: true})).words
    expect(read.filter((word) => words.flat().includes(word))).toEqual(notes.flat())
  })

  test('have a sign between them, behind words of the same line', async () => {
    const pieces = (await readPieces(readFileSync(pdf))).flat()
    const signs = pieces.filter(({text}) => text.includes('‖'))
    expect(signs).toHaveLength(notes.length - 1)
    const isBehind = (before: Piece, sign: Piece): boolean =>
      before.base === sign.base && (language === 'he' ? before.left > sign.left : before.left < sign.left)
    for (const sign of signs)
      expect(pieces.filter((piece) => /\p{L}/u.test(piece.text) && isBehind(piece, sign))).not.toEqual([])
  })
})

test('no mark stands at the end of a line without its note', async () => {
  const count = 90
  const word = (n: number): string => 'abcdefghijklm'.slice(n % 7).repeat(n % 11 === 0 ? 5 : 1)
  const edition = EditionTest.empty().with({
    'edition.yaml': `id: notes
title: Notes
editors: [Ida Ferrand]
date: 2026-05-01
language: en
front: [title]
back: []
series: {en: {title: Notes, marks: decimal, layout: run-in}}
documents: [d1]
outputs: {reader: {formats: [pdf], paper: 100x140mm}}
`,
    'documents/d1.md': [
      '---\ntitle: x\nlanguage: en\n---',
      Array.from({length: count}, (_, at) => `said[^en-${at + 1}]`).join(' '),
      ...Array.from({length: count}, (_, at) => `[^en-${at + 1}]: ${word(at)} ${'so '.repeat(at % 5)}end.`)
    ].join('\n\n')
  })
  const result = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  expect(errorsIn(result)).toEqual([])
  expect(result.ok).toBe(true)
  const pages = await readPieces(readFileSync(`${edition.cwd}/dist/reader.pdf`))
  const isOn = (mark: Piece, {base, size}: Piece): boolean => mark.base > base && mark.base - base < size
  const marks = pages.flatMap((page) => {
    const letters = page.filter(({text, size}) => /\p{L}/u.test(text) && size < SIZE_OF_TEXT)
    return page
      .filter(({text}) => /^\d+$/.test(text))
      .map((mark) => ({mark, beside: letters.filter((piece) => isOn(mark, piece))}))
      .filter(({beside}) => beside.length > 0)
  })
  expect(marks.map(({mark}) => mark.text)).toEqual(Array.from({length: count}, (_, at) => String(at + 1)))
  expect(marks.filter(({mark, beside}) => !beside.some(({left}) => left > mark.left))).toEqual([])
})

/** Points: that of notes is smaller. */
const SIZE_OF_TEXT = 9.5
