// What print is given and what it gives back: plain data.
import type {Image} from '../document/edition.ts'
import type {Form} from '../document/print-form.ts'
import type {PrintedPage} from '../document/printed-pages.ts'
import type {Book, Locate} from '../html/book.ts'
import type {PartsMemory} from '../html/index.ts'
import type {Attachment} from './finish/attachments.ts'
import type {Span} from './contract.ts'

/** What print needs beside the book: the makers, the date, where the browser is. */
export interface PrintOptions {
  /**
   * Makes the book with page labels from the pass before; called again until nothing changes. `memory` is the same each time, and not
   * kept longer than that.
   */
  book: (locate: Locate, memory: PartsMemory) => Book
  /** Path of a browser; default: the embedded one, then an installed one. */
  browser?: string | undefined
  /** Paper, margins, type; default: six by nine inches, EB Garamond of 11 points. */
  form?: Form | undefined
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
  /** Whether each document is printed by itself too. */
  handouts?: boolean | undefined
  /** Name of the output, for its page map; default: the book's id. */
  output?: string | undefined
  /** Called while laying out and printing. */
  progress?:
    ((event: {stage: 'layout' | 'print'; part: string; done: number; of: number; pages: number}) => void) | undefined
  /** Told when a stage has ended, for the timings. */
  lap?: ((stage: 'start' | 'layout' | 'print' | 'merge') => void) | undefined
  /** Given the assembled pages before they are printed: `html` of the result. */
  onBook?: ((html: string) => void) | undefined
  /** Given pages that were printed anew, in a PDF of their own, for those who read them while others are printed. */
  onPages?: ((pdf: Uint8Array) => void) | undefined
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

/**
 * What stands on which page: `<name>.pages.json`, for those who cite the printed book or link to it.
 *
 *   {
 *     "output": "reader", "browser": "…", "pagedjs": "0.4.3",
 *     "pages":      [{"label": "12", "part": "d1", "paragraph": 45, "offset": 310,
 *                     "letters": 18204, "begins": "of the armistice", "lines": {"from": 1, "to": 36}}],
 *     "paragraphs": [{"document": "d1", "n": 45, "page": "11", "to": "12", "line": 30, "toLine": 4}],
 *     "notes":      [{"document": "d1", "series": "en", "n": 3, "page": "12", "to": "13", "line": 5, "toLine": 5}],
 *     "entries":    [{"document": "d1", "n": 7, "page": "12", "to": "12", "line": 9, "toLine": 10}],
 *     "leaves":     [{"document": "d1", "wit": "A", "leaf": "l. 72v", "page": "12", "line": 18}]
 *   }
 *
 * `page` and `to` are the labels printed on the first and last page. `line` and `toLine` are numbers as they stand in the margin of
 * these pages: those of a paragraph's own lines, of the line where a note is called, of the lines of an entry's lemma. They and
 * `lines` of a page are absent where lines have no numbers: in other outputs, in prefaces, headings and lists. `offset` counts the
 * characters of the page's first paragraph that stand on pages before.
 * `letters` counts those of the whole part in the same way, white space left out, and `begins` are the first words of the page; where
 * it is all notes at the end of a text, `note` is the anchor of the first that begins there. A page without any has no place in a text.
 */
export interface PageMap {
  output: string
  browser: string
  pagedjs: string
  /** Every page in order. */
  pages: ({label: string; paragraph: number | string | null; offset: number; lines?: Span} & PrintedPage)[]
  /** `n` is a number, or `45a` where a paragraph came in after the numbers were frozen. */
  paragraphs: ({document: string; n: number | string} & Stretch)[]
  notes: ({document: string; series: string; n: number} & Stretch)[]
  entries: ({document: string; n: number} & Stretch)[]
  leaves: {document: string; wit: string | null; leaf: string; page: string; line?: number}[]
}

/** From page to page and from line to line. */
export interface Stretch {
  page: string
  to: string
  line?: number
  toLine?: number
}

/** Label of a page, number of a line. */
export interface Place {
  page: string
  line?: number | undefined
}

/** How the pages came out, by their labels: `layout` of report.json. Nothing of it refuses a build. */
export interface LayoutReport {
  /** Parts laid out in each pass. */
  passes: number[]
  /** Pages with more than two blank lines between text and foot, those apart on which a text ends. */
  shortPages: string[]
  /** Facing pages of going-on text whose last lines, notes included, stand more than a line apart. */
  unevenPages: string[][]
  /** Lines that end before the measure, since their word spaces would be wider than 0.6 em, and some of their words. */
  shortLines: {page: string; words: string}[]
  /** Lines with wider word spaces all the same. */
  looseLines: {page: string; words: string}[]
}

/** A document printed by itself. */
export interface PrintedHandout {
  /** Its id. */
  document: string
  pdf: Uint8Array
  html: string
  prints: string[]
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
  handouts: PrintedHandout[]
  /** Where an anchor stands, and the number of its line where it has one. */
  places: ReadonlyMap<string, Place>
  layout: LayoutReport
  /** What the user should know about this machine: no sandbox, no place to keep layouts. No part of any output. */
  notices: string[]
}
