// Any two texts beside each other: rows of every kind, notes of every length, always the same ones. What must hold of all pages holds.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {beside, flowOf, type BesideOptions, type Row, type RowSide} from './support/beside.ts'
import {besideFaults} from './support/beside-faults.ts'
import type {LaidOut} from '../../src/print/contract.ts'
import {startLab, type BesideSide, type Lab} from './support/lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

interface Laid {
  openings: [BesideSide, BesideSide][]
  faults: string[]
  laidOut: LaidOut
  /** What was told of the layout. */
  told: string[]
}

async function layOut(rows: readonly Row[], options: BesideOptions): Promise<Laid> {
  const made = beside(rows, options)
  const laidOut = await lab.layOut(await flowOf(made))
  const openings = await lab.beside(laidOut)
  return {
    openings,
    laidOut,
    faults: besideFaults(made, laidOut, openings),
    told: laidOut.problems.map(({detail}) => detail)
  }
}

const kind = fc.constantFrom('plain', 'plain', 'heading', 'quote', 'list', 'verse', 'table', 'turn')
const words = fc.oneof(
  {weight: 8, arbitrary: fc.integer({min: 1, max: 50})},
  {weight: 1, arbitrary: fc.integer({min: 200, max: 1500})}
)
const note = fc.record({series: fc.constantFrom('tn', 'en', 'an'), at: fc.nat({max: 3}), words})
const side = fc.record({
  kind,
  sentences: fc.array(fc.integer({min: 2, max: 20}), {minLength: 2, maxLength: 7}),
  notes: fc.array(note, {maxLength: 3})
})
/** Sides that follow one another closely, or are of several pages. */
const row = fc.tuple(side, side, fc.integer({min: 1, max: 12})).map(([left, right, times]): Row => {
  const longer = times === 12 ? times : 1
  return [repeated(left, longer), repeated(right, longer)]
})

const repeated = (one: RowSide, times: number): RowSide => ({
  ...one,
  sentences: Array.from({length: times}, () => one.sentences).flat(),
  // Notes of a table are called before it.
  notes: (one.notes ?? [])
    .map((own) => ({...own, at: one.kind === 'table' ? 0 : Math.min(own.at, one.sentences.length - 1)}))
    .toSorted((a, b) => a.at - b.at)
})

/** A list that follows a list would be the same list. */
const parted = (rows: Row[]): Row[] =>
  rows.map(
    (own, index) =>
      own.map((one, at) =>
        one.kind === 'list' && rows[index - 1]?.[at]?.kind === 'list' ? {...one, kind: 'plain'} : one
      ) as unknown as Row
  )

test(
  'every word and note once, nothing off its block, rows level, the same words on both sides',
  {timeout: 300_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, {minLength: 2, maxLength: 8}),
        fc.constantFrom('facing', 'columns'),
        async (rows, layout) => {
          const {faults} = await layOut(parted(rows), {layout, output: 'line-numbers: 5'})
          expect(faults).toEqual([])
        }
      ),
      {seed: 20261127, numRuns: 6, endOnFailure: true}
    )
  }
)

