// A finished PDF of two pages for the press: words, plain drawings, and pictures of several kinds, whose greys are known by hand.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {inflateSync} from 'node:zlib'
import {PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject, type PDFPage} from '@cantoo/pdf-lib'

const require = createRequire(import.meta.url)
const fontkit = require('fontkit') as Parameters<PDFDocument['registerFontkit']>[0]
const FACE = readFileSync(require.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'))

/** Sixteen by sixteen points: the left half (200, 40, 20), the right half (240, 220, 60). */
export const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEBAQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYGCAsICQoKCgoKBggLDAsKDAkKCgr/2wBDAQICAgICAgUDAwUKBwYHCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgr/wAARCAAQABADAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAACQj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAACAn/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCVxrVIPQI4JgXLg7D0COCb/9k=',
  'base64'
)

const name = (text: string): PDFName => PDFName.of(text)

/** What the tests ask the printer's file for. */
export const X1A = {bleed: 3, standard: 'PDF/X-1a'} as const

/** The sentences of findings, without what all of them end with. */
export const reasons = (findings: readonly {reason: string}[]): string[] =>
  findings.map(({reason}) => reason.replace('. This is a fault of the program; please report it.', ''))

/** The resources of a page, with a list of each kind. */
export function resourcesOf({node}: PDFPage, kind: string): PDFDict {
  // What pdf-lib offers for it changes the content too.
  const resources = node.Resources() ?? node.context.obj({})
  node.set(name('Resources'), resources)
  const list = resources.lookup(name(kind))
  if (list instanceof PDFDict) return list
  const made = node.context.obj({})
  resources.set(name(kind), made)
  return made
}

/** Adds an entry to the resources of a page. */
export function give(page: PDFPage, [kind, key]: readonly [string, string], value: PDFObject): void {
  resourcesOf(page, kind).set(name(key), value)
}

/** Adds to what a page draws. */
export function draw({node}: PDFPage, content: string): void {
  node.addContentStream(node.context.register(node.context.flateStream(content)))
}

/** A picture of parts of light, packed. */
export function picture(
  {context}: PDFDocument,
  samples: readonly number[],
  facts: {Width: number; Height: number; ColorSpace: string} & Record<string, string | number | PDFObject>
): PDFObject {
  const shape = {Type: 'XObject', Subtype: 'Image', BitsPerComponent: 8, ...facts}
  return context.register(context.flateStream(Uint8Array.from(samples), shape))
}

/** The book; `change` adds what a test is about to its second page. */
export async function pressPages(change?: (page: PDFPage, pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  pdf.setTitle('A book')
  pdf.setCreationDate(new Date('2026-01-31T00:00:00Z'))
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(FACE, {subset: true})
  for (const at of [1, 2]) pdf.addPage([300, 400]).drawText(`page ${at} says so`, {x: 20, y: 350, size: 12, font})
  const [first, second] = pdf.getPages() as [PDFPage, PDFPage]
  give(first, ['ExtGState', 'G3'], pdf.context.obj({ca: 1, CA: 1, BM: 'Normal'}))
  // Red, green, blue and white.
  const four = picture(pdf, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255], {
    Width: 4,
    Height: 1,
    ColorSpace: 'DeviceRGB'
  })
  // Black, and blue, of which half and nothing is opaque.
  const mask = picture(pdf, [128, 0], {Width: 2, Height: 1, ColorSpace: 'DeviceGray'})
  const veiled = picture(pdf, [0, 0, 0, 0, 0, 255], {Width: 2, Height: 1, ColorSpace: 'DeviceRGB', SMask: mask})
  const jpeg = pdf.context.register(
    pdf.context.stream(JPEG, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 16,
      Height: 16,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode'
    })
  )
  const form = pdf.context.register(
    pdf.context.flateStream('0 1 0 rg 0 0 20 20 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 20, 20],
      Group: {Type: 'Group', S: 'Transparency', I: true}
    })
  )
  for (const [key, value] of Object.entries({X1: four, X2: veiled, X3: jpeg, X4: form}))
    give(first, ['XObject', key], value)
  draw(first, '/G3 gs\n1 0 0 RG 1 0 0 rg 20 20 40 40 re B\n.5 .5 .5 rg 70 20 10 10 re f')
  for (const [at, key] of ['X1', 'X2', 'X3'].entries()) draw(first, `q 40 0 0 40 ${20 + 60 * at} 100 cm /${key} Do Q`)
  draw(first, 'q 1 0 0 1 200 200 cm /X4 Do Q')
  if (second) change?.(second, pdf)
  return pdf.save({useObjectStreams: true, addDefaultPage: false})
}

/** A picture, or a drawing that is shown as one. */
export function pictureIn(page: PDFPage, key: string): PDFRawStream {
  const shown = resourcesOf(page, 'XObject').lookup(name(key))
  if (!(shown instanceof PDFRawStream)) throw new Error(`Nothing is shown by the name ${key}`)
  return shown
}

/** Rows of a grey picture: what a row differs by from the points before (1), above (2), or between both (3) is added to them. */
export function greysIn(shown: PDFRawStream): number[][] {
  const width = Number(String(shown.dict.get(name('Width'))))
  const bytes = inflateSync(shown.getContents())
  const rows: number[][] = []
  for (let at = 0; at < bytes.length; at += width + 1) {
    const above = rows.at(-1) ?? []
    const row: number[] = []
    for (let point = 0; point < width; point++) {
      const [left, up] = [row[point - 1] ?? 0, above[point] ?? 0]
      const before = [0, left, up, Math.floor((left + up) / 2)][bytes[at] ?? 0] ?? Number.NaN
      row.push((before + (bytes[at + 1 + point] ?? 0)) % 256)
    }
    rows.push(row)
  }
  return rows
}
