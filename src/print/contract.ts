// The contract between the program and the script in the page: plain data both ways, nothing else crosses.

/** A part as the page gets it. */
export interface FlowPart {
  id: string
  lang: string
  /** HTML of the part, one element. Soft hyphens are in it. */
  html: string
  notes: FlowNote[]
  /** Registers in their order at the foot. */
  registers: FlowRegister[]
  lineNumbers?: FlowLines | undefined
  /** A text beside its counterpart. `html` is both. */
  parallel?: FlowParallel | undefined
}

/** Two texts beside each other in the order of reading: each whole, its article made of as many `.row[data-row]` as the other's. */
export interface FlowParallel {
  layout: 'facing' | 'columns'
  /** Whether the first text has the right one of two columns. */
  fromRight: boolean
  sides: [FlowPart, FlowPart]
}

/** A register at the foot as the page gets it. */
export interface FlowRegister {
  key: string
  keyed: 'mark' | 'line'
  layout: 'list' | 'run-in' | 'two-columns' | 'three-columns'
  rule: 'short' | 'full' | 'none'
  size: 'small' | 'text'
  /** Where marks begin anew on every page: the marks in their order, as many as the part has notes of the register. */
  perPage?: readonly string[] | undefined
  /** Set where its notes follow each other from right to left. */
  dir?: 'rtl' | undefined
}

/** Which lines are counted, and which numbers are printed. */
export interface FlowLines {
  every: number
  margin: 'outer' | 'inner' | 'left' | 'right'
  restart: 'page' | 'document'
  headings: boolean
}

/** A note or an entry as the page gets it. */
export interface FlowNote {
  anchor: string
  register: string
  /** HTML of the whole note: `<div class="note" data-note="d1-en-3">…</div>`, mark included. */
  html: string
  /** `line`: its lemma are the elements whose `data-entry` lists the anchor. Default: `mark`. */
  keyed?: 'mark' | 'line'
}

/** Where something begins and ends: pages counted from 0 within the part. */
export interface Span {
  from: number
  to: number
}

/** First text on a page. */
export interface PageStart {
  /** Number of the first paragraph (¶) on the page, `45a` for one put in later; null where none begins or goes on. */
  paragraph: number | string | null
  /** Characters of that paragraph (soft hyphens and generated words not counted) that stand on pages before. */
  offset: number
  /**
   * Letters of the text that stand on pages before, all signs that are no white space counted; words that are generated, soft
   * hyphens and notes are not. Absent on a page that has no place in the text.
   */
  letters?: number | undefined
  /** The first words of the text on the page. */
  begins?: string | undefined
  /** The first note at the end of the text that begins on a page without other text. */
  note?: string | undefined
  /** Where two texts stand beside each other: the document that the page shows, or shows on its left. */
  document?: string | undefined
}

/** A part laid out: pages as static HTML, without script, and where everything landed. */
export interface LaidOut {
  /** One `<div class="pagedjs_page …">` a page. */
  pages: string[]
  /** CSS that Paged.js made of the style sheet. The same for every part. */
  css: string
  starts: PageStart[]
  /** Every id in the part → page. */
  anchors: Record<string, number>
  /** Numbered paragraphs by number → pages. */
  paragraphs: Record<string, Span>
  /** The same for the text beside it. */
  counterpart?: {document: string; paragraphs: Record<string, Span>} | undefined
  /** Notes and entries by anchor → pages. */
  notes: Record<string, Span>
  /** Every id in the numbered text, paragraph and entry → numbers of its first and last line; empty where lines have none. */
  lines: Record<string, Span>
  /** Numbers of the first and last line of each page, null where it has none. */
  pageLines: (Span | null)[]
  problems: Problem[]
  stats: LayoutStats & {ms: number}
}

/** How a part came out: for the report on the layout, never for the pages themselves. */
export interface LayoutStats {
  fits: number
  splits: number
  /** Pages with more than two blank lines between text and foot. */
  shortPages: number[]
  /** Blank lines between text and foot, page by page; null where the text ends on the page or before it. */
  blanks: (number | null)[]
  /** Blank lines below the last line of each page, notes included; null as above. */
  feet: (number | null)[]
  /** Lines that end before the measure since their word spaces would be wider than they may be, with some of their words. */
  shortLines: {page: number; words: string}[]
  /** Lines whose word spaces are wider all the same. */
  looseLines: {page: number; words: string}[]
}

/** What the page found wrong with its own layout; the first kinds refuse the build. */
export interface Problem {
  kind:
    | 'text-lost'
    | 'off-sheet'
    | 'overlap'
    | 'note-lost'
    | 'note-twice'
    | 'note-misplaced'
    | 'entry-line'
    | 'stopped'
    | 'layout-note'
  page?: number | undefined
  detail: string
}

/** Types of the tags of a PDF that the book uses. */
export type TagType =
  | 'Art'
  | 'BlockQuote'
  | 'Caption'
  | 'Document'
  | 'Figure'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'Index'
  | 'L'
  | 'LBody'
  | 'LI'
  | 'Lbl'
  | 'Link'
  | 'Note'
  | 'P'
  | 'Reference'
  | 'Sect'
  | 'Span'
  | 'TD'
  | 'TH'
  | 'TOC'
  | 'TOCI'
  | 'TR'
  | 'Table'

/** What a reader who hears the book is told of an element; pieces of it on several pages are one. */
export interface Tag {
  type: TagType
  lang?: string
  /** Text of a block with all that stands in its lines, in the order of reading. */
  text?: string
  /** Its lines are read from the right. */
  fromRight?: true
  /** Anchor of a note or a part. */
  id?: string
  /** Of a note: number of the tag after which it is heard, its call or the block in which its lemma ends. */
  after?: number | undefined
  /** Of a note: it is heard where it stands, at the end of its document or of the book. */
  stays?: true
  /** Its words are on no layer of the text: a label, a locator, a heading that the program sets. */
  generated?: true
  /** Its words are struck out in the document. */
  struck?: true
  alt?: string
  /** Of a figure: left, lower, right and upper edge in points of its page. */
  box?: number[]
  scope?: 'Row' | 'Column'
  rows?: number
  columns?: number
  list?: 'Decimal' | 'Disc'
}

/** Tags of printed pages. */
export interface Tags {
  /** By number: each element then bears the number of its tag, `lang="en-x-12"`. */
  tags: Tag[]
  /** Upper and lower edge of the text area of a page, in pixels. */
  area: {top: number; bottom: number}
}

/** The door in the page, `window.recension`. */
export interface PageScript {
  layOut(part: FlowPart, css: string): Promise<LaidOut>
  /** Shows static pages, to be looked over and printed. */
  show(pages: string, css: string, lang: string): Promise<void>
  /** Boxes of text outside their sheet on the shown pages: page id and some words. */
  inspect(): {page: string; text: string}[]
  /** Says what the elements of the shown pages are, and marks them. */
  tagPages(): Tags
  /** Takes the shown pages away. */
  clear(): void
}
