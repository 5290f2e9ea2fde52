// Short notes at the edge of a page: what goes over is two lines at least, two stay, and the rest carries no number.
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {FlowPart} from '../../src/print/contract.ts'
import {startLab, type Lab} from './support/lab.ts'
import {newPart, plainWord} from './support/parts.ts'
import {elements, elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Words of the notes, from one line to some six, in every order, over texts that end pages at every line. */
const NOTES = [9, 17, 27, 37, 48, 60, 75]

test('of two and three lines are never cut, of four only in the middle, whatever stands before them', async () => {
  const cut = new Map<number, number>()
  for (let before = 0; before < 12; before++) {
    const maker = newPart(`n${before}`, {word: plainWord}).paragraphs(20 + 13 * before)
    for (let i = 0; i < 28; i++) {
      const words = NOTES[(i * 3 + before) % NOTES.length] ?? 9
      maker.paragraph(24 + ((i * 11) % 37), {9: [{register: 'en', words}]})
    }
    const part = maker.part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(noteFaults(part, laidOut)).toEqual([])
    const pieces = (await lab.measure(laidOut)).flatMap(({notes}) => notes)
    for (const {note} of pieces.filter(({piece}) => piece)) {
      const lines = pieces.filter((one) => one.note === note).map((one) => one.lines)
      expect(lines.length).toBeGreaterThan(1)
      expect(Math.min(...lines)).toBeGreaterThan(1)
      const whole = lines.reduce((sum, one) => sum + one, 0)
      cut.set(whole, (cut.get(whole) ?? 0) + 1)
    }
    const rests = laidOut.pages.flatMap((page) =>
      elementsOn(page, 'div').filter(({properties}) => properties['dataContinued'] !== undefined)
    )
    const marks = rests
      .flatMap((rest) => elements(rest))
      .filter(({properties}) => [properties['className']].flat().includes('note-mark'))
    expect(marks).toEqual([])
  }
  // Notes of several lengths came to be cut, and none that is too short for it.
  expect(cut.size).toBeGreaterThan(2)
  expect(Math.min(...cut.keys())).toBeGreaterThan(3)
})

/** A note of several pages in columns, called early in a text. */
function inColumns(layout: 'two-columns' | 'three-columns', dir?: 'rtl'): FlowPart {
  const word = (n: number): string => (dir ? `א${plainWord(n)}ב` : plainWord(n))
  const part = newPart('d1', {registers: ['en'], word}).paragraph(60, {9: [{register: 'en', words: 1100}]})
  const whole = part.paragraphs(200, 200).part()
  return {...whole, registers: whole.registers.map((one) => ({...one, layout, dir}))}
}

test.each(['two-columns', 'three-columns'] as const)(
  'in %s a note goes on from page to page in the order of the columns, from left to right and from right to left',
  async (layout) => {
    for (const dir of [undefined, 'rtl'] as const) {
      const part = inColumns(layout, dir)
      const laidOut = await lab.layOut(part)
      expect(laidOut.problems).toEqual([])
      expect(textOfPages(laidOut)).toBe(textGiven(part.html))
      expect(noteFaults(part, laidOut)).toEqual([])
      const pages = await lab.measure(laidOut)
      expect(pages.flatMap(({loose}) => loose)).toEqual([])
      const pieces = pages.flatMap(({notes}) => notes)
      expect(pieces.length).toBeGreaterThan(2)
      expect(pieces.length).toBeLessThan(9)
    }
  }
)

test('where nothing of a note can stand on a page the layout stops and says so', async () => {
  // Columns that stand the other way round than their language runs.
  const {problems} = await lab.layOut(inColumns('two-columns'), '.register {transform: scaleX(-1)}')
  expect(problems.map(({kind, detail}) => [kind, detail])).toEqual([
    ['stopped', 'The layout stopped: Note d1-en-1 finds no room on a page of its own.']
  ])
})

test('columns are fewer where they would be too narrow for words, and notes are cut in them all the same', async () => {
  for (const [width, columns] of [
    [400, 3],
    [240, 2],
    [130, 1]
  ] as const) {
    const part = newPart('d1', {registers: ['en'], word: plainWord})
    for (let n = 0; n < 14; n++) part.paragraph(30, {4: [{register: 'en', words: 10 + ((n * 37) % 150)}]})
    const whole = part.part()
    const made = {...whole, registers: whole.registers.map((one) => ({...one, layout: 'three-columns' as const}))}
    const laidOut = await lab.layOut(made, `.register {width: ${width}px}`)
    expect(laidOut.problems).toEqual([])
    expect(noteFaults(made, laidOut)).toEqual([])
    // Notes that go over two columns are wider.
    const own = Math.min(...(await lab.widths(laidOut, '.note p')))
    expect(Math.round((width + 14) / (own + 14))).toBe(columns)
  }
})
