// The measures of a page: whole lines on every paper, margins that are asked for, room for the reader's own notes.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {geometryOf} from '../../src/document/page-geometry.ts'
import {PAPERS, paperSize, TYPEFACES, withPreset} from '../../src/document/print-form.ts'

describe('the usual page', () => {
  // Heights in points less both margins, in lines of 14 points: 648 − 115.75 = 38 × 14 + 0.25, and so on.
  test.each([
    ['6x9in', {lines: 38, top: 62, bottom: 53.75, inner: 56, outer: 64}],
    ['A5', {lines: 35, top: 57, bottom: 48.02, inner: 54, outer: 62}],
    ['A4', {lines: 49, top: 80.5, bottom: 75.13, inner: 77, outer: 88}],
    ['letter', {lines: 46, top: 76, bottom: 71.75, inner: 79, outer: 91}]
  ])('%s', (paper, expected) => {
    expect(geometryOf({paper})).toMatchObject({...expected, type: {size: 11, line: 14, note: 9, noteLine: 11}})
  })

  test('is six by nine inches where nothing is said', () => {
    expect(geometryOf()).toEqual(geometryOf({paper: '6x9in'}))
  })
})

test('sizes are names, or width and height with their unit', () => {
  expect(['A6', '140x216mm', '5.5x8.5in', '14x21.6cm', 'A9', '140x216', '140 x 216mm'].map(paperSize)).toEqual([
    [105, 148],
    [140, 216],
    [139.7, 215.9],
    [140, 216],
    undefined,
    undefined,
    undefined
  ])
})

test('margins are those asked for, the lower one up to a line more', () => {
  // 210 × 297 mm; 25.4 mm are 72 points. (841.8898 − 72 − 72) / 14 = 49.8…: 49 lines.
  expect(geometryOf({paper: 'A4', margins: {top: 25.4, bottom: 25.4, inner: 25.4, outer: 50.8}})).toMatchObject({
    top: 72,
    inner: 72,
    outer: 144,
    lines: 49,
    bottom: 83.63
  })
})

test('a margin for notes is outside the numbers, and its lines are at least 7 mm apart', () => {
  // 40 mm are 113.39 points; 18 points of edge and 60 for the numbers of lines and paragraphs.
  const {outer, notes} = geometryOf({paper: 'A4', 'note-margin': {width: 40, ruled: true}})
  expect({outer, notes}).toMatchObject({outer: 113.39 + 18 + 60, notes: {width: 113.39, edge: 18, every: 28}})
  const wide = geometryOf({paper: 'A4', leading: 20, 'note-margin': {width: 40, ruled: true}, margins: {outer: 25.4}})
  expect([wide.outer, wide.notes?.every]).toEqual([113.39 + 72 + 60, 20])
})

test('variants: nothing is smaller than it may be, and what is said goes before', () => {
  expect(geometryOf(withPreset({variant: 'large-print'})).type).toMatchObject({
    size: 18,
    line: 25,
    small: 16,
    note: 16,
    label: 16
  })
  expect(geometryOf(withPreset({variant: 'dyslexia'})).type).toMatchObject({size: 13, line: 20, small: 12, note: 12})
  expect(withPreset({variant: 'large-print', 'type-size': 20})).toMatchObject({'type-size': 20, typeface: 'Noto Sans'})
})

test('any page has whole lines, and no more than fit', () => {
  const form = fc.record({
    paper: fc.constantFrom(...Object.keys(PAPERS)),
    typeface: fc.constantFrom(...TYPEFACES),
    'type-size': fc.integer({min: 8, max: 28}),
    leading: fc.option(fc.integer({min: 9, max: 48}), {nil: undefined})
  })
  fc.assert(
    fc.property(form, (one) => {
      const {height, top, bottom, lines, type} = geometryOf(one)
      const rest = height - top - bottom - lines * type.line
      expect(rest).toBeGreaterThanOrEqual(0.25 - 1e-9)
      expect(rest).toBeLessThan(0.27)
    }),
    {seed: 7}
  )
})
