// Reads the words of a PDF page by page with pdf.js, a stranger to everything that made the file.
/** A piece of text as pdf.js gives it. */
interface Piece {
  text: string
  size: number
  left: number
  right: number
  /** Height of its base line on the page. */
  base: number
  endsLine: boolean
}

/** Marks of notes are smaller than the line in which they stand raised. */
const SMALLER = 0.8

/** Reads all words of a PDF in the order of its content, for comparison only: without hyphens, Chinese sign by sign. */
export async function readPdf(bytes: Uint8Array): Promise<string[]> {
  // Loaded when it is wanted: it takes longer to load than a small edition to build.
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    // pdf.js takes the bytes over and leaves none to the caller.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false
  })
  const pdf = await loading.promise
  try {
    const lines: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      lines.push(...linesOf(piecesOf((await page.getTextContent()).items)))
      page.cleanup()
    }
    return pdfWords(lines.join('\n'))
  } finally {
    await loading.destroy()
  }
}

function piecesOf(items: readonly object[]): Piece[] {
  return items.flatMap((item) => {
    if (!('str' in item) || !('transform' in item)) return []
    const {str, transform, width, hasEOL} = item as {str: string; transform: number[]; width: number; hasEOL: boolean}
    const [, , , size = 0, left = 0, base = 0] = transform
    return [{text: str, size: Math.abs(size), left, right: left + width, base, endsLine: hasEOL}]
  })
}

/** Joins pieces to lines and drops marks of notes: small and raised beside a larger piece. */
function linesOf(pieces: readonly Piece[]): string[] {
  const lines: string[] = ['']
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    if (isRaised(piece, before) || isRaised(piece, pieces[index + 1])) return
    if (before && isApart(piece, before)) lines.push('')
    lines[lines.length - 1] += piece.text
    if (piece.endsLine) lines.push('')
  })
  return lines
}

function isRaised(piece: Piece, beside: Piece | undefined): boolean {
  if (!beside || piece.text.trim() === '' || beside.text.trim() === '') return false
  const rise = piece.base - beside.base
  return piece.size < beside.size * SMALLER && rise > 0 && rise < beside.size
}

/** Whether a piece on the same line stands elsewhere: a number in the margin is no part of the word before it. */
function isApart(piece: Piece, before: Piece): boolean {
  if (before.endsLine || piece.text.trim() === '') return false
  return piece.left < before.left - piece.size || piece.left > before.right + 2 * piece.size
}

/** Also what holds a range together in a citation and has no glyph, and the bar of a leaf, which stands before a word or inside it. */
const HYPHENS = /[\u00AD\-\u2010\u2011\u2060|]/gu

/** Scripts that are broken between any two signs. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu

/** Words for the comparison with a PDF: a word broken at the end of a line is one, and hyphens are left out everywhere. */
export function pdfWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/(?<=\S)([\u00AD\-\u2010\u2011])[ \t]*\n\s*/gu, '')
    .replace(/(?<=\S)([–—/])[ \t]*\n\s*/gu, '$1')
    .replace(HYPHENS, '')
    .replace(UNSPACED, ' $1 ')
    .split(/\s+/u)
    .filter((word) => word !== '')
}
