// Types of pdf-pieces.js.

/** A piece of text as pdf.js gives it. */
export interface Piece {
  text: string
  size: number
  left: number
  right: number
  /** Height of its base line on the page. */
  base: number
  endsLine: boolean
}

/** All pages where no numbers are given. */
export function readPieces(bytes: Uint8Array, numbers?: readonly number[]): Promise<Piece[][]>
