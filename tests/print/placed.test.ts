// Notes at the ends of documents and of the book, built once: where they stand in finished pages and in the e-book.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, type BuildOptions, type BuildResult} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {readBook, type ReadBook} from './read-book.ts'
import {testsOfPages} from './support/standards.ts'

let edition: EditionTest
let result: BuildResult
let book: ReadBook
let pages = ''
let files: Record<string, string>
let before: Map<string, string>

withOwnCache()
beforeAll(async () => {
  edition = EditionTest.from('placed')
  result = await make({pages: (html) => (pages = html)})
  book = await readBook(join(edition.cwd, 'dist/paper.pdf'))
  const zip = unzipSync(readFileSync(join(edition.cwd, 'dist/screen.epub')))
  files = Object.fromEntries(
    Object.entries(zip).flatMap(([name, bytes]) =>
      name.endsWith('.xhtml') ? [[name.replace('OEBPS/', ''), strFromU8(bytes)]] : []
    )
  )
  before = edition.sums('dist')
})

const make = (tamper: NonNullable<BuildOptions['tamper']>, outputs = ['paper', 'screen']) =>
  build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs, tamper})

const textOf = (part: string): string[] => book.pages.filter((page) => page.part === part).map(({text}) => text)

/** Texts of the links in the page or file of a part, with where each leads. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a ([^>]*)>([^<]*)<\/a>/g)].flatMap(([, tag = '', text = '']) => {
    const to = /href="([^"]*)"/.exec(tag)?.[1]
    return /class="(?:call|note-mark) /.test(tag) && to ? [`${text} ${to}`] : []
  })

describe('in pages', () => {
  testsOfPages(() => join(edition.cwd, 'dist'), 'paper')

  test('nothing is complained of', () => {
    const messages = result.messages.flatMap((file) => file.messages)
    expect(messages.filter(({fatal}) => fatal !== undefined).map(({reason}) => reason)).toEqual([])
    expect(result.ok).toBe(true)
  })

  test('notes of the end of the document follow its text, entries have their lines', () => {
    expect(textOf('d1')).toEqual([
      'To the Harbour Office 5 March 1921 Text: A = Harbour Archive (HAV), f. 12, op. 3, d. 7, l. 1 Cited, not consulted: HAV, f. 12, op. 3, d. 8, l. 4 (seen in a photograph) ' +
        'The lampa burns, and the oil lasts.3 Nobody comes.† In the second weekb We count the ships4 and |write them down. ' +
        'Translator’s notes a lampa, also a lantern.* b Or month. ' +
        '1 the oil] oil A B ‖ 2 count] ed.; cuont A † But the gulls. * A good one. 1 2 l. 2'
    ])
    expect(textOf('d2')).toEqual([
      'To the Keeper 11 April 1921 Text: A = HAV, f. 12, op. 3, d. 7, l. 2 Write less.5 Translator’s notes a Or: would not. 1 less] more C 1'
    ])
  })

  test('notes of the end of the book are numbered through it, and there once', () => {
    expect(textOf('notes')).toEqual([
      'Notes The Lower Light and Its Keepers Notes to page v Editor’s notes 1 The upper light was lost in the flood. 2 So the almanac. ' +
        'To the Harbour Office Notes to page 1 Editor’s notes 3 Until Easter, as the ledger says. 4 Eleven of them.‡ ' +
        'To the Keeper Notes to page 3 Editor’s notes 5 He did not.a ‡ Twelve, I think.'
    ])
  })

  test('the witnesses are those that the text names', () => {
    expect(textOf('witnesses')).toEqual([
      'Witnesses A Fair copy in the harbour archive, 1921. To the Harbour Office: HAV, f. 12, op. 3, d. 7, l. 1, collated. To the Keeper: HAV, f. 12, op. 3, d. 7, l. 2, collated. ' +
        'B Draft of the keeper. To the Harbour Office: HAV, f. 12, op. 3, d. 8, l. 4, cited, not collated (seen in a photograph). ' +
        'C Copy of a clerk, about 1930.'
    ])
  })

  test('calls lead to the page of their notes, marks of notes to the page of their calls', () => {
    const page = (part: string): string => `#page-${book.pages.findIndex((one) => one.part === part) + 1}`
    const [preface, d1, d2, notes] = [page('preface'), page('d1'), page('d2'), page('notes')]
    const text = [`1 ${notes}`, `2 ${notes}`, `a ${d1}`, `3 ${notes}`, `b ${d1}`, `4 ${notes}`, `a ${d1}`, `b ${d1}`]
    const end = [`1 ${preface}`, `2 ${preface}`, `3 ${d1}`, `4 ${d1}`, `5 ${d2}`, `a ${d2}`]
    expect(linksOf(pages)).toEqual([...text, `5 ${notes}`, `a ${notes}`, ...end])
  })
})

describe('in the e-book', () => {
  test('calls lead to the notes at the end, and these back', () => {
    expect(linksOf(files['d1.xhtml'] ?? '')).toEqual([
      '1 notes.xhtml#d1-en-1',
      '† #d1-an-2',
      'B #d1-entries-2',
      '2 notes.xhtml#d1-en-2',
      'B #d1-entries-2-call',
      '† #d1-an-2-call'
    ])
    expect(linksOf(files['d2.xhtml'] ?? '')).toEqual(['1 notes.xhtml#d2-en-1'])
    expect(linksOf(files['notes.xhtml'] ?? '')).toEqual([
      '1 preface.xhtml#preface-en-1-call',
      '2 preface.xhtml#preface-en-2-call',
      '1 d1.xhtml#d1-en-1-call',
      '2 d1.xhtml#d1-en-2-call',
      '‡ #d1-an-3',
      '1 d2.xhtml#d2-en-1-call',
      '‡ #d1-an-3-call'
    ])
  })

  test('every link has its place, once', () => {
    const ids = Object.entries(files).flatMap(([name, html]) =>
      [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `${name}#${id}`)
    )
    const targets = Object.entries(files).flatMap(([name, html]) =>
      linksOf(html).map((link) => link.slice(link.indexOf(' ') + 1).replace(/^#/, `${name}#`))
    )
    expect(targets).toHaveLength(16)
    expect(targets.filter((target) => ids.filter((id) => id === target).length !== 1)).toEqual([])
  })

  test('what it leaves out is told', () => {
    const {outputs} = JSON.parse(edition.read('../dist/report.json')) as {outputs: {name: string; leftOut?: unknown}[]}
    expect(outputs.map(({name, leftOut}) => [name, leftOut])).toEqual([
      ['paper', undefined],
      [
        'screen',
        [
          {document: 'd1', notes: {tn: 2, an: 1}, entries: 1},
          {document: 'd2', notes: {tn: 1}, entries: 1}
        ]
      ]
    ])
  })
})

/** A note by its anchor; it must be there. */
function noteIn(html: string, anchor: string): string {
  const found = new RegExp(`<(div|aside) [^>]*id="${anchor}"[^]*?</\\1>`).exec(html)?.[0] ?? ''
  expect(found).not.toBe('')
  return found
}

