// Tables in notes and quotations, and titles in the contents: no wider than what stands around them, whatever words they have.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {newPart, type PartMaker} from './support/parts.ts'
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
