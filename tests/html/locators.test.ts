// Locators of an index: pages, pages and lines, notes; each once, in order, neighbours joined.
import {expect, test} from 'vitest'
import type {Locate} from '../../src/html/book.ts'
import {byPage, ranges, type Spot} from '../../src/html/parts/locators.ts'

/** Anchors `12.5` stand on page 12, line 5; `12` and `xi` on a page in no line that has a number. */
const BOOK: Extract<Locate, {by: 'page'}> = {
  by: 'page',
  label: (anchor) => anchor.split('.')[0],
  line: (anchor) => (anchor.includes('.') ? Number(anchor.split('.')[1]) : undefined)
}

function shown(spots: readonly (string | Spot)[], byLine: boolean): string[] {
  const all = spots.map((spot) => (typeof spot === 'string' ? {anchor: spot} : spot))
  return ranges(byPage(all, BOOK, byLine)).map(({children: [text], properties}) => {
    const words = text?.type === 'text' ? text.value.replaceAll('\u00A0', ' ') : ''
    return `${words} → ${String(properties['href'])}`
  })
}

test('pages are named once and joined', () => {
  expect(shown(['12.5', '12.9', '13.1', '14.2', '16.1', '9.3', 'xi', 'xii', 'preface'], false)).toEqual([
    'preface → #preface',
    'xi–xii → #xi',
    '9 → #9.3',
    '12–14 → #12.5',
    '16 → #16.1'
  ])
})

test('lines are named once and joined within a page, never over its end', () => {
  expect(shown(['12.5', '12.6', '12.6', '12.9', '12.38', '13.1', '13.10', '13.9'], true)).toEqual([
    '12.5–6 → #12.5',
    '12.9 → #12.9',
    '12.38 → #12.38',
    '13.1 → #13.1',
    '13.9–10 → #13.9'
  ])
})

test('where no line has a number the page is named, and pages are joined to pages alone', () => {
  expect(shown(['ix', 'x', '1', '1.1', '2'], true)).toEqual(['ix–x → #ix', '1 → #1', '1.1 → #1.1', '2 → #2'])
})

test('a name in a note is found by its note, after the text of the page; where the page is named already, by that alone', () => {
  const notes = [
    {anchor: '12.5', note: '3'},
    {anchor: '12', note: 'c'},
    {anchor: '13', note: ''}
  ]
  expect(shown([...notes, '12.9', '13.2'], true)).toEqual([
    '12.9 → #12.9',
    '12 n. 3 → #12.5',
    '12 n. c → #12',
    '13.2 → #13.2',
    '13 n. → #13'
  ])
  expect(shown([...notes, '13.2', '14.1'], false)).toEqual(['12 n. 3 → #12.5', '12 n. c → #12', '13–14 → #13.2'])
})
