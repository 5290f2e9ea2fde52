// The sizes of paper: trim, margins, where head and folio stand. The text block has whole lines of 14 points on each.

/** Sizes by their names in edition.yaml. */
export const PAPERS = ['6x9in', 'A5', 'A4', 'letter'] as const
export type Paper = (typeof PAPERS)[number]

interface Geometry {
  /** Width and height of the trimmed page. */
  size: string
  /** Margins in points; the lower one leaves a quarter of a point more than the lines measure, since the browser rounds each up. */
  top: number
  bottom: number
  inner: number
  outer: number
}

/** Margins keep their proportions: inner to outer 7 : 8, the text block some 72 % of the width and 82 % of the height. */
const GEOMETRY: Readonly<Record<Paper, Geometry>> = {
  // 38 lines of 312 points, 26 picas.
  '6x9in': {size: '6in 9in', top: 62, bottom: 53.75, inner: 56, outer: 64},
  // 35 lines of 303.53 points.
  A5: {size: '148mm 210mm', top: 57, bottom: 48.02, inner: 54, outer: 62},
  // 49 lines of 430.28 points.
  A4: {size: '210mm 297mm', top: 80.5, bottom: 75.13, inner: 77, outer: 88},
  // 46 lines of 442 points.
  letter: {size: '8.5in 11in', top: 76, bottom: 71.75, inner: 79, outer: 91}
}

/** How far from the text block head and folio stand. */
const HEAD = 26
const FOLIO = 25.75

/** The rules of a size of paper. */
export function paperSheet(paper: Paper = '6x9in'): string {
  const {size, top, bottom, inner, outer} = GEOMETRY[paper]
  return `@page { size: ${size}; margin: ${top}pt ${outer}pt ${bottom}pt ${inner}pt; }
@page :right { margin-left: ${inner}pt; margin-right: ${outer}pt; }
@page :left { margin-left: ${outer}pt; margin-right: ${inner}pt; }
:root { --inner: ${inner}pt; --outer: ${outer}pt; --head: ${top - HEAD}pt; --drop-folio: ${bottom - FOLIO}pt; }
`
}
