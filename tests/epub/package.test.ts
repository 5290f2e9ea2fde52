// The package as a whole: EPUBCheck, the same bytes always, and the proof of the package, seen to fail on planted faults.
import {afterEach, beforeAll, describe, expect, test} from 'vitest'
import {writeEpub} from '../../src/epub/index.ts'
import {makeBook} from './book.ts'
import {epubcheck, JAVA, WHY} from './epubcheck.ts'
import {faultsOf} from './faults.ts'
import {cut, entriesOf, replaced, tampered, textOf, type Entry} from './opened.ts'
import {makeOptions} from './options.ts'

let epub: Uint8Array

beforeAll(async () => {
  epub = await writeEpub(makeBook(), makeOptions())
})

describe('EPUBCheck', () => {
  test('has nothing to say', async ({skip}) => {
    skip(!JAVA, WHY)
    expect(await epubcheck(epub)).toEqual({status: 0, messages: []})
  })

  test('has nothing to say of a book with an ISBN and one document, without notes, numbers and rights', async ({
    skip
  }) => {
    skip(!JAVA, WHY)
    const book = makeBook()
    book.parts = book.parts.filter(({id}) => id === 'title' || id === 'colophon')
    book.parts.splice(1, 0, {...makeBook().parts.find(({id}) => id === 'people')!, matter: 'body', kind: 'text'})
    const options = makeOptions()
    Object.assign(options.metadata, {
      isbn: '978-3-16-148410-0',
      rights: undefined,
      subtitle: undefined,
      editors: [],
      date: '2026'
    })
    const small = await writeEpub(book, {...options, paragraphNumbers: false})
    expect(await epubcheck(small)).toEqual({status: 0, messages: []})
    expect(faultsOf(small, options.metadata)).toEqual([])
  })

  test('is really asked: an id that stands twice, a role that does not exist', async ({skip}) => {
    skip(!JAVA, WHY)
    const twice = tampered(epub, replaced('d1.xhtml', 'id="d1-p3"', 'id="d1-p4"'))
    const both = tampered(twice, replaced('index.xhtml', 'doc-index', 'doc-register'))
    // Both places of the doubled id, the role, and the link to the id that is gone.
    expect(await epubcheck(both)).toEqual({
      status: 1,
      messages: [
        'ERROR(RSC-005) d1.xhtml',
        'ERROR(RSC-005) d1.xhtml',
        'ERROR(RSC-005) index.xhtml',
        expect.stringMatching(/^ERROR\(RSC-012\) part-[0-9a-f]{8}\.xhtml$/)
      ]
    })
  })
})

describe('the bytes', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles'])('are the same with the clock of %s', async (timeZone) => {
    process.env['TZ'] = timeZone
    const offsets = {UTC: 0, 'Asia/Tokyo': -540, 'America/Los_Angeles': 480}
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offsets[timeZone as keyof typeof offsets])
    const again = await writeEpub(makeBook(), makeOptions())
    expect(Buffer.compare(again, epub)).toBe(0)
  })

  test('do change with the date, which every entry carries', async () => {
    const options = makeOptions()
    options.metadata.date = '2027-01-05'
    const later = await writeEpub(makeBook(), options)
    expect(dosDates(epub)).toEqual(new Set(['2026-11-24 00:00']))
    expect(dosDates(later)).toEqual(new Set(['2027-01-05 00:00']))
  })

  test('leave the book as it was', async () => {
    const book = makeBook()
    await writeEpub(book, makeOptions())
    expect(book).toEqual(makeBook())
  })
})

/** Dates of all entries, read from the central directory. */
function dosDates(bytes: Uint8Array): Set<string> {
  const buffer = Buffer.from(bytes)
  const dates = new Set<string>()
  const signature = Buffer.from('PK\u0001\u0002', 'latin1')
  const two = (n: number): string => String(n).padStart(2, '0')
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 4)) {
    const [time, date] = [buffer.readUInt16LE(at + 12), buffer.readUInt16LE(at + 14)]
    const day = `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)}`
    dates.add(`${day} ${two(time >> 11)}:${two((time >> 5) & 63)}`)
  }
  return dates
}

