// A note may begin after the page of its call only where the layout has told of it, and no page between is without notes.
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {EditionDocument} from '../../src/document/edition.ts'
import {proveCalls} from '../../src/verify/calls.ts'
import {nothingSeen, type SeenNote} from '../../src/verify/seen.ts'

const document: EditionDocument = {
  id: 'd1',
  role: 'document',
  file: new VFile('documents/d1.md'),
  matter: {},
  body: '',
  bodyLine: 0,
  tree: {type: 'root', children: []}
}

/** Notes en-1 and en-2, both called on page 1: what is said where they stand so, and the layout has told that the second is late. */
function said(one: [from: number, to: number], two: [from: number, to: number], told = true): string[] {
  const seen = {...nothingSeen(), sheets: new Set([1, 2, 3, 4])}
  for (const [n, [sheet, lastSheet]] of [one, two].entries()) {
    const anchor = `d1-en-${n + 1}`
    const late = told && n === 1
    const note: SeenNote = {...emptyNote(), anchor, sheet, lastSheet, late, spot: {page: String(sheet)}}
    seen.notes.set(anchor, note)
    seen.calls.push({anchor, keyed: 'mark', start: 0, piece: 0, from: 1, sheet: 1, spot: {page: '1'}})
  }
  const foot = {place: 'foot', keyed: 'mark'} as const
  const wanted = [1, 2].map((n) => ({...foot, anchor: `d1-en-${n}`, name: `note en-${n}`}))
  return proveCalls(document, wanted, {seen, paged: true, places: undefined}).map(({reason}) => reason)
}

const emptyNote = (): Omit<SeenNote, 'anchor' | 'sheet' | 'lastSheet' | 'late' | 'spot'> => ({
  text: nothingSeen().flow,
  place: 'foot',
  parts: []
})

const moved = (page: number): string[] => [
  `Unexpected beginning of note en-2 on page ${page}, expected it on the page of its call (document d1, page 1)`
]

test('a note waits while pages are full of others', () => {
  expect(said([1, 1], [1, 2], false)).toEqual([])
  expect(said([1, 1], [2, 2])).toEqual([])
  expect(said([1, 2], [2, 2])).toEqual([])
  expect(said([1, 3], [3, 4])).toEqual([])
  expect(said([1, 2], [3, 3])).toEqual([])
})

test('a note that is late without a word is moved', () => {
  expect(said([1, 1], [2, 2], false)).toEqual(moved(2))
  expect(said([1, 2], [2, 2], false)).toEqual(moved(2))
})

test('pages of another text between say nothing', () => {
  expect(said([1, 1], [6, 6])).toEqual(moved(6))
  expect(said([1, 4], [6, 6])).toEqual([])
})

test('a note is moved where a page between has no notes, whatever is told', () => {
  expect(said([2, 2], [2, 2])).toEqual([
    'Unexpected beginning of note en-1 on page 2, expected it on the page of its call (document d1, page 1)',
    ...moved(2)
  ])
  expect(said([1, 1], [3, 3])).toEqual(moved(3))
  expect(said([1, 3], [5, 5])).toEqual(moved(5))
})

test('a note before its call is moved, whatever stands there', () => {
  expect(said([0, 1], [0, 1])).toEqual([
    'Unexpected beginning of note en-1 on page 0, expected it on the page of its call (document d1, page 1)',
    ...moved(0)
  ])
})
