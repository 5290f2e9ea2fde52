// Notes that found no room on the page of their call: no text with calls of its own goes ahead of them.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLab, type Lab} from './support/lab.ts'
import {newPart, plainWord} from './support/parts.ts'
import {elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** For each anchor the first page on which an element of this kind names it. */
function firstPages(pages: readonly string[], name: 'a' | 'div'): Map<string, number> {
  const found = new Map<string, number>()
  for (const [page, html] of pages.entries())
    for (const {properties} of elementsOn(html, name)) {
      const anchor = properties['dataNote']
      if (typeof anchor === 'string' && !found.has(anchor)) found.set(anchor, page)
    }
  return found
}

test('they begin before the next line with calls, whatever is left of the note before them', async () => {
  for (let words = 740; words <= 900; words += 40) {
    const part = newPart('d1', {registers: ['en'], word: plainWord})
    part.paragraph(20, {5: [{register: 'en', words}], 8: [{register: 'en', words: 9}]})
    // More notes than a page has room for, of which only the last may be cut.
    part.paragraph(30, Object.fromEntries(Array.from({length: 30}, (_, at) => [at, [{register: 'en', words: 60}]])))
    const made = part.paragraphs(100).part()
    const laidOut = await lab.layOut(made)
    expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(made.html))
    expect(noteFaults(made, laidOut)).toEqual([])
    const [calls, notes] = [firstPages(laidOut.pages, 'a'), firstPages(laidOut.pages, 'div')]
    const waiting = notes.get('d1-en-2') ?? Infinity
    expect([words, calls.get('d1-en-3'), waiting]).toEqual([
      words,
      Math.max(waiting, calls.get('d1-en-3') ?? 0),
      waiting
    ])
  }
})

test('where a note that is cut stays higher than its lines were, those behind it wait', async () => {
  for (let words = 20; words < 90; words += 5) {
    const part = newPart('d1', {registers: ['tn', 'en'], word: plainWord})
    const wanted = [{register: 'tn', words}, ...Array.from({length: 6}, () => ({register: 'en', words: 70}))]
    part.paragraph(40, Object.fromEntries(wanted.map((one, at) => [3 + at, [one]])))
    const made = part.paragraphs(100).part()
    const laidOut = await lab.layOut(made, '.note[data-cut] {padding-bottom: 20px}')
    expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(made.html))
    expect(noteFaults(made, laidOut)).toEqual([])
  }
})
