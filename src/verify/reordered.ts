// The proof of the files for paper that are made of the finished PDF: the printer's file, whose pages have moved on a larger sheet, and
// the booklet, whose pages stand two on a side in the order of the folded sheets. Every page is there, with its words, at its place.
import type {Finding} from './finding.ts'
import {boxesOf, type Box} from './pdf-boxes.ts'
import type {PressStandard} from '../document/press-standards.ts'
import {pressFaults} from './press.ts'
import {pagesDrawnOtherwise} from './same-drawing.ts'
import {otherPictures} from './same-pictures.ts'
import {readOnAllCores} from './pdf-threads.ts'
import type {Piece} from './pdf-pieces.js'

/** What the printer has asked for. */
export interface PrintersSheet {
  /** Millimetres of bleed. */
  bleed: number
  /** Default: PDF/X-4. */
  standard?: PressStandard | undefined
}

/** How a booklet is folded. */
export interface Folding {
  binding: 'left' | 'right'
  /** Sheets of each signature, in order. */
  signatures: readonly number[]
}

const POINTS = 72 / 25.4
/** Places are written with three digits. */
const ROUNDING = 0.02
/** The deepest move out of a fold, points. */
const MOST_MOVED = 12

const fault = (reason: string): Finding => ({
  rule: 'output-differs',
  reason: `${reason}. This is a fault of the program; please report it.`
})

/** Holds the printer's file against the finished PDF: the same pages, words, drawings and pictures, boxes around each other, an even number of pages, the standard. */
export async function verifyPrintersFile(
  finished: Uint8Array,
  printers: Uint8Array,
  {bleed, standard = 'PDF/X-4'}: PrintersSheet
): Promise<Finding[]> {
  const [pages, sheets] = await Promise.all([allPieces(finished), allPieces(printers)])
  const even = pages.length + (pages.length % 2)
  if (sheets.length !== even)
    return [fault(`Unexpected number of pages in the printer’s file, ${sheets.length}, expected ${even}`)]
  const trims = boxesOf(finished)
  const ofPages = boxesOf(printers).flatMap((boxes, at) => {
    const page = trims[Math.min(at, trims.length - 1)]?.media ?? NO_BOX
    const wrong = boxFault(boxes, {page, bleed: bleed * POINTS})
    if (wrong) return [fault(`Unexpected ${wrong} of page ${at + 1} of the printer’s file`)]
    return wordFault(pages[at] ?? [], sheets[at] ?? [], {trim: boxes.trim ?? NO_BOX, at})
  })
  return [...ofPages, ...verifyStandard(printers, standard), ...(await shownFaults(finished, printers, standard))]
}

/** Holds the printer's file against its standard, where there is no other file to compare it with. */
export const verifyStandard = (printers: Uint8Array, standard: PressStandard = 'PDF/X-4'): Finding[] =>
  pressFaults(printers, standard).map(({what, expected}) =>
    fault(`Unexpected ${what} in the printer’s file, expected ${expected}`)
  )

/** Only inks may change of what is drawn; where pictures have become grey, they are looked at too. */
async function shownFaults(finished: Uint8Array, printers: Uint8Array, standard: PressStandard): Promise<Finding[]> {
  const inGreys = standard === 'PDF/X-1a'
  const expected = `expected that of the finished PDF${inGreys ? ' in greys' : ''}`
  const drawn = pagesDrawnOtherwise(finished, printers).map((page) =>
    fault(`Unexpected drawing on page ${page + 1} of the printer’s file, ${expected}`)
  )
  const pictures = (inGreys ? await otherPictures(finished, printers) : []).map(({page, picture}) =>
    fault(`Unexpected picture ${picture + 1} on page ${page + 1} of the printer’s file, ${expected}`)
  )
  return [...drawn, ...pictures]
}

const NO_BOX: Box = [0, 0, 0, 0]

function boxFault(
  {media, bleed: bled, trim}: {media: Box; bleed?: Box | undefined; trim?: Box | undefined},
  {page, bleed}: {page: Box; bleed: number}
): string | undefined {
  if (!trim || !bled) return `lack of ${trim ? 'bleed' : 'trim'}, expected its box`
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING
  const size = ([left, bottom, right, top]: Box): [number, number] => [right - left, top - bottom]
  if (!size(trim).every((side, index) => near(side, size(page)[index] ?? 0)))
    return `trim of ${size(trim).map(Math.round).join(' × ')} points, expected ${size(page).map(Math.round).join(' × ')} as laid out`
  const beyond = trim.map((edge, index) => edge + (index < 2 ? -bleed : bleed))
  if (!bled.every((edge, index) => near(edge, beyond[index] ?? 0)))
    return `bleed, expected ${bleed.toFixed(1)} points around the trim`
  const holds = media.every((edge, index) => (index < 2 ? edge <= (bled[index] ?? 0) : edge >= (bled[index] ?? 0)))
  return holds ? undefined : 'sheet, expected one that holds the bleed'
}

