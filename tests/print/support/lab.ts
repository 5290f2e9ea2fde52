// The laboratory of the layout: the real browser with tabs as print has them, and a page that measures what came out.
import {readFile} from 'node:fs/promises'
import type {Page} from 'puppeteer-core'
import type {Image} from '../../../src/document/edition.ts'
import {ensureBrowser} from '../../../src/print/chromium/choose-browser.ts'
import type {FlowPart, LaidOut} from '../../../src/print/contract.ts'
import {launch, type RunningBrowser} from '../../../src/print/chromium/launch.ts'
import {ORIGIN, served, settle, type Fault, type Origin} from '../../../src/print/chromium/origin.ts'
import {pageScripts, scriptFiles, styleSheet} from '../../../src/print/chromium/script.ts'
import {openTabs, type Tabs} from '../../../src/print/chromium/tabs.ts'

/** A finished page, measured; heights in lines of the text. */
export interface MeasuredPage {
  /** Characters of text. */
  text: number
  lines: number
  /** Between the last line of the text and the foot. */
  blank: number
  /** Of the whole block. */
  room: number
  overlap: boolean
  /** Paragraphs and items that a page break cuts. */
  cut: {text: string; lines: number}[]
  notes: {note: string; register: string; lines: number; piece: boolean}[]
  /** The text of the page ends with a heading. */
  heading: boolean
  stray: string[]
  /** Words around each word space wider than 0.6 em. */
  loose: string[]
  /** Lines, the last of each paragraph apart, that end or begin so many pixels inside the measure. */
  short: {side: 'left' | 'right'; by: number}[]
  /** Beginnings of the paragraphs with a dash at the beginning of a line. */
  dashes: string[]
  /** Most lines on end that end with a hyphen of the program. */
  divided: number
  /** The text of the page ends inside a word. */
  endsInWord: boolean
  /** Ends of paragraphs whose last line is shorter than the indent. */
  stubs: string[]
  /** Lower edges of the lines of paragraphs, in points from the top of the block. */
  grid: number[]
  /** Labels of the margin, with the beginning of the paragraph whose first line they stand at. */
  margin: {text: string; line: string}[]
}

/** A finished page with entries keyed by line, read by a finder of lines of its own. */
export interface EntriesPage {
  lines: number
  /** Lines of the page on which what stands of a lemma begins and ends, from 1. */
  lemmas: Record<string, {from: number; to: number}>
  /** Notes as they stand at the foot, with the numbers that they print. */
  entries: {note: string; register: string; continued: boolean; cut: boolean; lines: string; occurrence: string}[]
  registers: {
    key: string
    lines: number
    columns: number
    separators: number
    /** Signs between notes that a line begins with. */
    atLineStart: number
    /** No sign stands behind the last note. */
    last: boolean
  }[]
}

/** One side of an opening; heights in pixels from the top of the text block. */
export interface BesideSide {
  document: string
  /** The other side alone has text here. */
  blank: boolean
  /** Where the notes begin. */
  foot: number
  room: number
  /** The edge at which the last line of each paragraph begins, if it is a short one. */
  ends?: ('left' | 'right')[]
  rows: {row: number; top: number; bottom: number; textTop: number; textBottom: number; words: string}[]
  /** Text outside its block or its sheet, or over the notes. */
  stray: string[]
}

/** A running laboratory. */
export interface Lab {
  /** Lays out a part; `more` is CSS behind the style sheet. Parts of one CSS share a tab. */
  layOut: (part: FlowPart, more?: string) => Promise<LaidOut>
  measure: (laidOut: LaidOut) => Promise<MeasuredPage[]>
  /** Lines, lemmas and entries of each page. */
  entries: (laidOut: LaidOut) => Promise<EntriesPage[]>
  /** Both sides of a text beside its counterpart, opening by opening. */
  beside: (laidOut: LaidOut) => Promise<[BesideSide, BesideSide][]>
  /** Widths in pixels of the elements that a selector finds. */
  widths: (laidOut: LaidOut, selector: string) => Promise<number[]>
  /** The first class of each box that cuts off what reaches beyond the lines of some elements: deep letters, high accents. */
  cutters: (laidOut: LaidOut, selector: string) => Promise<string[]>
  /** What the program itself finds outside its sheets in the assembled book. */
  inspect: (laidOut: LaidOut) => Promise<{page: string; text: string}[]>
  /** A tab that nothing has been laid out in. */
  freshTab: () => Tabs
  /** The style sheet of the usual page. */
  css: string
  running: RunningBrowser
  faults: Fault[]
  close: () => Promise<void>
}

/** Starts the browser; `script` is loaded behind the script of the page. */
export async function startLab(script = ''): Promise<Lab> {
  const running = await launch(await ensureBrowser())
  const [scripts, css] = await Promise.all([pageScripts(), styleSheet()])
  const faults: Fault[] = []
  const files = scriptFiles({...scripts, own: `${scripts.own}\n${script}`})
  const origin: Origin = {files, images: IMAGES, onFault: (fault) => void faults.push(fault)}
  const open = (): Tabs => openTabs({browser: running.browser, origin, count: 1, deadline: 120_000})
  const tabs = new Map<string, Tabs>()
  const ruler = await measuringPage(running, origin)
  const asked = ({css: sheet, pages}: LaidOut, question: string): Promise<unknown> =>
    ruler.evaluate(`withPages(${JSON.stringify(sheet)}, ${JSON.stringify(pages.join(''))}, ${question})`)
  return {
    layOut: async (part, more = '') => {
      const tab = tabs.get(more) ?? open()
      tabs.set(more, tab)
      return tab.layOut(part, `${css}\n${more}`)
    },
    measure: (laidOut) => asked(laidOut, 'measurePages') as Promise<MeasuredPage[]>,
    entries: (laidOut) => asked(laidOut, 'readEntries') as Promise<EntriesPage[]>,
    beside: (laidOut) => asked(laidOut, 'readBeside') as Promise<[BesideSide, BesideSide][]>,
    widths: (laidOut, selector) =>
      asked(laidOut, `(pages) => widthsOf(pages, ${JSON.stringify(selector)})`) as Promise<number[]>,
    cutters: (laidOut, selector) =>
      asked(laidOut, `(pages) => cuttersOf(pages, ${JSON.stringify(selector)})`) as Promise<string[]>,
    inspect: (laidOut) => asked(laidOut, '() => recension.inspect()') as Promise<{page: string; text: string}[]>,
    freshTab: open,
    css: `${css}\n`,
    running,
    faults,
    close: () => running.close()
  }
}

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`

const image = (src: string, height: number): [string, Image] => [
  src,
  {src, ...served(svg(200, height), 'image/svg+xml'), mediaType: 'image/svg+xml'}
]

/** A picture that fits, one that is higher than a page. */
const IMAGES = new Map([image('small.svg', 100), image('tall.svg', 3000)])

/** A page with the program's script for its own look over the sheets; what is measured is measured without it. */
async function measuringPage({browser}: RunningBrowser, origin: Origin): Promise<Page> {
  const page = await browser.newPage()
  const scripts = [...origin.files.keys()].map((path) => `<script src="${path}"></script>`)
  const shell = served(`<!doctype html><head>${scripts.join('')}</head><body></body>`, 'text/html')
  await settle(page, {...origin, files: new Map([...origin.files, ['/', shell]])})
  await page.emulateMediaType('print')
  await page.goto(`${ORIGIN}/`, {waitUntil: 'load'})
  for (const script of ['measure.mjs', 'read-entries.mjs', 'read-beside.mjs'])
    await page.evaluate(await readFile(new URL(script, import.meta.url), 'utf8'))
  return page
}
