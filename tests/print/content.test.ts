// The content of a page rewritten for readers, read back by the proof's own reader: a sign of several letters says all of them, and text
// from right to left stands in the order in which it is read.
import {describe, expect, test} from 'vitest'
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
    block: () => undefined,
    turned: () => undefined,
    follow: (_, piece) => followed.follow(piece),
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

/** A mark that shows signs from the left, each piece at its place on one line. */
const mark = (mcid: number, pieces: readonly (readonly [x: number, operators: string])[]): string[] => [
  `/NonStruct <</MCID ${mcid} >>BDC`,
  ...pieces.flatMap(([x, operators]) => ['BT', '/F4 10 Tf', `1 0 0 -1 ${x} 50 Tm`, operators, 'ET']),
  'EMC'
]
/** Letters by codes from 1: the signs of a Hebrew font. */
const HEBREW = Object.assign([...characters], {16: 'א', 17: 'ב', 18: 'ג', 19: 'ד', 20: 'ה', 21: 'ו'})
const hebrew = (codes: string): string => [...Buffer.from(codes, 'hex')].map((code) => HEBREW[code] ?? '').join('')
const reversed = (codes: string): string => `/ReversedChars BMC\n${codes}\nEMC`
const letters = (codes: string): string =>
  (codes.match(/../g) ?? []).map((code, index) => `${index === 0 ? '' : '5 0 Td '}<${code}> Tj`).join('\n')

/** A page rewritten where marks are read in this order; each is of the block that is given, which may be one. */
function turnedPage(lines: readonly string[], order: readonly number[], whole: string, blocks: readonly object[] = []) {
  const followed = follower(whole)
  const block = {}
  const content = rewrite(lines.join('\n'), {
    fonts: () => ({text: hebrew, space: '20', width: () => undefined}),
    heard: () => true,
    order: order.map((mcid) => [mcid]),
    block: (mcid) => blocks[mcid] ?? block,
    turned: () => ({ahead: followed.ahead}),
    follow: (_, piece) => followed.follow(piece),
    area: {top: 0, bottom: 100}
  })
  const {marked} = readContent(content, () => ({characters: HEBREW, digits: 2}))
  return {
    heard: order.map((mcid) => marked.get(mcid)?.trim()),
    written: [...content.matchAll(/MCID (\d+)/g)].map(([, mcid]) => Number(mcid)),
    bars: content.split('\n').filter((line) => line.endsWith(' re')),
    fault: followed.fault()
  }
}

describe('marks of a line from right to left', () => {
  // Seen from the left: והד, 12, גבא, each in a mark of its own.
  const left = mark(0, [[10, reversed(letters('151413'))]])
  const middle = mark(1, [
    [30, hex(' ')],
    [35, letters('3132')]
  ])
  const right = mark(2, [
    [50, hex(' ')],
    [55, reversed(letters('121110'))]
  ])
  const whole = 'אבג 12 דהו'
  const inOrder = ['אבג', '12', 'דהו']

  test('stand in the order of reading, for readers without tags', () => {
    const page = turnedPage([...left, ...middle, ...right], [2, 1, 0], whole)
    expect(page).toEqual({heard: inOrder, written: [2, 1, 0], bars: [], fault: undefined})
  })

  test('stay in their places if the drawing of what follows is changed between them', () => {
    const page = turnedPage([...left, '1 0 0 rg', ...middle, ...right], [2, 1, 0], whole)
    expect(page).toEqual({heard: inOrder, written: [0, 1, 2], bars: [], fault: undefined})
  })

  // Notes that are run in, the second from the left.
  test.each([
    ['one ends', [3, 2, 1, 0], 'אב', ['אב', ...inOrder]],
    ['one stands', [2, 1, 0], '', inOrder]
  ])('stand so too where %s on the line on which another begins', (_, order, before, expected) => {
    const above =
      before === '' ? [] : mark(3, [[50, reversed(letters('1110'))]]).map((line) => line.replace('50 Tm', '30 Tm'))
    const [one, other] = [{}, {}]
    const page = turnedPage([...above, ...left, ...middle, ...right], order, before + whole, [other, one, one, one])
    expect(page).toEqual({heard: expected, written: order, bars: [], fault: undefined})
  })

  test('stay where they are on lines of their own', () => {
    const below = left.map((line) => line.replace('50 Tm', '70 Tm'))
    const page = turnedPage([...below, ...middle, ...right], [2, 1, 0], whole, [{}])
    expect(page).toEqual({heard: inOrder, written: [0, 2, 1], bars: [], fault: undefined})
  })

  test('keep the bars through words that are struck out', () => {
    const bars = ['15 45 10 1 re', '10 45 5 1 re']
    const [open = '', ...last] = mark(0, [[10, reversed(letters('15'))]])
    const first = mark(0, [[15, reversed(letters('1413'))]]).slice(1, -1)
    const struck = [open, ...first, `${bars[0]}\nf`, ...last.slice(0, -1), `${bars[1]}\nf`, 'EMC']
    const page = turnedPage([...struck, ...middle, ...right], [2, 1, 0], whole)
    expect(page).toEqual({heard: inOrder, written: [2, 1, 0], bars: expect.arrayContaining(bars), fault: undefined})
    expect(page.bars).toHaveLength(2)
  })

  test('with a letter lost are a fault', () => {
    const lost = mark(0, [[10, reversed(letters('1513'))]])
    const {fault} = turnedPage([...lost, ...middle, ...right], [2, 1, 0], whole)
    expect(fault).toBe('“דו” is shown where the text goes on “הו”')
  })
})
