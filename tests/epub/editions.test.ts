// E-books of very different editions: our own proof, EPUBCheck and Ace have nothing to say of any of them.
import {cpSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {verifyEpub} from '../../src/verify/index.ts'
import {ace, type Judgement} from '../support/ace.ts'
import {EditionTest} from '../support/edition.ts'
import {epubcheck, JAVA, NO_JAVA, type Remark} from '../support/epubcheck.ts'
import {temporaryFolder} from '../support/temporary.ts'
import {entriesOf, textOf} from './opened.ts'
import {bookOf, type Proved} from './proved.ts'

const sample = (): string => fileURLToPath(new URL('../../edition', import.meta.url))
const own = (name: string) => (): string => fileURLToPath(new URL(`../editions/${name}`, import.meta.url))

/** Three hundred short letters, each with a note and a person. */
function many(): string {
  const letter = (n: number): string =>
    `---\ntitle: Letter ${n}\ndate: 1921-0${1 + (n % 9)}-1${n % 10}\n---\n\nDear Mr Lind,\n\nthe crane of the quay ${n} came this morning.[^en-1]\n\n[^en-1]: The crane number ${n} of the harbour.\n`
  const files = Object.fromEntries(Array.from({length: 300}, (_, n) => [`documents/letter-${n + 1}.md`, letter(n + 1)]))
  const settings = `id: many\ntitle: Three Hundred Letters\ndate: 2026-01-31\nnames: {find: true}\nfront: [title, imprint, contents, people]\nback: [index, colophon]\n`
  const people = "lind: {name: Olaf Lind, sort: 'Lind, Olaf', asInText: [Lind], role: clerk, source: invented}\n"
  return EditionTest.empty().with({...files, 'edition.yaml': settings, 'people.yaml': people}).dir
}

/** What libraries and shops are told, and a cover of the edition's own. */
function cataloged(): string {
  const edition = EditionTest.from('minimal')
  const settings = [
    'bookSeries: {title: Harbour Papers, number: 7}',
    'version: 2.1',
    "sources: ['Harbour Office, letter book 4', 'Harbour Office, minute book 2']",
    'accessibility: {certifiedBy: Ida Ferrand, credential: Examiner of the Quay Press, report: https://example.org/report}',
    'cover: {src: images/ship.png, alt: A ship at the quay}'
  ]
  edition.with({'edition.yaml': `${edition.read('edition.yaml')}${settings.join('\n')}\n`})
  cpSync(join(own('everything')(), 'images'), join(edition.dir, 'images'), {recursive: true})
  return edition.dir
}

/** Folder, output, letters of a page, and whether Ace, which opens every text in a browser, is asked too. */
const BOOKS: Readonly<Record<string, {dir: () => string; output: string; size?: number; slow?: true}>> = {
  'the sample edition': {dir: sample, output: 'reader', size: 200},
  'its course pack': {dir: sample, output: 'coursepack', size: 2000},
  'every construct': {dir: own('everything'), output: 'reader', size: 150},
  'some letters of it': {dir: own('everything'), output: 'letters', slow: true},
  'every script': {dir: own('scripts'), output: 'reader'},
  'scripts of the reader’s own faces, two from right to left': {dir: own('tongues'), output: 'reader', size: 100_000},
  'two languages on facing pages': {dir: own('parallel'), output: 'facing'},
  'two languages in columns': {dir: own('parallel'), output: 'columns', slow: true},
  'one language of two': {dir: own('parallel'), output: 'single', slow: true},
  'all that rows of two languages hold': {dir: own('beside'), output: 'columns', slow: true},
  'two languages, one from right to left': {dir: own('beside'), output: 'declaration', slow: true},
  'notes at the end of the book': {dir: own('placed'), output: 'screen'},
  'the smallest edition': {dir: own('minimal'), output: 'reader', slow: true},
  'a cataloged edition': {dir: cataloged, output: 'reader', slow: true},
  'three hundred documents': {dir: many, output: 'reader', size: 50, slow: true}
}
const NAMES = Object.keys(BOOKS)
const FOR_ACE = NAMES.filter((name) => !BOOKS[name]?.slow)

const books = new Map<string, Proved>()
const remarks = new Map<string, Remark[]>()
const judgements = new Map<string, Judgement>()

beforeAll(async () => {
  const folder = temporaryFolder()
  const fileOf = (name: string): string => join(folder, `${NAMES.indexOf(name)}.epub`)
  for (const [name, {dir, output, size}] of Object.entries(BOOKS)) {
    const book = await bookOf(dir(), output, size)
    books.set(name, book)
    writeFileSync(fileOf(name), book.epub)
  }
  if (JAVA)
    for (const [index, list] of (await epubcheck(NAMES.map(fileOf))).entries()) remarks.set(NAMES[index] ?? '', list)
  for (const [index, one] of (await ace(FOR_ACE.map(fileOf))).entries()) judgements.set(FOR_ACE[index] ?? '', one)
}, 900_000)

describe('our own proof finds nothing in', () => {
  test.each(NAMES)('%s', (name) => {
    const {edition, epub, pages} = books.get(name) as Proved
    expect(verifyEpub(edition, epub, {pages})).toEqual([])
    expect(pages.length).toBeGreaterThan(8)
  })
})

describe('EPUBCheck has nothing to say of', () => {
  test.for(NAMES)('%s', (name, {skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(remarks.get(name)).toEqual([])
  })
})

describe('Ace passes', () => {
  test.each(FOR_ACE)('%s', (name) => {
    expect(judgements.get(name)).toEqual({outcome: 'pass', violations: []})
  })
})

describe('libraries are told', () => {
  const text = (): string => textOf((books.get('a cataloged edition') as Proved).epub, 'content.opf')

  test('series, version and sources', () => {
    expect(text()).toContain(
      [
        '<meta property="belongs-to-collection" id="book-series">Harbour Papers</meta>',
        '<meta refines="#book-series" property="collection-type">series</meta>',
        '<meta refines="#book-series" property="group-position">7</meta>',
        '<meta property="schema:bookEdition">2.1</meta>'
      ].join('\n')
    )
    expect(text()).toContain(
      '<dc:source>Harbour Office, letter book 4</dc:source>\n<dc:source>Harbour Office, minute book 2</dc:source>'
    )
  })

  test('that the book conforms to the standards only where somebody certifies it', () => {
    expect(text()).toContain(
      [
        '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>',
        '<meta property="a11y:certifiedBy" refines="#conformance" id="certifier">Ida Ferrand</meta>',
        '<meta property="a11y:certifierCredential" refines="#certifier">Examiner of the Quay Press</meta>',
        '<link rel="a11y:certifierReport" refines="#certifier" href="https://example.org/report"/>'
      ].join('\n')
    )
    expect(textOf((books.get('the smallest edition') as Proved).epub, 'content.opf')).not.toContain('conformsTo')
  })

  test('by the cover of the edition, with its description', () => {
    const {epub} = books.get('a cataloged edition') as Proved
    const cover = entriesOf(epub).find(({name}) => name === 'OEBPS/images/cover.png')?.bytes ?? new Uint8Array()
    expect(Buffer.compare(cover, readFileSync(join(own('everything')(), 'images/ship.png')))).toBe(0)
    expect(textOf(epub, 'cover.xhtml')).toContain('alt="A ship at the quay"')
  })
})
