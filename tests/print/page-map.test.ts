// The page map, and the messages of the pages: everything by the number printed on its page.
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import type {BookNote} from '../../src/html/book.ts'
import {faultMessages, layoutMessages, strayMessages} from '../../src/print/layout/messages.ts'
import {pageMap} from '../../src/print/book/page-map.ts'
import {numberPages} from '../../src/print/book/page-labels.ts'
import {flowPart, laidOut} from './hand-made.ts'
import {part} from './sample-book.ts'

const note = (register: string, n: number): BookNote => ({
  anchor: `d1-${register}-${n}`,
  register,
  n,
  mark: 'x',
  body: []
})

const front = {part: part('preface', []), flow: flowPart('preface', ''), laidOut: laidOut(['a'])}
const document = {
  part: part(
    'd1',
    [h('p', ['x', h('span', {id: 'd1-leaf-W-72v', dataLeaf: '72v', dataWit: 'W'}), h('b', {id: 'l', dataLeaf: '3'})])],
    {
      matter: 'body',
      notes: [note('tn', 1), note('entries', 1), note('en', 7)]
    }
  ),
  flow: flowPart('d1', '<img src="/images/a%2Fb.png">'),
  laidOut: laidOut(['a', 'b', 'c'], {
    starts: [
      {paragraph: 1, offset: 0},
      {paragraph: 1, offset: 120},
      {paragraph: null, offset: 0}
    ],
    paragraphs: {1: {from: 0, to: 1}, 2: {from: 1, to: 1}},
    notes: {'d1-tn-1': {from: 0, to: 2}, 'd1-entries-1': {from: 1, to: 1}},
    anchors: {'d1-leaf-W-72v': 1, l: 2},
    problems: [
      {kind: 'text-lost', page: 1, detail: 'lost'},
      {kind: 'overlap', page: 2, detail: 'overlap'},
      {kind: 'note-twice', page: 0, detail: 'twice'},
      {kind: 'stopped', detail: 'stopped'},
      {kind: 'note-misplaced', page: 0, detail: 'misplaced'},
      {kind: 'layout-note', page: 0, detail: 'note'}
    ]
  })
}
const parts = [front, document]
const pages = numberPages(parts.map((one) => ({...one.part, pages: one.laidOut.pages.length})))

describe('the page map', () => {
  test('has the printed number of everything', () => {
    expect(pageMap({parts, pages}, {output: 'reader', browser: 'B', pagedjs: 'P'})).toEqual({
      output: 'reader',
      browser: 'B',
      pagedjs: 'P',
      pages: [
        {label: 'i', part: 'preface', paragraph: null, offset: 0},
        {label: 'ii', part: null, paragraph: null, offset: 0},
        {label: '1', part: 'd1', paragraph: 1, offset: 0},
        {label: '2', part: 'd1', paragraph: 1, offset: 120},
        {label: '3', part: 'd1', paragraph: null, offset: 0}
      ],
      paragraphs: [
        {document: 'd1', n: 1, page: '1', to: '2'},
        {document: 'd1', n: 2, page: '2', to: '2'}
      ],
      notes: [{document: 'd1', series: 'tn', n: 1, page: '1', to: '3'}],
      entries: [{document: 'd1', n: 1, page: '2', to: '2'}],
      leaves: [
        {document: 'd1', wit: 'W', leaf: '72v', page: '2'},
        {document: 'd1', wit: null, leaf: '3', page: '3'}
      ]
    })
  })
})

describe('messages', () => {
  test('of the layout name part and printed page; what loses text refuses the build', () => {
    const messages = layoutMessages({parts, pages}).map(({rule, part: id, page, reason}) => [rule, id, page, reason])
    expect(messages).toEqual([
      ['output-differs', 'd1', '2', 'lost'],
      ['off-sheet', 'd1', '3', 'overlap'],
      ['output-differs', 'd1', '1', 'twice'],
      ['output-differs', 'd1', undefined, 'stopped'],
      ['note-misplaced', 'd1', '1', 'misplaced'],
      ['layout-note', 'd1', '1', 'note']
    ])
  })

  test('of text outside its sheet name part and printed page', () => {
    expect(strayMessages([{page: 'page-4', text: 'lost words'}], {parts, pages})).toEqual([
      {rule: 'off-sheet', part: 'd1', page: '2', reason: 'Unexpected text outside the sheet: “lost words”.'}
    ])
  })

  test('of faults come once each, with the part that asks for what is refused', () => {
    const blocked = {kind: 'blocked' as const, text: '/images/a%2Fb.png'}
    const error = {kind: 'page-error' as const, text: 'x is not a function'}
    expect(faultMessages([error, blocked, blocked, {kind: 'console', text: 'odd'}], parts)).toEqual([
      {
        rule: 'image-outside',
        part: 'd1',
        reason:
          'Unexpected request for a/b.png, which was refused: pages are made from files of the edition only, expected the path of an image in its folder.'
      },
      {
        rule: 'layout-note',
        reason: 'The script of the pages complained: odd. This is a fault of the program; please report it.'
      },
      {
        rule: 'output-differs',
        reason:
          'The script of the pages complained: x is not a function. This is a fault of the program; please report it.'
      }
    ])
  })
})
