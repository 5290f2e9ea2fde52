// The layout of one part in the real browser: faults that are seen, the record, static pages.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowPart} from '../../src/print/contract.ts'
import {flow, randomPart, words} from './support/flows.ts'
import {ownText, paragraphOf} from './support/read-pages.ts'
import {openTab, type TestTab} from './support/tab.ts'
import {registersOf} from './registers.ts'

let tab: TestTab
beforeAll(async () => {
  tab = await openTab()
})
afterAll(() => tab.close())

describe('faults', () => {
  const said = async (html: string, notes: FlowPart['notes'] = []) =>
    (await tab.layOut({id: 'd1', lang: 'en', html, notes, registers: registersOf(['en'])})).problems

  test('a note that nothing calls is seen', async () => {
    const html = '<div class="note" data-note="d1-en-1"><p>Cf. no. 12.</p></div>'
    expect(await said('<p>Text.</p>', [{anchor: 'd1-en-1', register: 'en', html}])).toEqual([
      {kind: 'note-lost', detail: 'Note d1-en-1 is on no page.'}
    ])
  })

  test('words that do not come out are seen', async () => {
    // Paged.js takes scripts away with their words.
    expect(await said('<p>Volunteers do not have <script>their own</script> aircraft.</p>')).toEqual([
      {
        kind: 'text-lost',
        page: 0,
        detail:
          'The text reads “unteers do not have aircraft.” where “unteers do not have their own aircraft.” was expected.'
      }
    ])
  })

  test('words that leave the sheet are seen', async () => {
    expect(await said(`<p style="white-space: nowrap">${'x'.repeat(200)}</p>`)).toEqual([
      {kind: 'off-sheet', page: 0, detail: `“${'x'.repeat(60)}” stands outside the text block.`}
    ])
  })
})

describe('record', () => {
  test('counts what stood before a page in its paragraph, marks and soft hyphens left out', async () => {
    const doc = flow('d1', ['en'])
    doc.paragraph(30)
    doc.block(
      `<p id="d1-p2" data-p="2">${Array(600).fill('con\u00ADver\u00ADsa\u00ADtion<span class="generated">¶</span>').join(' ')}</p>`
    )
    const laidOut = await tab.layOut(doc.part())
    expect(laidOut.paragraphs).toEqual({'1': {from: 0, to: 0}, '2': {from: 0, to: laidOut.pages.length - 1}})
    let read = 0
    for (const [i, page] of laidOut.pages.entries()) {
      const own = ownText(paragraphOf(page, '2'))
      expect(laidOut.starts[i]).toEqual(i === 0 ? {paragraph: 1, offset: 0} : {paragraph: 2, offset: read})
      read += own.length
    }
    expect(read).toBe('conversation '.length * 600 - 1)
  })

  test('puts paragraph numbers and leaves on their lines', async () => {
    const doc = flow('d1', ['en'])
    for (let i = 0; i < 6; i++) doc.paragraph(30)
    doc.block(
      `<p id="d1-p7" data-p="7"><span class="leaf-break generated" data-leaf="l. 72v" data-wit="A">|</span>${words(20, 7000)}</p>`
    )
    const [page] = await tab.measure(await tab.layOut(doc.part()))
    const first = (n: number): string => words(8, n * 1000).slice(0, 24)
    const marked = `|${first(7)}`.slice(0, 24)
    expect(page?.margin).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((i) => ({text: String(i + 1), line: first(i)})),
      {text: '7', line: marked},
      {text: 'l. 72v', line: marked}
    ])
  })
})

describe('static pages', () => {
  test('are the same however often and after whatever they are made, without script or random ids', async () => {
    const part = randomPart(5)
    const first = await tab.layOut(part)
    await tab.layOut(randomPart(6))
    const again = await tab.layOut(part)
    expect(again.pages).toEqual(first.pages)
    expect(again.css).toBe(first.css)
    const html = first.pages.join('')
    expect(html).not.toMatch(/<script|data-ref|[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(html).not.toContain('pagedjs_margin-')
    expect(first.pages.every((page) => page.startsWith('<div class="pagedjs_page'))).toBe(true)
    expect(tab.faults).toEqual([])
  })

  test('a part that cannot be laid out comes back as a problem, and the tab goes on', async () => {
    const broken = {...flow('d1').part(), notes: [{anchor: 'n', register: 'en', html: 'no element'}]}
    broken.html = '<p>One<a class="call" data-note="n">1</a></p>'
    const laidOut = await tab.layOut(broken)
    expect(laidOut.problems).toEqual([
      {kind: 'stopped', page: 0, detail: 'The layout stopped: A note is not one element: no element'}
    ])
    const doc = flow('d2')
    doc.paragraph(20)
    expect((await tab.layOut(doc.part())).problems).toEqual([])
  })
})
