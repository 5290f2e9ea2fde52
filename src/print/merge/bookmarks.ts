// Bookmarks as plain data: read from the PDF of some pages, written for the whole book.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'

/** A bookmark and those below it. */
export interface Bookmark {
  title: string
  /** Page, counted from 0 within the pages that were printed together, and the place on it from left and lower edge. */
  page: number
  left: number
  top: number
  below: Bookmark[]
}

/** The bookmarks of a PDF. */
export function bookmarksOf(pdf: PDFDocument): Bookmark[] {
  const pages = new Map(pdf.getPages().map(({ref}, index) => [ref, index]))
  const read = (parent: PDFObject | undefined): Bookmark[] => {
    const list: Bookmark[] = []
    let item = parent instanceof PDFDict ? parent.lookup(PDFName.of('First')) : undefined
    while (item instanceof PDFDict) {
      list.push({...placeOf(item, pages), title: titleOf(item), below: read(item)})
      item = item.lookup(PDFName.of('Next'))
    }
    return list
  }
  return read(pdf.catalog.lookup(PDFName.of('Outlines')))
}

function titleOf(item: PDFDict): string {
  const title = item.lookup(PDFName.of('Title'))
  return title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : ''
}

/** `[page /XYZ left top zoom]` */
function placeOf(item: PDFDict, pages: ReadonlyMap<PDFRef, number>): Pick<Bookmark, 'page' | 'left' | 'top'> {
  const place = item.lookup(PDFName.of('Dest'))
  if (!(place instanceof PDFArray)) return {page: 0, left: 0, top: 0}
  const [page, , left, top] = place.asArray()
  const number = (value: PDFObject | undefined): number => (value instanceof PDFNumber ? value.asNumber() : 0)
  return {page: page instanceof PDFRef ? (pages.get(page) ?? 0) : 0, left: number(left), top: number(top)}
}

/** A bookmark of the book, whose page is that of the file. */
export interface BookBookmark {
  title: string
  place: {page: PDFRef; left: number; top: number}
  below: BookBookmark[]
}

/** Writes bookmarks; returns their root, nothing where there are none. */
export function writeBookmarks(context: PDFContext, bookmarks: readonly BookBookmark[]): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined
  const root = context.obj({Type: 'Outlines'})
  const ref = context.register(root)
  writeBelow(root, ref, bookmarks)
  return ref
}

/** Open, as many as there are below. */
function writeBelow(parent: PDFDict, parentRef: PDFRef, bookmarks: readonly BookBookmark[]): number {
  const {context} = parent
  const items = bookmarks.map(({title, place: {page, left, top}}) =>
    context.obj({Title: PDFHexString.fromText(title), Parent: parentRef, Dest: [page, 'XYZ', left, top, 0]})
  )
  const refs = items.map((item) => context.register(item))
  let count = 0
  for (const [index, item] of items.entries()) {
    const [before, next] = [refs[index - 1], refs[index + 1]]
    if (before) item.set(PDFName.of('Prev'), before)
    if (next) item.set(PDFName.of('Next'), next)
    const own = refs[index]
    if (own) count += 1 + writeBelow(item, own, bookmarks[index]?.below ?? [])
  }
  const [first, last] = [refs[0], refs.at(-1)]
  if (!first || !last) return 0
  parent.set(PDFName.of('First'), first)
  parent.set(PDFName.of('Last'), last)
  parent.set(PDFName.of('Count'), PDFNumber.of(count))
  return count
}
