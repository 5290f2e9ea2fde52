// Paragraphs longer than a page fill it, also where they are full of elements, which come to the page piece by piece.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLab, type Lab} from './support/lab.ts'
import {newPart} from './support/parts.ts'
import {textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

test.each([40, 7, 3, 2])('with an element every %i words', async (every) => {
  const maker = newPart('d1', {registers: []})
  const words = maker.words(2500).split(' ')
  const text = words.map((word, at) => (at % every === 0 ? `<em>${word}</em>` : word)).join(' ')
  const part = maker.block(`<p>${text}.</p>`).paragraphs(60).part()
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  const pages = await lab.measure(laidOut)
  expect(pages.length).toBeGreaterThan(5)
  // Where the last page would have too few lines, the one before gives it some.
  for (const {blank} of pages.slice(0, -2)) expect(blank).toBeLessThan(1)
})
