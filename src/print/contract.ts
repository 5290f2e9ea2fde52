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
  /** Number of the first paragraph (¶) on the page, null where none begins or goes on. */
  paragraph: number | null
  /** Characters of that paragraph (soft hyphens and generated words not counted) that stand on pages before. */
  offset: number
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
  /** Notes and entries by anchor → pages. */
  notes: Record<string, Span>
  /** Every id in the numbered text, paragraph and entry → numbers of its first and last line; empty where lines have none. */
  lines: Record<string, Span>
  /** Numbers of the first and last line of each page, null where it has none. */
  pageLines: (Span | null)[]
  problems: Problem[]
  stats: {ms: number; fits: number; splits: number; shortPages: number[]}
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

/** The door in the page, `window.recension`. */
export interface PageScript {
  layOut(part: FlowPart, css: string): Promise<LaidOut>
  /** Shows static pages, to be looked over and printed. */
  show(pages: string, css: string, lang: string): Promise<void>
  /** Boxes of text outside their sheet on the shown pages: page id and some words. */
  inspect(): {page: string; text: string}[]
  /** Takes the shown pages away. */
  clear(): void
}
