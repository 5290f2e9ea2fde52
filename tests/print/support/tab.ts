// One tab with the page script in it, for tests of the layout alone.
import type {Page} from 'puppeteer-core'
import {ensureBrowser} from '../../../src/print/choose-browser.ts'
import type {FlowPart, LaidOut, PageScript} from '../../../src/print/contract.ts'
import {launch} from '../../../src/print/launch.ts'
import {ORIGIN, served, settle} from '../../../src/print/origin.ts'
import {pageScripts, styleSheet} from '../../../src/print/script.ts'

export interface TestTab {
  layOut(part: FlowPart): Promise<LaidOut>
  /** Numbers of lines of every paragraph, list item and note piece on each page, as they are finally set. */
  measure(laidOut: LaidOut): Promise<SetPage[]>
  /** Widths in pixels of the elements that a selector finds. */
  widths(laidOut: LaidOut, selector: string): Promise<number[]>
  inspect(laidOut: LaidOut): Promise<{page: string; text: string}[]>
  faults: string[]
  close(): Promise<void>
}

/** What stands on a finished page, measured again from its static HTML. */
export interface SetPage {
  blocks: {text: string; lines: number; from: boolean; to: boolean}[]
  notes: {note: string; register: string; lines: number; continued: boolean; cut: boolean}[]
  /** The last block of the text is a heading. */
  endsWithHeading: boolean
  /** Offsets of lines of text from the top of the block, in points. */
  lineTops: number[]
  margin: {text: string; line: string}[]
}

/** Starts a browser and loads the page script. */
export async function openTab(): Promise<TestTab> {
  const running = await launch(await ensureBrowser())
  const scripts = await pageScripts()
  const css = await styleSheet()
  const faults: string[] = []
  const page = await running.browser.newPage()
  const script = (text: string) => served(text, 'text/javascript')
  const files = new Map([
    ['/', served(SHELL, 'text/html')],
    ['/before.js', script(scripts.before)],
    ['/paged.js', script(scripts.paged)],
    ['/own.js', script(scripts.own)],
    ['/measure.js', script(MEASURE)]
  ])
  await settle(page, {files, images: new Map(), onFault: ({text}) => faults.push(text)})
  await page.emulateMediaType('print')
  await page.goto(`${ORIGIN}/`, {waitUntil: 'load'})
  return {
    faults,
    layOut: (part) => page.evaluate((flow, sheet) => recension.layOut(flow, sheet), part, css),
    measure: (laidOut) => shown(page, laidOut, 'measurePages()') as Promise<SetPage[]>,
    widths: (laidOut, selector) => shown(page, laidOut, `widthsOf(${JSON.stringify(selector)})`) as Promise<number[]>,
    inspect: (laidOut) => shown(page, laidOut, 'recension.inspect()') as Promise<{page: string; text: string}[]>,
    close: () => running.close()
  }
}

/** What the page itself has under this name. */
declare const recension: PageScript

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
<script src="/before.js"></script><script src="/paged.js"></script><script src="/own.js"></script><script src="/measure.js"></script>
</head><body></body></html>`

async function shown(page: Page, {pages, css}: LaidOut, question: string): Promise<unknown> {
  await page.evaluate(`showPages(${JSON.stringify(css)}, ${JSON.stringify(pages.join(''))})`)
  const answer = await page.evaluate(question)
  await page.evaluate('hidePages()')
  return answer
}

// Counts lines by itself, from the lower edges of rectangles, so that it does not repeat a mistake of the page script.
const MEASURE = String.raw`
const all = (root, selector) => [...root.querySelectorAll(selector)]
function showPages(css, html) {
  const style = document.createElement('style'); style.id = 'shown-style'; style.textContent = css
  const box = document.createElement('div'); box.id = 'shown'; box.className = 'pagedjs_pages'; box.innerHTML = html
  document.head.append(style); document.body.append(box)
}
function hidePages() { document.querySelector('#shown').remove(); document.querySelector('#shown-style').remove() }
function widthsOf(selector) { return all(document.querySelector('#shown'), selector).map((e) => e.getBoundingClientRect().width) }
function bottoms(element) {
  const range = document.createRange(); range.selectNodeContents(element)
  const found = [...range.getClientRects()].filter((r) => r.width > 0.5 && r.height > 13).map((r) => r.bottom).sort((a, b) => a - b)
  return found.filter((y, i) => i === 0 || y - found[i - 1] > 6)
}
function measurePages() {
  return all(document, '#shown > .pagedjs_page').map((page) => {
    const content = page.querySelector('.pagedjs_page_content')
    const top = content.getBoundingClientRect().top
    const blocks = all(content, 'p, li, h1, h2, h3')
    const last = blocks[blocks.length - 1]
    const texts = all(content, 'p').filter((p) => !p.closest('.head, li, td, th'))
    return {
      blocks: blocks.map((b) => ({text: b.textContent.slice(0, 30), lines: bottoms(b).length, from: b.hasAttribute('data-split-from'), to: b.hasAttribute('data-split-to')})),
      notes: all(page, '.foot .note').map((n) => ({note: n.dataset.note, register: n.dataset.register, lines: bottoms(n).length, continued: n.dataset.continued !== undefined, cut: n.dataset.cut !== undefined})),
      endsWithHeading: last !== undefined && /^H/.test(last.nodeName),
      lineTops: texts.flatMap((p) => bottoms(p).map((y) => (y - top) * 0.75)),
      margin: all(page, '.margin-layer > div').map((label) => {
        const y = label.getBoundingClientRect().top + label.getBoundingClientRect().height / 2
        const at = texts.find((p) => { const line = bottoms(p)[0]; return line !== undefined && Math.abs(line - y - 6) < 8 })
        return {text: label.textContent, line: at ? at.textContent.slice(0, 24) : ''}
      })
    }
  })
}
`
