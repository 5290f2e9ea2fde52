// The layout of one part in the real browser: text, notes, breaks, margin, static pages.
import {fromHtml} from 'hast-util-from-html'
import type {Element, Nodes} from 'hast'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FlowPart, LaidOut} from '../../src/print/contract.ts'
import {flow, words} from './support/flows.ts'
import {openTab, type TestTab} from './support/tab.ts'

let tab: TestTab
beforeAll(async () => {
  tab = await openTab()
})
afterAll(() => tab.close())

describe('text', () => {
  test('stands on the pages whole and in order, soft hyphens and repeated words or not', async () => {
    const doc = flow('d1')
    for (let i = 0; i < 12; i++) doc.paragraph(110)
    doc.block(`<p>${'The mood is good. <em>The mood</em> is good. '.repeat(90)}</p>`)
    doc.block(`<p>${'<em>Are</em> <span class="glue">partisan</span> <em>detachments</em> operating? '.repeat(80)}</p>`)
    doc.block(`<p>${'re\u00ADor\u00ADga\u00ADni\u00ADza\u00ADtion '.repeat(400)}</p>`)
    const part = doc.part()
    const laidOut = await tab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(laidOut.pages.length).toBeGreaterThan(4)
    expect(flowText(laidOut)).toBe(bare(textOf(fromHtml(part.html, {fragment: true}))))
    expect(laidOut.pages.join('')).not.toContain('\u00AD')
    expect(laidOut.pages.join('')).toContain('<span class="hyphen" aria-hidden="true">-</span>')
    expect(await tab.inspect(laidOut)).toEqual([])
  })

  test('keeps tables, lists and quotations whole over pages, a row taller than a page too', async () => {
    const doc = flow('d1')
    const rows = Array.from({length: 60}, (_, i) => `<tr><td>${i}</td><td>${words(6 + (i % 9), i * 100)}</td></tr>`)
    doc.block(`<table><thead><tr><th>Unit</th><th>Remark</th></tr></thead><tbody>${rows.join('')}</tbody></table>`)
    doc.block(`<table><tbody><tr><td>${words(900)}</td></tr></tbody></table>`)
    doc.block(`<ol>${Array.from({length: 50}, (_, i) => `<li>${words(14, i * 50)}</li>`).join('')}</ol>`)
    doc.block(`<blockquote><p>${words(400)}</p><p>${words(300)}</p></blockquote>`)
    const part = doc.part()
    const laidOut = await tab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(flowText(laidOut)).toBe(bare(textOf(fromHtml(part.html, {fragment: true}))))
    // The pieces of a cut table have the same columns.
    const tables = laidOut.pages.flatMap((page) => elements(fromHtml(page)).filter(({tagName}) => tagName === 'table'))
    const first = tables.slice(0, 3).map((table) => cellWidths(table))
    expect(first[0]).toHaveLength(2)
    expect(first[1]).toEqual(first[0])
    expect(first[2]).toEqual(first[0])
  })

  test('leaves no single line of a paragraph and no heading at a page end', async () => {
    const doc = flow('d1')
    // Paragraphs of one to five lines and many headings: every kind of break comes up.
    for (let i = 0; i < 150; i++) {
      if (i % 6 === 5) doc.block(`<h2>${words(3, i)}</h2>`)
      doc.paragraph(5 + ((i * 7) % 41))
    }
    const laidOut = await tab.layOut(doc.part())
    expect(laidOut.problems).toEqual([])
    const pages = await tab.measure(laidOut)
    expect(pages.length).toBeGreaterThan(8)
    const split = pages.flatMap((page) => page.blocks.filter((block) => block.from || block.to))
    expect(split.length).toBeGreaterThan(4)
    expect(split.filter((block) => block.lines < 2)).toEqual([])
    expect(pages.filter((page) => page.endsWithHeading)).toEqual([])
  })

  test('keeps a dagger at its word in a justified line', async () => {
    const doc = flow('d1')
    doc.block(`<p>${'<span class="glue">lines<a class="call">‡</a></span> of fortifications '.repeat(40)}</p>`)
    const laidOut = await tab.layOut(doc.part())
    const widths = await tab.widths(laidOut, '.call')
    expect(widths).toHaveLength(40)
    expect(Math.max(...widths)).toBeLessThan(6)
  })

  test('stands on one grid of 14 points', async () => {
    const doc = flow('d1')
    for (let i = 0; i < 30; i++) doc.paragraph(40, {10: [{register: 'en', words: 9}]})
    const pages = await tab.measure(await tab.layOut(doc.part()))
    const off = pages.flatMap((page) => {
      const [first = 0, ...others] = page.lineTops
      return others.map((top) => Math.abs(((top - first + 7) % 14) - 7)).filter((rest) => rest > 0.5)
    })
    expect(off).toEqual([])
  })
})

