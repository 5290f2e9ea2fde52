// How much room a book needs beside its fold: the figures of Kindle Direct Publishing, 0.375 in up to 150 pages to 0.875 in above 700.
import {expect, test} from 'vitest'
import {narrowInner} from '../../src/document/inner-margin.ts'
import {geometryOf} from '../../src/document/page-geometry.ts'
import {PAPERS} from '../../src/document/print-form.ts'

const IN = 72

test.each([
  [150, 0.375],
  [151, 0.5],
  [300, 0.5],
  [301, 0.625],
  [500, 0.625],
  [501, 0.75],
  [700, 0.75],
  [701, 0.875]
])('%i pages need %f inches', (pages, inches) => {
  const output = 'reader'
  expect(narrowInner({output, pages, inner: inches * IN})).toBe(undefined)
  expect(narrowInner({output, pages, inner: inches * IN - 0.1})).toContain(`for the ${pages} pages of \`reader\``)
})

test('the message offers the value, rounded up', () => {
  expect(narrowInner({output: 'reader', pages: 320, inner: 28.35})).toBe(
    'Unexpected inner margin of 10 mm for the 320 pages of `reader`, expected at least 15.9 mm, or words sink into the fold; write `margins: {inner: 16}`'
  )
})

test('no paper is too narrow for 500 pages by itself', () => {
  const narrow = Object.keys(PAPERS).filter(
    (paper) => narrowInner({output: 'reader', pages: 500, inner: geometryOf({paper}).inner}) !== undefined
  )
  expect(narrow).toEqual([])
})
