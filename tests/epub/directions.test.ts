// Languages and directions: every file and every foreign run says its language, and what is written from right to left says so.
import {h} from 'hastscript'
import {beforeAll, expect, test} from 'vitest'
import {writeEpub} from '../../src/epub/index.ts'
import {call, makeBook, numbered, part} from './book.ts'
import {epubcheck, JAVA, WHY} from './epubcheck.ts'
import {faultsOf} from './faults.ts'
import {textOf} from './opened.ts'
import {makeOptions} from './options.ts'

/** A document in Hebrew with a note in a book in English. */
const hebrew = part(
  {
    id: 'h1',
    kind: 'document',
    matter: 'body',
    lang: 'he',
    title: 'מכתב',
    notes: [
      {anchor: 'h1-en-1', register: 'en', n: 1, mark: '1', body: [h('p', 'הערה.')]},
      {anchor: 'h1-en-2', register: 'en', n: 2, mark: '2', body: [h('p', '(In Hebrew שלום.)')]}
    ]
  },
  h('h1', 'מכתב'),
  numbered(
    'h1',
    1,
    'שלום ',
    h('em', {className: ['orig'], lang: 'ru'}, 'мир'),
    ' ',
    call('h1-en-1', 'en', '1', 'וברכה.'),
    ' ',
    call('h1-en-2', 'en', '2', 'סוף.')
  )
)

/** A text from right to left beside one from left to right. */
const sides = [
  h('div', {className: ['side'], id: 'p1.ar', lang: 'ar', dir: 'rtl', dataDocument: 'p1.ar'}, [
    h('h1', 'رسالة'),
    numbered('p1.ar', 1, 'سلام ', call('p1.ar-en-1', 'en', '1', 'لكم.'))
  ]),
  h('div', {className: ['side'], id: 'p1', lang: 'en', dataDocument: 'p1'}, [
    h('h1', 'Letter'),
    numbered('p1', 1, 'Peace.')
  ])
]
const beside = {
  ...part({id: 'p1', kind: 'document', matter: 'body', title: 'Letter'}),
  body: {
    type: 'root' as const,
    children: [h('div', {className: ['parallel'], id: 'p1-parallel'}, [h('div', {className: ['row']}, sides)])]
  },
  notes: [{anchor: 'p1.ar-en-1', document: 'p1.ar', register: 'en', n: 1, mark: '1', body: [h('p', 'ملاحظة.')]}],
  parallel: {
    layout: 'columns' as const,
    fromRight: false,
    sides: [
      {id: 'p1.ar', anchor: 'p1.ar', lang: 'ar', shortTitle: 'رسالة'},
      {id: 'p1', anchor: 'p1', lang: 'en', shortTitle: 'Letter'}
    ] as never
  }
}

let epub: Uint8Array
let turned: Uint8Array

beforeAll(async () => {
  const book = makeBook()
  book.parts.splice(8, 0, structuredClone(hebrew), structuredClone(beside))
  epub = await writeEpub(book, makeOptions())
  turned = await writeEpub({...makeBook(), lang: 'he'}, makeOptions())
})

test('a text from right to left says so for the whole file, its notes too', () => {
  const file = textOf(epub, 'h1.xhtml')
  expect(file).toContain('lang="he" xml:lang="he" dir="rtl">')
  expect(file).toContain('<h2 class="notes-title generated" lang="en" dir="ltr" xml:lang="en">Editor’s notes</h2>')
  expect(file).toContain('<em class="orig" lang="ru" xml:lang="ru">мир</em>')
})

test('a note in other letters runs their way', () => {
  const file = textOf(epub, 'h1.xhtml')
  expect(file).toMatch(/<aside[^>]* id="h1-en-2"[^>]* dir="ltr"/)
  expect(/<aside[^>]* id="h1-en-1"[^>]*>/.exec(file)?.[0]).not.toContain('dir=')
})

test('beside a text from left to right each has its own', () => {
  const file = textOf(epub, 'p1.xhtml')
  expect(file).toContain('lang="en" xml:lang="en">')
  expect(file).toContain('lang="ar" dir="rtl" data-document="p1.ar" xml:lang="ar">')
  expect(file).toMatch(/<aside[^>]* id="p1\.ar-en-1"[^>]* lang="ar" dir="rtl" xml:lang="ar">/)
})

test('a book from right to left turns its pages so; any other does not say', () => {
  expect(textOf(turned, 'content.opf')).toContain('<spine toc="ncx" page-progression-direction="rtl">')
  expect(textOf(turned, 'nav.xhtml')).toContain('lang="he" xml:lang="he" dir="rtl">')
  expect(textOf(epub, 'content.opf')).toContain('<spine toc="ncx">')
})

test.each([
  ['right', 'en', ' page-progression-direction="rtl"'],
  ['left', 'he', ' page-progression-direction="ltr"'],
  ['left', 'en', ''],
  ['top', 'he', ' page-progression-direction="rtl"']
] as const)('bound on paper at the %s, in %s, it turns its pages as the paper does', async (binding, lang, said) => {
  const book = await writeEpub({...makeBook(), lang}, {...makeOptions(), binding})
  expect(textOf(book, 'content.opf')).toContain(`<spine toc="ncx"${said}>`)
})

test('nothing is wrong with it', async ({skip}) => {
  expect(faultsOf(epub)).toEqual([])
  skip(!JAVA, WHY)
  expect(await epubcheck(epub)).toEqual({status: 0, messages: []})
})
