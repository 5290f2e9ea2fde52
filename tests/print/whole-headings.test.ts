// Headings stand whole and with the text below them, however much of a page notes take that go on from the page before.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLab, type Lab} from './support/lab.ts'
import {newPart, plainWord} from './support/parts.ts'
import {elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

test.each([3, 25, 60])('a heading of %d words', async (length) => {
  for (let words = 600; words <= 1000; words += 20) {
    const part = newPart('d1', {registers: ['en'], word: plainWord})
    part.paragraph(30, {28: [{register: 'en', words}]})
    const heading = part.words(length)
    const made = part.block(`<h2 id="h">${heading}</h2>`).paragraphs(400).part()
    const laidOut = await lab.layOut(made)
    expect(laidOut.problems).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(made.html))
    expect(noteFaults(made, laidOut)).toEqual([])
    const [page = '', ...others] = laidOut.pages.filter((html) => elementsOn(html, 'h2').length > 0)
    expect([words, others.length]).toEqual([words, 0])
    expect(page.slice(page.indexOf('</h2>'))).toMatch(/^<\/h2>[\s\S]*data-p="2"/)
  }
})
