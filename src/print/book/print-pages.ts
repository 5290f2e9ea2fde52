// Prints static pages in a tab: one look for text outside its sheet, one PDF.
import type {Page} from 'puppeteer-core'
import type {PageScript, Tags} from '../contract.ts'
import type {Gathering, Sheets} from './gatherings.ts'

/** The PDF as the browser makes it, and what the look over its pages found. */
export interface Printed {
  pdf: Uint8Array
  /** Text outside its sheet; `page-1` is the first page that was printed. */
  stray: {page: string; text: string}[]
  /** What the elements of the pages are, by the numbers that they bear in the PDF. */
  tags: Tags
}

/** What the page itself has under this name. */
declare const recension: PageScript

/** Prints the pages in a tab that may have shown others before: its fonts and scripts are there. */
export async function printPages(tab: Page, {pages}: Gathering, {lang, css}: Sheets): Promise<Printed> {
  try {
    await tab.evaluate((...shown) => recension.show(...shown), pages.join('\n'), css, lang)
    const stray = await tab.evaluate(() => recension.inspect())
    const tags = await tab.evaluate(() => recension.tagPages())
    const pdf = await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
      margin: {top: 0, right: 0, bottom: 0, left: 0}
    })
    return {pdf, stray, tags}
  } finally {
    await tab.evaluate(() => recension.clear()).catch(() => {})
  }
}
