// Entries keyed by line: each on the page of its lemma, with the numbers of its lines, read back from the finished pages.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowNote, FlowPart, LaidOut} from '../../src/print/contract.ts'
import {rangeEnd} from '../../src/print/browser/entries/key.ts'
import {entryFaults} from './support/entry-faults.ts'
import {entry, entryPart, lemma} from './support/entry-parts.ts'
import {startLab, type EntriesPage, type Lab} from './support/lab.ts'
import {registersOf} from './support/parts.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Paragraphs of words that come again and again, some of them lemmas. */
function sample(
  id: string,
  {paragraphs = 24, every = 17}: {paragraphs?: number; every?: number} = {}
): {
  blocks: string[]
  notes: FlowNote[]
} {
  const notes: FlowNote[] = []
  let count = 0
  const word = (): string => {
    count += 1
    const plain = WORDS[(count * 5) % WORDS.length] ?? ''
    if (count % every > 0) return plain
    const anchor = `${id}-entries-${notes.length + 1}`
    const words = count % 3 === 0 ? `${plain} of the same` : plain
    notes.push(entry(anchor, words, `${plain}e`))
    return lemma(words, anchor)
  }
  const blocks = Array.from({length: paragraphs}, () => `<p>${Array.from({length: 60}, word).join(' ')}.</p>`)
  return {blocks, notes}
}

const WORDS =
  'the war of the del\u00ADe\u00ADga\u00ADtion in Moscow has been con\u00ADsid\u00ADered by all mem\u00ADbers and the ques\u00ADtion re\u00ADmains open for fur\u00ADther dis\u00ADcus\u00ADsion'.split(
    ' '
  )

describe('an entry', () => {
  test.each(['run-in', 'list', 'two-columns', 'three-columns'] as const)(
    'names the lines of its lemma, set as %s, and the count goes on where it should',
    async (layout) => {
      for (const restart of ['page', 'document'] as const) {
        const part = entryPart({id: 'd1', ...sample('d1'), register: {layout}, lines: {restart}})
        const laidOut = await lab.layOut(part)
        expect(laidOut.problems).toEqual([])
        expect(textOfPages(laidOut)).toBe(textGiven(part.html))
        const pages = await lab.entries(laidOut)
        expect(pages.length).toBeGreaterThan(3)
        expect(pages.flatMap(({entries}) => entries)).toHaveLength(part.notes.length)
        expect(entryFaults(part, laidOut, pages)).toEqual([])
        expect(noteFaults(part, laidOut)).toEqual([])
        expect((await lab.measure(laidOut)).filter(({overlap, stray}) => overlap || stray.length > 0)).toEqual([])
      }
    }
  )
})

/** Labels of the entries on each page. */
const printed = (pages: EntriesPage[]): string[][] => pages.map(({entries}) => entries.map(({lines}) => lines))

/** Lays out a part that is fit to be read by eye; nothing may be wrong with it. */
async function read(part: FlowPart): Promise<{laidOut: LaidOut; pages: EntriesPage[]}> {
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  expect(noteFaults(part, laidOut)).toEqual([])
  return {laidOut, pages: await lab.entries(laidOut)}
}

/** Lines of one word each. */
const lines = (count: number, from = 0): string =>
  Array.from({length: count}, (_, i) => `<p>line${from + i + 1}</p>`).join('')

const e = (n: number): string => `d-entries-${n}`

