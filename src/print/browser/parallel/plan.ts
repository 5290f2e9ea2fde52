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

/** What is measured; `side` is 0 for the left and 1 for the right. `Notes` are those that a page leaves over for the next one. */
export interface Measures<Notes> {
  rows: number
  /** Height of the text block. */
  room: number
  /** From line to line. */
  pitch: number
  /** How many places of a row may be cut. */
  cuts: (row: number) => number
  /** Height of a piece; `top`: it opens a page. */
  height: (side: number, piece: Piece, top: boolean) => number
  /** The foot of a page with these pieces, after notes that the page before left over. */
  foot: (pieces: readonly Piece[], page: Page<Notes>) => FootHeights
  /** What such a page leaves over, where its text is so high. */
  rest: (pieces: readonly Piece[], page: Page<Notes>, text: number) => Notes | undefined
}

/** One side of a spread and the notes that it begins with. */
export interface Page<Notes> {
  side: number
  carried: Notes | undefined
}

/** What stands beside each other at a time. */
export interface Spread {
  pieces: Piece[]
  /** Height of the text on either side: it waits until the notes of the pages before leave room for it. */
  heights: [number, number]
  /** It stands there though it does not fit: its notes begin where there is room. */
  forced: boolean
}

/** The spreads. `limits` are the ends that earlier layouts have shown to be possible, by the place where a spread begins. */
export function planSpreads<Notes>(measures: Measures<Notes>, limits: ReadonlyMap<string, Stop>): Spread[] {
  const spreads: Spread[] = []
  let carried: (Notes | undefined)[] = [undefined, undefined]
  let start: Stop = {row: 0, at: 0}
  while (start.row < measures.rows) {
    const context: Context<Notes> = {measures, carried, limit: limits.get(keyOf(start))}
    const fitting = spreadFrom(start, context) ?? afterNotes(start, context)
    const pieces = fitting ?? forcedFrom(start, context)
    const ends = pieces.at(-1)
    if (!ends) throw new Error('A spread has nothing on it.')
    const heights = ([0, 1] as const).map((side) => textHeight(side, pieces, measures)) as [number, number]
    spreads.push({pieces, heights, forced: fitting === undefined})
    carried = heights.map((height, side) => {
      const page = {side, carried: waited(side, pieces, context)}
      return measures.rest(pieces, page, height)
    })
    start = after(ends, measures)
  }
  return spreads
}

/** `4.2`: row 4 from its second cut on. */
export const keyOf = ({row, at}: Stop): string => `${row}.${at}`

/** Height of each piece of a spread on either side: the higher of the two, so that the next row begins level. */
export function levels(pieces: readonly Piece[], {height}: Pick<Measures<unknown>, 'height'>): number[] {
  return pieces.map((piece, index) => Math.max(height(0, piece, index === 0), height(1, piece, index === 0)))
}

interface Context<Notes> {
  measures: Measures<Notes>
  /** Notes that the spread before leaves over, by side. */
  carried: (Notes | undefined)[]
  limit: Stop | undefined
  /** Notes may be cut of every row, not of the first alone. */
  cutsNotes?: boolean
}

const SIDES = [0, 1]
const ROUNDING = 0.5
/** A row is cut where it would otherwise leave this share of the page blank. */
const BLANK_SHARE = 0.25
/** Lines of a piece that must stand together. */
const TOGETHER = 2

/** As many rows as fit; nothing where not even the beginning of the first does. */
function spreadFrom<Notes>(start: Stop, context: Context<Notes>): Piece[] | undefined {
  const {measures} = context
  const pieces: Piece[] = []
  for (let {row, at} = start; row < measures.rows; row++, at = 0) {
    const whole = {row, from: at, to: measures.cuts(row) + 1}
    if (allowed(whole, context.limit) && fits([...pieces, whole], context)) {
      pieces.push(whole)
      continue
    }
    const part = cutPiece(pieces, whole, context)
    const enough = part && !wasteful([...pieces, part], context)
    const last = enough ? part : (lastPiece(pieces, whole, context) ?? part)
    if (last) pieces.push(last)
    break
  }
  // The head of a text is followed by some of it.
  const onlyHead = pieces.every(({row}) => row === 0) && measures.rows > 1
  return pieces.length === 0 || onlyHead ? undefined : pieces
}

/** Lets notes of the pages before fill pages of their own until the text has room beside them. */
function afterNotes<Notes>(start: Stop, context: Context<Notes>): Piece[] | undefined {
  const {measures} = context
  const carried = [...context.carried]
  while (carried.some((notes) => notes !== undefined)) {
    for (const side of SIDES) carried[side] = carried[side] && measures.rest([], {side, carried: carried[side]}, 0)
    const pieces = spreadFrom(start, {...context, carried})
    if (pieces) return pieces
  }
  return undefined
}

