// Finishes the PDF that the browser has printed: metadata, page labels, bookmarks, and nothing that differs from run to run.
import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {renameCellIds} from './cell-ids.ts'
import {strangeFonts} from './glyphs.ts'
import type {PrintMessage} from './result.ts'
import {describeLinks} from './links.ts'
import {writeId, writeMetadata, type Metadata} from './metadata.ts'
import {mendOutline, type Heading} from './outline.ts'

/** What the finish must know of the book. */
export interface FinishOptions {
  metadata: Metadata
  headings: readonly Heading[]
  /** Numbers of all pages, and how many of them, from the first, are roman. */
  labels: readonly string[]
  roman: number
  /** Hash of all that the PDF was made from. */
  hash: string
}

/** The finished PDF and what is wrong with it. The same input gives the same bytes. */
export async function finish(
  printed: Uint8Array,
  options: FinishOptions
): Promise<{pdf: Uint8Array; messages: PrintMessage[]}> {
  const pdf = await PDFDocument.load(printed, {updateMetadata: false})
  const messages = [...strangeFonts(pdf), ...pageCount(pdf, options.labels.length)]
  renameCellIds(pdf)
  mendOutline(pdf, options.headings)
  describeLinks(pdf, options.labels)
  writeMetadata(pdf, options.metadata)
  writeLabels(pdf, options)
  writeId(pdf, options.hash)
  return {pdf: await pdf.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false}), messages}
}

/** Page numbers of the reader's window: those printed on the pages. */
function writeLabels(pdf: PDFDocument, {roman, labels}: FinishOptions): void {
  const ranges = [...(roman > 0 ? [0, {S: 'r'}] : []), ...(roman < labels.length ? [roman, {S: 'D'}] : [])]
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({Nums: ranges}))
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** A sheet too many or too few means that a page was broken in two, or swallowed, when printed. */
function pageCount(pdf: PDFDocument, expected: number): PrintMessage[] {
  const found = pdf.getPageCount()
  if (found === expected) return []
  return [
    {
      rule: 'output-differs',
      reason: `Unexpected number of pages in the PDF, ${found}, expected ${expected} as laid out. This is a fault of the program; please report it.`
    }
  ]
}
