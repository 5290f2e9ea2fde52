// A page's content while it is rewritten: its lines, what they show, and what is put in between.
import type {Finding} from './expected.ts'
import type {Decoder} from './unicode.ts'

/** What a page's content is to be read by. */
export interface PageReading {
  fonts: (name: string) => Decoder | undefined
  heard: (mcid: number) => boolean
  /** Marked content of the page in the order of reading; what follows each other in one element stands together. */
  order: readonly (readonly number[])[]
  /** The block whose text marked content shows. */
  block: (mcid: number) => object | undefined
  /** How that text goes on, if it may stand in another order than it is read. */
  turned: (mcid: number) => {ahead: () => string} | undefined
  /** Follows the text of the block to which marked content belongs. */
  follow: (mcid: number, piece: string) => Finding | undefined
  /** Height of the text area in the page: what is shown above and below it are heads and feet. */
  area: {top: number; bottom: number}
}

/** A piece of shown text. */
export interface Piece {
  line: number
  text: string
  font: Decoder | undefined
  /** Line that sets the place of the text, if the piece is the first after it. */
  place: number | undefined
  /** Line after which more text may be shown: this one, or the end of a span of other text. */
  end: number
  /** Line that opens a span of other text, if the piece is the first in it. */
  span: number | undefined
  /** Operators that show a space behind it, where its font has none. */
  space?: string | undefined
}

/** The lines of a page, one operator each. */
export interface Page {
  lines: string[]
  /** Lines put in before and after others. */
  before: Map<number, string>
  after: Map<number, string>
  /** Shown text of each marked content. */
  pieces: Map<number, Piece[]>
  /** Lines that open and close each marked content. */
  ranges: Map<number, {from: number; to: number}>
  /** Lines put in behind others; they stand at the end of all lines. */
  put: Map<number, number[]>
  /** Lines that stand in the place of others: by the first of these, up to `until`, the lines from `from` up to `to`. */
  moved: Map<number, {until: number; from: number; to: number}>
}

/** Opens a span that says this text in the place of what is shown in it. */
export const saying = (text: string): string =>
  `/Span <</ActualText <FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>>> BDC`
