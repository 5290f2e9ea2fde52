// The fewest words that must be left out, against the plain table of the longest common subsequence.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fewestLost as fewestLostAt, placesOf} from '../../src/verify/subsequence.ts'

/** The plain table, for comparison. */
function table(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({length: b.length + 1}, () => 0)
  for (const word of a) {
    const next = [0]
    for (const [j, other] of b.entries()) {
      next.push(word === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

const fewestLost = (wanted: readonly string[], found: readonly string[], ...most: [number, number?]) =>
  fewestLostAt(wanted, placesOf(found, new Set(wanted)), ...most)

const wordsOf = (text: string): string[] => (text === '' ? [] : text.split(' '))

describe('fewestLost', () => {
  it.each([
    ['the crane came down', 'came the old crane down', 1],
    ['the crane came down', 'the old crane came slowly down', 0],
    ['', 'a', 0],
    ['a', '', 1],
    ['a b a b a', 'b b', 3]
  ])('%j in %j', (wanted, found, lost) => {
    expect(fewestLost(wordsOf(wanted), wordsOf(found), 5)).toBe(lost)
  })

  it('says nothing of more than may be lost', () => {
    expect(fewestLost(['a', 'b', 'c'], ['a'], 1)).toBe(undefined)
    expect(fewestLost(['a', 'b', 'c'], ['a'], 2)).toBe(2)
  })

  it('agrees with the plain table', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 150})
    fc.assert(
      fc.property(words, words, (wanted, found) => {
        expect(fewestLost(wanted, found, 150)).toBe(wanted.length - table(wanted, found))
      }),
      {seed: 7, numRuns: 200}
    )
  })

  it('finds few lost words in texts of any length that repeat themselves', () => {
    const sentences = ['The crane came down .', 'It is not said who let it down .', 'The crane was old .']
    const found = Array.from({length: 60_000}, (_, index) => sentences[index % 3] ?? '').flatMap((one) =>
      one.split(' ')
    )
    const wanted = found.filter((_, index) => index % 7 !== 3)
    expect(fewestLost([...wanted.slice(0, 9000), 'lost', ...wanted.slice(9000), 'lost'], found, 10)).toBe(2)
  })

  it('does not try what would take minutes', () => {
    const long = Array.from({length: 1000}, (_, index) => String(index))
    expect(fewestLost(long, [...long].toReversed(), 1000)).toBe(999)
    expect(fewestLost(long, [...long].toReversed(), 1000, 900_000)).toBe(undefined)
  })

  it.each([
    ['a word in pieces', 'the seaside town', 'the sea side town', 'seaside 1-2', 0],
    ['its pieces once only', 'the seaside side town', 'the sea side town', 'seaside 1-2', 1],
    ['nothing inside a word that goes on further below', 'the seaside head', 'the sea head side', 'seaside 1-3', 1],
    ['the nearer of two ends', 'the seaside side', 'the sea side head side', 'seaside 1-4, seaside 1-2', 0],
    ['a whole word rather than one in pieces', 'seaside sea', 'seaside sea side', 'seaside 1-2', 0],
    ['a word in pieces before a whole one', 'seaside town', 'sea side town seaside', 'seaside 0-1', 0],
    ['no word in pieces before what it follows', 'town seaside', 'sea side town', 'seaside 0-1', 1]
  ])('finds %s', (...[, wanted, found, joined, lost]) => {
    const pieces = joined.split(', ').map((one) => {
      const [word = '', from, to] = one.split(/[ -]/)
      return {word, from: Number(from), to: Number(to)}
    })
    const places = placesOf(wordsOf(found), new Set(wordsOf(wanted)), pieces)
    expect(fewestLostAt(wordsOf(wanted), places, 5)).toBe(lost)
  })
})
