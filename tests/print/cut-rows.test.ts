// Rows higher than a page: each cell goes on in its own column, and no page ends inside a word that it could have left to the next.
import type {Element} from 'hast'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {LaidOut} from '../../src/print/contract.ts'
import {newPart} from './support/parts.ts'
import {bare, elementsOn, ownText, textGiven, textOfPages} from './support/read-pages.ts'
import {startLab, type Lab} from './support/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Words that say in which column they stand: `b3`, or as long as that. */
const words = (column: string, count: number, length = 1): string =>
  Array.from({length: count}, (_, n) => `${column.repeat(length)}${n + 1}`).join(' ')

const table = (...rows: readonly (readonly string[])[]): string =>
  `<table><tbody>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`

const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'td')

/** Words of each cell of each row on each page. */
const rowsOf = ({pages}: LaidOut): string[][][] =>
  pages.map((page) => elementsOn(page, 'tr').map((row) => cellsOf(row).map((cell) => bare(ownText(cell)))))

async function laidOut(...rows: readonly (readonly string[])[]): Promise<LaidOut> {
  const part = newPart('rows')
    .block(table(...rows))
    .part()
  const found = await lab.layOut(part)
  expect(found.problems).toEqual([])
  expect(textOfPages(found)).toBe(textGiven(part.html))
  expect(await lab.inspect(found)).toEqual([])
  return found
}

test.each([
  ['the first cell', [900, 5, 5]],
  ['the second', [5, 900, 5]],
  ['the last', [5, 5, 900]],
  ['two', [400, 900, 5]],
  ['all', [500, 500, 500]]
])('cells stand in their columns where a row goes on by %s', async (_, counts) => {
  const cells = counts.map((count, at) => words('abc'[at] ?? '', count))
  const found = await laidOut(['a', 'b', 'c'], cells, ['a', 'b', 'c'])
  const pages = rowsOf(found)
  expect(pages.length).toBeGreaterThan(1)
  for (const [at, text] of pages.flat().flatMap((row) => [...row.entries()]))
    expect(text).toMatch(RegExp(`^[${'abc'[at] ?? ''}\\d ]*$`))
  for (const column of [1, 2, 3]) expect(new Set(await lab.widths(found, `tr > :nth-child(${column})`)).size).toBe(1)
})

test('a page ends before a word that lines break, and not inside it', async () => {
  const long = Array.from({length: 3}, (_, at) => words('abc'[at] ?? '', 40, 90))
  const pages = rowsOf(await laidOut(long))
  expect(pages.length).toBeGreaterThan(4)
  for (const word of pages.flat(2).flatMap((text) => text.split(' ')))
    expect(word).toMatch(/^(?:(?:a{90}|b{90}|c{90})\d+)?$/)
})

test('one longer than a page goes on where it must', async () => {
  const pages = rowsOf(await laidOut(['a'.repeat(4000), words('b', 3), words('c', 3)]))
  expect(pages.length).toBeGreaterThan(1)
  expect(
    pages
      .flat()
      .map(([first]) => first)
      .join('')
  ).toBe('a'.repeat(4000))
})