const dropped = (anchor: string) => (html: string) => html.replace(noteIn(html, anchor), '')

const swapped = (one: string, other: string) => (html: string) => {
  const [first, second] = [noteIn(html, one), noteIn(html, other)]
  return html
    .replace(first, '<!-- here -->')
    .replace(second, () => first)
    .replace('<!-- here -->', () => second)
}

describe('the build is refused by', () => {
  /** What is said of a fault; nothing else may be said, and nothing written. */
  async function said(tamper: NonNullable<BuildOptions['tamper']>, output: string): Promise<string[]> {
    const {ok, files: made, messages} = await make(tamper, [output])
    expect({ok, made}).toEqual({ok: false, made: []})
    expect(edition.sums('dist')).toEqual(before)
    return messages.flatMap(({messages: list}) =>
      list.filter(({fatal}) => fatal).map(({ruleId, reason}) => `${ruleId}: ${reason}`)
    )
  }

  const inPages = (change: (html: string) => string) => said({pages: change}, 'paper')
  const inNotes = (change: (html: string) => string) =>
    said(
      {
        epub: (bytes) => {
          const {mimetype, ...zip} = unzipSync(bytes)
          const notes = zip['OEBPS/notes.xhtml'] as Uint8Array
          const others = {...zip, 'OEBPS/notes.xhtml': strToU8(change(strFromU8(notes)))}
          // Packed as the program packs it, so that nothing else is wrong.
          return zipSync({mimetype: [mimetype as Uint8Array, {level: 0}], ...others}, {mtime: new Date(2026, 0, 31)})
        }
      },
      'screen'
    )

  test('a note dropped at the end of the book, with what it calls', async () => {
    expect(await inPages(dropped('d1-en-2'))).toEqual([
      'output-differs: Unexpected text in the PDF, the note d1-an-3 is not called. This is a fault of the program; please report it.',
      'output-differs: Missing note en-2 (document d1, ¶2, page 1), expected it once: words `Eleven of them.`',
      'note-misplaced: Missing call of note an-3 (document d1, page 5), expected its mark in the text'
    ])
    // What called the note, and what it called, lead nowhere now.
    const faulty = (what: string): string =>
      `e-book-faulty: Unexpected ${what}. This is a fault of the program; please report it.`
    const id = 'expected an id that stands in `OEBPS/notes.xhtml`'
    expect(await inNotes(dropped('d1-en-2'))).toEqual([
      faulty(`link \`notes.xhtml#d1-en-2\` in \`OEBPS/d1.xhtml\`, ${id}`),
      faulty(`link \`#d1-an-3-call\` in \`OEBPS/notes.xhtml\`, ${id}`),
      faulty('target `notes.xhtml#d1-en-2` of the call `d1-en-2-call` in `OEBPS/d1.xhtml`, expected a note'),
      faulty('note `d1-an-3` in `OEBPS/notes.xhtml` that nothing calls, expected a call'),
      'output-differs: Missing note en-2 (document d1, ¶2), expected it once: words `Eleven of them.`',
      'note-misplaced: Missing call of note an-3 (document d1), expected its mark in the text'
    ])
  })

  test('two notes at the end of the book that have changed places', async () => {
    const wrong = (page: string): string =>
      `output-differs: Unexpected note en-2 (document d1${page}), expected note en-1 before it`
    expect(await inPages(swapped('d1-en-1', 'd1-en-2'))).toEqual([wrong(', page 5')])
    expect(await inNotes(swapped('d1-en-1', 'd1-en-2'))).toEqual([wrong('')])
  })

  test('notes of two documents that have changed places', async () => {
    expect(await inNotes(swapped('preface-en-2', 'd2-en-1'))).toEqual([
      'output-differs: Unexpected notes of document d2 at the end of the book, expected all of document preface before them'
    ])
  })

  test('a note dropped at the end of a document', async () => {
    expect(await inPages(dropped('d1-tn-2'))).toEqual([
      'output-differs: Missing note tn-2 (document d1, ¶1, page 1), expected it once: words `Or month.`'
    ])
  })

  test('two notes at the end of a document that have changed places', async () => {
    expect(await inPages(swapped('d1-tn-1', 'd1-tn-2'))).toEqual([
      'output-differs: Unexpected note tn-2 (document d1, page 1), expected note tn-1 before it'
    ])
  })
})
