// The book as every output gets it: parts in order, each a hast tree with its notes apart, all numbers but page numbers literal.
//
// Classes that outputs, styles and proofs share:
//   .generated   words that are on no layer of the text: numbers, marks, labels, locators. Everything else must be the reading layer.
//   .call        mark of a note or entry in the text: <a class="call call-en generated" id="d1-en-3-call" href="#d1-en-3" data-note="d1-en-3">3</a>
//   .end-call    one whose note stands at the end of the document or of the book: `.note[data-note]` in the body of a part
//   .glue        holds a word and the marks after it together on one line
//   .lemma .reading   inside an entry: the words of the text and of a copy
//   .row > .side[data-document="d1.ru"]   a text in two languages: what stands beside each other, each side with its words
//   p[data-p="45"]    a numbered paragraph (¶); its id is d1-p45
//   .leaf-break[data-leaf="72v"][data-wit]   a leaf begins here; its text (a thin bar) is generated
//   [data-entry]  words of the lemma of entries, by their anchors: d1-entries-3 (several are parted by spaces)
//   [data-name]  an occurrence of a name of a register, with id d1-x12
import type {ElementContent, Root} from 'hast'
import type {LineNumbers, Marks, NotesPlace, RegisterKey, RegisterLayout, RunningHeads} from '../document/settings.ts'

export type {RunningHeads} from '../document/settings.ts'

/** What a part of a book can be. */
export const PART_KINDS = [
  'half-title',
  'title',
  'imprint',
  'contents',
  'text',
  'people',
  'abbreviations',
  'witnesses',
  'signs',
  'division',
  'document',
  'notes',
  'index',
  'colophon',
  'course',
  'timeline',
  'speakers',
  'glossary',
  'sources',
  'citing'
] as const
export type PartKind = (typeof PART_KINDS)[number]

/** A note or an apparatus entry, apart from the text. */
export interface BookNote {
  /** `d1-en-3`; the id of its call is this with `-call`. */
  anchor: string
  /** Id of the document that calls it; default: the part that holds it. */
  document?: string
  /** Series (`tn`, `en`) or `entries`. */
  register: string
  n: number
  /** `3`, `c`, `‡`; empty for what is keyed by line. */
  mark: string
  /**
   * `line`: no mark in the text. The lemma runs from the start of the first to the end of the last element of the text whose
   * `data-entry` lists the anchor; the page script writes line numbers into the empty `.entry-line.generated` of the body.
   */
  keyed?: 'mark' | 'line'
  /** Where the output has it. Default: `foot`. */
  place?: NotesPlace
  /** Blocks (`p`, `ul` …) without the mark; an entry is one `p`. */
  body: ElementContent[]
}

/** Document, chapter or generated page: the unit that is laid out alone and is one file of the EPUB. */
export interface BookPart {
  /** Id of the document, or the name of a generated part (`title`, `contents`, `people`). */
  id: string
  /** XML ID of its outermost element. */
  anchor: string
  kind: PartKind
  matter: 'front' | 'body' | 'back'
  lang: string
  /** Title in contents, bookmarks and navigation, without notes. */
  title: string
  /** Number of the document in the edition. */
  number?: string | undefined
  /** Anchor of the division that it stands under. */
  within?: string | undefined
  /** For the running head of right pages. */
  shortTitle: string
  /** Date as printed, for contents. */
  date?: string | undefined
  /** Whether the document words its date itself, in its language. */
  ownDate?: boolean | undefined
  /** First day of the date, in milliseconds since 1970, to put documents in the order of their days. */
  when?: number | undefined
  /** One element, `<section>` or `<article>`, that holds the part. */
  body: Root
  notes: BookNote[]
  inContents: boolean
  /** Right page, or the next page. */
  starts: 'recto' | 'verso' | 'next'
  /** Pages without running head and folio: half title, title, imprint. */
  bare: boolean
  /** Set where the part is a text beside its counterpart; `notes` are those of both sides. */
  parallel?: ParallelPart | undefined
}

/** How a text and its counterpart are set: on facing pages, or in two columns. */
export type ParallelLayout = 'facing' | 'columns'

/** The texts of a parallel part in the order of reading, and whether the first stands in the right one of two columns. */
export interface ParallelPart {
  layout: ParallelLayout
  fromRight: boolean
  sides: [BookSide, BookSide]
}

/** One text of a parallel part; its words are the `.side[data-document]` of the rows, in their order. */
export interface BookSide {
  /** Id of the document. */
  id: string
  anchor: string
  lang: string
  title: string
  shortTitle: string
}

/** A register at the foot of the page, in the order of printing. */
export interface FootRegister {
  key: string
  title: string
  marks: Marks
  /** Where its notes stand; at the end of a document or of the book they are in the body of a part. Default: `foot`. */
  place?: NotesPlace
  /** Default: `mark`. */
  keyed?: RegisterKey
  /** Default: `list`. */
  layout?: RegisterLayout
  rule?: 'short' | 'full' | 'none'
  size?: 'small' | 'text'
  /** Marks that begin anew on every page are set by the page script; those of the book by the assembly. Default: `document`. */
  numbering?: 'document' | 'page' | 'book'
}

/** A book, ready for an output. */
export interface Book {
  id: string
  title: string
  shortTitle: string
  subtitle?: string | undefined
  lang: string
  parts: BookPart[]
  registers: FootRegister[]
  /** Words with a capital that no line divides. */
  properNames?: ReadonlySet<string> | undefined
  /** What right pages say of themselves beside the title; default: nothing. */
  runningHeads?: RunningHeads | undefined
  /** Print only; absent where lines have no numbers. */
  lineNumbers?: LineNumbers | undefined
}

/** What a book is made for: print takes page and line numbers from the laid-out pages, an e-book cites paragraphs. */
export type Locate =
  | {
      by: 'page'
      label: (anchor: string) => string | undefined
      /** Number of the line on which an anchor stands, as numbered in the book. */
      line?: (anchor: string) => number | undefined
    }
  | {by: 'paragraph'}
