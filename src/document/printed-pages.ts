// Where the pages of the printed book begin in its text: what print tells the outputs that cite its pages.

/** A page of the printed book, and the place in the text with which it begins; a blank page has none. */
export interface PrintedPage {
  /** `iv`, `12`. */
  label: string
  /** Id of the document or of the generated part; null for a blank page. */
  part: string | null
  /** Letters of the part before the page: all signs but white space, without generated words and notes. */
  letters?: number
  /** The first words on the page. */
  begins?: string
  /** Anchor of the note with which a page begins that has notes at the end of a text only. */
  note?: string
}

/** A text as its letters are counted: without white space and soft hyphens. */
export const lettersOf = (text: string): string => text.replace(/[\s\u00AD]/gu, '')