/** The pieces of a page, each moved by the same, up to the most that a fold asks for. */
function wordFault(page: readonly Piece[], sheet: readonly Piece[], {trim, at}: {trim: Box; at: number}): Finding[] {
  const [wanted, found] = [page, sheet].map(inked) as [Piece[], Piece[]]
  const move = moveOf(wanted[0], found[0], trim)
  const name = `page ${at + 1} of the printer’s file`
  if (move.some((by) => Math.abs(by) > MOST_MOVED + ROUNDING))
    return [fault(`Unexpected place of ${name}, expected its text inside the trim`)]
  const same = (a: Piece | undefined, b: Piece | undefined): boolean =>
    a?.text === b?.text && moveOf(a, b, trim).every((by, index) => Math.abs(by - (move[index] ?? 0)) <= ROUNDING)
  const longer = wanted.length > found.length ? wanted : found
  const index = longer.findIndex((_, one) => !same(wanted[one], found[one]))
  if (index < 0) return []
  const [expected, unexpected] = [quoted(wanted[index]), quoted(found[index])]
  return [fault(`Unexpected ${unexpected} on ${name}, expected ${expected} as in the finished PDF`)]
}

/** How far a piece has moved to the right and upwards. */
const moveOf = (before: Piece | undefined, after: Piece | undefined, [left, bottom]: Box): [number, number] =>
  before && after ? [after.left - left - before.left, after.base - bottom - before.base] : [0, 0]

const inked = (pieces: readonly Piece[] | undefined): Piece[] => pieces?.filter(({text}) => text.trim() !== '') ?? []

const quoted = (piece: Piece | undefined): string => (piece ? `“${piece.text.trim().slice(0, 40)}”` : 'nothing')

/** Holds a booklet against the finished PDF: folded, its pages follow each other, each with its words. */
export async function verifyBooklet(finished: Uint8Array, booklet: Uint8Array, folding: Folding): Promise<Finding[]> {
  const [pages, sides] = await Promise.all([allPieces(finished), allPieces(booklet)])
  const boxes = boxesOf(booklet)
  const halves = folded(folding)
  const wantedSides = 2 * folding.signatures.reduce((sum, sheets) => sum + sheets, 0)
  if (sides.length !== wantedSides || halves.length < pages.length)
    return [
      fault(
        `Unexpected number of sides in the booklet, ${sides.length}, expected ${wantedSides} for ${pages.length} pages`
      )
    ]
  return halves.flatMap(({side, half}, at) => {
    const [left, , right] = boxes[side]?.media ?? NO_BOX
    const middle = (left + right) / 2
    const own = inked(sides[side]).filter((piece) => (piece.left < middle ? 'left' : 'right') === half)
    const outside = own.find((piece) => piece.left < left || piece.right > (half === 'left' ? middle : right) + 1)
    const place = `on the ${half} half of side ${side + 1}`
    if (outside) return [fault(`Unexpected ${quoted(outside)} ${place} of the booklet, expected it inside this half`)]
    const [wanted, found] = [textOf(pages[at] ?? []), textOf(own)]
    if (wanted === found) return []
    const known = pages.findIndex((page) => found !== '' && textOf(page) === found)
    const what = known < 0 ? (found === '' ? 'blank' : 'text') : `page ${known + 1}`
    return [
      fault(`Unexpected ${what} ${place} of the booklet, expected ${at < pages.length ? `page ${at + 1}` : 'a blank'}`)
    ]
  })
}

const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({text}) => text)
    .join('')
    .replace(/\s+/gu, '')

/**
 * Where a reader meets the pages: each leaf of a folded signature is turned, its front on the side of the opening, its back behind it.
 * The leaves of the first half are those of the sheets from the outside in, those of the second half from the inside out.
 */
function folded({binding, signatures}: Folding): {side: number; half: 'left' | 'right'}[] {
  const [opening, other] = binding === 'left' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  let before = 0
  return signatures.flatMap((sheets) => {
    const first = before
    before += 2 * sheets
    const inwards = Array.from({length: sheets}, (_, sheet) => first + 2 * sheet)
    return [
      ...inwards.flatMap((front) => [
        {side: front, half: opening},
        {side: front + 1, half: other}
      ]),
      ...inwards.toReversed().flatMap((front) => [
        {side: front + 1, half: opening},
        {side: front, half: other}
      ])
    ]
  })
}

async function allPieces(bytes: Uint8Array): Promise<Piece[][]> {
  return readOnAllCores(
    bytes,
    Array.from({length: boxesOf(bytes).length}, (_, at) => at + 1)
  )
}
