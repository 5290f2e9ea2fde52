// The key to the signs: just what a form of the book uses, and as that form has it.
import type {Element, Nodes} from 'hast'
import {describe, expect, test} from 'vitest'
import type {Locate} from '../../src/html/index.ts'
import {bookOf} from './book-of.ts'

const E_BOOK: Locate = {by: 'paragraph'}

/** The rows of the key, `sign: meaning`; what is raised stands behind ^, what is in italics between asterisks. */
function keyOf(body: string, settings: Record<string, unknown>, locate?: Locate, source = {}): string[] {
  const all = {front: ['signs'], back: [], sigla: SIGLA, ...settings}
  const {parts} = bookOf(body, all, {...(locate && {locate}), matter: {source}})
  const [section] = parts.find(({id}) => id === 'signs')?.body.children ?? []
  const cells = childrenOf(childrenOf(section).find((child) => (child as Element).tagName === 'dl'))
  return cells.flatMap((cell, index) =>
    index % 2 === 0 ? [`${textOf(cell)}: ${textOf(cells[index + 1])}`.replaceAll('\u00A0', ' ')] : []
  )
}

const childrenOf = (node: Nodes | undefined): Nodes[] => (node && 'children' in node ? node.children : [])

function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  const text = childrenOf(node).map(textOf).join('')
  if (node?.type !== 'element') return text
  return node.tagName === 'sup' ? `^${text}` : node.tagName === 'em' ? `*${text}*` : text
}

const SIGLA = {A: 'A copy', B: 'Another', W: 'The web'}
const LINES = {outputs: {reader: {formats: ['pdf'], 'line-numbers': 5, 'paragraph-numbers': false}}}
const MARKS = {outputs: {reader: {formats: ['pdf'], 'paragraph-numbers': false}}}
const EVERY = 'Every fifth line has its number in the outer margin; the count begins anew on every page.'

test('a text without signs has the number of its paragraphs', () => {
  expect(keyOf('Text.', {})).toEqual([
    '¶ 45: The small numbers beside the text count the paragraphs of the text. They are the same in every form of this edition: cite them.'
  ])
  expect(keyOf('Text.', MARKS)).toEqual([])
})

const BRACKET = 'Before the bracket stand the words of the text, behind it what the copy W has.'

test('an entry found by the number of its line', () => {
  expect(keyOf('The :app[quay]{rdg="pier" wit=W}.', LINES)).toEqual([
    `12 lemma] reading *W*: Copies differ: see “Emendations” at the foot of the page. The number is that of the line, counted in the margin; the text has no mark. ${BRACKET}`,
    `5: ${EVERY}`
  ])
})

test('an entry found by its mark, in print and in an e-book', () => {
  const body = 'The :corr[quay]{rec="quai"}.'
  const copies = {W: {title: 'The web', status: 'collated'}}
  const departs = 'word^i: The text departs from the copy W: see “Emendations”'
  const rest = [
    `lemma] reading *W*: ${BRACKET}`,
    '] *ed.*;: The words of the text are put there by the editor of this edition.'
  ]
  expect(keyOf(body, MARKS, undefined, copies)).toEqual([`${departs} at the foot of the page.`, ...rest])
  expect(keyOf(body, LINES, E_BOOK, copies)).toEqual([`${departs} after the text.`, ...rest])
})

test('what an entry departs from where no copy was collated', () => {
  expect(keyOf('The :corr[quay]{rec="quai"} and :app[pier]{rdg="mole" wit=W}.', MARKS).slice(0, 2)).toEqual([
    'word^i: Copies differ, or the text departs from the received text: see “Emendations” at the foot of the page.',
    `lemma] reading *W*: ${BRACKET}`
  ])
  expect(keyOf('The :corr[quay]{rec="quai"}.', MARKS).slice(0, 2)).toEqual([
    'word^i: The text departs from the received text: see “Emendations” at the foot of the page.',
    'lemma] reading received text: Before the bracket stand the words of the text, behind it what the received text has.'
  ])
})

test('what is said in entries, and of their lines', () => {
  const body = [
    'At :app[the]{rdg="a" wit=A} quay, the :app[:lem[grey lamp]{wit="A B"} :rdg[]{wit=W type=om}] of :app[six of the eight men here]{rdg="x" wit=W type=add}.',
    'It :app[burns]{rdg="" wit=W type=lac} and :app[is lit]{rdg="lit is" wit=A type=transp} :app[:lem[now]{by=ed} :rdg[then]{by=Holm}].'
  ].join('\n\n')
  expect(keyOf(body, LINES).slice(1)).toEqual([
    '12–13: The words of the entry run from one line to another.',
    'the^2: Where a line has the same words more than once, the raised number says which of them are meant.',
    'first … last]: Of long passages the first and the last word are given.',
    '] *ed.*;: The words of the text are put there by the editor of this edition.',
    '] *A B*;: Copies named before the semicolon have the words of the text.',
    '*om.*: The copy leaves the words out (omisit).',
    '*add.*: The copy adds these words (addidit).',
    '*lac.*: The copy lacks the place: it is lost or damaged there (lacuna).',
    '*transp.*: The copy has the words in another order or place (transposuit).',
    '*conj.*: Conjectured by the person named; no copy has it.',
    '‖: Between two entries that follow each other in a line.',
    `5: ${EVERY}`
  ])
})

