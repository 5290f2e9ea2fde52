// The layout of one part in the real browser: text, breaks, notes.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowPart} from '../../src/print/contract.ts'
import {startLab, type Lab} from './support/lab.ts'
import {newPart, plainWord, randomPart, type PartMaker} from './support/parts.ts'
import {columnWidths, elements, elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** A part whose words have no soft hyphens. */
const plain = (...registers: string[]): PartMaker =>
  newPart('d1', {word: plainWord, ...(registers.length > 0 && {registers})})

describe('text', () => {
  test('stands on the pages whole and in order, soft hyphens and repeated words or not', async () => {
    const doc = plain()
    for (let i = 0; i < 12; i++) doc.paragraphs(110)
    doc.block(`<p>${'The mood is good. <em>The mood</em> is good. '.repeat(90)}</p>`)
    doc.block(`<p>${'<em>Are</em> <span class="glue">partisan</span> <em>detachments</em> operating? '.repeat(80)}</p>`)
    doc.block(`<p>${'re\u00ADor\u00ADga\u00ADni\u00ADza\u00ADtion '.repeat(400)}</p>`)
    const part = doc.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(laidOut.pages.length).toBeGreaterThan(4)
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(laidOut.pages.join('')).not.toContain('\u00AD')
    expect(laidOut.pages.join('')).toContain('<span class="hyphen" aria-hidden="true">-</span>')
    expect(await lab.inspect(laidOut)).toEqual([])
  })

  test('keeps tables, lists and quotations whole over pages, a row taller than a page too', async () => {
    const doc = plain()
    const rows = Array.from({length: 60}, (_, i) => `<tr><td>${i}</td><td>${doc.words(6 + (i % 9))}</td></tr>`)
    doc.block(`<table><thead><tr><th>Unit</th><th>Remark</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)
    doc.block(`<table><tbody><tr><td>${doc.words(900)}</td></tr></tbody></table>`)
    doc.block(`<ol>${Array.from({length: 50}, () => `<li>${doc.words(14)}</li>`).join('')}</ol>`)
    doc.block(`<blockquote><p>${doc.words(400)}</p><p>${doc.words(300)}</p></blockquote>`)
    const part = doc.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    // The pieces of a cut table have the same columns.
    const tables = laidOut.pages.flatMap((page) => elementsOn(page, 'table'))
    const first = tables.slice(0, 3).map((table) => columnWidths(table))
    expect(first[0]).toHaveLength(2)
    expect(first[1]).toEqual(first[0])
    expect(first[2]).toEqual(first[0])
  })

  test('leaves no single line of a paragraph and no heading at a page end', async () => {
    const doc = plain()
    // Paragraphs of one to five lines and many headings: every kind of break comes up.
    for (let i = 0; i < 150; i++) {
      if (i % 6 === 5) doc.block(`<h2>${doc.words(3)}</h2>`)
      doc.paragraphs(5 + ((i * 7) % 41))
    }
    const laidOut = await lab.layOut(doc.part())
    expect(laidOut.problems).toEqual([])
    const pages = await lab.measure(laidOut)
    expect(pages.length).toBeGreaterThan(8)
    const split = pages.flatMap(({cut}) => cut)
    expect(split.length).toBeGreaterThan(4)
    expect(split.filter(({lines}) => lines < 2)).toEqual([])
    expect(pages.filter(({heading}) => heading)).toEqual([])
  })

  test('keeps a dagger at its word in a justified line', async () => {
    const doc = plain()
    doc.block(`<p>${'<span class="glue">lines<a class="call">‡</a></span> of fortifications '.repeat(40)}</p>`)
    const laidOut = await lab.layOut(doc.part())
    const widths = await lab.widths(laidOut, '.call')
    expect(widths).toHaveLength(40)
    expect(Math.max(...widths)).toBeLessThan(6)
  })

  test('cuts no deep letter off below a last line, of the text or of the notes', async () => {
    const doc = plain()
    doc.block(`<p>في${doc.call('en', 12)}</p>`)
    const laidOut = await lab.layOut(doc.part())
    const page = ['pagedjs_sheet', 'pagedjs_page']
    expect(await lab.cutters(laidOut, 'p')).toEqual(page)
    expect(await lab.cutters(laidOut, '.note')).toEqual(page)
  })

  const offGrid = async (part: FlowPart, more?: string): Promise<number[]> =>
    (await lab.measure(await lab.layOut(part, more))).flatMap(({grid: [first = 0, ...others]}) =>
      others.map((top) => Math.abs(((top - first + 7) % 14) - 7)).filter((rest) => rest > 0.5)
    )

  test('stands on one grid of 14 points', async () => {
    const doc = plain()
    for (let i = 0; i < 30; i++) doc.paragraph(40, {10: [{register: 'en', words: 9}]})
    expect(await offGrid(doc.part())).toEqual([])
  })

  test('stands on one grid below pictures too', async () => {
    const doc = plain()
    for (let i = 0; i < 6; i++)
      doc
        .paragraphs(40, 40)
        .block('<figure><img src="/images/small.svg" alt="A ship"><figcaption>A ship</figcaption></figure>')
    const part = doc.paragraphs(60).part()
    expect(await offGrid(part)).toEqual([])
    expect((await offGrid(part, 'figure {margin-bottom: 17pt !important}')).length).toBeGreaterThan(5)
  })
})

describe('notes', () => {
  test('stand once, on the page of their call, under their register in the order of the edition', async () => {
    const doc = plain('tn', 'en')
    for (let i = 0; i < 30; i++)
      doc.paragraph(60, {20: [{register: 'en', words: 12}], 40: [{register: 'tn', words: 8}]})
    const part = doc.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    for (const {anchor} of part.notes) {
      const page = laidOut.anchors[`${anchor}-call`]
      expect({[anchor]: laidOut.notes[anchor]}).toEqual({[anchor]: {from: page, to: page}})
    }
    for (const page of await lab.measure(laidOut)) {
      const registers = page.notes.map((note) => note.register)
      expect(registers).toEqual(registers.toSorted((a, b) => (a === b ? 0 : a === 'tn' ? -1 : 1)))
    }
  })

  test('run on over pages, two lines on each side, and nothing overtakes them', async () => {
    const doc = plain('tn', 'en')
    doc.paragraph(120, {30: [{register: 'tn', words: 3000}], 110: [{register: 'en', words: 40}]})
    for (let i = 0; i < 12; i++) doc.paragraph(90, i === 6 ? {5: [{register: 'tn', words: 10}]} : {})
    const part = doc.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(noteFaults(part, laidOut)).toEqual([])
    const long = laidOut.notes['d1-tn-1']
    const next = laidOut.notes['d1-tn-2']
    expect(long?.from).toBe(0)
    expect(long?.to).toBeGreaterThan(2)
    expect(next?.from).toBeGreaterThanOrEqual(long?.to ?? Infinity)
    const pieces = (await lab.measure(laidOut)).flatMap((page) => page.notes).filter(({piece}) => piece)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.filter((piece) => piece.lines < 2)).toEqual([])
  })

  test('with paragraphs and lists end after the text on pages of their own', async () => {
    const doc = plain('en')
    const more = `<p>${doc.words(700)}</p><ol>${Array.from({length: 40}, () => `<li>${doc.words(25)}</li>`).join('')}</ol>`
    doc.paragraph(40, {20: [{register: 'en', words: 500, more}]})
    const part = doc.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(laidOut.pages.length).toBeGreaterThan(3)
    expect(noteFaults(part, laidOut)).toEqual([])
    expect(laidOut.notes['d1-en-1']).toEqual({from: 0, to: laidOut.pages.length - 1})
    // Pages of nothing but the note stand behind the whole text and its mark.
    const behind = {paragraph: null, offset: 0, letters: laidOut.starts.at(-1)?.letters}
    expect(behind.letters).toBeGreaterThan(40)
    expect(laidOut.starts.slice(1)).toEqual(laidOut.starts.slice(1).map(() => behind))
    // Items keep their numbers where the list goes on.
    let begun = 0
    for (const page of laidOut.pages)
      for (const list of elementsOn(page, 'ol')) {
        const items = elements(list).filter((element) => element.tagName === 'li')
        const goesOn = items[0]?.properties['dataSplitFrom'] !== undefined
        expect(Number(list.properties['start'] ?? 1)).toBe(begun + (goesOn ? 0 : 1))
        begun += items.length - (goesOn ? 1 : 0)
      }
    expect(begun).toBe(40)
  })

  test('wait, and the editor is told, only where two long ones are called on one line', async () => {
    const doc = plain('en')
    const pair = [
      {register: 'en', words: 1000},
      {register: 'en', words: 1000}
    ]
    doc.paragraph(60, {4: pair})
    const laidOut = await lab.layOut(doc.part())
    const reason = 'Note d1-en-2 begins on the page after its call: the notes called here before it fill the page.'
    expect(laidOut.problems).toEqual([{kind: 'layout-note', page: 0, detail: reason}])
    expect(laidOut.notes['d1-en-1']?.from).toBe(0)
    expect(laidOut.notes['d1-en-2']?.from).toBe(laidOut.notes['d1-en-1']?.to)
  })

  test('of any length and number are all whole, in order, on the sheet', async () => {
    for (const seed of [11, 12, 13, 14, 15, 16]) {
      const part = randomPart(seed)
      const laidOut = await lab.layOut(part)
      expect(laidOut.problems.filter((problem) => problem.kind !== 'layout-note')).toEqual([])
      expect(textOfPages(laidOut), `flow of seed ${seed}`).toBe(textGiven(part.html))
      expect(noteFaults(part, laidOut)).toEqual([])
      expect(await lab.inspect(laidOut)).toEqual([])
    }
  })
})
