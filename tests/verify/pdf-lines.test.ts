// Lines and columns of a page, as the foreign reader of a PDF tells them from the pieces of text that pdf.js gives.
import {expect, test} from 'vitest'
import {textOf} from '../../src/verify/pdf-text.ts'

/** The text of a page without what is known of its columns. */
const bare = (text: string): string => text.replace(/\uFFFE\d+\uFFFE/gu, '')

test('a line from right to left is read by itself, whatever stands in the line before', () => {
  const line = {size: 11, base: 500, endsLine: false}
  const pieces = [
    {...line, text: 'Yes.', left: 60, right: 90},
    {...line, text: '', left: 90, right: 90, endsLine: true},
    {...line, text: 'سلام', left: 70, right: 95},
    {...line, text: 'عليكم', left: 40, right: 62}
  ]
  expect(bare(textOf(pieces))).toBe('Yes.\nسلام\nعليكم')
})

test('letters of one script that are smaller than those of another are no marks of notes, beside a mark under these either', () => {
  const line = {base: 500, endsLine: false}
  const arabic = {...line, text: 'ه', size: 10.1, left: 60, right: 64}
  const above = {...line, text: '\u0654', size: 10.1, left: 61, right: 61, base: 498.5}
  const hebrew = {...line, text: 'ו', size: 7.7, left: 50, right: 54}
  const call = {...line, text: '1', size: 7, left: 47, right: 50, base: 503.5}
  expect(bare(textOf([arabic, above, hebrew]))).toBe('ه\u0654\nו')
  expect(bare(textOf([arabic, above, {...call, left: 64, right: 67}]))).toBe('ه\u0654')
})

test('columns are told from lines that follow each other evenly in one type', () => {
  const line = (text: string, base: number, size = 8) => ({text, size, left: 50, right: 90, base, endsLine: true})
  const page = [line('Head 3', 560, 9), line('of text', 540, 11), line('and text', 526, 11), line('and', 512.75, 11)]
  const notes = [
    line('a note', 492),
    line('and more', 482.25),
    line('or', 471.75),
    line('another', 457.5),
    line('one', 447.75)
  ]
  const side = line('side', 492)
  expect(
    textOf([...page, ...notes, side])
      .replaceAll('\uFFFE', '|')
      .split('\n')
  ).toEqual([
    '|90|Head 3|90|',
    '|110|of text',
    'and text',
    'and|110|',
    '|80|a note',
    'and more',
    'or|80|',
    '|80|another',
    'one|80|',
    '|80|side|80|'
  ])
})
