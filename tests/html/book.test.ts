// Parts that the program makes: contents, key to the signs, index.
import type {Element, Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {Edition} from '../../src/document/edition.ts'
import {editionSchema} from '../../src/document/settings.ts'
import {makeBook, type Book, type Locate} from '../../src/html/index.ts'
import {parse} from '../../src/syntax/index.ts'
import {transform} from '../../src/transforms/index.ts'

function bookOf(body: string, locate: Locate, front = ''): Book {
  const files = ['edition.yaml', 'documents/d1.md', 'front/intro.md'].map((path) => new VFile({path}))
  const [settingsFile, file, introFile] = files as [VFile, VFile, VFile]
  const series = ['tn', 'en', 'an']
  const edition: Edition = {
    dir: '.',
    settings: editionSchema.parse({id: 'x', title: 'X', date: '2026', names: {find: true}}),
    people: {kim: {name: 'Kim Il Sung', sort: 'Kim Il Sung', asInText: ['Kim']}, mao: {name: 'Mao', asInText: ['Mao']}},
    places: {},
    terms: {},
    archives: {},
    documents: [{id: 'd1', role: 'document', file, matter: {}, body, bodyLine: 0, tree: parse(file, body, {series})}],
    front: [
      {
        id: 'intro',
        role: 'front',
        file: introFile,
        matter: {},
        body: front,
        bodyLine: 0,
        tree: parse(introFile, front, {series})
      }
    ],
    back: [],
    images: new Map(),
    files
  }
  transform(edition, settingsFile)
  return makeBook(edition, {locate, paragraphNumbers: true})
}

const partOf = (book: Book, id: string): Root => book.parts.find((part) => part.id === id)?.body as Root
const html = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)

/** Text of the elements of a class. */
function textOf(tree: Root, className: string): string[] {
  const found: string[] = []
  visit(tree, 'element', (node: Element) => {
    const names = node.properties['className']
    if (Array.isArray(names) && names.includes(className))
      found.push(html({type: 'root', children: node.children}).replace(/<[^>]*>/g, ''))
  })
  return found
}

/** Anchors d1-x1, d1-x2 … on the pages given in order. */
const pages = (...labels: string[]): Locate => ({
  by: 'page',
  label: (anchor) => labels[Number(anchor.split('-x')[1]) - 1]
})

const SIX = Array.from({length: 6}, (_, index) => (index === 3 ? 'Mao.' : 'Kim.')).join('\n\n')

test('the index joins pages that follow each other, and names each page once', () => {
  const book = bookOf(SIX, pages('3', '4', '4', '9', '5', '8'))
  expect(textOf(partOf(book, 'index'), 'index-entry')).toEqual(['Kim Il Sung, 3–5, 8', 'Mao, 9'])
})

test('roman folios are joined to no arabic ones', () => {
  const book = bookOf('Kim.\n\nKim.', pages('i', '2'))
  expect(textOf(partOf(book, 'index'), 'index-entry')).toEqual(['Kim Il Sung, i, 2'])
})

test('an e-book cites paragraphs', () => {
  const book = bookOf(SIX, {by: 'paragraph'})
  expect(textOf(partOf(book, 'index'), 'index-entry')).toEqual(['Kim Il Sung, ¶\u00A01–3, ¶\u00A05–6', 'Mao, ¶\u00A04'])
})

test('the contents name a chapter without its notes', () => {
  const book = bookOf('Text.', {by: 'paragraph'}, '# The Talk[^en-1]\n\nText.\n\n[^en-1]: A note.')
  expect(textOf(partOf(book, 'contents'), 'contents-title').slice(0, 1)).toEqual(['The Talk'])
})

test('a link to what the book does not hold keeps its words only', () => {
  const book = bookOf('A [link](#nowhere) and :ref[intro].', {by: 'paragraph'}, 'Text.')
  expect(html(partOf(book, 'd1'))).toContain('A <a>link</a> and <a class="ref" href="#intro">intro</a>.')
})