/** What is left of the notes of the pages before where the text begins: until it has room beside them, they have pages of their own. */
function waited<Notes>(side: number, pieces: readonly Piece[], {measures, carried}: Context<Notes>): Notes | undefined {
  let notes = carried[side]
  const text = textHeight(side, pieces, measures)
  while (notes && text + measures.foot(pieces, {side, carried: notes}).least > measures.room + ROUNDING)
    notes = measures.rest([], {side, carried: notes}, 0)
  return notes
}

function allowed({row, to}: Piece, limit: Stop | undefined): boolean {
  return !limit || row < limit.row || (row === limit.row && to <= limit.at)
}

/** Where much would be left blank, a last row comes though its notes must be cut. */
function lastPiece<Notes>(pieces: readonly Piece[], whole: Piece, context: Context<Notes>): Piece | undefined {
  if (pieces.length === 0 || !wasteful(pieces, context)) return undefined
  const cutting = {...context, cutsNotes: true}
  if (allowed(whole, context.limit) && fits([...pieces, whole], cutting)) return whole
  return cutPiece(pieces, whole, cutting)
}

/** As much of a row as fits, where keeping it whole would cost too much. */
function cutPiece<Notes>(pieces: readonly Piece[], whole: Piece, context: Context<Notes>): Piece | undefined {
  const {measures} = context
  const alone = {...context, carried: [undefined, undefined], limit: undefined}
  if (pieces.length > 0 && fits([whole], alone) && !wasteful(pieces, context)) return undefined
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
function wasteful<Notes>(pieces: readonly Piece[], context: Context<Notes>): boolean {
  const {room} = context.measures
  return SIDES.every((side) => room - needs(side, pieces, context).whole > room * BLANK_SHARE)
}

/** At least two lines on either side of a cut, or one where a side has few. */
function standsAlone<Notes>(piece: Piece, whole: Piece, {height, pitch}: Measures<Notes>): boolean {
  const rest = {...whole, from: piece.to}
  return SIDES.every((side) => {
    const lines = height(side, whole, false) / pitch
    const least = lines < 1 ? 0 : lines < 2 * TOGETHER ? 1 : TOGETHER
    return [piece, rest].every((one) => height(side, one, false) >= least * pitch - ROUNDING)
  })
}

/** What must stand on a spread though it does not fit: as far as an earlier layout came, the smallest piece of the row, or all of it. */
function forcedFrom<Notes>(start: Stop, {measures, limit}: Context<Notes>): Piece[] {
  const {row, at} = start
  const whole = {row, from: at, to: measures.cuts(row) + 1}
  const least = {...whole, to: limit?.row === row && limit.at > at ? limit.at : Math.min(at + 1, whole.to)}
  // What follows the head is forced with it.
  return row === 0 && least.to === whole.to && measures.rows > 1
    ? [least, ...forcedFrom({row: 1, at: 0}, {measures, limit} as Context<Notes>)]
    : [least]
}

/** The first row of a spread may have its notes cut; later ones come only if all notes stand whole, or too much would be blank. */
function fits<Notes>(pieces: readonly Piece[], context: Context<Notes>): boolean {
  return SIDES.every((side) => fitsOn(side, pieces, context))
}

function fitsOn<Notes>(side: number, pieces: readonly Piece[], context: Context<Notes>): boolean {
  const {whole, least} = needs(side, pieces, context)
  return (pieces.length > 1 && !context.cutsNotes ? whole : least) <= context.measures.room + ROUNDING
}

/** Height of text and foot on one side. */
function needs<Notes>(side: number, pieces: readonly Piece[], {measures, carried}: Context<Notes>): FootHeights {
  const text = textHeight(side, pieces, measures)
  const {whole, least} = measures.foot(pieces, {side, carried: carried[side]})
  return {whole: text + whole, least: text + least}
}

/** All pieces but the last are as high as what stands beside them. */
function textHeight<Notes>(side: number, pieces: readonly Piece[], measures: Measures<Notes>): number {
  const heights = levels(pieces, measures).slice(0, -1)
  const last = pieces.at(-1)
  const own = last ? measures.height(side, last, pieces.length === 1) : 0
  return heights.reduce((sum, height) => sum + height, own)
}

function after<Notes>({row, to}: Piece, {cuts}: Measures<Notes>): Stop {
  return to > cuts(row) ? {row: row + 1, at: 0} : {row, at: to}
}
