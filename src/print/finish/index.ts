// Finishes what the browser has printed, pages first, then the book: metadata, labels, bookmarks, nothing that differs from run to run.
import {ParseSpeeds, PDFDocument, PDFName, ReadingDirection} from '@cantoo/pdf-lib'
import {attach, type Attachment} from './attachments.ts'
import {writeIntent, writePage} from './archive.ts'
import type {Tags} from '../contract.ts'
import {strangeFonts} from './glyphs.ts'
import type {PrintMessage} from '../result.ts'
import {sayForms} from './forms.ts'
import {sayLetters} from './ligatures.ts'
import {describeLinks, linkPages} from './links.ts'
import {loosen, type LoosePages} from '../merge/loosen.ts'
import {merge} from '../merge/index.ts'
import {writeMetadata, type Metadata} from './metadata.ts'
import {mendOutline, type Heading} from './outline.ts'
import {tagPdf, type TagFault} from '../tags/index.ts'

/** What the finish must know of pages that were printed together. */
export interface PagesOptions {
  headings: readonly Heading[]
  /** How many pages were laid out. */
  count: number
  tags: Tags
  lang: string
  /** Label of a page of the book, counted from 0. */
  label: (page: number) => string
}

/** Pages ready for the book, where their links lead, and what is wrong with them. */
export interface FinishedPages {
  pages: LoosePages
  /** Pages of the book, counted from 0. */
  links: number[]
  messages: PrintMessage[]
}

/** Finishes pages that were printed together. The same input gives the same result. */
export async function finishPages(printed: Uint8Array, options: PagesOptions): Promise<FinishedPages> {
  const pdf = await PDFDocument.load(printed, {updateMetadata: false, parseSpeed: ParseSpeeds.Fast})
  sayLetters(pdf)
  sayForms(pdf)
  const faults = tagPdf(pdf, options.tags, options.lang)
  const messages = [...strangeFonts(pdf), ...pageCount(pdf, options.count), ...faults.map(untold)]
  for (const page of pdf.getPages()) writePage(page)
  mendOutline(pdf, options.headings)
  const links = linkPages(pdf)
  describeLinks(pdf, options.label)
  return {pages: loosen(pdf), links, messages}
}

/** What the finish must know of the book. */
export interface BookOptions {
  metadata: Metadata
  /** Numbers of all pages, and how many of them, from the first, are roman. */
  labels: readonly string[]
  roman: number
  /** Number of the first page that is not; default: 1. */
  first?: number | undefined
  /** Whether the book is bound on the right, and its pages follow each other to the left. */
  fromRight?: boolean | undefined
  attachments?: readonly Attachment[] | undefined
  /** Hash of all that the PDF was made from. */
  hash: string
}

/** The PDF of a book of finished pages. The same input gives the same bytes. */
export async function finishBook(gatherings: readonly FinishedPages[], options: BookOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  writeMetadata(pdf, options.metadata)
  writeIntent(pdf)
  writeLabels(pdf, options)
  if (options.fromRight) pdf.catalog.getOrCreateViewerPreferences().setReadingDirection(ReadingDirection.R2L)
  attach(pdf, options.attachments ?? [])
  const places = new Map(gatherings.flatMap(({links}) => links.map((page) => [`page-${page + 1}`, page])))
  const pages = gatherings.map((one) => one.pages)
  return merge(pdf, pages, {lang: options.metadata.lang, id: options.hash.slice(0, 32).toUpperCase(), places})
}

/** A PDF of these pages alone, each with the content and the fonts that it has in the book. */
export async function pagesFile({pages}: FinishedPages): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  return merge(pdf, [pages], {lang: '', id: '', places: new Map()})
}

/** Page numbers of the reader's window: those printed on the pages. */
function writeLabels(pdf: PDFDocument, {roman, labels, first = 1}: BookOptions): void {
  const ranges = [
    ...(roman > 0 ? [0, {S: 'r'}] : []),
    ...(roman < labels.length ? [roman, {S: 'D', ...(first > 1 && {St: first})}] : [])
  ]
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({Nums: ranges}))
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

/** What a reader who hears the book would not hear, or hear in the wrong place. */
const untold = ({reason}: TagFault): PrintMessage => ({
  rule: 'output-differs',
  reason: `Unexpected text in the PDF, ${reason}. This is a fault of the program; please report it.`
})

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
