// Two sequences of words are compared whole, whatever was done to them, and in time that grows with their length.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {differences, mismatches} from '../../src/verify/sequence.ts'

const list = (text: string): string[] => text.split(' ').filter((word) => word !== '')

test.each([
  ['the same', 'a b c', 'a b c', []],
  ['nothing on either side', '', '', []],
  ['lost', 'a c', 'a b c', [{at: 1, found: '', wantedAt: 1, wanted: 'b'}]],
  ['added', 'a x b', 'a b', [{at: 1, found: 'x', wantedAt: 1, wanted: ''}]],
  ['changed', 'a x c', 'a b c', [{at: 1, found: 'x', wantedAt: 1, wanted: 'b'}]],
  ['everything lost', '', 'a b', [{at: 0, found: '', wantedAt: 0, wanted: 'a b'}]],
  ['swapped words are one difference', 'a c b d', 'a b c d', [{at: 1, found: 'c b', wantedAt: 1, wanted: 'b c'}]],
  [
    'two faults far apart',
    'x b c d e f g h i y',
    'a b c d e f g h i j',
    [
      {at: 0, found: 'x', wantedAt: 0, wanted: 'a'},
      {at: 9, found: 'y', wantedAt: 9, wanted: 'j'}
    ]
  ]
])('%s', (_, found, wanted, expected) => {
  const seen = differences(list(found), list(wanted))
  expect(seen.map((one) => ({...one, found: one.found.join(' '), wanted: one.wanted.join(' ')}))).toEqual(expected)
})

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), {maxLength: 40})

/** Puts what was wanted in the place of what was found: the differences are all that there is. */
function mended(found: string[], wanted: string[], compare: typeof differences): string[] {
  const result: string[] = []
  let at = 0
  for (const difference of compare(found, wanted)) {
    result.push(...found.slice(at, difference.at), ...difference.wanted)
    expect(difference.wantedAt).toBe(result.length - difference.wanted.length)
    at = difference.at + difference.found.length
  }
  return [...result, ...found.slice(at)]
}

/** Texts that repeat whole sentences: phrases stand once only in a stretch. */
const sentences = fc
  .array(fc.constantFrom('a b c d e f', 'g h i j k', 'a b c x y', 'l m n o p q r', 's t'), {maxLength: 40})
  .map((text) => list(text.join(' ')))

test.each([
  ['differences', differences, words],
  ['mismatches', mismatches, words],
  ['differences of long texts', differences, sentences],
  ['mismatches of long texts', mismatches, sentences]
])('mending the %s gives the wanted words', (_, compare, texts) => {
  fc.assert(
    fc.property(texts, texts, (found, wanted) => {
      expect(mended(found, wanted, compare)).toEqual(wanted)
    }),
    {seed: 1952, numRuns: 500}
  )
})

test('mismatches hold no word that a longest common sequence keeps', () => {
  expect(mismatches(list('a x b y c'), list('a b c')).map(({found}) => found)).toEqual([['x'], ['y']])
})

describe('long texts', () => {
  const long = (size: number): string[] =>
    Array.from({length: size}, (_, index) => `w${Math.imul(index, 2_654_435_761) >>> 20}`)

  test('a paragraph moved to the end is found as a loss and an addition', () => {
    const wanted = long(50_000)
    const moved = [...wanted.slice(0, 10_000), ...wanted.slice(10_300), ...wanted.slice(10_000, 10_300)]
    expect(
      differences(moved, wanted).map((one) => [one.at, one.found.length, one.wantedAt, one.wanted.length])
    ).toEqual([
      [10_000, 0, 10_000, 300],
      [49_700, 300, 50_000, 0]
    ])
  })

  test('a short text is found in a long one though none of its phrases is there whole', () => {
    const found = long(20_000)
    const wanted = [found[15], 'x', found[6000], 'y', found[19_999]].map(String)
    expect(mismatches(found, wanted).flatMap((one) => one.wanted)).toEqual(['x', 'y'])
  })

  test('texts that only repeat the same words are given up rather than hung on', () => {
    const found = Array.from({length: 5000}, (_, index) => (index % 2 ? 'a' : 'b'))
    const wanted = Array.from({length: 5000}, (_, index) => (index % 3 ? 'a' : 'c'))
    expect(mismatches(found, wanted)).toHaveLength(1)
  })

  test('texts with nothing in common do not hang', () => {
    const other = long(100_000).map((word) => `x${word}`)
    expect(differences(other, long(100_000))).toHaveLength(1)
  })
})

test('a long text that repeats itself is compared word by word, however many words are lost or put in', () => {
  const base = Array.from({length: 300}, (_, n) => `w${n}`)
  const wanted = Array.from({length: 400}, () => base).flat()
  // In each repetition one word is lost, each time another, and one is put in.
  const found = Array.from({length: 400}, (_, copy) =>
    base.flatMap((word, n) => (n === (copy * 7) % 300 ? [] : n === (copy * 11) % 300 ? ['new', word] : [word]))
  ).flat()
  const lost = mismatches(found, wanted).flatMap((one) => one.wanted)
  expect(lost.length).toBe(400)
  expect(mismatches(wanted, wanted)).toEqual([])
})
