// The lines of paragraphs in the real browser: no loose ones, no ladders of hyphens, no word that the reader must turn the page in.
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {setSigns} from '../../src/html/set-signs.ts'
import type {FlowPart, LaidOut} from '../../src/print/contract.ts'
import {SOFT_HYPHEN, hyphenateWord} from '../../src/print/layout/hyphenate.ts'
import {startLab, type Lab} from './support/lab.ts'
import {glued, newPart} from './support/parts.ts'
import {elementsOn, noteFaults, textGiven, textOfPages, wholeText} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

// Long words and names that may not be divided, as records of conversations have them.
const WORDS = (
  'the question of the reconnaissance was discussed with comrade Vyshinsky and he said that in view of the ' +
  'transportation by rail our position on the front line had not been made any worse but that the ' +
  'representatives of the command were still asking for reinforcements from the rear as well as for guns at Kaesong'
).split(' ')

/** Paragraphs of an English text in an order that a seed gives; each with a note of its own, of so many words or up to 30 more. */
function english(id: string, noteWords = 12): FlowPart {
  let state = 20261123 + Number(id.slice(1))
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const text = (count: number): string =>
    Array.from({length: count}, () => hyphenateWord(WORDS[next(WORDS.length)] ?? '', 'en')).join(' ')
  const part = newPart(id, {registers: ['en']})
  for (let i = 0; i < 60; i++)
    part.block(
      `<p>${text(20 + next(60))} ${glued('end', part.call('en', `<p>${text(noteWords + next(30))}.</p>`))}</p>`
    )
  return part.part()
}

test('no loose line, no third hyphen, no divided word at a page end, and every word as before', async () => {
  const part = english('d1')
  expect(part.html).toContain(SOFT_HYPHEN)
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  const pages = await lab.measure(laidOut)
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.flatMap(({loose}) => loose)).toEqual([])
  expect(laidOut.stats.looseLines).toEqual([])
  const told = laidOut.stats.blanks.slice(0, -1)
  expect(told.map((blank, page) => Math.abs((blank ?? 99) - (pages[page]?.blank ?? 0)) < 0.3)).toEqual(
    told.map(() => true)
  )
  expect(pages.filter(({divided}) => divided > 2)).toEqual([])
  expect(pages.flatMap(({endsInWord}, page) => (endsInWord ? [page] : []))).toEqual([])
  expect(pages.flatMap(({stubs}) => stubs)).toEqual([])
  // Hyphens are still there: it is not by forbidding them that lines are even.
  expect(pages.filter(({divided}) => divided > 0).length).toBeGreaterThan(pages.length / 2)
})

test('no note is cut within a word that the reader would have to turn the page in', async () => {
  const ends: string[] = []
  for (const id of ['d1', 'd2', 'd3']) {
    const {pages} = await lab.layOut(english(id, 70))
    for (const page of pages)
      for (const note of elementsOn(page, 'div').filter(({properties}) => properties['dataCut'] !== undefined))
        ends.push(wholeText(note).slice(-12))
  }
  expect(ends.length).toBeGreaterThan(5)
  expect(ends.filter((end) => end.endsWith('-'))).toEqual([])
})

test('pages that notes leave blank are filled by paragraphs set longer or shorter, and nothing else changes', async () => {
  const unfilled = '[data-fit] {word-spacing: normal !important; letter-spacing: normal !important}'
  const over = (most: number, lines: number[]): number => lines.filter((one) => one > most).length
  const [was, after]: [number[], number[]] = [[], []]
  for (const id of ['d1', 'd2', 'd3']) {
    const part = english(id)
    const [filled, before] = [await lab.layOut(part), await lab.layOut(part, unfilled)]
    const blank = async (laidOut: LaidOut): Promise<number[]> =>
      (await lab.measure(laidOut)).slice(0, -1).flatMap((page) => page.blank)
    expect(filled.problems).toEqual([])
    expect(textOfPages(filled)).toBe(textGiven(part.html))
    expect(noteFaults(part, filled)).toEqual([])
    expect((await lab.measure(filled)).flatMap(({stubs}) => stubs)).toEqual([])
    was.push(...(await blank(before)))
    after.push(...(await blank(filled)))
  }
  expect(over(1, was)).toBeGreaterThan(10)
  expect(over(1, after)).toBeLessThan(over(1, was) / 3)
  expect(over(2, was)).toBeGreaterThan(2)
  expect(over(2, after)).toBe(0)
})

test('where no paragraph can fill them, notes are set a line longer', async () => {
  const longer: string[] = []
  for (const id of ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']) {
    const part = english(id, 60)
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(noteFaults(part, laidOut)).toEqual([])
    expect((await lab.measure(laidOut)).flatMap(({loose, overlap}) => (overlap ? ['overlap'] : loose))).toEqual([])
    const notes = laidOut.pages.flatMap((page) => elementsOn(page, 'div'))
    longer.push(...notes.flatMap(({properties}) => (properties['dataFit'] ? [String(properties['dataNote'])] : [])))
  }
  expect(longer.length).toBeGreaterThan(0)
})

