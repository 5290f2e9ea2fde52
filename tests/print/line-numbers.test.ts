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
      <figure><img src="/image/small.svg" alt="A ship"><figcaption>A ship</figcaption></figure>${one(4)}
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
