// A booklet for the copier, made of the finished PDF: two pages on each side of a sheet, in the order in which the folded sheets lie in
// one another; no tags, links or bookmarks, for it is paper that is read.
import {createHash} from 'node:crypto'
import {PDFDocument, PDFHexString, PDFName, type PDFEmbeddedPage} from '@cantoo/pdf-lib'
import {PAGES_OF_SHEET, signaturesOf} from '../../document/signatures.ts'
import {copyFacts, SCREEN} from './printers-file.ts'

/** How the sheets are folded and bound. */
export interface BookletOptions {
  binding: 'left' | 'right'
  /** Sheets that lie in one another; default: all up to ten, of more such as have four or five each. */
  signature?: number | undefined
  /** Width and height of a sheet in points; default: those of two pages. */
  sheet?: readonly [number, number] | undefined
  /** Points by which the pages of each sheet further in move to the fold. */
  creep?: number | undefined
}

/** A side of a sheet: which pages stand on it, counted from 0, and how many sheets lie around it. */
export interface BookletSide {
  left: number | undefined
  right: number | undefined
  depth: number
}

/**
 * The sides in the order of printing, front and back of each sheet. A signature of two sheets:
 *
 *   8 | 1   2 | 7   6 | 3   4 | 5
 */
export function bookletSides(pages: number, {binding, signature}: BookletOptions): BookletSide[] {
  let first = 0
  return signaturesOf(pages, signature).flatMap((sheets) => {
    const last = first + PAGES_OF_SHEET * sheets - 1
    const start = first
    first = last + 1
    return Array.from({length: 2 * sheets}, (_, side): BookletSide => {
      const [low, high] = [start + side, last - side].map((page) => (page < pages ? page : undefined))
      // On the front the earlier page stands where a book opens.
      const opens = (side % 2 === 0) === (binding === 'left')
      return {left: opens ? high : low, right: opens ? low : high, depth: Math.floor(side / 2)}
    })
  })
}

/** The booklet of a finished PDF. The same PDF gives the same bytes. */
export async function booklet(
  finished: Uint8Array,
  options: BookletOptions
): Promise<{pdf: Uint8Array; pages: number}> {
  const source = await PDFDocument.load(finished, {updateMetadata: false})
  const pages = source.getPages()
  for (const {node} of pages) for (const key of SCREEN) node.delete(PDFName.of(key))
  const pdf = await PDFDocument.create({updateMetadata: false})
  const embedded = await pdf.embedPages(pages)
  const sides = bookletSides(pages.length, options)
  for (const side of sides) addSide(pdf, side, {embedded, options})
  copyFacts(source, pdf)
  const seed = JSON.stringify(['booklet', options])
  const id = PDFHexString.of(createHash('sha256').update(finished).update(seed).digest('hex').slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  const bytes = await pdf.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false})
  return {pdf: bytes, pages: sides.length}
}

function addSide(
  pdf: PDFDocument,
  {left, right, depth}: BookletSide,
  {embedded, options}: {embedded: readonly PDFEmbeddedPage[]; options: BookletOptions}
): void {
  const {width, height} = embedded[0] ?? {width: 0, height: 0}
  const [sheetWidth, sheetHeight] = options.sheet ?? [2 * width, height]
  const scale = Math.min(1, sheetWidth / (2 * width), sheetHeight / height)
  const page = pdf.addPage([sheetWidth, sheetHeight])
  const creep = depth * (options.creep ?? 0)
  const y = (sheetHeight - scale * height) / 2
  const place = (number: number | undefined, x: number): void => {
    const one = number === undefined ? undefined : embedded[number]
    if (one) page.drawPage(one, {x, y, xScale: scale, yScale: scale})
  }
  place(left, sheetWidth / 2 - scale * width + creep)
  place(right, sheetWidth / 2 - creep)
}
