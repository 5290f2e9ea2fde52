// What the package says about itself: identifiers, people, dates, accessibility, file names, fonts.
import {beforeAll, describe, expect, test} from 'vitest'
import {createRequire} from 'node:module'
import {fileNames} from '../../src/epub/files.ts'
import {divide} from '../../src/epub/fonts.ts'
import {writeEpub} from '../../src/epub/index.ts'
import {dayOf, identifierOf, modifiedOf, peopleOf, uuid5} from '../../src/epub/metadata.ts'
import type {Book} from '../../src/html/book.ts'
import {makeBook, part} from './book.ts'
import {entriesOf, textOf} from './opened.ts'
import {makeOptions} from './options.ts'

let epub: Uint8Array

beforeAll(async () => {
  epub = await writeEpub(makeBook(), makeOptions())
})

const without = async (change: (book: Book) => void): Promise<Uint8Array> => {
  const book = makeBook()
  change(book)
  return writeEpub(book, makeOptions())
}

describe('the identifier', () => {
  test('is a UUID of version 5 in the namespace of addresses', () => {
    // Worked out with another program: uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/") in Python.
    expect(uuid5('https://example.org/')).toBe('527dda32-a0de-5105-a042-cb475b5f7d11')
  })

  test('is the ISBN where there is one', () => {
    const {metadata} = makeOptions()
    expect(identifierOf({...metadata, isbn: 'ISBN 978-3-16-148410-0'})).toBe('urn:isbn:9783161484100')
    expect(identifierOf(metadata)).toBe(`urn:uuid:${uuid5('https://example.org/editions/armistice')}`)
  })

  test('is the same in the package and in the NCX', () => {
    const {metadata} = makeOptions()
    expect(textOf(epub, 'content.opf')).toContain(
      `<dc:identifier id="identifier">${identifierOf(metadata)}</dc:identifier>`
    )
    expect(textOf(epub, 'toc.ncx')).toContain(`<meta name="dtb:uid" content="${identifierOf(metadata)}"/>`)
  })
})

describe('people', () => {
  const {metadata} = makeOptions()

  test('are named once, with every role, and filed as the editor says', () => {
    expect(peopleOf(metadata)).toEqual([
      {element: 'creator', name: 'Ann Editor', fileAs: 'Editor, Ann', relators: ['edt']},
      {element: 'creator', name: 'Bo Twice', fileAs: 'Bo Twice', relators: ['edt', 'trl']},
      {element: 'contributor', name: 'Kim Il', fileAs: 'Kim Il', relators: ['trl']}
    ])
  })

  test('beside an author are contributors', () => {
    const authors = [{name: 'A. Author', sort: 'Author, A.'}]
    expect(peopleOf({...metadata, authors}).map(({element, name}) => `${element} ${name}`)).toEqual([
      'creator A. Author',
      'contributor Ann Editor',
      'contributor Bo Twice',
      'contributor Kim Il'
    ])
  })
})

describe('the package', () => {
  test('says rights and publisher as given, and nothing where nothing is given', async () => {
    expect(textOf(epub, 'content.opf')).toContain('<dc:rights>CC BY 4.0</dc:rights>')
    const options = makeOptions()
    Object.assign(options.metadata, {rights: undefined, publisher: undefined, description: undefined})
    const opf = textOf(await writeEpub(makeBook(), options), 'content.opf')
    expect(opf).not.toMatch(/dc:rights|dc:publisher|dc:description|All rights|©|anonymous/)
  })

  test('is dated by the edition', () => {
    expect(textOf(epub, 'content.opf')).toContain('<meta property="dcterms:modified">2026-11-24T00:00:00Z</meta>')
    expect([dayOf({date: '2026'}), dayOf({date: '2026-03'})]).toEqual(['2026-01-01', '2026-03-01'])
    expect(() => dayOf({date: 'next year'})).toThrow(
      'Unexpected date `next year` of the edition, expected a day such as 2026-11-24'
    )
    expect(() => dayOf({date: '2026-13-01'})).toThrow('Unexpected date `2026-13-01`')
  })

  const accessibility = (of: Uint8Array): string[] =>
    [...textOf(of, 'content.opf').matchAll(/property="schema:(access\w+)">([^<]*)</g)].map(
      ([, name, value]) => `${name} ${value}`
    )

  test('says what makes it accessible', () => {
    expect(accessibility(epub)).toEqual([
      'accessMode textual',
      'accessMode visual',
      'accessModeSufficient textual',
      'accessibilityFeature ARIA',
      'accessibilityFeature alternativeText',
      'accessibilityFeature displayTransformability',
      'accessibilityFeature index',
      'accessibilityFeature readingOrder',
      'accessibilityFeature structuralNavigation',
      'accessibilityFeature tableOfContents',
      'accessibilityFeature unlocked',
      'accessibilityHazard none',
      'accessibilitySummary The text reflows and follows the reader’s settings of type and colour. Headings and a table of contents lead through the book. Paragraphs are numbered as in print. Notes are linked both ways. The index links to the paragraphs. Images are described.'
    ])
    expect(textOf(epub, 'content.opf')).not.toContain('conformsTo')
  })

  test('claims no images and no index that it does not have', async () => {
    const plain = accessibility(
      await without((book) => {
        book.parts = book.parts.filter(({id}) => id !== 'introduction' && id !== 'index')
      })
    )
    expect(plain.filter((line) => /visual|alternative|index/i.test(line))).toEqual([])
  })

  test('holds the images that are shown, and no other', () => {
    const images = entriesOf(epub)
      .map(({name}) => name)
      .filter((name) => name.startsWith('OEBPS/images/'))
    expect(images).toHaveLength(3)
    expect(images.join()).not.toContain('unused')
  })
})

