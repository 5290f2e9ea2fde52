// The numbers of lines in the real browser: what counts, and that what points to a line agrees with what is printed beside it.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowLines, LaidOut} from '../../src/print/contract.ts'
import {startLab, type Lab} from './support/lab.ts'
import {registersOf} from './support/parts.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const EVERY: FlowLines = {every: 5, margin: 'outer', restart: 'page', headings: false}

const layOut = (html: string, chosen: Partial<FlowLines> = {}): Promise<LaidOut> =>
  lab.layOut({
    id: 'd1',
    lang: 'en',
    html: `<article id="d1">${html}</article>`,
    notes: [],
    registers: registersOf([]),
    lineNumbers: {...EVERY, ...chosen}
  })

/** Short lines: each paragraph is one. */
const one = (n: number): string => `<p id="d1-p${n}" data-p="${n}">Paragraph ${n}.</p>`

describe('lines that count', () => {
  test('are those of the text, not of heads, headings, titles, words of the editors and pictures', async () => {
    const {lines, pageLines} = await layOut(
      `<header class="head"><h1 class="head-title">A title</h1><p>Vessmar, 1921</p></header>${one(1)}
      <h2 id="h2">A heading</h2>${one(2)}<div class="part-editorial"><p id="ed">Words of the editors.</p></div>
      <div class="part-attachment"><p class="part-title">Attachment</p>${one(3)}</div>
      <figure><img src="/images/small.svg" alt="A ship"><figcaption>A ship</figcaption></figure>${one(4)}
      <p class="generated">Generated.</p>`
    )
    expect(lines).toEqual({
      d1: {from: 1, to: 4},
      'd1-p1': {from: 1, to: 1},
      'd1-p2': {from: 2, to: 2},
      'd1-p3': {from: 3, to: 3},
      'd1-p4': {from: 4, to: 4}
    })
    expect(pageLines).toEqual([{from: 1, to: 4}])
  })

  test('are those of headings too, where they are asked for', async () => {
    const {lines} = await layOut(`${one(1)}<h2 id="h2">A heading</h2>${one(2)}`, {headings: true})
    expect([lines['h2'], lines['d1-p2']]).toEqual([
      {from: 2, to: 2},
      {from: 3, to: 3}
    ])
  })
})

describe('one line is one', () => {
  test('whatever stands in it: superiors, small capitals, other sizes, words from right to left', async () => {
    const {pageLines, lines} = await layOut(
      `${one(1)}<p id="odd"><sup>238</sup>U, H<sub>2</sub>O <span class="speaker">Stalin.</span> <span style="font-size: 16pt">Large</span>
      <span style="font-size: 6pt">small</span> <bdi lang="he" dir="rtl">שלום עולם</bdi> <a class="call generated">1</a></p>${one(2)}`
    )
    expect([lines['odd'], lines['d1-p2'], pageLines]).toEqual([{from: 2, to: 2}, {from: 3, to: 3}, [{from: 1, to: 3}]])
  })

  test('a row of a table has the lines of its highest cell', async () => {
    const long = 'a cell that takes several lines of its own, whatever its neighbour says, and goes on. '.repeat(3)
    const {lines} = await layOut(
      `${one(1)}<table><tr><td id="a">Halcyon</td><td id="b">${long}</td></tr><tr><td id="c">Maas</td><td>none</td></tr></table>${one(2)}`
    )
    const high = lines['b']?.to ?? 0
    expect(high).toBeGreaterThan(3)
    expect([lines['a'], lines['b']?.from, lines['c'], lines['d1-p2']]).toEqual([
      {from: 2, to: 2},
      2,
      {from: high + 1, to: high + 1},
      {from: high + 2, to: high + 2}
    ])
  })

  test('a verse that turns over is counted once', async () => {
    const verse = `The bell is dumb,\n${'and the long verse turns over '.repeat(4)}\n<span id="last">good night.</span>`
    const {lines} = await layOut(`${one(1)}<div class="part-verse"><p>${verse}</p></div>${one(2)}`)
    expect([lines['last'], lines['d1-p2']]).toEqual([
      {from: 4, to: 4},
      {from: 5, to: 5}
    ])
  })
})

describe('numbers', () => {
  const long = Array.from({length: 90}, (_, i) => one(i + 1)).join('')

  test('begin anew on every page', async () => {
    const {pageLines} = await layOut(long)
    expect(pageLines.length).toBeGreaterThan(2)
    expect(pageLines.map((span) => span?.from)).toEqual(pageLines.map(() => 1))
  })

  test('or run through the document', async () => {
    const {pageLines, lines, pages} = await layOut(long, {restart: 'document', every: 45})
    expect(pageLines.slice(1).map((span) => span?.from)).toEqual(
      pageLines.slice(0, -1).map((span) => (span?.to ?? 0) + 1)
    )
    expect([lines['d1-p90'], pageLines.at(-1)?.to]).toEqual([{from: 90, to: 90}, 90])
    expect(pages.flatMap((page) => [...page.matchAll(/class="margin-line">(\d+)</g)].map(([, n]) => n))).toEqual([
      '45',
      '90'
    ])
  })

  test('a place without words is on the line of the next letter', async () => {
    const words = 'The crane stood beside the third quay. '.repeat(12)
    const {lines} = await layOut(`<p>${words}<span id="at"></span><b id="word">quetzal</b> ${words}</p>`)
    expect(lines['at']).toEqual({from: lines['word']?.from, to: lines['word']?.from})
  })
})

describe('the margin', () => {
  const labels = (page = ''): string[] =>
    [...page.matchAll(/<div class="margin-label (margin-[a-z]+)"[^>]*>(.*?)<\/div>/g)].map(
      ([, side, words = '']) => `${side}: ${words.replace(/<[^>]*>/g, '').replace('\u2002', ' ~ ')}`
    )
  const leaf = (wit: string, label: string) =>
    `<span class="leaf-break" id="${wit}" data-leaf="${label}" data-wit="${wit}"><span class="generated">|</span></span>`
  const text = `${one(1)}<p id="d1-p2" data-p="2">${leaf('A', 'l. 72v')}Two ${leaf('B', 'l. 3r')}words.</p>`

  test('has line numbers on one side, paragraphs opposite, leaves opposite those, on one line one after the other', async () => {
    const {pages} = await layOut(text, {every: 2})
    expect(labels(pages[0])).toEqual(['margin-outer: 2 ~ A l. 72v, B l. 3r', 'margin-inner: 1', 'margin-inner: 2'])
  })

  test('has them where they are asked for', async () => {
    const {pages} = await layOut(text, {every: 2, margin: 'left'})
    expect(labels(pages[0])).toEqual(['margin-left: 2 ~ A l. 72v, B l. 3r', 'margin-right: 1', 'margin-right: 2'])
  })

  test('has no paragraph numbers where they are not printed; then leaves stand opposite the lines', async () => {
    const {pages} = await layOut(`<div class="without-numbers">${text}</div>`, {every: 2})
    expect(labels(pages[0])).toEqual(['margin-outer: 2', 'margin-inner: A l. 72v, B l. 3r'])
  })
})
