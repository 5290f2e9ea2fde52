// The book made again with a memory is the book made anew, and only parts that ask for a changed number are made again.
import {describe, expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import type {Edition} from '../../src/document/edition.ts'
import {makeBook, type Locate, type PartsMemory} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'

/** Pages that a layout could give to anchors: by their lengths, so that parts stand on different ones, all moved by so many. */
const pages = (moved: number): Locate => ({
  by: 'page',
  label: (anchor) => String(anchor.length + moved),
  line: (anchor) => anchor.length % 7
})
const unknown: Locate = {by: 'page', label: () => undefined, line: () => undefined}

async function editionOf(name: string, output: string): Promise<Edition> {
  const {edition} = await check({dir: new URL(`../editions/${name}`, import.meta.url).pathname})
  if (!edition) throw new Error(`The edition ${name} cannot be read`)
  return selection(edition, output)
}

/** Each making with the memory of those before. */
const remembered = (edition: Edition, passes: readonly Locate[], paragraphNumbers = true) => {
  const memory: PartsMemory = new Map()
  return passes.map((locate) => makeBook(edition, {locate, paragraphNumbers, memory}))
}

const PASSES = [unknown, pages(0), pages(0), pages(1)]

describe.each([
  ['everything', 'reader'],
  ['placed', 'paper'],
  ['parallel', 'facing']
])('the edition %s', (name, output) => {
  test.each([true, false])('is the same with a memory and without one; paragraph numbers: %s', async (numbers) => {
    const edition = await editionOf(name, output)
    const anew = PASSES.map((locate) => makeBook(edition, {locate, paragraphNumbers: numbers}))
    // Each book is looked at before the next is made, which must leave it as it is.
    expect(remembered(edition, PASSES, numbers)).toEqual(anew)
  })
})

test('only parts that ask for a number that has changed are made again', async () => {
  const books = remembered(await editionOf('everything', 'reader'), PASSES)
  const madeAgain = books.slice(1).map((book, pass) => {
    const before = new Set(books[pass]?.parts)
    return book.parts.filter((part) => !before.has(part)).map(({id}) => id)
  })
  const asking = ['contents', 'preface', '1921-03-05', 'письмо-капитана', 'index']
  expect(madeAgain).toEqual([asking, ['contents'], asking])
})
