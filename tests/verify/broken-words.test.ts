// Words that a line's end parts without a hyphen, or a page's with one, are put together again, and no others.
import {expect, test} from 'vitest'
import {OVER, wholeWords, type ReadWords} from '../../src/verify/broken-words.ts'

/** Words of these lines, and pages behind `//`, with those whole that are wanted; `~` stands where a word goes over. */
function read(text: string, ...wanted: string[]): string[] {
  const found: ReadWords = {words: [], lineEnds: new Set(), pageEnds: []}
  for (const page of text.split('//')) {
    for (const line of page.split('/')) {
      found.words.push(...line.replaceAll('~', OVER).trim().split(' '))
      found.lineEnds.add(found.words.length - 1)
    }
    found.pageEnds.push(found.words.length)
  }
  return wholeWords(found, new Set(wanted))
}

test.each([
  ['a word over two lines', 'the over / whelming sea', ['the', 'overwhelming', 'sea'], 'the overwhelming sea'],
  ['a word over four', 'in / ter / na / tional', ['international'], 'international'],
  [
    'two words one after the other',
    'over / whelm / under / neath',
    ['overwhelm', 'underneath'],
    'overwhelm underneath'
  ],
  ['a piece that is a word of the text', 'an / vil', ['an', 'anvil'], 'anvil'],
  ['words that together are another one', 'to / day and today', ['to', 'day', 'and', 'today'], 'to day and today'],
  ['no words inside a line', 'over whelming', ['overwhelming'], 'over whelming'],
  ['no letter lost', 'over / whelmin', ['overwhelming'], 'over whelmin'],
  ['nothing that is strange', '5 / 10 / head', ['sea'], '5 10 head'],
  [
    'a word over two pages, with numbers, a note and a head between',
    'the alter~ / 5 / a note // Head 3 / natives here / and natives there',
    ['the', 'alternatives', 'here', 'and', 'there', 'a', 'note'],
    'the alternatives 5 a note Head 3 here and natives there'
  ],
  [
    'one whose end is in the second column',
    'sea~ // first / row / side column',
    ['seaside'],
    'seaside first row column'
  ],
  ['a word that goes on on the next line after all', 'in Roman~ / ia // head', ['in', 'Romania'], 'in Romania head'],
  ['no end that is none of the page', 'alter~ // head / nation', ['alternatives'], 'alter head nation'],
  ['no end inside a line', 'alter~ // my natives', ['alternatives'], 'alter my natives']
])('%s', (_, text, wanted, expected) => {
  expect(read(text, ...wanted).join(' ')).toBe(expected)
})