test('a lost word, a note twice and a row out of level are seen', async () => {
  const made = beside(
    [
      [plain([5, 5], [{series: 'en', at: 0, words: 6}]), plain([6, 6])],
      [plain([5]), plain([5])]
    ],
    {
      layout: 'columns'
    }
  )
  const laidOut = await lab.layOut(await flowOf(made))
  const faultsOf = async (from: RegExp, to: string): Promise<string[]> => {
    const pages = laidOut.pages.map((page) => page.replace(from, to))
    expect(pages).not.toEqual(laidOut.pages)
    const changed = {...laidOut, pages}
    return besideFaults(made, changed, await lab.beside(changed))
  }
  expect(await faultsOf(/(data-p="1"[^>]*>\S+) \S+/, '$1')).toEqual([
    // Бб [бв] бг бд бе: the third sign is that of the word after the lost one.
    expect.stringMatching(/^d3\.ru: text differs at 3: found гбдбе\..*, expected вбгбдбе\./)
  ])
  expect(await faultsOf(/(<div class="note"[^]*?<\/div>)/, '$1$1')).toEqual([
    expect.stringMatching(/^d3\.ru: notes en differ at /)
  ])
  expect(await faultsOf(/(data-row="2"[^>]*style=")?( data-piece="2")/, ' style="margin-top: 20px"$2')).toEqual([
    expect.stringMatching(/^opening 0: row 2 at /)
  ])
})

const plain = (sentences: number[], notes: RowSide['notes'] = []): RowSide => ({kind: 'plain', sentences, notes})
const times = (count: number, length: number): number[] => Array.from({length: count}, () => length)

/** Every kind once where pages are narrow; where they are wide, those that are parted in other ways. */
const TALL = {facing: ['verse', 'turn'], columns: ['verse', 'list', 'table', 'quote', 'turn']} as const

describe.each(['facing', 'columns'] as const)('%s', (layout) => {
  test('notes of three series, each longer than a page, on both sides of one row', async () => {
    const long = [
      {series: 'tn', at: 0, words: 700},
      {series: 'en', at: 1, words: 900},
      {series: 'an', at: 2, words: 800}
    ] as const
    const rows: Row[] = [
      [plain(times(4, 9)), plain(times(4, 9))],
      [
        plain(times(5, 9), long),
        plain(
          times(5, 12),
          long.toReversed().map((one, at) => ({...one, at}))
        )
      ],
      [plain(times(4, 9)), plain(times(6, 9))]
    ]
    const {faults} = await layOut(rows, {layout})
    expect(faults).toEqual([])
  })

  test.each(TALL[layout])('a row of %s that is higher than a page goes on with the same words', async (name) => {
    // A table has its words in rows; the paragraph before it pairs.
    const rows: Row[] = [
      [
        {kind: name, sentences: times(90, 7)},
        {kind: name, sentences: times(90, 9)}
      ]
    ]
    const {faults, openings, told} = await layOut(rows, {layout})
    expect({faults, told}).toEqual({faults: [], told: []})
    expect(openings.length).toBeGreaterThan(1)
    for (const [left, right] of openings)
      expect(left.rows.map((one) => one.words.split('.').length)).toEqual(
        right.rows.map((one) => one.words.split('.').length)
      )
  })

  test('an item whose note is longer than a page stays with its list where the page would be left blank', async () => {
    const list = (long: number): RowSide => ({
      kind: 'list',
      sentences: [6, 6, 6],
      notes: [{series: 'en', at: 2, words: long}]
    })
    const {faults, openings} = await layOut(
      [
        [plain([9, 9]), plain([9, 9])],
        [list(5), list(1200)]
      ],
      {layout}
    )
    expect(faults).toEqual([])
    const rowsOf = (sides: readonly BesideSide[]) => sides.map(({rows}) => rows.map((one) => one.row))
    expect(openings.map(rowsOf)[0]).toEqual([
      [0, 1, 2],
      [0, 1, 2]
    ])
    expect(openings.slice(1).flatMap(rowsOf).flat()).toEqual([])
  })

  test('an original that is written from right to left begins its lines on the right, its notes too', async () => {
    const notes = [{series: 'en', at: 1, words: 12}] as const
    const rows: Row[] = [
      [plain([7, 9, 8, 3], notes), plain([7, 9, 8, 3], notes)],
      [plain([9, 9, 9, 5]), plain([9, 9, 9, 5])]
    ]
    const {faults, openings, laidOut} = await layOut(rows, {layout, lang: 'he', output: 'line-numbers: 1'})
    expect(faults).toEqual([])
    expect(openings.map((sides) => sides.map(({ends}) => ends))).toEqual([
      [
        ['right', 'right'],
        ['left', 'left']
      ]
    ])
    const html = laidOut.pages.join('')
    expect(html.match(/<article[^>]*/g)?.map((tag) => / dir="rtl"/.test(tag))).toEqual([true, false])
    expect(html.match(/<div class="note"[^>]*/g)?.map((tag) => / dir="auto"/.test(tag))).toEqual([true, false])
  })

  test('sides with other numbers of sentences part where their lengths answer each other, and this is told', async () => {
    // Every fourth sentence of the original and the one after it are one in the translation.
    const left = Array.from({length: 120}, (_, n) => 4 + ((n * 7) % 15))
    const joined = left.flatMap((length, n) =>
      n % 5 === 3 ? [length + (left[n + 1] ?? 0)] : n % 5 === 4 ? [] : [length]
    )
    const {faults, openings, told} = await layOut([[plain(left), plain(joined)]], {layout})
    expect(faults).toEqual([])
    let [here, there] = [0, 0]
    for (const [one, other] of openings.slice(0, -1)) {
      here += one.rows.reduce((sum, {words: own}) => sum + own.split('.').length - 1, 0)
      there += other.rows.reduce((sum, {words: own}) => sum + own.split('.').length - 1, 0)
      // Four sentences of the translation are five of the original.
      expect(there).toBe(Math.floor(here / 5) * 4 + (here % 5))
    }
    expect(told.length).toBe(openings.length - 1)
    for (const detail of told)
      expect(detail).toMatch(
        /^¶ 1 of d3\.ru and ¶ 1 of d3 do not fit on one opening and have 120 and 96 sentences, lines or items, so they were parted by their lengths: “.+ …” and “.+ …” begin what follows\. Where they should part elsewhere, begin a paragraph there in both texts\.$/
      )
  })
})

test.each([620, 640, 660, 680, 700])(
  'a sentence of %i words that fills a page leaves room for its notes',
  async (length) => {
    const notes = [
      {series: 'en', at: 0, words: 60},
      {series: 'en', at: 0, words: 9}
    ] as const
    const rows: Row[] = [
      [plain([5]), plain([5])],
      [plain([length], notes), plain([9])],
      [plain([5]), plain([5])]
    ]
    const {faults} = await layOut(rows, {layout: 'facing'})
    // The few words beside it cannot be parted.
    expect(faults.filter((fault) => !/stands beside a blank page|sentences beside/.test(fault))).toEqual([])
  }
)

describe('pictures', () => {
  const letter = Array.from({length: 24}, (_, at): Row => [plain([12, 9, 14 + (at % 5)]), plain([10, 11])])
  const PICTURE = '<figure><img src="/images/small.svg" alt="A ship"><figcaption>A ship</figcaption></figure>'
  /** Behind the first paragraph of these rows. */
  const withPictures = (html: string, at: readonly number[]): string =>
    at.reduce((text, one) => text.replace(new RegExp(`( data-row="${one}"[^]*?</p>)`), `$1${PICTURE}`), html)
  const placesOf = ({rows}: BesideSide): number[][] => rows.map((one) => [one.row, Math.round(one.top)])
  /** By how many pixels each row begins off the lines of its page. */
  const offLines = async (layout: BesideOptions['layout'], line: number, more?: string): Promise<number[]> => {
    const part = await flowOf(beside(letter, {layout}))
    const [left, right] = part.parallel?.sides ?? []
    if (!left || !right) throw new Error('There are two sides')
    left.html = withPictures(left.html, [3, 4, 9, 15])
    right.html = withPictures(right.html, [4, 11, 20])
    part.html = left.html + right.html
    const laidOut = await lab.layOut(part, more)
    expect(laidOut.problems).toEqual([])
    expect(laidOut.pages.join('').match(/<img /g)).toHaveLength(7)
    const openings = await lab.beside(laidOut)
    for (const [one, other] of openings) expect(placesOf(one)).toEqual(placesOf(other))
    return openings
      .flat()
      .flatMap(({rows: [first, ...others]}) =>
        others
          .map(({top}) => Math.abs(((top - (first?.top ?? 0) + line / 2) % line) - line / 2))
          .filter((rest) => rest > 0.5)
      )
  }

  test.each([
    ['facing', 14],
    ['columns', 12]
  ] as const)('leave rows level and on the lines of the text, %s', async (layout, points) => {
    const line = (points * 4) / 3
    expect(await offLines(layout, line)).toEqual([])
    expect((await offLines(layout, line, 'figure {margin-bottom: 17pt !important}')).length).toBeGreaterThan(5)
  })
})