describe('the proof of the package', () => {
  test('finds nothing wrong', () => {
    expect(faultsOf(epub)).toEqual([])
  })

  const first = (entries: Entry[]): Entry[] => [...entries.slice(1), ...entries.slice(0, 1)]
  const deflated = (entries: Entry[]): Entry[] =>
    entries.map((entry) => (entry.name === 'mimetype' ? {...entry, compression: 8} : entry))
  const added = (entries: Entry[]): Entry[] => [
    ...entries,
    {name: 'OEBPS/notes.txt', compression: 8, bytes: Buffer.from('x')}
  ]

  test.each<[string, (entries: Entry[]) => Entry[], string]>([
    ['mimetype last', first, 'Unexpected first file `META-INF/container.xml` of the archive, expected `mimetype`'],
    [
      'mimetype deflated',
      deflated,
      'Unexpected compression of `mimetype`, expected it as it is, at the very beginning of the archive'
    ],
    ['a file too many', added, 'Unexpected file `OEBPS/notes.txt`, expected only files that the manifest names'],
    [
      'a file too few',
      (entries) => entries.filter(({name}) => !name.endsWith('style.css')),
      'Missing file `OEBPS/style.css`, expected it because the manifest names it (`css`)'
    ],
    [
      'a font that is none',
      cut('fonts/regular.ttf', () => Buffer.from('notafont')),
      'Unexpected font `OEBPS/fonts/regular.ttf`, expected a file that can be opened as a font'
    ],
    [
      'a cover cut off',
      cut('images/cover.png', (png) => png.slice(0, 5000)),
      'Unexpected picture `OEBPS/images/cover.png`: it is cut off, expected a whole image/png'
    ],
    [
      'a cover with a flipped bit',
      cut('images/cover.png', (png) => png.map((byte, index) => (index === 5000 ? byte ^ 1 : byte))),
      'Unexpected picture `OEBPS/images/cover.png`: it has a wrong check sum, expected a whole image/png'
    ],
    [
      'a heading of the wrong level',
      replaced('d1.xhtml', /<h1(.*?)<\/h1>/, '<h4$1</h4>'),
      'Unexpected heading of level 4 as the first in `OEBPS/d1.xhtml`, expected at most level 1'
    ],
    [
      'a language said once',
      replaced('d1.xhtml', ' xml:lang="ru"', ''),
      'Unexpected languages of `<em>` in `OEBPS/d1.xhtml`, lang `ru` and xml:lang `none`, expected the same in both'
    ],
    [
      'a call that does not say what it is',
      replaced('d1.xhtml', ' epub:type="noteref"', ''),
      'Unexpected mark of the call `d1-entries-1-call` in `OEBPS/d1.xhtml`, expected `epub:type="noteref"` and `role="doc-noteref"`'
    ],
    [
      'a note that leads back elsewhere',
      replaced('d1.xhtml', 'href="#d1-en-2-call"', 'href="#d1-en-1-call"'),
      'Unexpected way back from the note `d1-en-2` in `OEBPS/d1.xhtml`, expected a link to `d1-en-2-call`'
    ],
    [
      'an entry missing from the NCX',
      replaced('toc.ncx', 'Colophon', 'Imprint'),
      'Unexpected contents of the NCX, `Imprint` to `colophon.xhtml`, expected `Colophon` to `colophon.xhtml` as in the navigation'
    ],
    [
      'a wrong order of playing',
      replaced('toc.ncx', 'playOrder="2"', 'playOrder="1"'),
      'Unexpected place 1 of `introduction.xhtml#introduction-section-2` in the order of playing of the NCX, expected 2'
    ]
  ])('sees %s', (_, fault, expected) => {
    expect(faultsOf(tampered(epub, fault))).toContain(expected)
  })

  test('a fault that changes nothing is no fault', () => {
    expect(() => tampered(epub, replaced('d1.xhtml', 'never there', ''))).toThrow('Nothing was changed')
  })
})

test('the files have names of ASCII letters and stand in one order', () => {
  expect(entriesOf(epub).map(({name}) => name)).toEqual([
    'mimetype',
    'META-INF/container.xml',
    'OEBPS/content.opf',
    'OEBPS/colophon.xhtml',
    'OEBPS/cover.xhtml',
    'OEBPS/d1.xhtml',
    'OEBPS/fonts/OFL-EB-Garamond.txt',
    'OEBPS/fonts/OFL-Noto-Serif.txt',
    'OEBPS/fonts/bold.ttf',
    'OEBPS/fonts/fallback.ttf',
    'OEBPS/fonts/italic.ttf',
    'OEBPS/fonts/regular.ttf',
    expect.stringMatching(/^OEBPS\/images\/1-leaf-72v-[0-9a-f]{8}\.png$/),
    'OEBPS/images/2-ornament.png',
    'OEBPS/images/cover.png',
    'OEBPS/imprint.xhtml',
    'OEBPS/index.xhtml',
    'OEBPS/introduction.xhtml',
    'OEBPS/nav.xhtml',
    expect.stringMatching(/^OEBPS\/part-[0-9a-f]{8}\.xhtml$/),
    'OEBPS/people.xhtml',
    'OEBPS/style.css',
    'OEBPS/title.xhtml',
    'OEBPS/toc.ncx'
  ])
  expect(textOf(epub, 'fonts/OFL-EB-Garamond.txt')).toContain('SIL Open Font License')
})
