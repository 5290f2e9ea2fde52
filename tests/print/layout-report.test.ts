// What report.json says of the layout: short pages, uneven facing pages, lines that are short or loose, all by the printed numbers.
import {expect, test} from 'vitest'
import {layoutReport} from '../../src/print/layout/report.ts'
import {numberPages} from '../../src/print/book/page-labels.ts'
import {flowPart, laidOut} from './hand-made.ts'
import {part} from './sample-book.ts'

/** A part whose pages leave so many lines blank; null where its text ends. Notes at the foot end where all pages end. */
const laid = (
  id: string,
  blanks: (number | null)[],
  odd: {short?: [page: number, words: string][]; loose?: [page: number, words: string][]} = {},
  withNotes: number[] = []
) => {
  const feet = blanks.map((blank, page) => (withNotes.includes(page) ? 0 : blank))
  const made = laidOut(blanks.map(String))
  const shortPages = blanks.flatMap((blank, page) => ((blank ?? 0) > 2 ? [page] : []))
  const told = (lines: [page: number, words: string][] = []) => lines.map(([page, words]) => ({page, words}))
  const [shortLines, looseLines] = [told(odd.short), told(odd.loose)]
  return {
    part: part(id, [], {matter: id === 'preface' ? 'front' : 'body'}),
    flow: flowPart(id, ''),
    laidOut: {...made, stats: {...made.stats, shortPages, blanks, feet, shortLines, looseLines}}
  }
}

test('pages are named by their labels, and only facing pages of going-on text are compared', () => {
  const parts = [
    // i, ii, iii and a blank iv.
    laid('preface', [0, 0, null]),
    // 1 to 6: 1 and 2 do not face each other, 2 and 3 and 4 and 5 do; a line between them is nothing.
    laid('d1', [3, 0.2, 2.4, 1, 0, null], {loose: [[1, 'wide words here']], short: [[0, 'a short line']]}),
    // 7 and 8; 8 faces 9, where the text ends.
    laid('d2', [0, 4, null], {loose: [[2, 'at the end']]}),
    // 11 to 14: 12 has four blank lines above its notes, but ends where 13 ends.
    laid('d3', [0, 4, 0, null], {}, [1])
  ]
  const pages = numberPages(parts.map((one) => ({...one.part, pages: one.laidOut.pages.length})))
  expect(layoutReport({parts, pages, passes: [3, 1]})).toEqual({
    passes: [3, 1],
    shortPages: ['1', '3', '8', '12'],
    unevenPages: [['2', '3']],
    shortLines: [{page: '1', words: 'a short line'}],
    looseLines: [
      {page: '2', words: 'wide words here'},
      {page: '9', words: 'at the end'}
    ]
  })
})

test('facing pages are told where a part begins on the left one', () => {
  const parts = [laid('d1', [null]), laid('d2', [1.2, 0])].map((one) => ({
    ...one,
    part: {...one.part, starts: 'next' as const}
  }))
  const pages = numberPages(parts.map((one) => ({...one.part, pages: one.laidOut.pages.length})))
  expect(layoutReport({parts, pages, passes: [2]})).toEqual({
    passes: [2],
    shortPages: [],
    unevenPages: [['2', '3']],
    shortLines: [],
    looseLines: []
  })
})
