// The edition that uses every construct, built once: what its books say of themselves is held against their finished pages.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test, vi} from 'vitest'
import {build, type BuildResult} from '../../src/build.ts'
import type {PageMap} from '../../src/print/index.ts'
import {EditionTest} from '../support/edition.ts'
import {newCache, withOwnCache} from '../support/own-cache.ts'
import {readBook, type ReadBook} from './read-book.ts'
import {bookFaults} from './support/bar-epub.ts'
import {pageFaults} from './support/bar-pages.ts'
import {GENERATED} from './support/text-block.ts'
import {figures, joinedLetters} from './support/bar-signs.ts'
import {readLines} from './support/read-lines.ts'
import {testsOfPagedEpub, testsOfPages} from './support/standards.ts'

let edition: EditionTest
let result: BuildResult
let book: ReadBook
let map: PageMap

withOwnCache()
beforeAll(async () => {
  edition = EditionTest.from('everything')
  result = await build({dir: edition.dir, out: join(edition.cwd, 'dist')})
  map = JSON.parse(edition.read('../dist/reader.pages.json')) as PageMap
  book = await readBook(join(edition.cwd, 'dist/reader.pdf'))
})

describe('the edition of everything', () => {
  test('is built with nothing to complain of, and lists the turns that go on', () => {
    const messages = result.messages.flatMap((file) => file.messages)
    expect(messages.filter(({fatal}) => fatal !== undefined).map(({reason}) => reason)).toEqual([])
    expect(result.ok).toBe(true)
    const file = readDocument('1921-03-05.md')
    const unlabelled = file
      .split('\n\n')
      .filter((block, index, all) => /^[A-Z]/.test(block) && !LABEL.test(block) && LABEL.test(all[index - 1] ?? ''))
    const told = messages
      .filter(({ruleId}) => ruleId === 'turn-continued')
      .map(({reason}) => /“(.*) …”/.exec(reason)?.[1])
    expect(told).toEqual(unlabelled.map((block) => block.split(' ').slice(0, 6).join(' ')))
  })

  test('has the files of two outputs, one of them an e-book alone', () => {
    expect(readdirSync(join(edition.cwd, 'dist')).toSorted()).toEqual([
      'letters.epub',
      'reader.epub',
      'reader.pages.json',
      'reader.pdf',
      'report.json'
    ])
  })

  test('sets each note once', () => {
    const wanted = NAMES.flatMap(([id, name]) => labelsOf(readDocument(name)).map((series) => `${id} ${series}`))
    const set = map.notes.filter(({document}) => NAMES.some(([id]) => id === document))
    expect(set.map(({document, series}) => `${document} ${series}`).toSorted()).toEqual(wanted.toSorted())
    expect(new Set(set.map(({document, series, n}) => `${document} ${series} ${n}`)).size).toBe(wanted.length)
  })

  test('numbers its pages as labels and folios say', () => {
    const front = map.pages.findIndex(({label}) => label === '1')
    const labels = map.pages.map((_, index) => (index < front ? (ROMAN[index] ?? '') : String(index - front + 1)))
    expect(map.pages.map(({label}) => label)).toEqual(labels)
    expect(book.labels).toEqual(labels)
    for (const {label, folio} of book.pages) if (folio !== '') expect(folio).toBe(label)
    expect(book.pages.filter(({folio}) => folio !== '').length).toBeGreaterThan(40)
  })

  test('lists in the contents the pages on which the titles stand', () => {
    const entries = TITLES.map(([title, part, date]) => ({
      title,
      date,
      label: map.pages.find((page) => page.part === part)?.label ?? ''
    }))
    const contents = book.pages.find(({text}) => text.startsWith('Contents '))?.text ?? ''
    expect(contents.replace(/[. ]*\.[. ]*/g, ' ')).toBe(
      `Contents ${entries.map(({title, date, label}) => `${title}${date ? `, ${date}` : ''} ${label}`).join(' ')}`
    )
    for (const {title, label} of entries) {
      const page = book.pages.find((one) => one.label === label)
      expect(`${label} ${page?.text.replace(/^\d /, '').slice(0, title.length)}`).toBe(`${label} ${title}`)
    }
  })

  test('has bookmarks for its parts and their headings', () => {
    expect(book.outline).toEqual(OUTLINE)
  })

  test('sends the index to the pages on which the names stand', () => {
    const index = book.pages.find(({text}) => text.startsWith('Index Persons '))?.text ?? ''
    for (const [entry, forms] of NAMED) {
      const found = book.pages
        .filter(({part, text}) => !GENERATED.has(part) && forms.test(text))
        .map(({label}) => label)
      expect(found.length).toBeGreaterThan(2)
      expect([entry, ...locatorsOf(index, entry)]).toEqual([entry, ...found])
    }
  })

  test('keeps to the typographic bar', async () => {
    const pages = await readLines(join(edition.cwd, 'dist/reader.pdf'))
    const onRight = ['title', 'contents', 'preface', ...NAMES.map(([id]) => id), 'index']
    expect(pageFaults(pages, {shortTitle: 'The Harbour Papers', onRight})).toEqual([])
    // Numbers of the table of dues that stand nowhere else.
    expect(figures(pages, ['780', '967', '753'])).toEqual([])
    expect(joinedLetters(pages)).toEqual([])
    for (const name of ['reader', 'letters'])
      expect(bookFaults(readFileSync(join(edition.cwd, 'dist', `${name}.epub`)))).toEqual([])
  })

  testsOfPages(() => join(edition.cwd, 'dist'), 'reader')
  testsOfPagedEpub(() => join(edition.cwd, 'dist'), 'reader')

  test('is the same to the byte in another folder and time zone, laid out anew', async () => {
    const other = EditionTest.from('everything')
    vi.stubEnv('XDG_CACHE_HOME', await newCache())
    vi.stubEnv('TZ', 'Pacific/Chatham')
    await build({dir: other.dir, out: join(other.cwd, 'dist')})
    for (const name of edition.files('dist')) {
      const [one, two] = [edition, other].map(({cwd}) => readFileSync(join(cwd, 'dist', name)))
      expect({name, same: one?.equals(two ?? Buffer.alloc(0))}).toEqual({name, same: true})
    }
  })
})