test('an entry over a span has its words too', () => {
  const body = '::entry{from=s to=e rdg="x" wit=W}\n\n:at{#s}One lamp:at{#e}, and one lamp.'
  expect(keyOf(body, LINES).slice(1)).toEqual([
    '12–13: The words of the entry run from one line to another.',
    `5: ${EVERY}`
  ])
})

test('notes, with where they stand', () => {
  const body = 'A,:tn[One.] b,:en[Two.] c,:an[Three.] d,:src[Four.]'
  const outputs = {
    reader: {
      formats: ['pdf'],
      'line-numbers': {every: 1, margin: 'inner', restart: 'document'},
      'paragraph-numbers': false,
      notes: {en: 'document-end', an: 'book-end'}
    }
  }
  const series = {src: {title: 'Sources', marks: 'upper-alpha', keyed: 'line'}}
  expect(keyOf(body, {outputs, series})).toEqual([
    '12: “Sources” at the foot of the page: a note on the line with this number in the margin.',
    'word^a: Translator’s notes, at the foot of the page.',
    'word^1: Editor’s notes, after the text.',
    'word^*: Author’s notes, at the end of the book.',
    '1: Every line has its number in the inner margin; the count begins anew with every document.'
  ])
  expect(keyOf(body, {outputs, series}, E_BOOK)).toEqual([
    'word^A: Sources, after the text.',
    'word^a: Translator’s notes, after the text.',
    'word^1: Editor’s notes, after the text.',
    'word^*: Author’s notes, at the end of the book.'
  ])
})

describe('in registers keyed by line', () => {
  const series = {src: {title: 'Sources', marks: 'upper-alpha', keyed: 'line'}}
  const settings = {...LINES, series}
  const onLine = '12: “Sources” at the foot of the page: a note on the line with this number in the margin.'
  const onNote = 'word^A: “Sources” at the foot of the page: a note on words of another note, which have a mark.'
  const notes = ['word^1: Editor’s notes, at the foot of the page.', `5: ${EVERY}`]

  test('notes on words of other notes have a row of their own, and alone no other', () => {
    expect(keyOf('A.:src[One.]', settings)).toEqual([onLine, `5: ${EVERY}`])
    const between = '‖: Between two notes that follow each other in a line.'
    expect(keyOf('A.:src[One.] B.:en[Two,:src[three].]', settings)).toEqual([between, onLine, onNote, ...notes])
    expect(keyOf('B.:en[Two,:src[three].]', settings)).toEqual([onNote, ...notes])
    // An e-book has no lines.
    expect(keyOf('B.:en[Two,:src[three].]', settings, E_BOOK).slice(0, 2)).toEqual([
      'word^A: Sources, after the text.',
      'word^1: Editor’s notes, after the text.'
    ])
  })

  test('entries on words of notes have a row of their own, and alone those of entries with marks', () => {
    const [entry, inNote] = [':app[quay]{rdg="pier" wit=W}', 'B.:en[The :app[mole]{rdg="wall" wit=W}.]']
    const differ = 'Copies differ: see “Emendations” at the foot of the page.'
    expect(keyOf(`The ${entry}. ${inNote}`, LINES)).toEqual([
      `12 lemma] reading *W*: ${differ} The number is that of the line, counted in the margin; the text has no mark. ${BRACKET}`,
      'word^i: In a note the words of an entry have a mark, with which the entry begins.',
      '‖: Between two entries that follow each other in a line.',
      ...notes
    ])
    expect(keyOf(inNote, LINES)).toEqual([`word^i: ${differ}`, `lemma] reading *W*: ${BRACKET}`, ...notes])
  })
})

describe('what the editor of the edition puts in', () => {
  test('stands in angle brackets, and where he typed brackets in these', () => {
    const table = [
      {words: ['grey'], as: 'supplied', by: 'ed'},
      {words: ['kai'], as: 'orig', lang: 'de', by: 'ed'}
    ]
    const body = 'The :supplied[old]{by=ed} quay :orig[Kai]{lang=de by=ed} and the [grey] mole [kai].'
    expect(keyOf(body, {...MARKS, brackets: {table}})).toEqual([
      '[grey]: Words in square brackets are supplied by this edition.',
      '⟨old⟩: Words in angle brackets are supplied by this edition.',
      '[*kai*]: A word of the original, given beside its translation.',
      '⟨*Kai*⟩: A word of the original, given beside its translation by this edition.'
    ])
  })
})

