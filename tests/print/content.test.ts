// The content of a page rewritten for readers, read back by the proof's own reader: a sign of several letters says all of them.
import {expect, test} from 'vitest'
import {rewrite} from '../../src/print/tags/content.ts'
import {follower} from '../../src/print/tags/expected.ts'
import {readContent} from '../../src/verify/tag-tree-content.ts'

/** A font of letters by their ASCII codes, in which 1 is the sign for f and i that says f alone. */
const characters = Object.assign(
  Array.from({length: 128}, (_, code) => String.fromCharCode(code)),
  {1: 'f'}
)
const text = (hex: string): string => [...Buffer.from(hex, 'hex')].map((code) => characters[code] ?? '').join('')

/** What is heard of a page that shows pieces of the text, one a line, behind what earlier pages have shown. */
function heard(shown: readonly string[], {before, whole}: {before: string; whole: string}): string {
  const followed = follower(whole)
  if (before !== '') followed.follow(before)
  const lines = shown.flatMap((line, at) => ['BT', '/F4 10 Tf', `1 0 0 -1 80 ${at} Tm`, line, 'ET'])
  const content = rewrite(['/NonStruct <</MCID 0 >>BDC', ...lines, 'EMC'].join('\n'), {
    fonts: () => ({text, space: '20'}),
    heard: () => true,
    order: [[0]],
    turned: () => undefined,
    follow: (_, piece) => followed.follow(piece),
    expects: (_, piece) => followed.expects(piece),
    area: {top: 0, bottom: 100}
  })
  expect(followed.fault()).toBe(undefined)
  return readContent(content, () => ({characters, digits: 2})).marked.get(0) ?? ''
}

const hex = (letters: string): string => `<${Buffer.from(letters).toString('hex')}> Tj`
/** As the browser writes a sign where a run of text ends inside it. */
const SPANNED = '/Span<</ActualText (f) >> BDC\n<01> Tj\nEMC'

test.each([
  ['a line', [hex('The '), '<01> Tj', hex('rst')], '', 'The first'],
  ['a line, in a span', [hex('The '), SPANNED, hex('rst')], '', 'The first'],
  ['a line end that swallowed the space', [hex('The'), '<01> Tj', hex('rst')], '', 'The first'],
  ['a line end that swallowed the space, in a span', [hex('The'), SPANNED, hex('rst')], '', 'The first'],
  ['the start of a page', ['<01> Tj', hex('rst')], 'The', ' first'],
  ['the start of a page, in a span', [SPANNED, hex('rst')], 'The', ' first']
])('a sign of several letters after %s', (_, shown, before, expected) => {
  expect(heard(shown, {before, whole: 'The first'})).toBe(expected)
})
