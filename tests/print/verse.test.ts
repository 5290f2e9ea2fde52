// Verse in the real browser: where its lines begin, where they turn over, and how they are counted.
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLab, type Lab} from './support/lab.ts'
import {registersOf} from './support/parts.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const LONG = Array.from({length: 16}, (_, i) => `turning${i}`).join(' ')
const indent = (ems: number): string => `<span class="indent" style="padding-left: ${ems}em"></span>`

test('lines begin where they are set in, long ones turn over further in, and count once', async () => {
  const lines = ['None', `${indent(1)}Two`, `${indent(2)}${LONG}`, '<b id="last">Last</b>']
  const laidOut = await lab.layOut({
    id: 'd1',
    lang: 'en',
    html: `<article id="d1"><div class="part-verse"><p style="--deepest: 2em" id="d1-p1" data-p="1">${lines.join('\n')}</p><p>Flat</p></div></article>`,
    notes: [],
    registers: registersOf([]),
    lineNumbers: {every: 5, margin: 'outer', restart: 'page', headings: false}
  })
  expect(laidOut.problems).toEqual([])
  expect([laidOut.pages.length, laidOut.pageLines, laidOut.lines['last']]).toEqual([
    1,
    [{from: 1, to: 5}],
    {from: 4, to: 4}
  ])
  const page = await lab.running.browser.newPage()
  await page.emulateMediaType('print')
  await page.setContent(`<style>${laidOut.css}</style>${laidOut.pages.join('')}`)
  const starts = (await page.evaluate(STARTS)) as number[]
  await page.close()
  const [none = 0, two = 0, four = 0, ...rest] = starts
  const flat = rest.pop()
  const last = rest.pop()
  expect(flat).toBeCloseTo(none, 1)
  expect([two - none, four - none].map((ems) => ems.toFixed(1))).toEqual(['1.0', '2.0'])
  expect(last).toBeCloseTo(none, 1)
  expect(rest.length).toBeGreaterThan(0)
  for (const turnover of rest) expect(turnover).toBeGreaterThan(four + 0.5)
})

/** Left edge in ems of the first letters of each line. */
const STARTS = `(() => {
  const verse = document.querySelector('.part-verse')
  const em = parseFloat(getComputedStyle(verse).fontSize)
  const walker = document.createTreeWalker(verse, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const lines = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const {index, 0: word} of node.data.matchAll(/\\S+/g)) {
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const {left, bottom} = range.getBoundingClientRect()
      const line = lines.find((one) => Math.abs(one.bottom - bottom) < 5)
      if (line) line.left = Math.min(line.left, left)
      else lines.push({bottom, left})
    }
  return lines.map(({left}) => left / em)
})()`
