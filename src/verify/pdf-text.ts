// Reads the words of a PDF page by page, in the order of its content.
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {nothingRead, type ReadWords} from './broken-words.ts'
import {lamAlefSorted} from './lam-alef.ts'
import {printsOf} from './pdf-prints.ts'
import {readOnAllCores} from './pdf-threads.ts'
import {readPieces, type Piece} from './pdf-pieces.js'

/** Marks of notes are smaller than the line in which they stand raised. */
const SMALLER = 0.8

/** Texts of pages by the fingerprint of all that decides over them: what was read once need not be read again. */
export type Readings = ReadonlyMap<string, string>

/** What was read of a PDF. */
export interface PdfReading extends ReadWords {
  /** Fingerprint of what is drawn on each page; nothing where the file has a form that is not known. */
  drawn?: string[] | undefined
  readings: Readings
}

/** How a PDF is read. */
export interface ReadOptions {
  /** Pages that were read before, which are not read again. */
  known?: Readings | undefined
  /** Whether the edition has letters that are written from right to left. */
  turned?: boolean
}

/** Reads all words of a PDF, for comparison only: see `pdfWords`. */
export async function readPdf(
  bytes: Uint8Array,
  {known = new Map(), turned = false}: ReadOptions = {}
): Promise<PdfReading> {
  const prints = printsOf(bytes)
  if (!prints) return {...readWords((await readPieces(bytes)).map(textOf), turned), readings: new Map()}
  const wanted = prints.flatMap(({whole}, at) => (known.has(whole) ? [] : [at + 1]))
  const read = wanted.length === 0 ? [] : await readOnAllCores(bytes, wanted)
  const fresh = new Map(wanted.map((number, at) => [number, textOf(read[at] ?? [])]))
  const texts = prints.map(({whole}, at) => fresh.get(at + 1) ?? known.get(whole) ?? '')
  return {
    ...readWords(texts, turned),
    drawn: prints.map(({content}) => content),
    readings: new Map(prints.map(({whole}, at) => [whole, texts[at] ?? '']))
  }
}

/** Hash of the reader: what another version of it has read is read again. */
export async function readerHash(): Promise<string> {
  const own = ['pdf-text.ts', 'pdf-pieces.js', 'pdf-prints.ts', 'pdf-objects.ts']
  const files = [...own.map((name) => fileURLToPath(new URL(name, import.meta.url))), PDFJS]
  const contents = await Promise.all(files.map((file) => readFile(file)))
  return createHash('sha256')
    .update(contents.map((bytes) => createHash('sha256').update(bytes).digest('hex')).join())
    .digest('hex')
}

const PDFJS = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')

/** Text of a page, line by line, without the marks of notes; columns begin and end with the size of their type. */
export function textOf(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces).filter(({first}) => first !== undefined)
  const steps = lines.map((line, at) => stepBelow(line, lines[at + 1]))
  const goesOn = steps.map((_, at) => isEven(steps, at))
  const begin = (at: number): string => (goesOn[at - 1] ? '' : sizeOf(lines[at]?.first))
  const end = (at: number): string => (goesOn[at] ? '' : sizeOf(lines[at]?.last))
  return lines.map(({text}, at) => begin(at) + text + end(at)).join('\n')
}

/** The size with which a column begins or ends, in tenths of a point, between signs that no text has. */
const sizeOf = (piece: Piece | undefined): string => `\uFFFE${Math.round(10 * (piece?.size ?? 0))}\uFFFE`

const SIZE_BEFORE = /^\s*\uFFFE(\d+)\uFFFE/u
const SIZE_BEHIND = /\uFFFE(\d+)\uFFFE\s*$/u

/** A line, and its first and last piece with letters. */
interface Line {
  text: string
  first?: Piece
  last?: Piece
}

/** How far below a line the next one stands, where it does and is in the same type. */
function stepBelow({last}: Line, next: Line | undefined): number {
  const first = next?.first
  if (!last || !first || Math.abs(first.size - last.size) > last.size / 20) return Infinity
  const down = last.base - first.base
  return down > 0 && down < MOST_LEADING * last.size ? down : Infinity
}

/** Distance of lines, in sizes of their type: those of readers with dyslexia stand 1.6 apart. */
const MOST_LEADING = 2

/** Whether a line is followed as the lines beside it are: between columns of text one under the other is more room. */
function isEven(steps: readonly number[], at: number): boolean {
  const [step = Infinity, above = Infinity, below = Infinity] = [steps[at], steps[at - 1], steps[at + 1]]
  const usual = Math.min(above, below)
  return step < Infinity && usual < Infinity && step < usual * MOST_UNEVEN
}

/** Lines stand on whole pixels; registers of notes are a third of a line apart. */
const MOST_UNEVEN = 1.15

