// Mends the bookmarks: where a heading runs over two lines, the browser glues the last word of one to the first of the next.
import {PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {unescapeHtml} from '../book/markup.ts'

/** A heading of the book: with the marks that the browser reads along, and without, as a bookmark should be. */
export interface Heading {
  whole: string
  title: string
}

const HEADING = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g
const CALL = /<a\b[^>]*\bclass="[^"]*\bcall\b[^"]*"[^>]*>[\s\S]*?<\/a>/g

/** Headings of the assembled book in order. */
export function headingsOf(html: string): Heading[] {
  return [...html.matchAll(HEADING)].map(([, , content = '']) => ({
    whole: plain(content),
    title: plain(content.replace(CALL, ''))
  }))
}

const plain = (html: string): string =>
  unescapeHtml(html.replace(/<br\b[^>]*>/g, ' ').replace(/<[^>]*>/g, ''))
    // The printing sets word joiners too.
    .replace(/[\u00AD\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Gives each bookmark the title of its heading; one whose letters are not those of the next heading stays as it is. */
export function mendOutline(pdf: PDFDocument, headings: readonly Heading[]): void {
  const rest = [...headings]
  for (const item of itemsOf(pdf.catalog.lookup(PDFName.of('Outlines')))) {
    const title = item.get(TITLE)
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue
    const letters = lettersOf(title.decodeText())
    const at = rest.findIndex(({whole}) => lettersOf(whole) === letters)
    if (at < 0) continue
    item.set(TITLE, PDFHexString.fromText(rest[at]?.title ?? ''))
    rest.splice(0, at + 1)
  }
}

const TITLE = PDFName.of('Title')

const lettersOf = (text: string): string => text.replace(/[\s\u00AD\u2060\u2010]/gu, '')

/** Bookmarks in the order of reading. */
function itemsOf(parent: unknown): PDFDict[] {
  const items: PDFDict[] = []
  let item = parent instanceof PDFDict ? parent.lookup(PDFName.of('First')) : undefined
  while (item instanceof PDFDict) {
    items.push(item, ...itemsOf(item))
    item = item.lookup(PDFName.of('Next'))
  }
  return items
}
