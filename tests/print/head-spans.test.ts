// What right pages say of themselves: date, lines, leaves or paragraphs, read from the layout.
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import {furniture} from '../../src/print/book/furniture.ts'
import {headSpans} from '../../src/print/book/head-spans.ts'
import type {LaidPart} from '../../src/print/layout/resolve.ts'
import {flowPart, laidOut} from './hand-made.ts'
import {part} from './sample-book.ts'

const leaf = (wit: string, label: string) =>
  h('span', {id: `d1-leaf-${wit}-${label}`, dataLeaf: `l. ${label}`, dataWit: wit})

const LAID: LaidPart = {
  part: part('d1', [h('p', [leaf('A', '12r'), leaf('B', '3'), leaf('A', '12v'), leaf('A', '13r')])], {
    date: '4 September 1952',
    number: '4',
    title: 'A Talk & More'
  }),
  flow: flowPart('d1', ''),
  laidOut: laidOut(['a', 'b', 'c', 'd'], {
    paragraphs: {
      '1': {from: 0, to: 0},
      '2': {from: 0, to: 1},
      '3': {from: 1, to: 1},
      '10': {from: 3, to: 3},
      '2a': {from: 1, to: 1},
      '9': {from: 1, to: 1}
    },
    anchors: {'d1-leaf-A-12r': 0, 'd1-leaf-B-3': 0, 'd1-leaf-A-12v': 1, 'd1-leaf-A-13r': 1},
    pageLines: [{from: 1, to: 38}, {from: 39, to: 39}, null, {from: 40, to: 41}]
  })
}

describe('right pages', () => {
  test.each([
    ['title', ['', '', '', '']],
    ['date', Array(4).fill('4 September 1952')],
    ['lines', ['1–38', '39', '', '40–41']],
    ['leaves', ['l.\u00A012r', 'll.\u00A012r–13r', 'l.\u00A013r', 'l.\u00A013r']],
    ['paragraphs', ['¶\u00A01–2', '¶\u00A02–9', '', '¶\u00A010']]
  ] as const)('say of %s', (kind, expected) => {
    expect(headSpans(LAID, kind)).toEqual(expected)
  })

  test('say leaves and pages of copies by their own words', () => {
    const pages = [h('span', {id: 'a', dataLeaf: 'p. 4'}), h('span', {id: 'b', dataLeaf: 'p. 5'})]
    const laid = {...LAID, part: part('d1', pages), laidOut: laidOut(['a', 'b'], {anchors: {a: 0, b: 1}})}
    expect(headSpans(laid, 'leaves')).toEqual(['p.\u00A04', 'pp.\u00A04–5'])
  })

  test('have number, title and span, left pages the title of the book', () => {
    const book = {id: 'b', title: 'B', shortTitle: 'The Book', lang: 'en', parts: [], registers: []}
    const set = (side: 'recto' | 'verso', span: string) =>
      furniture({label: '13', side, of: {part: 0, page: 2}}, LAID.part, {book, span})
    expect(set('recto', '¶ 2')).toBe(
      '<div class="furniture running-head" aria-hidden="true">4. A Talk &amp; More<span class="head-span">, ¶ 2</span></div>' +
        '<div class="furniture folio" aria-hidden="true">13</div>'
    )
    expect(set('recto', '')).toContain('>4. A Talk &amp; More</div>')
    expect(set('verso', '¶ 2')).toContain('>The Book</div>')
  })
})
