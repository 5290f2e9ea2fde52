// Rows of the contents are in the languages of their documents, for who hears the PDF or the e-book; the rest of a row is in that of the book.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDict, PDFDocument, PDFName, PDFString, type PDFRef} from '@cantoo/pdf-lib'
import {beforeAll, expect, test} from 'vitest'
import {build, type BuildResult} from '../../src/build.ts'
import {openTagged} from '../../src/verify/tag-tree-file.ts'
import {epubcheck, JAVA, WHY} from '../epub/epubcheck.ts'
import {textOf} from '../epub/opened.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn} from './support/build-result.ts'
import {numbersIn, tags, type Found} from './support/pdf-faults.ts'

const text = (matter: string, body = 'A.'): string => `---\n${matter}\n---\n\n${body}\n`

const edition = EditionTest.empty().with({
  'edition.yaml': `id: tongues
title: Letters
editors: [Mary Ward]
date: 2026-01-31
front: [contents]
back: []
documents: [ru, de, he, en]
outputs: {reader: {formats: [pdf, epub]}}
`,
  'documents/ru.md': text('title: Письмо\nnumber: 1\ndate: 1921-03-05\nlanguage: ru', 'А.\n\n## Часть\n\nБ.'),
  'documents/de.md': text('title: Ein Brief\ndate: 1921-03-04\ndateText: 4. März 1921\nlanguage: de'),
  'documents/he.md': text('title: מכתב\nlanguage: he', 'ב.'),
  'documents/en.md': text('title: A Letter\ndate: 1921-03-07')
})
const file = (name: string): Buffer => readFileSync(join(edition.cwd, 'dist', name))

withOwnCache()
let result: BuildResult
beforeAll(async () => {
  result = await build({dir: edition.dir, out: join(edition.cwd, 'dist')})
})

test('is built', () => expect(errorsIn(result)).toEqual([]))

test('the tags of the PDF say the language of a title', async () => {
  const pdf = await PDFDocument.load(file('reader.pdf'))
  const {pages} = openTagged(file('reader.pdf'))
  const heard = (tag: Found): string =>
    numbersIn(tag)
      .map((mcid) => pages.get((tag.dict.get(PDFName.of('Pg')) as PDFRef).objectNumber)?.text.marked.get(mcid))
      .join('')
  const parentOf = ({dict}: Found): string => String(dict.lookup(PDFName.of('P'), PDFDict).get(PDFName.of('S')))
  const titles = tags(pdf, 'Span').filter((tag) => parentOf(tag) === '/Link')
  expect(titles.map((tag) => [tag.dict.lookup(PDFName.of('Lang'), PDFString).decodeText(), heard(tag)])).toEqual([
    ['ru', 'Письмо'],
    ['de', 'Ein Brief, 4. März 1921'],
    ['he', 'מכתב']
  ])
})

/** The entries of a list of the e-book, with what stands in them. */
function entries(epub: Uint8Array, list: string): string[] {
  const [, inside = ''] = new RegExp(`<nav[^>]* id="${list}"(.*?)</nav>`, 's').exec(textOf(epub, 'nav.xhtml')) ?? []
  return Array.from(inside.matchAll(/<a [^>]*>(.*?)<\/a>/gs), ([, words = '']) => words.trim())
}

test('the e-book says it in both of its lists, of headings too, and the direction', () => {
  const epub = file('reader.epub')
  expect(entries(epub, 'toc')).toEqual([
    'Documents by date',
    'Documents',
    '1. <span lang="ru" xml:lang="ru">Письмо</span>, 5 March 1921',
    '<span lang="ru" xml:lang="ru">Часть</span>',
    '<span lang="de" xml:lang="de">Ein Brief, 4. März 1921</span>',
    '<span lang="he" xml:lang="he" dir="rtl">מכתב</span>',
    'A Letter, 7 March 1921'
  ])
  expect(entries(epub, 'by-date')).toEqual([
    '<span lang="de" xml:lang="de">4. März 1921</span>: <span lang="de" xml:lang="de">Ein Brief</span>',
    '5 March 1921: 1, <span lang="ru" xml:lang="ru">Письмо</span>',
    '7 March 1921: A Letter'
  ])
  // Old readers have no languages, and the same words.
  expect(textOf(epub, 'toc.ncx')).toContain('<text>1. Письмо, 5 March 1921</text>')
})

test('EPUBCheck has nothing against it', async ({skip}) => {
  skip(!JAVA, WHY)
  expect(await epubcheck(file('reader.epub'))).toEqual({status: 0, messages: []})
})

test('in a book that is read from the right a text that is not says so', async () => {
  edition.edit('edition.yaml', 'date:', 'language: he\ndate:').edit('documents/en.md', 'date:', 'language: en\ndate:')
  const out = join(edition.cwd, 'hebrew')
  expect(errorsIn(await build({dir: edition.dir, out, outputs: ['reader.epub']}))).toEqual([])
  expect(entries(readFileSync(join(out, 'reader.epub')), 'toc').slice(-2)).toEqual([
    'מכתב',
    '<span lang="en" xml:lang="en" dir="ltr">A Letter</span>, 7 March 1921'
  ])
})
