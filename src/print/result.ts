// What print is given and what it gives back: plain data.
import type {Image} from '../document/edition.ts'
import type {Book, Locate} from '../html/book.ts'
import type {Attachment} from './attachments.ts'
import type {Paper} from './paper.ts'

/** What print needs beside the book: the makers, the date, where the browser is. */
export interface PrintOptions {
  /** Makes the book with page labels from the pass before; called again until nothing changes. */
  book: (locate: Locate) => Book
  /** Path of a browser; default: the embedded one, then an installed one. */
  browser?: string | undefined
  /** Default: six by nine inches. */
  paper?: Paper | undefined
  /** Source texts that the PDF carries along. */
  attachments?: readonly Attachment[] | undefined
  /** ISO date for the PDF's metadata. */
  date: string
  authors: string[]
  publisher?: string | undefined
  rights?: string | undefined
  description?: string | undefined
  /** Images of the edition by their path as written. */
  images?: ReadonlyMap<string, Image> | undefined
  /** Name of the output, for its page map; default: the book's id. */
  output?: string | undefined
  /** Called while laying out and printing. */
  progress?:
    ((event: {stage: 'layout' | 'print'; part: string; done: number; of: number; pages: number}) => void) | undefined
  /** Told when a stage has ended, for the timings. */
  lap?: ((stage: 'start' | 'layout' | 'print' | 'merge') => void) | undefined
  /** For tests that plant faults: changes the assembled pages before they are proved and printed. */
  tamper?: ((html: string) => string) | undefined
}

/** Something wrong with the printed book. */
export interface PrintMessage {
  rule:
    | 'off-sheet'
    | 'output-differs'
    | 'note-misplaced'
    | 'not-settled'
    | 'missing-glyph'
    | 'layout-note'
    | 'image-outside'
  /** Id of the part, label of the page. */
  part?: string | undefined
  page?: string | undefined
  reason: string
}

/** What stands on which page: `<name>.pages.json`. */
export interface PageMap {
  output: string
  browser: string
  pagedjs: string
  /** Every page in order. */
  pages: {label: string; part: string | null; paragraph: number | null; offset: number}[]
  /** `document` and `n` → labels of first and last page. */
  paragraphs: {document: string; n: number; page: string; to: string}[]
  notes: {document: string; series: string; n: number; page: string; to: string}[]
  entries: {document: string; n: number; page: string; to: string}[]
  leaves: {document: string; wit: string | null; leaf: string; page: string}[]
}

/** Label of a page, number of a line. */
export interface Place {
  page: string
  line?: number | undefined
}

/** The printed book. */
export interface PrintResult {
  pdf: Uint8Array
  map: PageMap
  /**
   * The assembled static pages that were printed, for the proof:
   * `<div class="pagedjs_page" id="page-12" data-part="d1" data-label="12">`, flow in `.pagedjs_page_content`,
   * notes in `.note[data-note]` (fragments of one note carry the same), heads and folios in `.furniture`.
   */
  html: string
  /** SHA-256 of what is drawn on each page, as it was when the page was printed: the pages of the PDF must be these. */
  prints: string[]
  messages: PrintMessage[]
  /** Where an anchor stands, and the number of its line where it has one. */
  places: ReadonlyMap<string, Place>
  /** Parts laid out in each pass. */
  passes: number[]
  /** What the user should know about this machine: no sandbox, no place to keep layouts. No part of any output. */
  notices: string[]
}
