// Words longer than a page: pages and notes end inside them, and every letter stands on its page, joined letters too, which are wider where
// a text ends.
import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {SCRIPT_FACES} from '../../src/document/script-faces.ts'
import type {FlowPart, LaidOut} from '../../src/print/contract.ts'
import {scriptRules} from '../../src/print/script-rules.ts'
import {startLab, type Lab} from './support/lab.ts'
import {newPart} from './support/parts.ts'
import {noteFaults, pieces, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Small pages, with the faces of Arabic and Hebrew. */
const SHEET = [
  readFileSync(new URL('../../styles/right-to-left.css', import.meta.url), 'utf8'),
  ...scriptRules(SCRIPT_FACES),
  '@page {size: 4.5in 5.5in}'
].join('\n')

/** So many letters of an alphabet by chance. */
function letters(alphabet: readonly string[], count: number): string[] {
  let state = count
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % alphabet.length
  }
  return Array.from({length: count}, () => alphabet[next()] ?? '')
}

const JOINED = Array.from('بتجسصشطعقفكلمني')
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  'joined letters': JOINED,
  'joined letters, parted here and there': [...JOINED, ...Array(6).fill('ی\u200C'), 'ه\u200D'],
  'drawn-out letters': [...JOINED, ...Array(6).fill('ـــ')],
  'letters with points': JOINED.flatMap((letter) => [letter, `${letter}\u064E`, `${letter}\u0651\u0650`]),
  'lam and alef': ['لا', 'لآ', 'الله', 'ل', 'ب', 'ا', 'م'],
  'letters of Hebrew': Array.from('אבגדהוזחטיכלמנסעפצקרשתךםןףץ״׳'),
  'letters of Hebrew with points': Array.from('אבגדהוזחט').flatMap((letter) => [letter, `${letter}\u05B8`, 'שׁ\u05B0']),
  'letters of Latin': Array.from('abcdefghijkfi')
}

/** Every few letters others stand in an element of their own. */
const emphatic = (word: readonly string[]): string =>
  word.map((letter, at) => (at % 5 === 2 ? `<em>${letter}` : at % 5 === 4 ? `${letter}</em>` : letter)).join('')
const plain = (word: readonly string[]): string => word.join('')

const attributes = (kind: string): string => (kind.endsWith('Latin') ? '' : ' lang="ar" dir="rtl"')

/** Lays a part out, and proves that nothing is lost or stands where it should not; no page begins with a mark, or with the half of a sign. */
async function laidOutWell(part: FlowPart): Promise<LaidOut> {
  const laidOut = await lab.layOut(part, SHEET)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  expect(await lab.inspect(laidOut)).toEqual([])
  const onPages = laidOut.pages.slice(1).map((page) => textOfPages({...laidOut, pages: [page]}))
  const ofNotes = pieces(laidOut).flatMap(({text, continued}) => (continued ? [text.trim()] : []))
  for (const text of [...onPages, ...ofNotes]) expect(text).toMatch(/^(?!\p{M}|[\u200C-\u200D])/u)
  return laidOut
}

describe('a page ends inside a word that is longer than a page', () => {
  const cases = Object.keys(LETTERS).flatMap((kind) => [
    [kind, 'in one text', plain] as const,
    [kind, 'in many elements', emphatic] as const
  ])
  test.each(cases)('%s, %s', async (kind, _, mark) => {
    for (const length of [2100, 2107]) {
      const word = mark(letters(LETTERS[kind] ?? [], length))
      const part = newPart('d1', {registers: []})
        .block(`<p${attributes(kind)}>so ${word} so</p>`)
        .part()
      const pages = await lab.measure(await laidOutWell(part))
      expect(pages.length).toBeGreaterThan(2)
      // The last page has three lines at least; all before those two are full.
      for (const {blank} of pages.slice(0, -2)) expect(blank).toBeLessThan(1)
    }
  })
})

describe('a note is cut inside a word that no line has room for', () => {
  const layouts = ['list', 'run-in', 'two-columns'] as const
  const cases = Object.keys(LETTERS).flatMap((kind) => layouts.map((layout) => [kind, layout] as const))
  test.each(cases)('%s, %s', async (kind, layout) => {
    const maker = newPart('d1', {registers: ['en']})
    for (let n = 0; n < 14; n++) {
      const word = letters(LETTERS[kind] ?? [], 120 + 41 * (n % 9))
      const note = `<p${attributes(kind)}>so ${n % 2 === 0 ? plain(word) : emphatic(word)} so.</p>`
      maker.block(`<p>${maker.words(9)} ${maker.call('en', note)}</p>`)
    }
    const {registers, ...part} = maker.part()
    const laidOut = await laidOutWell({...part, registers: registers.map((one) => ({...one, layout}))})
    expect(pieces(laidOut).filter(({continued}) => continued).length).toBeGreaterThan(1)
  })
})

test('a word of few lines goes over whole, and a heading with it', async () => {
  const word = 'abcdefghij'.repeat(20)
  for (let before = 60; before < 90; before += 3) {
    const maker = newPart('d1', {registers: []}).paragraphs(before)
    const part = maker.block(`<h2>Of words</h2><p>${word} so.</p>`).paragraphs(40).part()
    const pages = await lab.measure(await laidOutWell(part))
    expect(pages.filter(({heading}) => heading)).toEqual([])
  }
})

test('a line of joined letters that would be a trice wider than its column is set as much smaller', async () => {
  const maker = newPart('d1', {registers: ['tn']})
  const words = Array.from({length: 60}, (_, n) => plain(letters(JOINED, 60 + n))).join(' ')
  const part = maker.block(`<p>${maker.words(5)} ${maker.call('tn', `<p>${words}</p>`)}</p>`).part()
  const registers = part.registers.map((one) => ({...one, layout: 'two-columns' as const}))
  const laidOut = await lab.layOut({...part, registers}, `${SHEET}\n.whole-line {padding-left: 1.5px}`)
  expect(laidOut.problems).toEqual([])
  expect(await lab.inspect(laidOut)).toEqual([])
  const lines = await lab.widths(laidOut, '.whole-line')
  expect(lines.length).toBeGreaterThan(100)
  // Both columns and what parts them, 14 points, are as wide as the register.
  const [register = 0] = await lab.widths(laidOut, '.register')
  expect(Math.max(...lines)).toBeLessThan((register - 14 * (4 / 3)) / 2 + 0.5)
  expect(laidOut.pages.join('')).toMatch(/class="whole-line[^>]*font-size: 9\d\.\d+%/)
})
