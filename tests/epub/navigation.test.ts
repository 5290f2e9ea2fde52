// The ways through an e-book: contents by parts, documents and headings, the NCX equal to them, documents by date, landmarks.
import {h} from 'hastscript'
import type {Element, Nodes} from 'hast'
import {beforeAll, describe, expect, test} from 'vitest'
import {writeEpub} from '../../src/epub/index.ts'
import type {Book, BookPart} from '../../src/html/book.ts'
import {readMarkup} from '../../src/verify/markup.ts'
import {call, makeBook, numbered, part} from './book.ts'
import {epubcheck, JAVA, WHY} from './epubcheck.ts'
import {faultsOf} from './faults.ts'
import {elementsOf, replaced, tampered, textOf, treeOf} from './opened.ts'
import {makeOptions} from './options.ts'

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`)

const divisionOf = (n: number, title: string): BookPart =>
  part({id: `division-${n}`, kind: 'division', matter: 'body', title}, h('h1', title))

/** A document under a part of the edition. */
const documentOf = (given: Partial<BookPart> & {id: string}, ...body: Element[]): BookPart =>
  part(
    {kind: 'document', matter: 'body', title: `Letter ${given.id}`, ...given},
    h('h1', {className: ['head-title']}, `Letter ${given.id}`),
    ...body
  )

/** Three documents in two parts, not in the order of their days; the first is long enough for three files. */
function dividedBook(): Book {
  const book = makeBook()
  const [kept, end] = [book.parts.slice(0, 8), book.parts.slice(8)]
  const first = documentOf(
    {
      id: 'a1',
      number: '1',
      within: 'division-1',
      date: '3 May 1921',
      when: day('1921-05-03'),
      notes: [{anchor: 'a1-en-1', register: 'en', n: 1, mark: '1', body: [h('p', 'A note.')]}]
    },
    h('h2', 'The ', h('em', 'first'), call('a1-en-1', 'en', '1', ' point')),
    numbered('a1', 1, 'Words. '.repeat(200)),
    h('h3', 'A part of it'),
    numbered('a1', 2, 'More words.'),
    h('h4', 'Too deep for the contents'),
    numbered('a1', 3, 'Words. '.repeat(200)),
    h('h2', 'The second point'),
    numbered('a1', 4, 'Last words.')
  )
  const sides = ['a2.ru', 'a2'].map((id) =>
    h('div', {className: ['side'], id, lang: id === 'a2' ? 'en' : 'ru', dataDocument: id}, [
      h('h1', {className: ['head-title']}, id === 'a2' ? 'Letter a2' : 'Письмо'),
      h('h2', id === 'a2' ? 'A point' : 'Пункт'),
      numbered(id, 1, 'Text.')
    ])
  )
  const beside: BookPart = {
    ...documentOf({id: 'a2', number: 'Appendix 2', within: 'division-1', date: '1920', when: day('1920-01-01')}),
    body: {
      type: 'root',
      children: [h('div', {className: ['parallel'], id: 'a2-parallel'}, [h('div', {className: ['row']}, sides)])]
    },
    parallel: {
      layout: 'columns',
      fromRight: false,
      sides: ['a2.ru', 'a2'].map((id) => ({id, anchor: id, lang: 'en', shortTitle: id})) as never
    }
  }
  const third = documentOf({id: 'a3', within: 'division-2', date: '4 May 1921', when: day('1921-05-04')})
  const undated = documentOf({id: 'a4', within: 'division-2'})
  book.parts = [...kept, divisionOf(1, 'Year One'), first, beside, divisionOf(2, 'Year Two'), third, undated, ...end]
  return book
}

let epub: Uint8Array
let plain: Uint8Array

beforeAll(async () => {
  epub = await writeEpub(dividedBook(), {...makeOptions(), mostBytes: 2000})
  plain = await writeEpub(makeBook(), makeOptions())
})

const navs = (of: Uint8Array): Element[] => elementsOf(treeOf(of, 'nav.xhtml'), 'nav')
const linesOf = (nav: Element | undefined): string[] => (nav ? navLines(nav) : [])

/** File of the document with an id in Cyrillic. */
const letterFile = (of: Uint8Array): string | undefined =>
  /part-[0-9a-f]{8}\.xhtml/.exec(textOf(of, 'content.opf'))?.[0]

describe('the contents', () => {
  test('have parts, documents and headings one under the other, each leading to its own file', () => {
    expect(linesOf(navs(epub)[0])).toEqual([
      'Documents by date → nav.xhtml#by-date',
      'Introduction → introduction.xhtml',
      '  The copies → introduction.xhtml#introduction-section-2',
      'People → people.xhtml',
      'Conversation between Stalin and Zhou Enlai, 4 September 1952 → d1.xhtml',
      `A letter, 5 September 1952 → ${letterFile(epub)}`,
      'Year One → division-1.xhtml',
      '  1. Letter a1, 3 May 1921 → a1.xhtml',
      '    The first point → a1.xhtml#a1-section-2',
      '      A part of it → a1-2.xhtml#a1-section-3',
      '    The second point → a1-3.xhtml#a1-section-5',
      '  Appendix 2: Letter a2, 1920 → a2.xhtml',
      '    A point → a2.xhtml#a2-section-4',
      'Year Two → division-2.xhtml',
      '  Letter a3, 4 May 1921 → a3.xhtml',
      '  Letter a4 → a4.xhtml',
      'Index → index.xhtml',
      'Colophon → colophon.xhtml'
    ])
  })

  test('lead into files that say what goes on in them', () => {
    const headings = elementsOf(treeOf(epub, 'a1-2.xhtml'), 'h1', 'h2', 'h3', 'h4').map((heading) => {
      const [className] = [heading.properties.className].flat()
      return [heading.tagName, className, heading.children.map((child) => (child as {value: string}).value).join('')]
    })
    expect(headings).toEqual([
      ['h1', 'continued', 'Letter a1, continued'],
      ['h2', 'continued', 'The first point, continued'],
      ['h3', undefined, 'A part of it'],
      ['h4', undefined, 'Too deep for the contents']
    ])
  })

  test('lead to anchors that are there', () => {
    const hrefs = navs(epub).flatMap((nav) => elementsOf(nav, 'a').map(({properties}) => String(properties.href)))
    const targets = hrefs.filter((href) => href.includes('#')).map((href) => href.split('#') as [string, string])
    expect(targets.length).toBeGreaterThan(6)
    for (const [file, id] of targets) expect(textOf(epub, file)).toContain(` id="${id}"`)
  })

  test('without parts have their documents under one entry, and no headings of notes', () => {
    expect(linesOf(navs(plain)[0])).toEqual([
      'Introduction → introduction.xhtml',
      '  The copies → introduction.xhtml#introduction-section-2',
      'People → people.xhtml',
      'Documents → d1.xhtml',
      '  Conversation between Stalin and Zhou Enlai, 4 September 1952 → d1.xhtml',
      `  A letter, 5 September 1952 → ${letterFile(plain)}`,
      'Index → index.xhtml',
      'Colophon → colophon.xhtml'
    ])
  })

  test('have no entry over a single document', async () => {
    const book = makeBook()
    book.parts = book.parts.filter(({id}) => id === 'd1' || id === 'people')
    book.parts[1]!.notes = []
    const body = book.parts[1]!.body.children[0] as Element
    body.children = body.children.slice(0, 1)
    const one = await writeEpub(book, makeOptions())
    expect(linesOf(navs(one)[0])).toEqual([
      'People → people.xhtml',
      'Conversation between Stalin and Zhou Enlai, 4 September 1952 → d1.xhtml'
    ])
  })

  test('stand in the spine where print has them', () => {
    const spine = elementsOf(treeOf(plain, 'content.opf'), 'itemref').map(({properties}) => properties.idref)
    expect(spine.slice(0, 5)).toEqual(['cover', 'part-1', 'part-2', 'nav', 'part-3'])
  })
})

describe('the NCX', () => {
  test('has the same entries in the same depth', () => {
    const lines = ncxLines(readMarkup(textOf(epub, 'toc.ncx')))
    expect(lines).toEqual(linesOf(navs(epub)[0]))
    expect(textOf(epub, 'toc.ncx')).toContain('<meta name="dtb:depth" content="4"/>')
    expect(faultsOf(epub)).toEqual([])
  })

  test.each([
    ['an entry of another name', replaced('toc.ncx', 'A part of it', 'A part')],
    ['an entry that leads elsewhere', replaced('toc.ncx', 'a1-3.xhtml#a1-section-5', 'a1.xhtml#a1-section-5')],
    [
      'an entry of another depth',
      replaced(
        'toc.ncx',
        /(<navPoint[^>]*>\s*<navLabel><text>A part of it[^]*?<\/navPoint>)\s*<\/navPoint>/,
        '</navPoint>$1'
      )
    ]
  ])('%s would be seen', (_, fault) => {
    expect(faultsOf(tampered(epub, fault))).toContainEqual(
      expect.stringMatching(
        /^Unexpected (?:contents of the NCX|depth 3 of `A part of it` in the NCX), .* as in the navigation$/
      )
    )
  })

  test('gives one place in the order of playing to one target', () => {
    const points = elementsOf(readMarkup(textOf(plain, 'toc.ncx')), 'navpoint')
    expect(points.map(({properties}) => `${String(properties.id)} ${String(properties['playorder'])}`)).toEqual([
      'point-1 1',
      'point-2 2',
      'point-3 3',
      'point-4 4',
      'point-5 4',
      'point-6 5',
      'point-7 6',
      'point-8 7'
    ])
  })
})

describe('documents by date', () => {
  test('are listed where the book has another order', () => {
    expect(navs(epub)[1]?.properties.id).toBe('by-date')
    expect(linesOf(navs(epub)[1])).toEqual([
      '1920: Appendix 2, Letter a2 → a2.xhtml',
      '3 May 1921: 1, Letter a1 → a1.xhtml',
      '4 May 1921: Letter a3 → a3.xhtml'
    ])
  })

  test('are not listed where they stand in that order', async () => {
    expect(textOf(plain, 'nav.xhtml')).not.toContain('by-date')
    expect(textOf(plain, 'nav.xhtml')).not.toContain('Documents by date')
  })
})

test('landmarks tell what is there, once, in the order of the book', () => {
  const marks = navs(plain).find(({properties}) => properties.id === 'landmarks')
  const lines =
    marks &&
    elementsOf(marks, 'a').map(({properties}) => `${String(properties['epub:type'])} ${String(properties.href)}`)
  expect(lines).toEqual([
    'cover cover.xhtml',
    'titlepage title.xhtml',
    'copyright-page imprint.xhtml',
    'toc nav.xhtml#toc',
    'introduction introduction.xhtml',
    'bodymatter d1.xhtml',
    'index index.xhtml',
    'colophon colophon.xhtml'
  ])
})

test('EPUBCheck has nothing to say', async ({skip}) => {
  skip(!JAVA, WHY)
  expect(await epubcheck(epub)).toEqual({status: 0, messages: []})
})

/** Entries of a list in the navigation, `    title → file` with their depth. */
function navLines(node: Nodes, depth = 0): string[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const here = child.tagName === 'a' ? [line(depth, text(child.children), child.properties.href)] : []
    return [...here, ...navLines(child, depth + (child.tagName === 'ol' ? 1 : 0))]
  })
}

/** The same of an NCX. */
function ncxLines(node: Nodes, depth = 0): string[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'navpoint') return ncxLines(child, depth)
    const label = text(elementsOf(child, 'text')[0]?.children ?? [])
    return [line(depth + 1, label, elementsOf(child, 'content')[0]?.properties['src']), ...ncxLines(child, depth + 1)]
  })
}

const line = (depth: number, title: string, href: unknown): string =>
  `${'  '.repeat(depth - 1)}${title} → ${decodeURIComponent(String(href))}`

const text = (nodes: Nodes[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : 'children' in node ? text(node.children) : '')).join('')
