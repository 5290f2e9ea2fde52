// Reads a finished PDF with pdf.js as lines of type: where each piece stands, how large it is, in which face, with which signs of it.
import {readFile} from 'node:fs/promises'
import {getDocument, OPS} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Letters of one size and face that stand beside each other. */
export interface Piece {
  text: string
  /** Points from the left edge of the sheet. */
  left: number
  right: number
  /** Base line, points from the lower edge. */
  base: number
  size: number
  /** Face without the tag of its subset, `EBGaramond-Italic`. */
  face: string
}

/** Pieces whose base lines meet, raised and lowered ones with the line that they stand in. */
export interface Line {
  base: number
  left: number
  right: number
  /** The size of most of its letters. */
  size: number
  text: string
  pieces: Piece[]
}

/** A sign as it is drawn: which character it stands for, and which sign of the face it is. */
export interface Glyph {
  text: string
  face: string
  id: number
}

/** A page of the book as it is typeset. */
export interface TypesetPage {
  /** Place in the book, counted from 1: uneven ones are right pages. */
  number: number
  label: string
  /** Part of the book, by the page map beside the PDF; empty on blank pages. */
  part: string
  /** Whether it is the first page of its part. */
  opens: boolean
  width: number
  height: number
  /** From the top. */
  lines: Line[]
  glyphs: Glyph[]
}

/** All pages of a PDF; the page map lies beside it. */
export async function readLines(path: string): Promise<TypesetPage[]> {
  const map = JSON.parse(await readFile(path.replace(/pdf$/, 'pages.json'), 'utf8')) as {
    pages: {label: string; part?: string | null}[]
  }
  const loading = getDocument({data: new Uint8Array(await readFile(path)), verbosity: 0, fontExtraProperties: true})
  const pdf = await loading.promise
  try {
    const pages: TypesetPage[] = []
    for (const [at, {label, part}] of map.pages.entries()) {
      const page = await pdf.getPage(at + 1)
      const [, , width = 0, height = 0] = page.view
      const opens = typeof part === 'string' && map.pages.findIndex((one) => one.part === part) === at
      const glyphs = await glyphsOf(page)
      const pieces = (await page.getTextContent({disableNormalization: true})).items.flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [pieceOf(page, item)] : []
      )
      pages.push({number: at + 1, label, part: part ?? '', opens, width, height, lines: linesOf(pieces), glyphs})
      page.cleanup()
    }
    return pages
  } finally {
    await loading.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

const faceOf = (page: Page, name: string): string =>
  (page.commonObjs.get(name) as {name: string}).name.replace(/^[A-Z]{6}\+/, '')

function pieceOf(page: Page, item: {str: string; transform: number[]; width: number; fontName: string}): Piece {
  const [, , , size = 0, left = 0, base = 0] = item.transform
  return {text: item.str, left, right: left + item.width, base, size, face: faceOf(page, item.fontName)}
}

/** Signs in the order in which they are drawn. */
async function glyphsOf(page: Page): Promise<Glyph[]> {
  const {fnArray, argsArray} = await page.getOperatorList()
  const glyphs: Glyph[] = []
  let face = ''
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] as unknown[] | null
    if (operator === OPS.setFont) face = faceOf(page, String(args?.[0]))
    if (operator !== OPS.showText) continue
    for (const one of (args?.[0] ?? []) as (number | {unicode: string; originalCharCode: number})[])
      if (typeof one === 'object') glyphs.push({text: one.unicode, face, id: one.originalCharCode})
  }
  return glyphs
}

/** Nearer base lines are one: the raised mark of a note stands 3.6 points above its line. */
const NEAR = 5

function linesOf(pieces: readonly Piece[]): Line[] {
  const groups: Piece[][] = []
  const large = pieces.toSorted((a, b) => b.size - a.size)
  for (const piece of large) {
    const near = groups.find(([first]) => first && Math.abs(first.base - piece.base) < Math.min(NEAR, 0.6 * first.size))
    if (near) near.push(piece)
    else groups.push([piece])
  }
  return groups.map(lineOf).toSorted((a, b) => b.base - a.base)
}

function lineOf(group: Piece[]): Line {
  const pieces = group.toSorted((a, b) => a.left - b.left)
  const letters = new Map<string, number>()
  const key = ({size, base}: Piece): string => `${size.toFixed(2)} ${base.toFixed(1)}`
  for (const piece of pieces) letters.set(key(piece), (letters.get(key(piece)) ?? 0) + piece.text.length)
  const [most] = [...letters].toSorted((a, b) => b[1] - a[1])[0] ?? ['']
  const [size = 0, base = 0] = most.split(' ').map(Number)
  return {
    base,
    size,
    left: Math.min(...pieces.map(({left}) => left)),
    right: Math.max(...pieces.map(({right}) => right)),
    text: joined(pieces),
    pieces
  }
}

/** Words that stand apart are parted; pieces of one word are not. */
const joined = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece, at) => {
      const before = pieces[at - 1]
      return (before && piece.left - before.right > 0.12 * piece.size ? ' ' : '') + piece.text
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
