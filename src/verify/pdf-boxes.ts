// Reads the boxes of the pages of a PDF: sheet, bleed, trim.
import {openObjects, UnknownPdf, type PdfDict, type PdfObjects, type PdfValue} from './pdf-objects.ts'

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
  const catalog = dictOf(objects.end.get('/Root'), objects)
  return pagesBelow(catalog?.get('/Pages'), objects).map((page) => {
    const media = boxOf(page.get('/MediaBox'), objects)
    if (!media) throw new UnknownPdf('A page has no size')
    return {media, bleed: boxOf(page.get('/BleedBox'), objects), trim: boxOf(page.get('/TrimBox'), objects)}
  })
}

function resolved(value: PdfValue | undefined, objects: PdfObjects): PdfValue | undefined {
  const isReference = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Map)
  return isReference ? objects.get(value.to)?.value : value
}

function dictOf(value: PdfValue | undefined, objects: PdfObjects): PdfDict | undefined {
  const found = resolved(value, objects)
  return found instanceof Map ? found : undefined
}

function pagesBelow(node: PdfValue | undefined, objects: PdfObjects): PdfDict[] {
  const dict = dictOf(node, objects)
  if (!dict) throw new UnknownPdf('A page is missing')
  const kids = resolved(dict.get('/Kids'), objects)
  if (dict.get('/Type') === '/Page') return [dict]
  return Array.isArray(kids) ? kids.flatMap((kid) => pagesBelow(kid, objects)) : []
}

function boxOf(value: PdfValue | undefined, objects: PdfObjects): Box | undefined {
  const edges = resolved(value, objects)
  if (!Array.isArray(edges) || edges.length !== 4) return undefined
  const [left = 0, bottom = 0, right = 0, top = 0] = edges.map(Number)
  return [left, bottom, right, top]
}
