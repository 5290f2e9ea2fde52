// Reads the boxes of the pages of a PDF: sheet, bleed, trim.
import {openObjects, pagesIn, UnknownPdf, valueIn, type PdfObjects, type PdfValue} from './pdf-objects.ts'

/** Left, lower, right and upper edge, points. */
export type Box = readonly [number, number, number, number]

/** The boxes of a page. */
export interface PageBoxes {
  media: Box
  bleed?: Box | undefined
  trim?: Box | undefined
}

/** Boxes of all pages in order. */
export function boxesOf(bytes: Uint8Array): PageBoxes[] {
  const objects = openObjects(bytes)
  return pagesIn(objects).map((page) => {
    const media = boxOf(page.get('/MediaBox'), objects)
    if (!media) throw new UnknownPdf('A page has no size')
    return {media, bleed: boxOf(page.get('/BleedBox'), objects), trim: boxOf(page.get('/TrimBox'), objects)}
  })
}

function boxOf(value: PdfValue | undefined, objects: PdfObjects): Box | undefined {
  const edges = valueIn(objects, value)
  if (!Array.isArray(edges) || edges.length !== 4) return undefined
  const [left = 0, bottom = 0, right = 0, top = 0] = edges.map(Number)
  return [left, bottom, right, top]
}