test('no line begins with a dash, by the style of the page', async () => {
  const part = newPart('d1', {registers: []})
  const [spaced, joined] = [new Set(WORDS.slice(0, 8)), new Set(WORDS.slice(8, 20))]
  for (let first = 0; first < 40; first++) {
    const words = Array.from({length: 80}, (_, at) => WORDS[(first + at) % WORDS.length] ?? '')
    const text = words.map((word) => `${word}${spaced.has(word) ? ' – ' : joined.has(word) ? '—' : ' '}`).join('')
    const block = h('p', `${text}end.`)
    setSigns(block)
    part.block(
      unified()
        .use(rehypeStringify)
        .stringify({type: 'root', children: [block]})
    )
  }
  const dashes = async (more?: string): Promise<string[]> =>
    (await lab.measure(await lab.layOut(part.part(), more))).flatMap((page) => page.dashes)
  expect(await dashes()).toEqual([])
  expect((await dashes('.whole {white-space: normal !important}')).length).toBeGreaterThan(10)
})

test('the measure sees loose lines and stubs where there are some', async () => {
  const laidOut = await lab.layOut(newPart('d1', {registers: []}).paragraphs(60, 60).part())
  const wide = await lab.measure({...laidOut, css: `${laidOut.css} p {word-spacing: 0.5em !important}`})
  expect(wide.flatMap(({loose}) => loose).length).toBeGreaterThan(5)
  const ending = async (end: string): Promise<string[] | undefined> => {
    const pages = laidOut.pages.map((html) => html.replace('</p>', `${end}</p>`))
    return (await lab.measure({...laidOut, pages}))[0]?.stubs.map((stub) => stub.slice(-6))
  }
  expect(await ending('<br>I.')).toEqual([expect.stringMatching(/\.I\.$/)])
  expect(await ending(' posi<span class="hyphen">-</span><br>tion.')).toEqual(['-tion.'])
  expect(await ending(' posi<span class="hyphen">-</span><br>tion of it.')).toEqual([])
})

test('the program tells the loose lines that it could not mend', async () => {
  const part = newPart('d1', {registers: []}).paragraphs(60, 60).part()
  const {pages, stats} = await lab.layOut(part, 'p {word-spacing: 0.5em !important}')
  expect(pages).toHaveLength(1)
  expect(stats.looseLines.length).toBeGreaterThan(5)
  const text = textOfPages({pages} as LaidOut)
  for (const {page, words} of stats.looseLines) {
    expect(page).toBe(0)
    expect(text).toContain(words)
  }
})

/** Notes set in one paragraph, of few long words that may not be divided: `quotation-like`. */
function runIn(longest: number): FlowPart {
  const part = newPart('d1', {registers: ['en']})
  for (let n = 0; n < 120; n++) {
    const word = (at: number): string => 'n'.repeat(9 + ((n * 7 + at * 5) % longest))
    part.block(`<p>${part.words(30)}${part.call('en', `<p>${word(1)} ${word(2)} ${word(3)}</p>`)}</p>`)
  }
  const whole = part.part()
  return {...whole, registers: whole.registers.map((one) => ({...one, layout: 'run-in' as const}))}
}

test('registers in one paragraph have no loose lines: they are spaced otherwise, or their lines end before the measure', async () => {
  const laidOut = await lab.layOut(runIn(12))
  expect(laidOut.problems).toEqual([])
  expect((await lab.measure(laidOut)).flatMap(({loose}) => loose)).toEqual([])
  expect(laidOut.stats.looseLines).toEqual([])
  const html = laidOut.pages.join('')
  expect(html).toMatch(/<div class="register[^>]* data-layout="run-in"[^>]* data-fit="/)
  expect(html).toMatch(/<div class="register.*<span class="line-end"/)
  // All are as they were but for that: the measure sees the lines that would be loose.
  const before = laidOut.pages.map((page) => page.replaceAll(/ data-fit="[^"]*"| style="padding-[^"]*"/g, ''))
  expect((await lab.measure({...laidOut, pages: before})).flatMap(({loose}) => loose).length).toBeGreaterThan(3)
})

test('a ladder of hyphens is broken, and seen where nothing can break it', async () => {
  const ladder = `<p>${Array.from({length: 60}, () => hyphenateWord('transportation', 'en')).join(' ')}</p>`
  const laidOut = await lab.layOut(newPart('d1').block(ladder).part())
  const [page] = await lab.measure(laidOut)
  expect(page?.divided).toBeLessThan(3)
  const forced = laidOut.pages.map((html) =>
    html.replaceAll('transporta', 'transporta<span class="hyphen">-</span><br>')
  )
  const [broken] = await lab.measure({...laidOut, pages: forced})
  expect(broken?.divided).toBeGreaterThan(2)
})
