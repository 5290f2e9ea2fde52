// Widths of the columns of a table: what each would take, and what its longest word needs.
import {expect, test} from 'vitest'
import {keepWords, share} from '../../src/print/browser/column-widths.ts'

test('columns that need less than an equal part have what they need, the others divide the rest', () => {
  expect(share([20, 300, 150], 245)).toEqual([20, 150, 75])
})

test.each([
  ['a column gives what the longest word of another lacks', [20, 150, 75], [10, 120, 95], [15, 135, 95]],
  ['enough room stays as it is', [20, 150, 75], [20, 90, 75], [20, 150, 75]],
  ['words that have no room at all break where they did', [20, 150, 75], [20, 140, 95], [20, 150, 75]]
])('%s', (_, widths, least, expected) => {
  expect(keepWords(widths, least)).toEqual(expected)
})
