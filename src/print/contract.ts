// The contract between the program and the script in the page: plain data both ways, nothing else crosses.

/** A part as the page gets it. */
export interface FlowPart {
  id: string
  lang: string
  /** HTML of the part, one element. Soft hyphens are in it. */
  html: string
  notes: FlowNote[]
  /** Keys of registers in their order at the foot. */
  registers: string[]
}

/** A note or an entry as the page gets it. */
export interface FlowNote {
  anchor: string
  register: string
  /** HTML of the whole note: `<div class="note" data-note="d1-en-3">…</div>`, mark included. */
  html: string
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
  problems: Problem[]
  stats: {ms: number; fits: number; splits: number; shortPages: number[]}
}

/** What the page found wrong with its own layout; the first kinds refuse the build. */
export interface Problem {
  kind:
    'text-lost' | 'off-sheet' | 'overlap' | 'note-lost' | 'note-twice' | 'note-misplaced' | 'stopped' | 'layout-note'
  page?: number | undefined
  detail: string
}

/** The door in the page, `window.recension`. */
export interface PageScript {
  layOut(part: FlowPart, css: string): Promise<LaidOut>
  /** Boxes of text outside their sheet in the assembled book: page id and some words. */
  inspect(): {page: string; text: string}[]
}