describe('notes', () => {
  test('stand once, on the page of their call, under their register in the order of the edition', async () => {
    const doc = flow('d1', ['tn', 'en'])
    for (let i = 0; i < 30; i++)
      doc.paragraph(60, {20: [{register: 'en', words: 12}], 40: [{register: 'tn', words: 8}]})
    const part = doc.part()
    const laidOut = await tab.layOut(part)
    expect(laidOut.problems).toEqual([])
    for (const {anchor} of part.notes) {
      const page = laidOut.anchors[`${anchor}-call`]
      expect(laidOut.notes[anchor], anchor).toEqual({from: page, to: page})
    }
    for (const page of await tab.measure(laidOut)) {
      const registers = page.notes.map((note) => note.register)
      expect(registers).toEqual([...registers].sort((a, b) => (a === b ? 0 : a === 'tn' ? -1 : 1)))
    }
  })

  test('run on over pages, two lines on each side, and nothing overtakes them', async () => {
    const doc = flow('d1', ['tn', 'en'])
    doc.paragraph(120, {30: [{register: 'tn', words: 3000}], 110: [{register: 'en', words: 40}]})
    for (let i = 0; i < 12; i++) doc.paragraph(90, i === 6 ? {5: [{register: 'tn', words: 10}]} : {})
    const part = doc.part()
    const laidOut = await tab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(noteTexts(laidOut)).toEqual(new Map(part.notes.map((note) => [note.anchor, noteText(note.html)])))
    const long = laidOut.notes['d1-tn-1']
    const next = laidOut.notes['d1-tn-2']
    expect(long?.from).toBe(0)
    expect(long?.to).toBeGreaterThan(2)
    expect(next?.from).toBeGreaterThanOrEqual(long?.to ?? Infinity)
    const pieces = (await tab.measure(laidOut))
      .flatMap((page) => page.notes)
      .filter((note) => note.cut || note.continued)
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.filter((piece) => piece.lines < 2)).toEqual([])
  })

  test('with paragraphs and lists end after the text on pages of their own', async () => {
    const doc = flow('d1', ['en'])
    const more = `<p>${words(700)}</p><ol>${Array.from({length: 40}, (_, i) => `<li>${words(25, i * 30)}</li>`).join('')}</ol>`
    doc.paragraph(40, {20: [{register: 'en', words: 500, more}]})
    const part = doc.part()
    const laidOut = await tab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(laidOut.pages.length).toBeGreaterThan(3)
    expect(noteTexts(laidOut)).toEqual(new Map([['d1-en-1', noteText(part.notes[0]?.html ?? '')]]))
    expect(laidOut.notes['d1-en-1']).toEqual({from: 0, to: laidOut.pages.length - 1})
    expect(laidOut.starts.slice(1)).toEqual(laidOut.starts.slice(1).map(() => ({paragraph: null, offset: 0})))
    // Items keep their numbers where the list goes on.
    let begun = 0
    for (const page of laidOut.pages)
      for (const list of elements(fromHtml(page)).filter((element) => element.tagName === 'ol')) {
        const items = elements(list).filter((element) => element.tagName === 'li')
        const goesOn = items[0]?.properties['dataSplitFrom'] !== undefined
        expect(Number(list.properties['start'] ?? 1)).toBe(begun + (goesOn ? 0 : 1))
        begun += items.length - (goesOn ? 1 : 0)
      }
    expect(begun).toBe(40)
  })

  test('wait, and the editor is told, only where two long ones are called on one line', async () => {
    const doc = flow('d1', ['en'])
    const pair = [
      {register: 'en', words: 900},
      {register: 'en', words: 900}
    ]
    doc.paragraph(60, {4: pair})
    const laidOut = await tab.layOut(doc.part())
    const reason = 'Note d1-en-2 begins on the page after its call: the notes called here before it fill the page.'
    expect(laidOut.problems).toEqual([{kind: 'layout-note', page: 0, detail: reason}])
    expect(laidOut.notes['d1-en-1']?.from).toBe(0)
    expect(laidOut.notes['d1-en-2']?.from).toBe(laidOut.notes['d1-en-1']?.to)
  })

  test('of any length and number are all whole, in order, on the sheet', async () => {
    for (const seed of [11, 12, 13, 14, 15, 16]) {
      const part = randomPart(seed)
      const laidOut = await tab.layOut(part)
      expect(laidOut.problems.filter((problem) => problem.kind !== 'layout-note')).toEqual([])
      expect(flowText(laidOut), `flow of seed ${seed}`).toBe(bare(textOf(fromHtml(part.html, {fragment: true}))))
      expect(noteTexts(laidOut)).toEqual(new Map(part.notes.map((note) => [note.anchor, noteText(note.html)])))
      expect(await tab.inspect(laidOut)).toEqual([])
      const late = laidOut.problems.map((problem) => problem.detail.split(' ')[1])
      const apart = part.notes.filter(({anchor}) => laidOut.notes[anchor]?.from !== laidOut.anchors[`${anchor}-call`])
      expect(apart.map((note) => note.anchor).sort()).toEqual(late.sort())
    }
  })
})

