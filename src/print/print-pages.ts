// Prints the assembled book: one page load, one look for text outside its sheet, one PDF.
import type {Browser} from 'puppeteer-core'
import type {PageScript} from './contract.ts'
import {ORIGIN, served, settle, type Origin, type Served} from './origin.ts'

/** The PDF as the browser makes it, and what the look over its pages found. */
export interface Printed {
  pdf: Uint8Array
  /** Text outside its sheet. */
  stray: {page: string; text: string}[]
}

// What the page itself has under these names.
declare const recension: PageScript
declare const document: {fonts: {ready: Promise<unknown>}}

/** Prints static pages; `files` of the origin are the scripts, for the look over the sheets alone. */
export async function printPages(browser: Browser, html: string, origin: Origin): Promise<Printed> {
  const page = await browser.newPage()
  try {
    page.setDefaultTimeout(0)
    await settle(page, {...origin, files: withBook(html, origin.files)})
    await page.emulateMediaType('print')
    await page.goto(`${ORIGIN}/book.html`, {waitUntil: 'load'})
    const stray = await page.evaluate(() => document.fonts.ready.then(() => recension.inspect()))
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
      margin: {top: 0, right: 0, bottom: 0, left: 0}
    })
    return {pdf, stray}
  } finally {
    await page.close().catch(() => {})
  }
}

function withBook(html: string, files: ReadonlyMap<string, Served>): Map<string, Served> {
  const scripts = [...files.keys()]
    .filter((path) => path.endsWith('.js'))
    .map((path) => `<script src="${path}"></script>`)
  return new Map([
    ...files,
    [
      '/book.html',
      served(
        html.replace('</head>', () => `${scripts.join('')}</head>`),
        'text/html'
      )
    ]
  ])
}
