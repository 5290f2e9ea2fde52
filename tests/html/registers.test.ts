// The registers at the foot: order, keys and looks, by edition.yaml and by what an output is for; and how the text names its entries.
import type {Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import type {Book} from '../../src/html/index.ts'
import {bookOf} from './book-of.ts'

const html = (children: Root['children']): string => unified().use(rehypeStringify).stringify({type: 'root', children})

/** The text of the document, and its notes with their keys. */
function textOf(book: Book): {text: string; notes: string[]} {
  const part = book.parts.find(({id}) => id === 'd1')
  const whole = html(part?.body.children ?? [])
  const text = /<p\b[^>]*>.*<\/p>/s.exec(whole)?.[0] ?? whole
  return {
    text,
    notes: (part?.notes ?? []).map(({anchor, keyed, mark, body}) => `${anchor} ${keyed} "${mark}" ${html(body)}`)
  }
}

const rows = ({registers}: Book): string[] =>
  registers.map(({key, keyed, layout, rule, size, numbering}) => [key, keyed, layout, rule, size, numbering].join(' '))

const NUMBERED = {outputs: {reader: {formats: ['pdf'], 'line-numbers': 5}}}

test('without settings each note has a mark and a line of its own', () => {
  expect(rows(bookOf('Text.', {}))).toEqual([
    'entries mark list short small document',
    'tn mark list none small document',
    'en mark list none small document',
    'an mark list none small document'
  ])
})

test('where lines are numbered, entries are keyed by line and run in', () => {
  const book = bookOf('Text.', NUMBERED)
  expect(rows(book)[0]).toBe('entries line run-in short small document')
  expect(book.lineNumbers).toEqual({every: 5, margin: 'outer', restart: 'page', headings: false})
})

test('an e-book has marks and no numbers of lines', () => {
  const book = bookOf('Text.', NUMBERED, {locate: {by: 'paragraph'}})
  expect(rows(book)[0]).toBe('entries mark list short small document')
  expect(book.lineNumbers).toBeUndefined()
})

test('the edition chooses order and looks, the output the keys', () => {
  const book = bookOf('Text.', {
    registers: ['en', 'entries'],
    entries: {layout: 'two-columns', rule: 'full', size: 'text'},
    series: {
      src: {title: 'Sources', keyed: 'line', layout: 'run-in'},
      en: {title: 'Notes', numbering: 'page', layout: 'three-columns', rule: 'none'}
    },
    outputs: {reader: {formats: ['pdf'], 'line-numbers': true, entries: 'mark'}}
  })
  expect(rows(book)).toEqual([
    'en mark three-columns none small page',
    'entries mark two-columns full text document',
    'src line run-in none small document',
    'tn mark list none small document',
    'an mark list none small document'
  ])
})

const ENTRIES = 'A :app[long :corr[quay]{rec=quai}]{rdg=pier wit=A} here.'
const SIGLA = {sigla: {A: 'A copy'}}

test('an entry keyed by line bears no mark, and its words bear its name', () => {
  expect(textOf(bookOf(ENTRIES, {...SIGLA, ...NUMBERED}))).toEqual({
    text: '<p id="d1-p1" data-p="1">A <span class="app" data-entry="d1-entries-1">long <span class="corr" data-entry="d1-entries-2">quay</span></span> here.</p>',
    notes: [
      'd1-entries-1 line "" <p class="entry"><span class="entry-line generated"></span><span class="lemma">long <span class="corr">quay</span></span><span class="generated">] </span><span class="reading">pier</span><span class="generated">\u00A0</span><span class="sigla generated">A</span></p>',
      'd1-entries-2 line "" <p class="entry"><span class="entry-line generated"></span><span class="lemma">quay</span><span class="generated">] </span><span class="generated"><em>ed.</em></span><span class="generated">; </span><span class="reading">quai</span><span class="generated">\u00A0received text</span></p>'
    ]
  })
})

test('a note of the sources names the word before it', () => {
  const settings = {series: {src: {title: 'Sources', marks: 'upper-alpha', keyed: 'line'}}, ...NUMBERED}
  expect(textOf(bookOf('As *he wrote*,:src[Almanac, 7.] then;:en[A note.]:src[Ledger.] and on.', settings))).toEqual({
    text: '<p id="d1-p1" data-p="1">As <em>he wrote</em><span class="glue" data-entry="d1-src-1">,</span> <span class="glue" data-entry="d1-src-2">then;<a class="call call-en generated" id="d1-en-1-call" href="#d1-en-1" data-note="d1-en-1">1</a></span> and on.</p>',
    notes: [
      'd1-src-1 line "" <p><span class="entry-line generated"></span>Almanac, 7.</p>',
      'd1-en-1 mark "1" <p>A note.</p>',
      'd1-src-2 line "" <p><span class="entry-line generated"></span>Ledger.</p>'
    ]
  })
})

test('no space stands before a mark, as long as no words are joined', () => {
  const bodies = [
    'One :en[A.] and',
    'One :en[A.], and',
    'One *two* :en[A.]',
    'One :en[A.]two',
    'One :en[A.]“two”',
    '(One :en[A.])',
    '**Ah** :en[A.]:en[B.] so'
  ]
  expect(
    bodies.map((body) =>
      textOf(bookOf(body, NUMBERED))
        .text.replace(/<a [^>]*>(.*?)<\/a>/g, '^$1')
        .replace(/<\/?(?:p|span)[^>]*>/g, '')
    )
  ).toEqual([
    'One^1 and',
    'One^1, and',
    'One <em>two^1</em>',
    'One ^1two',
    'One ^1“two”',
    '(One^1)',
    '<strong>Ah^1,^2</strong> so'
  ])
})

test('a light apparatus has emendations only, and none has no entry', () => {
  const anchors = (apparatus: string): string[] =>
    textOf(bookOf(ENTRIES, {...SIGLA, outputs: {reader: {apparatus}}})).notes.map((note) => note.split(' ')[0] ?? '')
  expect(anchors('full')).toEqual(['d1-entries-2', 'd1-entries-1'])
  expect(anchors('light')).toEqual(['d1-entries-2'])
  expect(anchors('none')).toEqual([])
  expect(textOf(bookOf(ENTRIES, {...SIGLA, outputs: {reader: {apparatus: 'none'}}})).text).toBe(
    '<p id="d1-p1" data-p="1">A long quay here.</p>'
  )
})

test('a series that an output leaves out has neither notes nor calls', () => {
  const body = 'One,:tn[A word.] and two.:en[A fact.]'
  const {text, notes} = textOf(bookOf(body, {outputs: {reader: {notes: {tn: 'none'}}}}))
  expect(text).toBe(
    '<p id="d1-p1" data-p="1">One, and <span class="glue">two.<a class="call call-en generated" id="d1-en-1-call" href="#d1-en-1" data-note="d1-en-1">1</a></span></p>'
  )
  expect(notes).toEqual(['d1-en-1 mark "1" <p>A fact.</p>'])
})

test.each([
  [
    'a word that a line may have no room for',
    'Rindfleischetikettierungsueberwachung',
    'Rindfleischetikettierungsueberw',
    'achung'
  ],
  ['letters with marks', '\u05D0\u05B8'.repeat(20), '\u05D0\u05B8'.repeat(14), '\u05D0\u05B8'.repeat(6)],
  ['another', 'circumnavigation', '', 'circumnavigation']
])('a call is held to the end of %s', (_, word, before, end) => {
  const {text} = textOf(bookOf(`${word}[^en-1]\n\n[^en-1]: So.`, {}))
  expect(text).toContain(`<p id="d1-p1" data-p="1">${before}<span class="glue">${end}<a class="call`)
})
