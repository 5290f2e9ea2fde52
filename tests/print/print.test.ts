// A small book printed with the real browser: pages, map, bytes, and every fault that must be seen.
import {readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {PDFDict, PDFDocument, PDFHexString, PDFName} from '@cantoo/pdf-lib'
import {h} from 'hastscript'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {cachePath} from '../../src/document/own-folder.js'
import {ensureBrowser, print, type PrintResult} from '../../src/print/index.ts'
import {launch, type RunningBrowser} from '../../src/print/chromium/launch.ts'
import {served} from '../../src/print/chromium/origin.ts'
import {openTabs} from '../../src/print/chromium/tabs.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {flowPart} from './hand-made.ts'
import {sampleBook, type SampleOptions} from './sample-book.ts'

withOwnCache()

const printed = (sample: Partial<SampleOptions> = {}, more: {tamper?: (html: string) => string} = {}) =>
  print({book: sampleBook(sample), date: '2026-11-24', authors: ['A. Editor'], ...more})

describe('a book', () => {
  let result: PrintResult
  beforeAll(async () => {
    result = await printed()
  })

  test('is laid out in two passes without a message', () => {
    expect(result.messages).toEqual([])
    expect(result.layout.passes).toEqual([7, 2])
  })

  test('has its pages in order, blanks before right pages, roman and arabic numbers', () => {
    const pages = result.map.pages.map(({label, part}) => `${label} ${part ?? '-'}`)
    expect(pages.slice(0, 7)).toEqual([
      'i title',
      'ii imprint',
      'iii contents',
      'iv -',
      'v introduction',
      'vi -',
      '1 d1'
    ])
    const second = pages.findIndex((page) => page.endsWith(' d2'))
    expect(second % 2).toBe(0)
    expect(pages.slice(6).map((page) => page.split(' ')[0])).toEqual(pages.slice(6).map((_, at) => String(at + 1)))
  })

  test('names in contents and index the pages on which things stand', () => {
    const labelOf = (part: string) => result.map.pages.find((page) => page.part === part)?.label ?? ''
    const contents = textOfPage(result.html, 'page-3')
    expect(contents).toBe(
      `iii Contents Conversation of 4 September 1952 1 Conversation of 19 September 1952 ${labelOf('d2')} Index ${labelOf('index')}`
    )
    const last = result.map.pages.length
    expect(textOfPage(result.html, `page-${last}`)).toBe(`${labelOf('index')} Index Stalin 1 ${labelOf('d2')}`)
  })

  test('maps every paragraph, note and entry to its pages', () => {
    expect(result.map.paragraphs).toHaveLength(28)
    expect(result.map.paragraphs[0]).toEqual({document: 'd1', n: 1, page: '1', to: '1'})
    expect(result.map.notes.filter(({series}) => series === 'tn').map(({document, n}) => `${document} ${n}`)).toEqual(
      ['d1', 'd2'].flatMap((document) => [1, 2, 3, 4, 5].map((n) => `${document} ${n}`))
    )
    expect(result.map.entries[0]).toEqual({document: 'd1', n: 1, page: '1', to: '1'})
    for (const {page, paragraph, offset} of crossings(result)) {
      expect({page, paragraph: Number(paragraph) > 0, offset: offset > 0}).toEqual({
        page,
        paragraph: true,
        offset: true
      })
    }
    expect(result.map).toMatchObject({output: 'sample', browser: 'HeadlessChrome/147.0.7727.0', pagedjs: '0.4.3'})
  })

  test('has bookmarks, and links to pages alone', async () => {
    const pdf = await PDFDocument.load(result.pdf, {updateMetadata: false})
    expect(bookmarks(pdf)).toEqual([
      'Records of Conversations',
      'Contents',
      'introduction',
      'Conversation of 4 September 1952',
      'Conversation of 19 September 1952',
      'Index'
    ])
    const targets = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).keys().map(String)
    expect(targets.every((target) => /^\/page-\d+$/.test(target))).toBe(true)
    expect(targets).toHaveLength(3)
  })

  test('is the same to the byte from kept layouts, from damaged ones, and in another time zone', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo')
    const kept = await printed()
    const layouts = join(cachePath(), 'layouts')
    for (const name of await readdir(layouts)) await writeFile(join(layouts, name), 'damaged')
    const anew = await printed()
    for (const other of [kept, anew]) {
      expect(other.html).toBe(result.html)
      expect(Buffer.from(other.pdf).equals(Buffer.from(result.pdf))).toBe(true)
      expect(other.messages).toEqual([])
    }
  })
})

