// Words longer than what stands around them: in tables of notes and quotations, in titles of the contents, and from right to left.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {glued, newPart, type PartMaker} from './support/parts.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'
import {startLab, type Lab} from './support/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const LONG = 'Rindfleischetikettierungsueberwachung'
const table = (...cells: readonly string[]): string =>
  `<table><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></tbody></table>`

/** Widths of what stands around a table, of the table, and of its columns. */
async function widths(maker: PartMaker, around: string): Promise<{around: number; table: number; cells: number[]}> {
  const part = maker.part()
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  expect(await lab.inspect(laidOut)).toEqual([])
  const [of, own] = await Promise.all([around, `${around} table`].map((selector) => lab.widths(laidOut, selector)))
  return {around: of?.[0] ?? 0, table: own?.[0] ?? 0, cells: await lab.widths(laidOut, `${around} td`)}
}

const inNote = (...cells: readonly string[]): PartMaker => {
  const maker = newPart('notes')
  return maker.block(`<p>${maker.words(8)} ${maker.call('en', `<p>So.</p>${table(...cells)}`)}</p>`)
}
const inQuotation = (...cells: readonly string[]): PartMaker =>
  newPart('quoted').block(`<blockquote><blockquote>${table(...cells)}</blockquote></blockquote>`)

test.each([
  ['a note', inNote, '.note'],
  ['a quotation in another', inQuotation, 'blockquote blockquote']
])('in %s', async (_, place, around) => {
  const wide = await widths(place(LONG, LONG + LONG, LONG), around)
  expect(wide.table).toBeLessThanOrEqual(wide.around)
  // The columns, less the distance between them, have what room there is.
  const [first = 0, second = 0, third = 0] = wide.cells
  expect(Math.abs(second - first)).toBeLessThan(1)
  expect(Math.abs(third - first)).toBeLessThan(1)
  const small = await widths(place('a', 'b', 'c'), around)
  expect(small.table).toBeLessThan(small.around / 2)
})

test('a title longer than its line leaves its number in the contents where it is', async () => {
  const entry = (title: string, page: string): string =>
    `<p class="contents-entry contents-body"><a class="contents-title" href="#x"><span>${title}</span></a><span class="leader generated" aria-hidden="true"></span><span class="locator generated">${page}</span></p>`
  const part = newPart('contents')
    .block(`<section class="contents">${entry('Harbour', '7')}${entry(LONG.repeat(3), '29')}</section>`)
    .part()
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(laidOut.pages).toHaveLength(1)
  expect(await lab.inspect(laidOut)).toEqual([])
})

// The browser says in the PDF what letters from right to left are, and errs where a line begins or ends inside a word of them.
describe('a word from right to left that a line breaks has each of its lines by itself', () => {
  const ARABIC = 'أفاستسقيناكموهاوالمستضعفين'
  const LINES = /class="whole-line(?: line-begin)?"[^>]*>([^<]*)</g

  test.each([
    ['list', 'in a list', 4],
    ['two-columns', 'in columns', 12]
  ] as const)('%s: notes %s', async (layout, _, times) => {
    const maker = newPart('notes')
    const called = Array.from({length: 3}, (__, n) => maker.call('en', `<p>${ARABIC.repeat(times)} ${n} لا شيء.</p>`))
    const {registers, ...part} = maker.block(`<p>${maker.words(8)} ${called.join(' ')}</p>`).part()
    const whole = {...part, registers: registers.map((one) => ({...one, layout}))}
    const laidOut = await lab.layOut(whole)
    expect(laidOut.problems).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(noteFaults(whole, laidOut)).toEqual([])
    expect(await lab.inspect(laidOut)).toEqual([])
    const lines = [...laidOut.pages.join('').matchAll(LINES)].map(([, text = '']) => text)
    expect(lines.join('').replaceAll(/[^\p{L}]/gu, '')).toBe(`${ARABIC.repeat(times)}لاشيء`.repeat(3))
    const [widest = 0, ...others] = (await lab.widths(laidOut, '.note > p')).toSorted((a, b) => b - a)
    const pieces = await lab.widths(laidOut, '.whole-line')
    expect(others).not.toEqual([])
    expect(Math.max(...pieces)).toBeLessThanOrEqual(widest)
    // What no line has room for fills its lines to a letter: at least the first of each note.
    expect(pieces.filter((width) => width > 0.9 * Math.min(widest, ...others)).length).toBeGreaterThanOrEqual(3)
  })

  test('a word over elements', async () => {
    const text = `${ARABIC.repeat(3)}<em>${ARABIC.repeat(3)}</em>${ARABIC.repeat(3)}`
    const part = newPart('parted').block(`<p lang="ar" dir="rtl">${text}</p>`).part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(await lab.inspect(laidOut)).toEqual([])
    const lines = [...laidOut.pages.join('').matchAll(LINES)].map(([, line = '']) => line)
    expect(lines.join('')).toBe(ARABIC.repeat(9))
    expect(lines.length).toBeGreaterThan(3)
  })
})

test('lines of a text with words from right to left are set one by one where that moves none of them, also at the end of a page', async () => {
  const word = (n: number): string => {
    const letters = 'אבגדהוזחטיכלמנסעפצקרשת'.slice(0, 3 + (n % 7)).repeat(n % 31 === 0 ? 14 : 1)
    return n % 6 === 0 ? `<em>${letters}</em>` : letters
  }
  const part = newPart('d1', {lang: 'he', registers: [], word})
  const whole = part.paragraphs(1200, 1300, 1400).part()
  const laidOut = await lab.layOut(whole, 'p {direction: rtl}')
  expect(laidOut.problems).toEqual([])
  expect(laidOut.pages.join('')).toContain('<span class="whole-line">')
  // Lines that would be longer by themselves.
  const wide = await lab.layOut(whole, 'p {direction: rtl} .whole-line {padding-left: 8px}')
  expect(wide.problems).toEqual([])
  expect(textOfPages(wide)).toBe(textGiven(whole.html))
  expect((await lab.measure(wide)).map(({lines}) => lines)).toEqual(
    (await lab.measure(laidOut)).map(({lines}) => lines)
  )
})

test('a word with a mark that no line has room for is broken like any other', async () => {
  const part = newPart('d1', {registers: ['en']})
  const long = 'человеко\u00ADненавист\u00ADничество'.repeat(5)
  for (let n = 0; n < 12; n++)
    part.block(`<p>${part.words(9)} ${glued(n % 2 === 0 ? long : 'so', part.call('en', 4))} ${part.words(7)}</p>`)
  const made = part.part()
  const laidOut = await lab.layOut(made)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(made.html))
  expect(noteFaults(made, laidOut)).toEqual([])
  expect(await lab.inspect(laidOut)).toEqual([])
  // Others stay with their marks.
  expect(laidOut.pages.join('').match(/class="glue too-long"/g)?.length).toBe(6)
})
