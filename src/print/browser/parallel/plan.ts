// Chooses what two texts beside each other show at a time: as many rows as both sides hold with their notes. No DOM.

/** A row, or a piece of it: places are 0 for its beginning, then its cuts, then its end. */
export interface Piece {
  row: number
  from: number
  to: number
}

/** A place in the text. */
export interface Stop {
  row: number
  at: number
}

/** The foot of a page: with its notes whole, and cut as short as may be. */
export interface FootHeights {
  whole: number
  least: number
}

/** What is measured; `side` is 0 for the left and 1 for the right. */
export interface Measures {
  rows: number
  /** Height of the text block. */
  room: number
  /** From line to line. */
  pitch: number
  /** How many places of a row may be cut. */
  cuts: (row: number) => number
  /** Height of a piece; `top`: it opens a page. */
  height: (side: number, piece: Piece, top: boolean) => number
  foot: (side: number, pieces: readonly Piece[]) => FootHeights
}

/** Pieces of each spread. `limits` are the ends that earlier layouts have shown to be possible, by the place where a spread begins. */
export function planSpreads(measures: Measures, limits: ReadonlyMap<string, Stop>): Piece[][] {
  const spreads: Piece[][] = []
  let carried = [0, 0]
  let start: Stop = {row: 0, at: 0}
  while (start.row < measures.rows) {
    const context = {measures, carried, limit: limits.get(keyOf(start))}
    const pieces = spreadFrom(start, context)
    spreads.push(pieces)
    carried = [0, 1].map((side) => Math.max(0, needs(side, pieces, context).whole - measures.room))
    start = after(pieces.at(-1), measures)
  }
  return spreads
}

/** `4.2`: row 4 from its second cut on. */
export const keyOf = ({row, at}: Stop): string => `${row}.${at}`

/** Height of each piece of a spread on either side: the higher of the two, so that the next row begins level. */
export function levels(pieces: readonly Piece[], {height}: Pick<Measures, 'height'>): number[] {
  return pieces.map((piece, index) => Math.max(height(0, piece, index === 0), height(1, piece, index === 0)))
}

interface Context {
  measures: Measures
  /** Height of the notes that the spread before leaves over, by side. */
  carried: readonly number[]
  limit: Stop | undefined
}

const SIDES = [0, 1]
const ROUNDING = 0.5
/** A row is cut where it would otherwise leave this share of the page blank. */
const BLANK_SHARE = 0.25
/** Lines of a piece that must stand together. */
const TOGETHER = 2

function spreadFrom(start: Stop, context: Context): Piece[] {
  const {measures} = context
  const pieces: Piece[] = []
  for (let {row, at} = start; row < measures.rows; row++, at = 0) {
    const whole = {row, from: at, to: measures.cuts(row) + 1}
    if (allowed(whole, context.limit) && fits([...pieces, whole], context)) {
      pieces.push(whole)
      continue
    }
    const part = cutPiece(pieces, whole, context)
    if (part) pieces.push(part)
    else if (pieces.every((piece) => piece.row === 0)) pieces.push(leastOf(whole, context))
    return pieces
  }
  return pieces
}

function allowed({row, to}: Piece, limit: Stop | undefined): boolean {
  return !limit || row < limit.row || (row === limit.row && to <= limit.at)
}

/** As much of a row as fits, where keeping it whole would cost too much. */
function cutPiece(pieces: readonly Piece[], whole: Piece, context: Context): Piece | undefined {
  const {measures} = context
  if (pieces.length > 0 && fits([{...whole}], context) && !wasteful(pieces, context)) return undefined
  let best: Piece | undefined
  let [low, high] = [whole.from + 1, whole.to - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = {...whole, to: middle}
    if (allowed(piece, context.limit) && fits([...pieces, piece], context)) {
      best = piece
      low = middle + 1
    } else high = middle - 1
  }
  while (best && !standsAlone(best, whole, measures))
    best = best.to - 1 > whole.from ? {...best, to: best.to - 1} : undefined
  return best
}

/** Whether a spread would be left with much blank. */
function wasteful(pieces: readonly Piece[], context: Context): boolean {
  const {room} = context.measures
  return SIDES.every((side) => room - needs(side, pieces, context).whole > room * BLANK_SHARE)
}

/** At least two lines on either side of a cut, or one where a side has few. */
function standsAlone(piece: Piece, whole: Piece, {height, pitch}: Measures): boolean {
  const rest = {...whole, from: piece.to}
  return SIDES.every((side) => {
    const lines = height(side, whole, false) / pitch
    const least = lines < 1 ? 0 : lines < 2 * TOGETHER ? 1 : TOGETHER
    return [piece, rest].every((one) => height(side, one, false) >= least * pitch - ROUNDING)
  })
}

/** What must stand on a spread though it does not fit: the smallest piece of the row, or all of it. */
function leastOf(whole: Piece, {limit}: Context): Piece {
  if (limit?.row === whole.row && limit.at > whole.from && limit.at < whole.to) return {...whole, to: limit.at}
  return whole
}

/** The first row of a spread may have its notes cut; later ones come only if all notes stand whole. */
function fits(pieces: readonly Piece[], context: Context): boolean {
  const {room} = context.measures
  return SIDES.every((side) => {
    const {whole, least} = needs(side, pieces, context)
    return (pieces.length > 1 ? whole : least) <= room + ROUNDING
  })
}

/** Height of text and foot on one side. */
function needs(side: number, pieces: readonly Piece[], {measures, carried}: Context): FootHeights {
  const last = pieces.length - 1
  const text = levels(pieces, measures).reduce((sum, height, index) => {
    const piece = pieces[index]
    return sum + (index === last && piece ? measures.height(side, piece, index === 0) : height)
  }, 0)
  const {whole, least} = measures.foot(side, pieces)
  const before = carried[side] ?? 0
  return {whole: text + whole + before, least: text + least + before}
}

function after(last: Piece | undefined, {rows, cuts}: Measures): Stop {
  if (!last) return {row: rows, at: 0}
  return last.to > cuts(last.row) ? {row: last.row + 1, at: 0} : {row: last.row, at: last.to}
}