/** Joins pieces to lines and drops marks of notes: small and raised beside a larger piece. */
function linesOf(pieces: readonly Piece[]): Line[] {
  let line: Line = {text: ''}
  const lines = [line]
  const begin = (): void => void lines.push((line = {text: ''}))
  // Left edge of what is joined: marks stand above letters, not at their ends.
  let edge = -Infinity
  let last: Piece | undefined
  const end = (): void => {
    begin()
    edge = -Infinity
    last = undefined
  }
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    if (isMark(piece, pieces, index)) return piece.endsLine ? end() : undefined
    const apart = before !== undefined && isApart(piece, before, edge)
    if (apart) begin()
    line.text += piece.text
    if (piece.text.trim() !== '') {
      line.first ??= piece
      line.last = piece
      edge = apart || !last || goesRight(piece, last) ? piece.left : Math.min(edge, piece.left)
      last = piece
    }
    if (piece.endsLine) end()
  })
  return lines
}

/** Whether a piece stands to the right of the one before; what has no width is a mark above it. */
const goesRight = (piece: Piece, before: Piece): boolean =>
  piece.right > piece.left && piece.left > before.right - piece.size / 3

/** The mark of a note is raised beside a letter. */
const isMark = (piece: Piece, pieces: readonly Piece[], index: number): boolean =>
  isRaised(piece, letterBeside(pieces, index, -1)) || isRaised(piece, letterBeside(pieces, index, 1))

/** What has no width is a mark above or below a letter, and says nothing of the line. */
function letterBeside(pieces: readonly Piece[], index: number, step: 1 | -1): Piece | undefined {
  let at = index + step
  while (isOnLetter(pieces[at])) at += step
  return pieces[at]
}

const isOnLetter = (piece: Piece | undefined): boolean =>
  piece !== undefined && piece.right === piece.left && piece.text.trim() !== ''

function isRaised(piece: Piece, beside: Piece | undefined): boolean {
  if (!beside || piece.text.trim() === '' || beside.text.trim() === '') return false
  const rise = piece.base - beside.base
  return piece.size < beside.size * SMALLER && rise > 0 && rise < beside.size
}

/** Whether a piece on the same line stands elsewhere: a number in the margin is no part of the word before it. */
function isApart(piece: Piece, before: Piece, edge: number): boolean {
  if (before.endsLine || piece.text.trim() === '') return false
  // From right to left a word goes on at its left edge; spaces are not told.
  if (piece.right < edge + piece.size / 3) return edge - piece.right > piece.size / 8
  return piece.left < before.left - piece.size || piece.left > before.right + 2 * piece.size
}

/** Also what holds a range together in a citation and has no glyph, and the bar of a leaf, which stands before a word or inside it. */
const HYPHENS = /[\u00AD\-\u2010\u2011\u2060|]/gu

/** Scripts that are broken between any two signs. */
const UNSPACED = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu

/** Signs beside words: where directions meet they stand apart from these on the page, or touch others. */
const SIGNS = /(?![–—/])[\p{P}\p{S}]/gu

/** Letters and marks that are written from right to left, and marks among them. */
const TURNED = /((?:(?!\p{Nd})[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])+)/gu
const TURNED_MARKS = /(?=\p{M})[\u0590-\u08FF\uFB1D-\uFDFF]|[\u200C-\u200F]/gu

/**
 * What a reader of signs does not know of text from right to left: which of two brackets one opens, whether signs beside words of another
 * direction touch them, the order of marks above a letter, and that of lam and alef, which are one sign together.
 */
const withoutTurns = (text: string): string =>
  lamAlefSorted(text.replace(TURNED, (letters) => letters.normalize('NFD')).replace(TURNED_MARKS, ''))
    .replace(TURNED, ' $1 ')
    .replace(/[)\]}>»›⟩]/gu, (bracket) => OPENING[bracket] ?? bracket)

const OPENING: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{', '>': '<', '»': '«', '›': '‹', '⟩': '⟨'}

/**
 * Words for the comparison with a PDF: hyphens are left out everywhere, and Chinese stands sign by sign. In an edition with letters from
 * right to left (`turned`), and there only, brackets are not told apart and signs stand alone.
 */
export const pdfWords = (text: string, turned = false): string[] => wordsOf(comparable(text, turned))

function readWords(pages: readonly string[], turned: boolean): ReadWords {
  const read = nothingRead()
  for (const page of pages) {
    for (const line of comparable(page, turned).split('\n')) readLine(line, read)
    read.pageEnds.push(read.words.length)
  }
  return read
}

function readLine(line: string, {words, lineEnds, columnBegins, columnEnds}: ReadWords): void {
  const [before, behind] = [SIZE_BEFORE.exec(line), SIZE_BEHIND.exec(line)]
  const own = wordsOf(line.slice(before?.[0].length, behind?.index))
  if (own.length === 0) return
  if (before) columnBegins.set(words.length, Number(before[1]))
  words.push(...own)
  lineEnds.add(words.length - 1)
  if (behind) columnEnds.set(words.length - 1, Number(behind[1]))
}

function comparable(text: string, turned: boolean): string {
  const composed = text.normalize('NFKC')
  const whole = (turned ? withoutTurns(composed) : composed).replace(HYPHENS, '').replace(UNSPACED, ' $1 ')
  return turned ? whole.replace(SIGNS, ' $& ') : whole
}

const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')
