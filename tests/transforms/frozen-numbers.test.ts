// Frozen numbers of paragraphs: what stays, what comes in between, what goes.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {knownBy, type FrozenParagraph} from '../../src/document/numbering.ts'
import {frozenNumbers} from '../../src/transforms/frozen-numbers.ts'

const TEXTS = ['The crane came today.', 'Nobody knows where it is to stand.', 'Send word before Friday.', 'It rains.']
const known = (text: string) => knownBy(text.split(' '))
const frozen = (texts: string[], numbers = texts.map((_, index) => String(index + 1))): FrozenParagraph[] =>
  texts.map((text, index) => ({n: numbers[index] ?? '', ...known(text)}))
const numbersOf = (before: FrozenParagraph[], now: string[]): string[] => frozenNumbers(before, now.map(known)).numbers

describe('frozen numbers', () => {
  test.each([
    ['all as they were', TEXTS, ['1', '2', '3', '4']],
    ['one corrected', TEXTS.with(1, 'Nobody knows where it has to stand.'), ['1', '2', '3', '4']],
    ['one in between', TEXTS.toSpliced(2, 0, 'Ask the harbour master.'), ['1', '2', '2a', '3', '4']],
    [
      'two in between',
      TEXTS.toSpliced(2, 0, 'Ask the harbour master.', 'Or his wife.'),
      ['1', '2', '2a', '2b', '3', '4']
    ],
    ['one before all', ['Dear Mr Lind,', ...TEXTS], ['0a', '1', '2', '3', '4']],
    ['one after all', [...TEXTS, 'Yours, A. Weber'], ['1', '2', '3', '4', '4a']],
    ['one gone', TEXTS.toSpliced(1, 1), ['1', '3', '4']],
    ['one quite another', TEXTS.with(1, 'The rope is new.'), ['1', '1a', '3', '4']],
    ['two changed about', [TEXTS[1] ?? '', TEXTS[0] ?? '', ...TEXTS.slice(2)], ['0a', '1', '3', '4']],
    ['none left', [], []]
  ])('%s', (_, now, expected) => {
    const numbers = numbersOf(frozen(TEXTS), now)
    // Of two that changed places one keeps its number; which one is all the same.
    if (now[0] === TEXTS[1]) expect(numbers.filter((n) => /^[12]$/.test(n))).toHaveLength(1)
    else expect(numbers).toEqual(expected)
  })

  test('of paragraphs that are gone are named', () => {
    const {vanished} = frozenNumbers(frozen(TEXTS), [TEXTS[0] ?? '', TEXTS[3] ?? ''].map(known))
    expect(vanished.map(({n, begins}) => `${n} ${begins}`)).toEqual([
      '2 Nobody knows where it is to',
      '3 Send word before Friday.'
    ])
  })

  test('are not given again when their paragraph is gone on purpose', () => {
    const before = frozen(TEXTS).map((one) => (one.n === '2' ? {...one, gone: true as const} : one))
    const now = [TEXTS[0] ?? '', 'Quite another text stands here.', ...TEXTS.slice(2)]
    expect(frozenNumbers(before, now.map(known))).toEqual({numbers: ['1', '1a', '3', '4'], vanished: []})
  })

  test('between two that came in before find a letter that is free', () => {
    const before = frozen(['A b c.', 'D e f.', 'G h i.'], ['1', '1a', '2'])
    expect(numbersOf(before, ['A b c.', 'New one.', 'D e f.', 'G h i.'])).toEqual(['1', '1b', '1a', '2'])
    const many = Array.from({length: 28}, (_, index) => `Word${index} alone${index}.`)
    expect(numbersOf(frozen(['A b c.']), ['A b c.', ...many]).slice(-3)).toEqual(['1z', '1aa', '1ab'])
  })

  test('are unique, in order, and stay with their paragraphs, whatever comes in or goes', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9} [a-z]{3,9} [a-z]{3,9}$/), {minLength: 1, maxLength: 20})
    fc.assert(
      fc.property(texts, fc.array(fc.nat(19), {maxLength: 6}), texts, (old, out, more) => {
        const before = frozen(old)
        const kept = old.filter((_, index) => !out.includes(index))
        const now = [...kept, ...more.filter((text) => !old.includes(text))]
        const {numbers, vanished} = frozenNumbers(before, now.map(known))
        expect(new Set(numbers).size).toBe(now.length)
        for (const [index, text] of kept.entries()) expect(numbers[index]).toBe(String(old.indexOf(text) + 1))
        expect(vanished.length + numbers.filter((n) => /^\d+$/.test(n)).length).toBe(old.length)
      }),
      {seed: 1921}
    )
  })
})
