// The layout of one part in the real browser: faults that are seen, the record, static pages.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowPart} from '../../src/print/contract.ts'
import {startLab, type Lab} from './support/lab.ts'
import {newPart, plainWord, randomPart, registersOf} from './support/parts.ts'
import {ownText, paragraphOf} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const registers = ['en']

describe('faults', () => {
  const said = async (html: string, notes: FlowPart['notes'] = []) =>
    (await lab.layOut({id: 'd1', lang: 'en', html, notes, registers: registersOf(['en'])})).problems

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
    const doc = newPart('d1', {registers}).paragraphs(30)
    doc.block(
      `<p id="d1-p2" data-p="2">${Array(600).fill('con\u00ADver\u00ADsa\u00ADtion<span class="generated">¶</span>').join(' ')}</p>`
    )
    const laidOut = await lab.layOut(doc.part())
    expect(laidOut.paragraphs).toEqual({'1': {from: 0, to: 0}, '2': {from: 0, to: laidOut.pages.length - 1}})
    let read = 0
    let letters = 0
    for (const [i, page] of laidOut.pages.entries()) {
      const own = ownText(paragraphOf(page, '2'))
      const first = i === 0 ? ownText(paragraphOf(page, '1')) : ''
      const begins = (first || own).trim().split(' ').slice(0, 3).join(' ')
      const place = i === 0 ? {paragraph: 1, offset: 0} : {paragraph: 2, offset: read}
      expect(laidOut.starts[i]).toEqual({...place, letters, begins})
      read += own.length
      letters += `${first}${own}`.replaceAll(' ', '').length
    }
    expect(read).toBe('conversation '.length * 600 - 1)
  })

  test('puts paragraph numbers and leaves on their lines', async () => {
    const doc = newPart('d1', {registers, word: plainWord}).paragraphs(...Array<number>(6).fill(30))
    doc.block(
      `<p id="d1-p7" data-p="7"><span class="leaf-break generated" data-leaf="l. 72v" data-wit="A">|</span>${doc.words(20)}</p>`
    )
    const [page] = await lab.measure(await lab.layOut(doc.part()))
    // Paragraph n has the words from 30 n + 1 on.
    const first = (n: number): string => Array.from({length: 8}, (_, i) => plainWord(30 * n + i + 1)).join(' ')
    const marked = `|${first(6)}`.slice(0, 24)
    expect(page?.margin).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((i) => ({text: String(i + 1), line: first(i).slice(0, 24)})),
      {text: '7', line: marked},
      {text: 'l. 72v', line: marked}
    ])
  })
})

describe('static pages', () => {
  test('are the same however often and after whatever they are made, without script or random ids', async () => {
    const part = randomPart(5)
    const first = await lab.layOut(part)
    await lab.layOut(randomPart(6))
    const again = await lab.layOut(part)
    expect(again.pages).toEqual(first.pages)
    expect(again.css).toBe(first.css)
    const html = first.pages.join('')
    expect(html).not.toMatch(/<script|data-ref|[0-9a-f]{8}-[0-9a-f]{4}-/)
    expect(html).not.toContain('pagedjs_margin-')
    expect(first.pages.every((page) => page.startsWith('<div class="pagedjs_page'))).toBe(true)
    expect(lab.faults).toEqual([])
  })

  test('a part that cannot be laid out comes back as a problem, and the tab goes on', async () => {
    const broken = {...newPart('d1').part(), notes: [{anchor: 'n', register: 'en', html: 'no element'}]}
    broken.html = '<p>One<a class="call" data-note="n">1</a></p>'
    const laidOut = await lab.layOut(broken)
    expect(laidOut.problems).toEqual([
      {kind: 'stopped', page: 0, detail: 'The layout stopped: A note is not one element: no element'}
    ])
    expect((await lab.layOut(newPart('d2').paragraphs(20).part())).problems).toEqual([])
  })
})