test('signs in the readings of copies', () => {
  const body = 'The :app[:lem[grey quay] :rdg[:del[grey] :unclear[pier]]{wit=A}].'
  const rows = keyOf(body, MARKS).filter((row) => !/lemma|\^/.test(row))
  expect(rows).toEqual([
    '[pier?]: Read with doubt.',
    'word \\word/: Struck out, or added, by the writer of the document.'
  ])
  // What is not printed has no row.
  const outputs = {reader: {formats: ['pdf'], 'paragraph-numbers': false, apparatus: 'none'}}
  expect(keyOf(body, {outputs})).toEqual([])
})

describe('an excerpt', () => {
  const body =
    'The [new] crane.\n\nA :app[quay]{rdg="pier" wit=A}.\n\nThe :del[old] crane.\n\nA :app[mole]{rdg="wall" wit=B} and :app[bell]{rdg="horn" wit=W}.'
  const excerpt = (excerpts: string): Record<string, unknown> => ({
    outputs: {reader: {formats: ['pdf'], 'paragraph-numbers': false, excerpts: [excerpts]}}
  })

  test('has in its key what it shows, and nothing that it leaves out', () => {
    expect(keyOf(body, excerpt('d1 ¶1, 3'))).toEqual([
      '[ ]: Other square brackets stand as in the received text.',
      '[¶2 omitted]: Paragraphs that this selection leaves out.',
      'word \\word/: Struck out, or added, by the writer of the document.'
    ])
    expect(keyOf(body, excerpt('d1 ¶2'))[1]).toMatch(/^word\^i: Copies differ/)
    expect(keyOf(body, excerpt('d1 ¶2'))[2]).toMatch(/behind it what the copy A has/)
    expect(keyOf(body, excerpt('d1 ¶4'))[2]).toMatch(/behind it what the copy B has/)
  })

  test('has in its list of witnesses the copies that it names', () => {
    const witnesses = (chosen: string): string[] => {
      const front = {sigla: SIGLA, front: ['witnesses'], back: []}
      const part = bookOf(body, {...front, ...excerpt(chosen)}).parts.find(({id}) => id === 'witnesses')
      return part ? termsOf(part.body) : []
    }
    expect(witnesses('d1 ¶1-4')).toEqual(['A', 'B', 'W'])
    expect(witnesses('d1 ¶2')).toEqual(['A'])
    expect(witnesses('d1 ¶4')).toEqual(['B', 'W'])
  })
})

test('what an output leaves out has no row', () => {
  const outputs = {reader: {formats: ['pdf'], 'paragraph-numbers': false, apparatus: 'none', notes: {tn: 'none'}}}
  expect(keyOf('The :app[quay]{rdg="pier" wit=W}:tn[One.]', {outputs})).toEqual([])
})

test('entries at the end of their document', () => {
  const outputs = {reader: {formats: ['pdf'], 'paragraph-numbers': false, apparatus: 'back'}}
  expect(keyOf('The :app[quay]{rdg="pier" wit=W}.', {outputs})[0]).toBe(
    'word^i: Copies differ: see “Emendations” after the text.'
  )
})

describe('the lists of copies', () => {
  const body = 'The :app[:lem[quay]{wit=B} :rdg[pier]{wit=A}].'

  test('do not repeat each other', () => {
    expect(lists(body, ['abbreviations', 'witnesses'])).toEqual({abbreviations: ['W'], witnesses: ['A', 'B']})
    expect(lists(body, ['abbreviations'])).toEqual({abbreviations: ['A', 'B', 'W'], witnesses: []})
  })

  test('are in the front as they are needed', () => {
    expect(lists(body, undefined)).toEqual({abbreviations: ['W'], witnesses: ['A', 'B']})
    const all = 'The :app[:lem[quay]{wit=B} :rdg[pier]{wit="A W"}].'
    expect(lists(all, undefined)).toEqual({abbreviations: undefined, witnesses: ['A', 'B', 'W']})
  })
})

/** Sigla in the lists of a book; undefined where it has no such list. */
function lists(body: string, front: string[] | undefined): Record<string, string[] | undefined> {
  const {parts} = bookOf(body, {sigla: SIGLA, back: [], ...(front && {front})})
  const sigla = (id: string): string[] | undefined => {
    const part = parts.find((one) => one.id === id)
    return part && termsOf(part.body)
  }
  return {abbreviations: sigla('abbreviations'), witnesses: sigla('witnesses') ?? (front && [])}
}

const termsOf = (node: Nodes): string[] =>
  node.type === 'element' && node.tagName === 'dt' ? [textOf(node)] : childrenOf(node).flatMap(termsOf)