describe('the number of a line', () => {
  test('stands once for all entries of the line, and again for a lemma that goes on', async () => {
    const blocks = [
      `<p>${lemma('one', e(1))} two ${lemma('three', e(2))}</p>`,
      `<p>${lemma('four', e(3))} ${lemma(`five <span data-entry="${e(5)}">six</span>`, e(4))}</p>`,
      `<p>${lemma('seven', e(4))} eight</p>`,
      `<p>nine ${lemma('ten', e(6))}</p>`
    ]
    const notes = [1, 2, 3, 4, 5, 6].map((n) => entry(e(n), 'word', 'other'))
    const {pages} = await read(entryPart({id: 'd', blocks, notes}))
    expect(printed(pages)).toEqual([['1', '', '2', '2–3', '2', '4']])
  })

  test('of the next page follows where a lemma goes over, in one count and in the other', async () => {
    const long = Array.from({length: 70}, (_, i) => `word${i}`).join(' ')
    const made = (restart: 'page' | 'document'): FlowPart => {
      const blocks = [lines(30), `<p>${lemma(long, e(1))} end.</p>`, lines(20, 30), `<p>${lemma('last', e(2))}</p>`]
      return entryPart({
        id: 'd',
        blocks,
        notes: [entry(e(1), 'word', 'other'), entry(e(2), 'last', 'x')],
        lines: {restart}
      })
    }
    const anew = await read(made('page'))
    const runs = await read(made('document'))
    const [first, second] = [anew.pages[0]?.lemmas[e(1)], anew.pages[1]?.lemmas[e(1)]]
    const before = anew.pages[0]?.lines ?? 0
    expect(first?.from).toBe(31)
    expect(before).toBeGreaterThan(31)
    expect(second?.to).toBeGreaterThan(1)
    expect(printed(anew.pages)).toEqual([[`31–${second?.to}`], [String((second?.to ?? 0) + 21)]])
    expect(printed(runs.pages)).toEqual([
      [`31–${rangeEnd(31, before + (second?.to ?? 0))}`],
      [String(before + (second?.to ?? 0) + 21)]
    ])
  })

  test('says so where the line of the next page could be taken for one of the same', async () => {
    const blocks = [`<p>${lemma('first', e(1))}</p>`, lines(45), `<p>${lemma('last', e(1))}</p>`]
    const {pages} = await read(entryPart({id: 'd', blocks, notes: [entry(e(1), 'first … last', 'other')]}))
    const to = pages[1]?.lemmas[e(1)]?.to
    expect(to).toBe(47 - (pages[0]?.lines ?? 0))
    expect(printed(pages)).toEqual([[`1–${to} (next page)`], []])
  })

  test('is told to the editor where there is no room to say so', async () => {
    const outcomes = new Set<boolean>()
    for (let words = 1; words <= 24; words++) {
      const blocks = [`<p>${lemma('first', e(1))}</p>`, lines(45), `<p>${lemma('last', e(1))}</p>`]
      const notes = [entry(e(1), 'first … last', Array.from({length: words}, () => 'other').join(' '))]
      const laidOut = await lab.layOut(entryPart({id: 'd', blocks, notes}))
      const pages = await lab.entries(laidOut)
      const to = pages[1]?.lemmas[e(1)]?.to
      const says = printed(pages)[0]?.[0]
      const whole = says === `1–${to} (next page)`
      outcomes.add(whole)
      if (!whole) expect(says).toBe(`1–${to}`)
      expect(laidOut.problems).toEqual(
        whole
          ? []
          : [
              {
                kind: 'layout-note',
                page: 0,
                detail: `Entry d-entries-1 names lines 1–${to} without the words “(next page)”, for which the foot of the page has no room: its last line is not on the page of its first.`
              }
            ]
      )
    }
    expect(outcomes).toEqual(new Set([true, false]))
  })

  test('is none in a heading, which is named', async () => {
    const blocks = [`<p>one</p><h2>The ${lemma('heading', e(1))}</h2><p>${lemma('two', e(2))}</p>`]
    const notes = [entry(e(1), 'heading', 'other'), entry(e(2), 'two', 'other')]
    const {pages} = await read(entryPart({id: 'd', blocks, notes}))
    expect(printed(pages)).toEqual([['heading', '2']])
  })

  test('is that of the word before a place without words', async () => {
    const at = '<span class="glue" data-entry="d-entries-1">word</span>'
    const {pages} = await read(
      entryPart({id: 'd', blocks: [`<p>one</p><p>two ${at}</p>`], notes: [entry(e(1), '', 'x')]})
    )
    expect(printed(pages)).toEqual([['2']])
  })
})

describe('same words on a line', () => {
  test('are told apart by their rank, and no others', async () => {
    const blocks = [
      `<p>the quay ${lemma('the', e(1))} other ${lemma('quay', e(2))} of the ${lemma('crane', e(3))} then</p>`,
      `<p>${lemma('the', e(4))} crane</p>`,
      `<p>of the ${lemma('de\u00ADlega\u00ADtion', e(5))}, dele\u00ADgation; ${lemma('of the', e(6))} town</p>`
    ]
    const notes = [1, 2, 3, 4, 5, 6].map((n) => entry(e(n), 'word', 'other'))
    const {pages} = await read(entryPart({id: 'd', blocks, notes}))
    expect(pages[0]?.entries.map(({occurrence}) => occurrence)).toEqual(['2', '2', '', '', '1', '2'])
  })
})

