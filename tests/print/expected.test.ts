// How the text of a block is followed along the letters that a PDF shows: lost spaces, hyphens, short signs, and planted faults.
import {expect, test} from 'vitest'
import {follower} from '../../src/print/tags/expected.ts'

const follow = (text: string, pieces: readonly string[]) => {
  const one = follower(text)
  return {findings: pieces.map((piece) => one.follow(piece)), fault: one.fault()}
}
const nothing = {space: false, hyphen: false, unsaid: ''}

test('a space that the end of a line has swallowed is found', () => {
  expect(follow('kept as\n in', ['kept', ' ', 'as', 'in'])).toEqual({
    findings: [nothing, nothing, nothing, {...nothing, space: true}],
    fault: undefined
  })
})

test('a hyphen of a line end is told from one of the text', () => {
  const {findings, fault} = follow('declare well-known', ['dec', '-', 'lare', ' ', 'well', '-', 'known'])
  expect(findings.map(({hyphen}) => hyphen)).toEqual([false, true, false, false, false, false, false])
  expect(fault).toBe(undefined)
})

test('letters that a sign draws and does not say are found', () => {
  const {findings, fault} = follow('to fly', ['to', ' ', 'f', 'y'])
  expect([findings.at(-1), fault]).toEqual([{...nothing, unsaid: 'l'}, undefined])
})

test.each([
  ['a word lost', ['one', ' ', 'three'], '“three” is shown where the text goes on “wo three”'],
  ['a word changed', ['one', ' ', 'too'], '“too” is shown where the text goes on “wo three”'],
  ['an end not shown', ['one', ' ', 'two'], '“ three” is not shown']
])('%s is a fault', (_, pieces, fault) => {
  expect(follow('one two three', pieces).fault).toBe(fault)
})