const LABEL = /^(?:Weber|Lind|Orlova|de la Ruelle|Weber and Lind)[.:] /
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi'.split(' ')
const NAMES = [
  ['1921-03-05', '1921-03-05.md'],
  ['письмо-капитана', 'письмо-капитана.md'],
  ['42', 'report.md'],
  ['d4', 'd4.md'],
  ['longnotes', 'longnotes.md'],
  ['записка', 'записка-о-моле.md']
] as const

/** Title, part and date, in the order of the book. */
const TITLES = [
  ['Preface', 'preface', ''],
  ['Editorial method', 'method', ''],
  ['Signs Used in This Edition', 'signs', ''],
  ['People', 'people', ''],
  ['Abbreviations', 'abbreviations', ''],
  ['Minutes of the Committee for the Third Quay', '1921-03-05', '5 March 1921'],
  ['Captain de la Ruelle to the Harbour Office', 'письмо-капитана', 'about 1920'],
  ['Report on the Third Quay, with Tables', '42', 'June 1921'],
  ['Vera Orlova to the Harbour Office', 'd4', 'October 1921'],
  ['Memorandum on the Rope', 'longnotes', '1–9 November 1921'],
  ['Записка о моле', 'записка', 'December 1921'],
  ['Glossary', 'words-of-the-quay', ''],
  ['For the seminar', 'lessons', ''],
  ['Index', 'index', '']
] as const

const OUTLINE = [
  'The Papers of the Harbour Office at Vessmar',
  'Contents',
  'Preface',
  '  How the papers came down',
  '    The chest',
  '  What is missing',
  'Editorial method',
  'Signs Used in This Edition',
  'People',
  'Abbreviations',
  '  Copies of the text',
  '  Archives and collections',
  'Minutes of the Committee for the Third Quay',
  '  Second sitting',
  'Captain de la Ruelle to the Harbour Office',
  'Report on the Third Quay, with Tables',
  '  Soundings of the year',
  '    The lower harbour',
  '      Beside the mole',
  '      Beside the ropewalk',
  '  Dues of the winter',
  '    What remains to be done',
  '      A heading that stands near the foot of a page',
  '      Another heading',
  'Vera Orlova to the Harbour Office',
  'Memorandum on the Rope',
  'Записка о моле',
  'Glossary',
  'For the seminar',
  'Index',
  '  Persons',
  '  Places',
  '  Terms',
  'Colophon'
]

/** Entry of the index → its listed forms in the text. */
const NAMED = [
  ['Lind, Olaf', /(?<!\p{L})Lind(?!\p{L})/u],
  ['Orlova, Vera', /(?<!\p{L})(?:Orlova|Орлова|Orlovoĭ)(?!\p{L})/u],
  ['Ruelle, Gérard de la', /de la Ruelle(?!\p{L})/u],
  ['Weber, Anna', /(?<!\p{L})Weber(?!\p{L})/u],
  ['Mole, the', /the Mole(?!\p{L})/u],
  ['third quay', /third quay(?!\p{L})/u]
] as const

const readDocument = (name: string): string => edition.read(`documents/${name}`)

/** Series of the notes that a file defines, in the order in which they stand there. */
function labelsOf(file: string): string[] {
  const defined = [...file.matchAll(/^\[\^(\w+)-\d+\]: /gm)].map(([, series = '']) => series)
  return [...defined, ...[...file.matchAll(/:tn\[|\[At the foot: /g)].map(() => 'tn')]
}

/** The pages of an entry of the index, ranges written out. */
function locatorsOf(index: string, entry: string): string[] {
  const text = index.slice(index.indexOf(`${entry}, `) + entry.length)
  const list = /^(?:, [ivx\d]+(?:–[ivx\d]+|\sn\.\s[a-z\d*†‡§]+)?)+/.exec(text)?.[0] ?? ''
  const pages = list
    .slice(2)
    .split(', ')
    .flatMap((locator) => {
      const [from = '', to = from] = locator.replace(/\sn\..*/, '').split('–')
      const all = map.pages.map(({label}) => label)
      return all.slice(all.indexOf(from), all.indexOf(to) + 1)
    })
  // A page may have several notes that name somebody.
  return [...new Set(pages)]
}
