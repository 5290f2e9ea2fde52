// Mends the bookmarks: where a heading runs over two lines, the browser glues the last word of one to the first of the next; and of
// two texts beside each other it takes the headings as the pages come, not text by text.
import {PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {unescapeHtml} from '../book/markup.ts'

/** A heading of the book: with the marks that the browser reads along, and without, as a bookmark should be. */
export interface Heading {
  whole: string
  title: string
  /** The document whose heading it is, where two stand beside each other. */
  side?: string | undefined
}

const HEADING = /<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>|<div class="(?:[^"]* )?pagedjs_page[ "][^>]*>/g
const SIDE = /\bdata-document="([^"]*)"/
const CALL = /<a\b[^>]*\bclass="[^"]*\bcall\b[^"]*"[^>]*>[\s\S]*?<\/a>/g
/** What is for the eye alone, such as the bar of a leaf. */
const HIDDEN = /<(\w+)\b[^>]*\baria-hidden="true"[^>]*>[^<]*<\/\1>/g

/** Headings of the assembled book in order. */
export function headingsOf(html: string): Heading[] {
  let side: string | undefined
  return [...html.matchAll(HEADING)].flatMap(([tag, level, content = '']) => {
    const heard = content.replace(HIDDEN, '')
    if (level !== undefined) return [{whole: plain(heard), title: plain(heard.replace(CALL, '')), side}]
    side = SIDE.exec(tag)?.[1]
    return []
  })
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
  const root = pdf.catalog.lookup(PDFName.of('Outlines'))
  const items = itemsOf(root)
  for (const one of items) {
    const {item} = one
    const title = item.get(TITLE)
    if (!(title instanceof PDFString || title instanceof PDFHexString)) continue
    const found = title.decodeText()
    const exact = rest.findIndex(({whole}) => lettersOf(whole) === lettersOf(found))
    const at = exact < 0 ? rest.findIndex(({whole}) => inAnyOrder(whole) === inAnyOrder(found)) : exact
    if (at < 0) continue
    item.set(TITLE, PDFHexString.fromText(rest[at]?.title ?? ''))
    one.side = rest[at]?.side
    rest.splice(0, at + 1)
  }
  if (root instanceof PDFDict && items.some(({side}) => side !== undefined)) linkBelow(root, textByText(items), 0)
}

/** Bookmarks of texts beside each other one text after the other, the first one first. */
function textByText(items: readonly Item[]): Item[] {
  const sides = [...new Set(items.map(({side}) => side))]
  return items.flatMap((item, at) => {
    if (item.side === undefined) return [item]
    if (items[at - 1]?.side !== undefined) return []
    const next = items.findIndex(({side}, index) => index > at && side === undefined)
    const run = items.slice(at, next < 0 ? undefined : next)
    return sides.flatMap((own) => run.filter(({side}) => side === own))
  })
}

/** Links the bookmarks of one level, and those below each of them. */
function linkBelow(parent: PDFDict, items: readonly Item[], depth: number): void {
  const own = items.filter((item, index) => item.depth <= depth || index === 0)
  for (const {item} of own) item.delete(PDFName.of('Next'))
  const [first] = own
  if (first) parent.set(PDFName.of('First'), first.ref)
  else parent.delete(PDFName.of('First'))
  for (const [index, one] of own.entries()) {
    const next = own[index + 1]
    if (next) one.item.set(PDFName.of('Next'), next.ref)
    const from = items.indexOf(one) + 1
    linkBelow(one.item, items.slice(from, next ? items.indexOf(next) : undefined), depth + 1)
  }
}

const TITLE = PDFName.of('Title')

const lettersOf = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}\u2010]/gu, '')

/** Of text from right to left the browser gives the words as they stand on the page, also where none is of its script. */
const inAnyOrder = (text: string): string => Array.from(lettersOf(text).normalize('NFD')).toSorted().join('')

/** A bookmark, how many stand above it, and whose it is. */
interface Item {
  item: PDFDict
  ref: PDFRef
  depth: number
  side?: string | undefined
}

/** Bookmarks in the order of the pages. */
function itemsOf(parent: unknown, depth = 0): Item[] {
  const items: Item[] = []
  let ref = parent instanceof PDFDict ? parent.get(PDFName.of('First')) : undefined
  while (ref instanceof PDFRef) {
    const item = (parent as PDFDict).context.lookup(ref)
    if (!(item instanceof PDFDict)) return items
    items.push({item, ref, depth}, ...itemsOf(item, depth + 1))
    ref = item.get(PDFName.of('Next'))
  }
  return items
}