describe('faults', () => {
  const said = async (html: string, notes: FlowPart['notes'] = []) =>
    (await tab.layOut({id: 'd1', lang: 'en', html, notes, registers: ['en']})).problems

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
    expect(await said(`<p>${'x'.repeat(200)}</p>`)).toEqual([
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
    const numbers = [0, 1, 2, 3, 4, 5].map((i) => ({text: String(i + 1), line: words(4, i * 1000).slice(0, 24)}))
    const seventh = `|${words(4, 7000)}`.slice(0, 24)
    expect(page?.margin.map(({text, line}) => ({text, line: line.slice(0, 24)}))).toEqual([
      ...numbers.map(({text}, i) => ({text, line: words(8, i * 1000).slice(0, 24)})),
      {text: '7', line: `|${words(8, 7000)}`.slice(0, 24)},
      {text: 'l. 72v', line: `|${words(8, 7000)}`.slice(0, 24)}
    ])
    expect(seventh.startsWith('|')).toBe(true)
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

/** Paragraphs and notes of lengths that a seed gives: mostly short, some of several pages. */
function randomPart(seed: number): FlowPart {
  let state = seed * 2654435761
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const doc = flow(`d${seed}`, ['tn', 'en', 'an'])
  const count = 8 + next(16)
  for (let i = 0; i < count; i++) {
    const length = 6 + next(120)
    const calls: Record<number, {register: string; words: number}[]> = {}
    for (let k = next(4); k > 0; k--)
      calls[next(length)] = [
        {register: ['tn', 'en', 'an'][next(3)] ?? 'en', words: next(8) === 0 ? next(1500) + 1 : next(50) + 1}
      ]
    doc.paragraph(length, calls)
  }
  return doc.part()
}

function flowText(laidOut: LaidOut): string {
  return bare(laidOut.pages.map((page) => all(fromHtml(page), 'pagedjs_page_content').map(textOf).join('')).join(''))
}

function noteTexts(laidOut: LaidOut): Map<string, string> {
  const texts = new Map<string, string>()
  for (const page of laidOut.pages)
    for (const note of all(fromHtml(page), 'note')) {
      const key = String(note.properties['dataNote'])
      texts.set(key, (texts.get(key) ?? '') + textOf(note))
    }
  return new Map([...texts].map(([key, text]) => [key, bare(text)]))
}

const noteText = (html: string): string => bare(textOf(fromHtml(html, {fragment: true})))

function paragraphOf(page: string, n: string): Nodes {
  const found = elements(fromHtml(page)).find((element) => element.properties['dataP'] === n)
  if (!found) throw new Error(`No paragraph ${n}`)
  return found
}

const elements = (node: Nodes): Element[] =>
  ('children' in node ? node.children : []).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : []
  )

const cellWidths = (table: Element): unknown[] =>
  elements(table)
    .filter(({tagName}) => tagName === 'td' || tagName === 'th')
    .slice(0, 2)
    .map((cell) => cell.properties['style'])

const all = (node: Nodes, className: string): Element[] =>
  elements(node).filter((element) => hasClass(element, className))

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className']
  return Array.isArray(classes) && classes.includes(name)
}

/** Text without visible hyphens at line ends. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && hasClass(node, 'hyphen')) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function ownText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && (hasClass(node, 'hyphen') || hasClass(node, 'generated'))) return ''
  return 'children' in node ? node.children.map(ownText).join('') : ''
}

const bare = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim()
