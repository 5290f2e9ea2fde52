// Order, sides and numbers of the pages.
import {describe, expect, test} from 'vitest'
import {numberPages, romanPages, type CountedPart} from '../../src/print/book/page-labels.ts'

const part = (matter: CountedPart['matter'], starts: CountedPart['starts'], pages: number): CountedPart => ({
  matter,
  starts,
  pages
})

/** `r i 0.0` is the first page of the first part, a recto numbered i; `v ii -` a blank verso. */
const written = (parts: CountedPart[]): string[] =>
  numberPages(parts).map(({side, label, of}) => `${side[0] ?? ''} ${label} ${of ? `${of.part}.${of.page}` : '-'}`)

describe('pages', () => {
  test('of front matter have roman numbers, from the body on arabic ones that begin with 1', () => {
    const parts = [
      part('front', 'recto', 1),
      part('front', 'next', 1),
      part('body', 'recto', 2),
      part('back', 'next', 1)
    ]
    expect(written(parts)).toEqual(['r i 0.0', 'v ii 1.0', 'r 1 2.0', 'v 2 2.1', 'r 3 3.0'])
    expect(romanPages(numberPages(parts))).toBe(2)
  })

  test('a part that starts on a right page has a blank before it where the page before is a right one', () => {
    const parts = [part('body', 'recto', 1), part('body', 'recto', 2), part('body', 'recto', 1)]
    expect(written(parts)).toEqual(['r 1 0.0', 'v 2 -', 'r 3 1.0', 'v 4 1.1', 'r 5 2.0'])
  })

  test('page 1 is a right page even where its part could start on any', () => {
    const parts = [part('front', 'recto', 3), part('body', 'next', 1)]
    expect(written(parts)).toEqual(['r i 0.0', 'v ii 0.1', 'r iii 0.2', 'v iv -', 'r 1 1.0'])
  })

  test('of a book without body are all roman', () => {
    expect(written([part('front', 'recto', 2)])).toEqual(['r i 0.0', 'v ii 0.1'])
    expect(romanPages(numberPages([part('front', 'recto', 2)]))).toBe(2)
  })

  test('of a part without pages are none, and the next one takes its place', () => {
    expect(written([part('body', 'recto', 0), part('body', 'next', 1)])).toEqual(['r 1 1.0'])
  })
})
