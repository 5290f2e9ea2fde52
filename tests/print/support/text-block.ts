// The block of text of a finished page: what stands within its measure, text and notes apart.
import type {Line, TypesetPage} from './read-lines.ts'

/** Sizes of type of the usual page, points, as the browser rounds them. */
export const SIZE = {text: 10.99, small: 9.49, note: 9, label: 7.5, head: 9} as const
/** From one line of text to the next, points. */
export const LINE = 14
/** Room for the mark of a note, points. */
export const HANG = 13.5

/** Parts that the program makes: lists, which have lines of two sizes, and pages of titles. */
export const GENERATED: ReadonlySet<string> = new Set([
  'half-title',
  'title',
  'imprint',
  'contents',
  'signs',
  'people',
  'abbreviations',
  'index',
  'colophon'
])
/** The text block of the usual page, points from the lower edge. */
export const BLOCK = {bottom: 48, top: 592}

export const near = (a: number, b: number, by: number): boolean => Math.abs(a - b) <= by

/** The text block of a page: what stands within the measure, text and notes apart. */
export interface Block {
  page: TypesetPage
  left: number
  right: number
  text: Line[]
  small: Line[]
  notes: Line[]
}

/** Blocks of all pages that have text, within the edges that most lines of their side have. */
export function blocks(pages: readonly TypesetPage[]): Block[] {
  const filled = pages.filter(({part}) => part !== '')
  const sided = [0, 1].map((side) => edgesOf(filled.filter(({number}) => number % 2 === side)))
  return filled.map((page) => {
    const [left, right] = sided[page.number % 2] ?? [0, 0]
    const lines = page.lines
      .map((line) => within(line, left, right))
      .filter(({base, pieces}) => pieces.length > 0 && base > BLOCK.bottom && base < BLOCK.top)
    const text = lines.filter(({size}) => near(size, SIZE.text, 0.1))
    const foot = text.at(-1)?.base ?? Infinity
    const small = lines.filter(({size}) => near(size, SIZE.small, 0.1))
    return {
      page,
      left,
      right,
      text,
      small,
      notes: lines.filter(({size, base}) => size < SIZE.small - 0.1 && base < foot)
    }
  })
}

function edgesOf(pages: readonly TypesetPage[]): [number, number] {
  const text = pages.flatMap(({lines}) =>
    lines.flatMap(({pieces}) => pieces.filter(({size}) => near(size, SIZE.text, 0.1)))
  )
  const notes = pages.flatMap(({lines}) => lines.filter(({size}) => near(size, SIZE.note, 0.1)))
  const [left = 0] = [
    ...notes.map((line) => Math.round(line.left)),
    ...text.map((piece) => Math.round(piece.left))
  ].toSorted((a, b) => a - b)
  return [left, commonest(text.map(({right}) => Math.round(right)))]
}

/** A line without what stands in the margins. */
function within(line: Line, left: number, right: number): Line {
  const pieces = line.pieces.filter((piece) => piece.right > left + 1 && piece.left < right - 1)
  const text = pieces.length === line.pieces.length ? line.text : line.text
  return {
    ...line,
    pieces,
    text,
    left: Math.min(...pieces.map((piece) => piece.left)),
    right: Math.max(...pieces.map((piece) => piece.right))
  }
}

export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
