// Types of pdf-pieces.js.
import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

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

/** Whoever opens it destroys its `loadingTask`. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy>

/** All pages where no numbers are given. */
export function readPieces(bytes: Uint8Array, numbers?: readonly number[]): Promise<Piece[][]>
