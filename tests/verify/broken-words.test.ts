// Words that a line's end parts without a hyphen are put together again, and no others.
import {expect, test} from 'vitest'
import {wholeWords} from '../../src/verify/broken-words.ts'

/** Words of these lines, with those whole that are wanted. */
function read(lines: string, ...wanted: string[]): string[] {
  const found = lines.split('/').map((line) => line.trim().split(' '))
  let count = 0
  const lineEnds = new Set(found.map(({length}) => (count += length) - 1))
  return wholeWords({words: found.flat(), lineEnds}, new Set(wanted))
}

test.each([
  ['a word over two lines', 'the over / whelming sea', ['the', 'overwhelming', 'sea'], ['the', 'overwhelming', 'sea']],
  ['a word over four', 'in / ter / na / tional', ['international'], ['international']],
  [
    'two words one after the other',
    'over / whelm / under / neath',
    ['overwhelm', 'underneath'],
    ['overwhelm', 'underneath']
  ],
  ['a piece that is a word of the text', 'an / vil', ['an', 'anvil'], ['anvil']],
  [
    'words that together are another one',
    'to / day and today',
    ['to', 'day', 'and', 'today'],
    ['to', 'day', 'and', 'today']
  ],
  ['no words inside a line', 'over whelming', ['overwhelming'], ['over', 'whelming']],
  ['no letter lost', 'over / whelmin', ['overwhelming'], ['over', 'whelmin']],
  ['nothing that is strange', '5 / 10 / head', ['sea'], ['5', '10', 'head']]
])('%s', (_, lines, wanted, expected) => {
  expect(read(lines, ...wanted)).toEqual(expected)
})