describe('file names', () => {
  const namesOf = (...ids: string[]): string[] => [
    ...fileNames(ids.map((id) => part({id, kind: 'document', matter: 'body'}))).values()
  ]

  test('are the ids where these are plain', () => {
    expect(namesOf('d1', 'écho', '2b')).toEqual(['d1.xhtml', 'echo.xhtml', '2b.xhtml'])
  })

  test('tell apart what would be one name', () => {
    const names = namesOf('d1', 'D1', 'nav', 'echo', 'écho', 'письмо', 'телеграмма', 'письмо-3')
    expect(names).toEqual([
      'd1.xhtml',
      expect.stringMatching(/^D1-[0-9a-f]{8}\.xhtml$/),
      expect.stringMatching(/^nav-[0-9a-f]{8}\.xhtml$/),
      'echo.xhtml',
      expect.stringMatching(/^echo-[0-9a-f]{8}\.xhtml$/),
      expect.stringMatching(/^part-[0-9a-f]{8}\.xhtml$/),
      expect.stringMatching(/^part-[0-9a-f]{8}\.xhtml$/),
      expect.stringMatching(/^3-[0-9a-f]{8}\.xhtml$/)
    ])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(8)
  })
})

describe('fonts', () => {
  const fontkit = createRequire(import.meta.url)('fontkit') as {
    create(bytes: Uint8Array): {
      hasGlyphForCodePoint(code: number): boolean
      layout(text: string, features: string[]): {glyphs: {id: number}[]}
    }
  }
  const fontOf = (name: string) => {
    const entry = entriesOf(epub).find((one) => one.name === `OEBPS/fonts/${name}.ttf`)
    return fontkit.create(entry?.bytes ?? new Uint8Array())
  }

  test('have every letter of the book', () => {
    const regular = fontOf('regular')
    for (const letter of 'Сталин Ещё mirnyĭ ⟨⟩ ‹› “”—')
      expect([letter, regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)]).toEqual([letter, true])
    expect(regular.hasGlyphForCodePoint('ж'.codePointAt(0) ?? 0)).toBe(false)
  })

  test('keep small capitals, old-style figures and ligatures', () => {
    const glyphs = (text: string, ...features: string[]): number[] =>
      fontOf('regular')
        .layout(text, features)
        .glyphs.map(({id}) => id)
    expect(glyphs('ab', 'smcp')).not.toEqual(glyphs('ab', 'kern'))
    expect(glyphs('1952', 'onum')).not.toEqual(glyphs('1952', 'lnum'))
    expect(glyphs('12', 'sups')).not.toEqual(glyphs('12', 'lnum'))
    expect(fontOf('regular').layout('ffi', ['liga']).glyphs.length).toBeLessThan(3)
  })

  test('take a letter along with the mark that EB Garamond lacks', () => {
    expect(divide('z͟h').fallback).toBe('Zz͟')
    expect(divide('a').fallback).toBe('')
    expect(divide('ж').main).toContain('Ж')
  })

  test('are bold only where a word is bold', async () => {
    const plain = await without((book) => {
      book.parts = book.parts.filter(({id}) => id !== 'introduction')
    })
    const names = entriesOf(plain).map(({name}) => name)
    expect(names).toContain('OEBPS/fonts/regular.ttf')
    expect(names.filter((name) => /bold/i.test(name))).toEqual([])
    expect(textOf(plain, 'style.css')).not.toContain('font-weight: bold; src')
  })
})

describe('the date of change', () => {
  test('is that of the edition, or what SOURCE_DATE_EPOCH says', () => {
    expect(modifiedOf({date: '2026-11'}, undefined)).toBe('2026-11-01T00:00:00Z')
    // 1,700,000,000 seconds after 1970, worked out with `date -u -d @1700000000`.
    expect(modifiedOf({date: '2026-11'}, '1700000000')).toBe('2023-11-14T22:13:20Z')
    expect(modifiedOf({date: '2026-11'}, 'yesterday')).toBe('2026-11-01T00:00:00Z')
  })
})
