// Marks of notes, entries and folios.
import {expect, test} from 'vitest'
import {mark, roman} from '../../src/document/marks.ts'
import {MARKS} from '../../src/document/output-settings.ts'

test.each([
  ['decimal', [1, 9, 10, 100], ['1', '9', '10', '100']],
  ['lower-alpha', [1, 2, 26, 27, 52, 53, 702, 703], ['a', 'b', 'z', 'aa', 'az', 'ba', 'zz', 'aaa']],
  ['upper-alpha', [1, 26, 27], ['A', 'Z', 'AA']],
  ['lower-roman', [1, 4, 9, 14, 40, 90, 400, 1952], ['i', 'iv', 'ix', 'xiv', 'xl', 'xc', 'cd', 'mcmlii']],
  ['symbols', [1, 2, 3, 4, 5, 6, 7, 12, 13], ['*', '†', '‡', '§', '‖', '¶', '**', '¶¶', '***']]
] as const)('%s', (kind, numbers, expected) => {
  expect(numbers.map((n) => mark(n, kind))).toEqual(expected)
})

test('no two notes of a series have the same mark', () => {
  for (const kind of MARKS) {
    const marks = Array.from({length: 800}, (_, index) => mark(index + 1, kind))
    expect(new Set(marks).size).toBe(800)
  }
})

test('folios of the front matter', () => {
  expect([1, 2, 3, 8, 19, 49].map(roman)).toEqual(['i', 'ii', 'iii', 'viii', 'xix', 'xlix'])
})
