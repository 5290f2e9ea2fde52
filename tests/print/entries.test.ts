// Entries keyed by line: each on the page of its lemma, with the numbers of its lines, read back from the finished pages.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowNote} from '../../src/print/contract.ts'
import {rangeEnd} from '../../src/print/browser/entry-key.ts'
import {entryFaults} from './support/entry-faults.ts'
import {entry, entryPart, lemma} from './support/entry-parts.ts'
import {startLab, type Lab} from './support/lab.ts'
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
