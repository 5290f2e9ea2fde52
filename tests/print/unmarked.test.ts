// The content of a page as readers hear it: a sign that the browser has left in no mark is taken into the mark after it.
import {expect, test} from 'vitest'
import {follower} from '../../src/print/tags/expected.ts'
import {rewrite} from '../../src/print/tags/content.ts'

const FONT = {text: (hex: string) => Buffer.from(hex, 'hex').toString('latin1'), space: undefined}

/** `[` in no mark, then `word]` in one, as Chromium writes a page that begins with a bracket before italics. */
const PAGE = ['BT', '/F4 12 Tf', '1 0 0 -1 50 100 Tm', '<5B> Tj', 'ET', '/NonStruct <</MCID 0 >>BDC', 'BT', '/F4 12 Tf']
const REST = ['1 0 0 -1 56 100 Tm', '<776F72645D> Tj', 'ET', 'EMC']

function rewritten(text: string): {lines: string[]; fault: string | undefined} {
  const followed = follower(text)
  const content = rewrite([...PAGE, ...REST].join('\n'), {
    fonts: () => FONT,
    heard: () => true,
    order: [[0]],
    turned: () => undefined,
    follow: (_, piece) => followed.follow(piece),
    expects: (_, piece) => followed.expects(piece),
    area: {top: 50, bottom: 500}
  })
  return {lines: content.split('\n').filter((line) => line !== ''), fault: followed.fault()}
}

test('where the text goes on with it', () => {
  const [begin, , ...rest] = [...PAGE.slice(5, 6), '', ...PAGE.slice(0, 5), ...PAGE.slice(6), ...REST]
  expect(rewritten('[word]')).toEqual({lines: [begin, ...rest], fault: undefined})
})

test('but not where the text goes on with what is marked: then it is an ornament', () => {
  const {lines, fault} = rewritten('word]')
  expect(lines.slice(0, 8)).toEqual(['/Artifact BMC', ...PAGE.slice(0, 5), 'EMC', PAGE[5]])
  expect(fault).toBeUndefined()
})
