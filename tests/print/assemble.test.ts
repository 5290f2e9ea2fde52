// The assembled book: sides, numbers, running heads, blanks, links.
import type {ElementContent} from 'hast'
import {describe, expect, test} from 'vitest'
import type {Book, BookPart} from '../../src/html/book.ts'
import {assemble} from '../../src/print/book/assemble.ts'
import {numberPages} from '../../src/print/book/page-labels.ts'
import type {LaidOut} from '../../src/print/contract.ts'
import {flowPart, laidOut} from './hand-made.ts'
import {part} from './sample-book.ts'

interface Made {
  part: BookPart
  laidOut: LaidOut
}

function assembled(made: Made[], more: Partial<Book> = {}): string {
  const parts = made.map((one) => ({...one, flow: flowPart(one.part.id, '')}))
  const pages = numberPages(parts.map((one) => ({...one.part, pages: one.laidOut.pages.length})))
  const book = {
    id: 'b',
    title: 'Records & <More>',
    shortTitle: 'Records',
    lang: 'en',
    registers: [],
    parts: [],
    ...more
  }
  return assemble({book, parts, pages}, {sheet: '.finish {}'})
}

/** Start tags of pages and their furniture, in short. */
const outline = (html: string): string[] =>
  [...html.matchAll(/<div class="(pagedjs_page [^"]*)" ([^>]*)>((?:<div class="furniture[^>]*>[^<]*<\/div>)*)/g)].map(
    ([, classes = '', rest = '', set = '']) => {
      const side = classes.includes('pagedjs_right_page') ? 'recto' : 'verso'
      const furniture = [...set.matchAll(/furniture ([^"]*)" aria-hidden="true">([^<]*)</g)].map(
        (m) => `${m[1]}=${m[2]}`
      )
      return [side, rest.replace(/style="[^"]*" ?/, '').trim(), ...furniture].join(' | ')
    }
  )

const none: ElementContent[] = []

describe('pages', () => {
  test('have side, number, running heads; openings a folio at the foot; bare and blank pages nothing', () => {
    const html = assembled([
      {part: part('title', none, {bare: true}), laidOut: laidOut(['a'])},
      {part: part('d1', none, {matter: 'body', title: 'Talk & tea'}), laidOut: laidOut(['b', 'c', 'd'])},
      {part: part('d2', none, {matter: 'body', title: 'Second'}), laidOut: laidOut(['e'])}
    ])
    expect(outline(html)).toEqual([
      'recto | id="page-1" data-part="title" data-label="i" data-bare="true"',
      'verso | id="page-2" data-label="ii" data-bare="true"',
      'recto | id="page-3" data-part="d1" data-label="1" | folio drop-folio=1',
      'verso | id="page-4" data-part="d1" data-label="2" | running-head=Records | folio=2',
      'recto | id="page-5" data-part="d1" data-label="3" | running-head=Talk &amp; tea | folio=3',
      'verso | id="page-6" data-label="4" data-bare="true"',
      'recto | id="page-7" data-part="d2" data-label="5" | folio drop-folio=5'
    ])
  })

  test('keep their content and the style that the layout gave them', () => {
    const html = assembled([{part: part('d1', none), laidOut: laidOut(['<p data-p="1">One &amp; two</p>'])}])
    expect(html).toContain('style="color: black"')
    expect(html).toContain('<div class="pagedjs_page_content"><p data-p="1">One &amp; two</p></div></div>')
    expect(html).not.toContain('data-page-number')
  })

  test('stand in a document with language, title, and the style sheets', () => {
    const html = assembled([{part: part('d1', none), laidOut: laidOut(['a'])}])
    expect(html).toContain('<html lang="en"><head><meta charset="utf-8"><title>Records &amp; &lt;More&gt;</title>')
    expect(html).toContain('<style>\n.paged { color: black }\n.finish {}\n</style>')
  })
})

describe('links', () => {
  const links = (html: string): string[] => [...html.matchAll(/<a(?: [\w-]+="[^"]*")*>/g)].map(([tag]) => tag)

  test('lead to pages, calls lead nowhere, addresses stay', () => {
    const first = [
      '<a href="#d2">2</a>',
      '<a href="#d2-p4" title="a > b">p</a>',
      '<a href="#d1-en-1">n</a>',
      '<a class="call call-en generated" id="d1-en-1-call" href="#d1-en-1" data-note="d1-en-1">1</a>',
      '<a href="https://example.org/?a=1&amp;b=2">w</a>',
      '<a href="#nowhere">x</a>',
      '<abbr>y</abbr>'
    ].join('')
    const html = assembled([
      {
        part: part('d1', none, {matter: 'body'}),
        laidOut: laidOut([first, ''], {notes: {'d1-en-1': {from: 1, to: 1}}})
      },
      {part: part('d2', none, {matter: 'body', starts: 'next'}), laidOut: laidOut(['', ''], {anchors: {'d2-p4': 1}})}
    ])
    expect(links(html)).toEqual([
      '<a href="#page-3">',
      '<a href="#page-4" title="a > b">',
      '<a href="#page-2">',
      '<a class="call call-en generated" id="d1-en-1-call" data-note="d1-en-1">',
      '<a href="https://example.org/?a=1&amp;b=2">',
      '<a>'
    ])
  })
})