describe('long entries', () => {
  test.each(['run-in', 'list', 'two-columns', 'three-columns'] as const)(
    'set as %s go on over pages, two lines on each side, and none overtakes',
    async (layout) => {
      const long = Array.from({length: 5000}, (_, i) => WORDS[(i * 3) % WORDS.length] ?? '').join(' ')
      const {blocks, notes} = sample('d1', {paragraphs: 12})
      const reading = notes.map((note, i) => (i === 5 ? entry(note.anchor, 'word', long) : note))
      const {laidOut, pages} = await read(entryPart({id: 'd1', blocks, notes: reading, register: {layout}}))
      const own = pages.filter(({entries}) => entries.some(({note}) => note === notes[5]?.anchor))
      expect(own.length).toBeGreaterThan(4)
      expect(own.flatMap(({registers}) => registers).filter(({lines: count}) => count < 2)).toEqual([])
      expect(laidOut.problems).toEqual([])
    }
  )

  test('stand in as many columns as the register has', async () => {
    for (const [layout, columns] of [
      ['two-columns', 2],
      ['three-columns', 3]
    ] as const) {
      const {pages} = await read(entryPart({id: 'd1', ...sample('d1', {paragraphs: 8, every: 9}), register: {layout}}))
      expect(pages[0]?.registers[0]?.columns).toBe(columns)
    }
  })
})

describe('notes run in', () => {
  test('are parted by a sign that begins no line and ends no register', async () => {
    const {pages} = await read(entryPart({id: 'd1', ...sample('d1', {every: 5})}))
    const registers = pages.flatMap((page) => page.registers)
    expect(registers.map(({separators}) => separators)).toEqual(pages.map(({entries}) => entries.length - 1))
    expect(registers.filter(({atLineStart, last}) => atLineStart > 0 || !last)).toEqual([])
  })
})

describe('marks of the page', () => {
  test('begin anew on every page, while anchors stay those of the document', async () => {
    const notes = Array.from({length: 60}, (_, i) => mark(i + 1))
    const blocks = notes.map(
      (_, i) => `<p>${Array.from({length: 22}, (__, k) => `word${k}`).join(' ')} ${callOf(i + 1)}</p>`
    )
    const perPage = notes.map((_, i) => String.fromCharCode(97 + i))
    const more = registersOf(['en']).map((register) => ({...register, perPage}))
    const {laidOut} = await read({...entryPart({id: 'd', blocks, notes, more})})
    const pages = laidOut.pages.map((html) =>
      [...html.matchAll(/data-mark="(\d+)">(\w+)</g)].map(([, own, here]) => [own, here])
    )
    expect(pages.length).toBeGreaterThan(2)
    let before = 0
    for (const marks of pages) {
      const count = marks.length / 2
      const expected = Array.from({length: count}, (_, i) => [String(before + i + 1), String.fromCharCode(97 + i)])
      expect(marks).toEqual([...expected, ...expected])
      before += count
    }
    expect(before).toBe(60)
    expect(Object.keys(laidOut.notes)).toContain('d-en-60')
  })
})

const callOf = (n: number): string =>
  `<span class="glue">end<a class="call call-en generated" id="d-en-${n}-call" href="#d-en-${n}" data-note="d-en-${n}">${n}</a></span>.`

function mark(n: number): FlowNote {
  const anchor = `d-en-${n}`
  const body = `<p><span class="note-mark generated">${n}</span> A note.</p>`
  return {
    anchor,
    register: 'en',
    html: `<div class="note" id="${anchor}" data-note="${anchor}" data-register="en">${body}</div>`
  }
}

describe('a range of lines', () => {
  test.each([
    [12, 13, '13'],
    [21, 24, '4'],
    [38, 41, '41'],
    [99, 101, '101'],
    [107, 108, '8'],
    [112, 113, '13'],
    [109, 110, '10'],
    [120, 135, '35'],
    [199, 203, '203'],
    [1010, 1012, '12']
  ])('from %i to %i ends with %s', (from, to, end) => {
    expect(rangeEnd(from, to)).toBe(end)
  })
})
