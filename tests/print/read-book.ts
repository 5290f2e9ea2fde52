// Reads a finished PDF with pdf.js, as a stranger would: pages with their labels and folios, and the outline.
import {readFile} from 'node:fs/promises'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as it is printed. */
export interface ReadPage {
  label: string
  /** The number printed on it, empty on bare pages. */
  folio: string
  /** Part of the book, by the page map that lies beside the PDF. */
  part: string
  /** Text and notes without running head and folio; words broken at line ends are whole. */
  text: string
}

/** What a reader finds in the file. */
export interface ReadBook {
  labels: string[]
  pages: ReadPage[]
  /** Titles of the bookmarks, each level two spaces further in. */
  outline: string[]
}

/** Reads the PDF and the parts of its pages from the map beside it. */
export async function readBook(path: string): Promise<ReadBook> {
  const map = JSON.parse(await readFile(path.replace(/pdf$/, 'pages.json'), 'utf8')) as {pages: {part?: string}[]}
  const loading = getDocument({data: new Uint8Array(await readFile(path)), verbosity: 0})
  const pdf = await loading.promise
  try {
    const labels = (await pdf.getPageLabels()) ?? []
    const pages: ReadPage[] = []
    for (let at = 0; at < pdf.numPages; at++) {
      const page = await pdf.getPage(at + 1)
      const pieces = (await page.getTextContent()).items.filter((item) => 'str' in item) as Piece[]
      pages.push({label: labels[at] ?? '', part: map.pages[at]?.part ?? '', ...readPage(pieces)})
    }
    return {labels, pages, outline: titles((await pdf.getOutline()) as Bookmark[] | null)}
  } finally {
    await loading.destroy()
  }
}

/** Texts of the pages that have any. */
export const textsOf = async (path: string): Promise<string[]> =>
  (await readBook(path)).pages.map(({text}) => text).filter((text) => text !== '')

interface Piece {
  str: string
  transform: number[]
  hasEOL: boolean
}

interface Bookmark {
  title: string
  items: Bookmark[]
}

/** The text block ends below the running head and above the folio at the foot, in points from the lower edge. */
const BLOCK = {bottom: 48, top: 592}

function readPage(pieces: readonly Piece[]): Pick<ReadPage, 'folio' | 'text'> {
  const within = (piece: Piece): boolean => {
    const base = piece.transform[5] ?? 0
    return base > BLOCK.bottom && base < BLOCK.top
  }
  const outside = pieces.filter((piece) => !within(piece) && piece.str.trim() !== '')
  const folio = outside.map(({str}) => str.trim()).find((str) => /^(?:[ivxlc]+|\d+)$/.test(str)) ?? ''
  const lines = pieces.filter(within).map(({str, hasEOL}) => str + (hasEOL ? '\n' : ''))
  const text = lines.join('').replace(/-\n/g, '').replace(/\s+/g, ' ').trim()
  return {folio, text}
}

const titles = (items: readonly Bookmark[] | null, indent = ''): string[] =>
  (items ?? []).flatMap(({title, items: inner}) => [indent + title, ...titles(inner, `${indent}  `)])
