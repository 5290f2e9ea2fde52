// Words that the ends of lines, columns and pages part are put together again, and no others.
import {describe, expect, test} from 'vitest'
import {joinedWords, nothingRead, withJoined, type ReadWords} from '../../src/verify/broken-words.ts'

/** Words of these lines, of columns behind `|`, which may say the size of their type, `|9:`, and of pages behind `//`. */
function readOf(text: string): ReadWords {
  const read = nothingRead()
  for (const page of text.split('//')) {
    for (const column of page.split('|')) {
      const [, size = '11', lines = ''] = /^(?:\s*(\d+):)?(.*)$/.exec(column) ?? []
      read.columnBegins.set(read.words.length, 10 * Number(size))
      for (const line of lines.split('/')) {
        read.words.push(...line.trim().split(' '))
        read.lineEnds.add(read.words.length - 1)
      }
      read.columnEnds.set(read.words.length - 1, 10 * Number(size))
    }
    read.pageEnds.push(read.words.length)
  }
  return read
}

/** The words that are joined, each with the words as which its pieces were counted. */
function joins(text: string, wanted: string): string {
  const found = joinedWords(readOf(text), new Set(wanted.split(' ')))
  return found.map(({word, from, to}) => `${word} ${from}-${to}`).join(', ')
}

test.each([
  ['a word over two lines', 'the over / whelming sea', 'the overwhelming sea', 'overwhelming 1-2'],
  ['a word over four', 'in / ter / na / tional', 'international', 'international 0-3'],
  [
    'two words one after the other',
    'over / whelm / under / neath',
    'overwhelm underneath',
    'overwhelm 0-1, underneath 2-3'
  ],
  ['a piece that is a word of the text', 'an / vil', 'an anvil', 'anvil 0-1'],
  ['either of two readings', 'to / day / break', 'to today daybreak', 'today 0-1, daybreak 1-2'],
  ['no words inside a line', 'over whelming', 'overwhelming', ''],
  ['no word with another behind it in its line', 'in / ter na / tional', 'international', ''],
  ['no letter lost', 'over / whelmin', 'overwhelming', ''],
  ['no letter twice', 'over / rwhelming', 'overwhelming', ''],
  ['nothing that is strange', '5 / 10 / head', 'sea', ''],
  ['a word over two columns', 'sea | side', 'seaside', 'seaside 0-1'],
  ['none over two columns in other types', 'sea | 9: side', 'seaside', ''],
  [
    'a word over two pages, with a number, a note and a head between',
    'the alter | 7: 5 | 9: a note // 9: Head 3 | natives here / and there',
    'the alternatives here and there a note',
    'alternatives 1-7'
  ],
  ['a word over three pages', 'in // ter // national', 'international', 'international 0-2'],
  ['a word over the page of a counterpart', 'sea | 9: 5 // its words // side', 'seaside', 'seaside 0-4'],
  ['a word in a further column of the next page', 'sea // first / row | side column', 'seaside', 'seaside 0-3'],
  ['a word that goes on in the next column after all', 'in Roman | ia // head', 'in Romania', 'Romania 1-2'],
  ['no end that is none of the page', 'alter // head / nation', 'alternatives', ''],
  ['no end inside a line', 'alter // my natives', 'alternatives', ''],
  ['no end inside a column', 'alter // head / natives', 'alternatives', ''],
  ['no end in another type', 'alter // 9: natives | head', 'alternatives', ''],
  [
    'a word over pages of notes, with their heads',
    'alter // head | 9: a / note // head // 9: of / pages // 5 | natives',
    'alternatives',
    'alternatives 0-8'
  ],
  [
    'no end behind two pages with lines of its type',
    'alter // one / more // two / more // natives',
    'alternatives',
    ''
  ],
  [
    'an end behind seven pages of notes',
    `alter${' // 9: a / note'.repeat(7)} // natives`,
    'alternatives',
    'alternatives 0-15'
  ],
  ['no end behind eight', `alter${' // 9: a / note'.repeat(8)} // natives`, 'alternatives', ''],
  ['none from inside a column', 'alter / head // natives', 'alternatives', ''],
  // Lam and alef beside each other are in one order in both, each line by itself.
  ['a word whose lam and alef two lines part', 'باال / االب', 'بااااللب', 'بااااللب 0-1'],
  ['one over three lines', 'با / لا / لب', 'بااللب', 'بااللب 0-2'],
  ['none with a lam more', 'باال / االلب', 'بااااللب', ''],
  ['none with an alef for a lam', 'باال / اااب', 'بااااللب', '']
])('%s', (_, text, wanted, expected) => {
  expect(joins(text, wanted)).toBe(expected)
})

test('lines of lam and alef again and again are soon read', () => {
  const pages = Array.from({length: 300}, () => 'قرا | لا | لا | لا').join(' // ')
  expect(joinedWords(readOf(pages), new Set(['قران']))).toEqual([])
})

test('lines of the same letter again and again are soon read', () => {
  const pages = Array.from({length: 12}, () => 'a / a / a | a / a / a | a / a / a').join(' // ')
  const found = joinedWords(readOf(pages), new Set(['a'.repeat(60)]))
  // From each of the first 49 lines a word of sixty could begin; where columns and pages are passed over there are more ends than one.
  expect(found.every(({from, to}) => to - from >= 59)).toBe(true)
  expect(new Set(found.map(({from, to}) => `${from} ${to}`)).size).toBe(found.length)
})

describe('where a text is looked up', () => {
  const lookUp = (text: string, wanted: string): string => {
    const [read, set] = [readOf(text), new Set(wanted.split(' '))]
    return withJoined(read.words, joinedWords(read, set), set).join(' ')
  }

  test.each([
    [
      'strange pieces are the word that they make',
      'the over / whelming sea',
      'the overwhelming sea',
      'the overwhelming sea'
    ],
    ['pieces that are words stay beside it', 'to / day and', 'to today day and', 'to today day and'],
    [
      'what stands between stays',
      'alter // 9: head | natives here',
      'alternatives here',
      'alter alternatives head natives here'
    ]
  ])('%s', (_, text, wanted, expected) => {
    expect(lookUp(text, wanted)).toBe(expected)
  })
})
