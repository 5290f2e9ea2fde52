// How long a document takes to read.
import {expect, test} from 'vitest'
import {readingTime, WORDS_A_MINUTE} from '../../src/document/reading-time.ts'

test('reading time is at least a minute and never less than it takes', () => {
  expect(WORDS_A_MINUTE).toBe(200)
  expect([0, 1, 200, 201, 1850].map((words) => readingTime(words))).toEqual([1, 1, 1, 2, 10])
  expect(readingTime(476, 238)).toBe(2)
})
