// Widths of the columns of a table: what each would take, and what its longest word needs.
import {expect, test} from 'vitest'
import {keepWords, share} from '../../src/print/browser/column-widths.ts'

test('columns that need less than an equal part have what they need, the others divide the rest', () => {
  expect(share([20, 300, 150], 245)).toEqual([20, 150, 75])
})

test.each([
  ['a column gives what the longest word of another lacks', [20, 150, 75], [10, 120, 95], [15, 135, 95]],
  ['enough room stays as it is', [20, 150, 75], [20, 90, 75], [20, 150, 75]],
  ['where there is no room for all words, those break that need most', [20, 150, 75], [20, 140, 95], [20, 130, 95]],
  ['columns whose words break are equally wide', [20, 206, 19], [18, 140, 150], [18, 113.5, 113.5]]
])('%s', (_, widths, least, expected) => {
  expect(keepWords(widths, least)).toEqual(expected)
})