describe('a fault is seen:', () => {
  test('a request for something outside the edition', async () => {
    const inFirst = [
      h('img', {src: 'https://example.org/spy.png', alt: ''}),
      h('img', {src: 'images/missing.png', alt: '', onError: 'document.body.remove()'})
    ]
    const {messages} = await printed({paragraphs: 1, inFirst})
    const refused = (what: string) =>
      `Unexpected request for ${what}, which was refused: pages are made from files of the edition only, expected the path of an image in its folder.`
    expect(messages).toEqual([
      {rule: 'image-outside', part: 'd1', reason: refused('images/missing.png')},
      {rule: 'image-outside', part: undefined, reason: refused('a script')},
      {rule: 'image-outside', part: 'd1', reason: refused('https://example.org/spy.png')}
    ])
  })

  test('text moved off its sheet after the layout', async () => {
    const tamper = (html: string) => html.replace(/<h1[^>]*>Index/, '<h1 style="margin-left: -300px">Index')
    const {messages, map} = await printed({paragraphs: 1}, {tamper})
    const page = map.pages.at(-1)?.label
    expect(messages).toEqual([
      {rule: 'off-sheet', part: 'index', page, reason: 'Unexpected text outside the sheet: “Index”.'},
      {
        rule: 'output-differs',
        reason: 'Unexpected text in the PDF, “Index” is not shown. This is a fault of the program; please report it.'
      }
    ])
  })

  test('a character that the book faces lack', async () => {
    const {messages} = await printed({paragraphs: 1, inFirst: [h('span', '漢')]})
    expect(messages[0]).toEqual({
      rule: 'missing-glyph',
      part: 'd1',
      reason:
        'Unexpected character 漢 (U+6F22) in `d1`, expected one that the book faces have: EB Garamond and Noto Serif, for Hebrew Noto Serif Hebrew, for Arabic script Scheherazade New. Write it in another way, for example in transliteration.'
    })
  })
})

describe('a tab', () => {
  let running: RunningBrowser
  beforeAll(async () => {
    running = await launch(await ensureBrowser())
  })
  afterAll(() => running.close())

  const layOut = (own: string) => {
    const files = new Map([['/own.js', served(own, 'text/javascript')]])
    const origin = {files, images: new Map(), onFault: () => {}}
    return openTabs({browser: running.browser, origin, count: 1, deadline: 700}).layOut(flowPart('d7', '<p>x</p>'), '')
  }

  test('that is opened early and fails is told to the first who takes it', async () => {
    const browser = {newPage: () => Promise.reject(new Error('no tab'))} as never
    const tabs = openTabs({
      browser,
      origin: {files: new Map(), images: new Map(), onFault: () => {}},
      count: 1,
      deadline: 700
    })
    tabs.ready()
    await expect(tabs.layOut(flowPart('d7', '<p>x</p>'), '')).rejects.toThrow('no tab')
  })

  test('that hangs is stopped, and the part is named', async () => {
    for (const hang of ['new Promise(() => {})', '{while (true) {}}'])
      await expect(layOut(`window.recension = {layOut: () => ${hang}}`)).rejects.toThrow(
        'The layout of `d7` did not end within 1 seconds and was stopped. If the machine was busy, build again; otherwise leave out `d7` and report this as a fault of the program.'
      )
  })

  test('that is done leaves nothing on its tab, which would keep what it has made', async () => {
    await layOut('window.recension = {layOut: () => ({pages: []})}')
    const tabs = await running.browser.pages()
    expect(tabs.length).toBeGreaterThan(1)
    expect(tabs.map((tab) => tab.listenerCount('error'))).toEqual(tabs.map(() => 0))
  })

  test('whose script fails names the part and the fault', async () => {
    await expect(layOut('window.recension = {layOut: () => { throw new Error("no frame") }}')).rejects.toThrow(
      'The layout of `d7` failed in the browser: no frame. This is a fault of the program; please report it.'
    )
  })
})

/** Words of a page without its tags. */
function textOfPage(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`)
  const page = html.slice(html.indexOf('>', from) + 1).split('<div class="pagedjs_page ')[0] ?? ''
  return page
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Pages that begin within a paragraph. */
function crossings({map}: PrintResult): {page: string; paragraph: number | string; offset: number}[] {
  const crossing = map.paragraphs.filter(({page, to}) => page !== to)
  expect(crossing.length).toBeGreaterThan(2)
  return crossing.map(({to}) => {
    const page = map.pages.find(({label}) => label === to)
    return {page: to, paragraph: page?.paragraph ?? 0, offset: page?.offset ?? 0}
  })
}

function bookmarks(pdf: PDFDocument): string[] {
  const titles: string[] = []
  let item = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'))
  while (item instanceof PDFDict) {
    titles.push(item.lookup(PDFName.of('Title'), PDFHexString).decodeText())
    item = item.lookup(PDFName.of('Next'))
  }
  return titles
}
