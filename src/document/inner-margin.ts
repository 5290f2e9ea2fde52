// How much room beside the fold a bound book needs: the more pages, the deeper they sink into it.
import {POINTS} from './print-form.ts'

/** Inner margin in points by the number of pages, as printers ask for it who make books one by one (Kindle Direct Publishing). */
const LEAST = [
  {upTo: 150, inner: 27},
  {upTo: 300, inner: 36},
  {upTo: 500, inner: 45},
  {upTo: 700, inner: 54},
  {upTo: Infinity, inner: 63}
] as const

/** A bound book of an output. */
export interface BoundBook {
  output: string
  pages: number
  /** Its inner margin, points. */
  inner: number
}

/** What is wrong with the inner margin of a book, and what to write instead; nothing where it will do. */
export function narrowInner({output, pages, inner}: BoundBook): string | undefined {
  const least = LEAST.find(({upTo}) => pages <= upTo)?.inner ?? 0
  if (inner >= least) return undefined
  const shown = (points: number): string => (Math.round((points / POINTS) * 10) / 10).toString()
  return `Unexpected inner margin of ${shown(inner)} mm for the ${pages} pages of \`${output}\`, expected at least ${shown(least)} mm, or words sink into the fold; write \`margins: {inner: ${Math.ceil(least / POINTS)}}\``
}
