// The length of the longest common subsequence, against the plain table.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {commonLength} from '../../src/verify/subsequence.ts'

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

describe('commonLength', () => {
  it('counts what is common in order', () => {
    expect(commonLength('the crane came down'.split(' '), 'came the old crane down'.split(' '))).toBe(3)
    expect(commonLength([], ['a'])).toBe(0)
    expect(commonLength(['a'], [])).toBe(0)
  })

  it('agrees with the plain table, across the borders of 32 words', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), {maxLength: 150})
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(commonLength(a, b)).toBe(table(a, b))
      }),
      {seed: 7, numRuns: 200}
    )
  })

  it('does not try what would take minutes', () => {
    const long = Array.from({length: 500_000}, (_, index) => String(index))
    expect(commonLength(long, long)).toBeUndefined()
  })
})
