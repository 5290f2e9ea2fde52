// Passes: parts are laid out again only where page numbers changed them, and a book that swings is reported.
import {h} from 'hastscript'
import {describe, expect, test} from 'vitest'
import type {Book, Locate} from '../../src/html/book.ts'
import type {FlowPart} from '../../src/print/contract.ts'
import {resolve} from '../../src/print/layout/resolve.ts'
import {laidOut} from './hand-made.ts'
import {pageOf, part} from './sample-book.ts'

const book = (parts: Book['parts']): Book => ({id: 'b', title: 'B', shortTitle: 'B', lang: 'en', registers: [], parts})

/** Contents that name the page of `d2`, before two documents. */
const made = (locate: Locate): Book =>
  book([
    part('contents', [h('p', pageOf(locate, 'd2'))]),
    part('d1', [h('p', 'One')], {matter: 'body'}),
    part('d2', [h('p', 'Two')], {matter: 'body'})
  ])

describe('a book', () => {
  test('is laid out whole, then only where a page number came in', async () => {
    const laid: string[] = []
    const layOut = async ({id, html}: FlowPart) => {
      laid.push(id === 'contents' ? html : id)
      return laidOut(id === 'd1' ? ['a', 'b', 'c'] : ['a'])
    }
    const {passes, messages, pages} = await resolve({book: made, layOut})
    expect(laid).toEqual([
      '<section id="contents" class="part-contents"><p>000</p></section>',
      'd1',
      'd2',
      '<section id="contents" class="part-contents"><p>5</p></section>'
    ])
    expect(passes).toEqual([3, 1])
    expect(messages).toEqual([])
    expect(pages.map(({label}) => label)).toEqual(['i', 'ii', '1', '2', '3', '4', '5'])
  })

  test('whose page numbers never hold is reported with part and page', async () => {
    const swinging = (locate: Locate): Book =>
      book([
        part('d1', [h('p', `See p. ${pageOf(locate, 'd2')}.`)], {matter: 'body'}),
        part('d2', [h('p', 'Two')], {matter: 'body'})
      ])
    const layOut = async ({id, html}: FlowPart) =>
      laidOut(id === 'd1' && !html.includes('p. 5') ? ['a', 'b', 'c'] : ['a'])
    const {passes, messages} = await resolve({book: swinging, layOut})
    expect(passes).toEqual([2, 1, 1, 1])
    expect(messages).toEqual([
      {
        rule: 'not-settled',
        part: 'd1',
        page: '1',
        reason:
          'Unexpected change of page numbers in `d1` (page 1) after 4 layouts, expected them to hold: a page number there moves the page that it names. Check its references by hand, or change the wording near them.'
      }
    ])
  })

  test('tells of each part laid out', async () => {
    const events: string[] = []
    const progress = (event: {part: string; done: number; of: number; pages: number}) =>
      void events.push(`${event.part} ${event.done}/${event.of} ${event.pages}`)
    await resolve({book: made, layOut: async () => laidOut(['a', 'b']), progress})
    expect(events).toEqual(['contents 1/3 2', 'd1 2/3 4', 'd2 3/3 6', 'contents 1/1 2'])
  })
})
