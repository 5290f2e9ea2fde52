// Pictures for a press of one ink: their colours become greys, and what of them is transparent is laid on white paper.
import {deflateSync} from 'node:zlib'
import {
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
  type PDFDict,
  type PDFDocument,
  type PDFRef
} from '@cantoo/pdf-lib'
import type {Hindrance} from './one-ink.ts'
import {unpack} from './page-content.ts'
import {coloursOf} from './picture-colours.ts'

/** Makes a picture grey; tells where its kind is not known, and leaves it then. */
export async function makeGrey({context}: PDFDocument, ref: PDFRef): Promise<Hindrance | undefined> {
  const picture = context.lookup(ref)
  if (!(picture instanceof PDFRawStream)) return 'picture of an unknown kind'
  const {dict} = picture
  const mask = dict.lookup(PDFName.of('SMask'))
  const space = dict.lookup(PDFName.of('ColorSpace'))
  if (mask === undefined && isStencil(dict)) return undefined
  const colours = coloursOf(space)
  if (mask === undefined && colours?.parts === 1) {
    // Its greys stay as they are, and so does its packing; what a profile says of them is for screens.
    dict.set(PDFName.of('ColorSpace'), GREY)
    return undefined
  }
  const samples = colours && (await samplesOf(picture, colours.parts))
  const opaque = mask === undefined ? 'all' : await opacityOf(mask, dict)
  if (!samples || !opaque) return 'picture of an unknown kind'
  context.assign(ref, packed(context, dict, onWhite(colours.greys(samples), opaque)))
  return undefined
}

/** A grey picture of the same size. */
function packed(context: PDFContext, dict: PDFDict, greys: Uint8Array): PDFRawStream {
  const [width, height] = sizeOf(dict)
  const made = context.stream(deflateSync(predicted(greys, width)), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
    DecodeParms: {Predictor: 15, Columns: width, Colors: 1, BitsPerComponent: 8}
  })
  const interpolate = dict.get(PDFName.of('Interpolate'))
  if (interpolate) made.dict.set(PDFName.of('Interpolate'), interpolate)
  return made
}

const GREY = PDFName.of('DeviceGray')

const isStencil = (dict: PDFDict): boolean => String(dict.lookup(PDFName.of('ImageMask'))) === 'true'

const sizeOf = (dict: PDFDict): [number, number] => [numberAt(dict, 'Width'), numberAt(dict, 'Height')]

function numberAt(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}

/** Parts of light of a picture, a byte each; nothing where it is packed in an unknown way. */
async function samplesOf(picture: PDFRawStream, parts: 1 | 3): Promise<Uint8Array | undefined> {
  const {dict} = picture
  const strange = ['Decode', 'Mask', 'DecodeParms'].some((key) => dict.has(PDFName.of(key)))
  if (strange || numberAt(dict, 'BitsPerComponent') !== 8) return undefined
  const filter = dict.lookup(PDFName.of('Filter'))
  const [width, height] = sizeOf(dict)
  if (filter === PDFName.of('DCTDecode')) return unpackJpeg(picture.getContents(), {width, height, parts})
  const samples = filter === PDFName.of('FlateDecode') || filter === undefined ? unpack(picture) : undefined
  return samples?.length === width * height * parts ? samples : undefined
}

/** Parts of light of a JPEG file; nothing where it is none that holds such a picture. */
async function unpackJpeg(
  bytes: Uint8Array,
  {width, height, parts}: {width: number; height: number; parts: 1 | 3}
): Promise<Uint8Array | undefined> {
  // Loaded where there is such a picture: few books have one.
  const {JpegImage, JpegError} = await import('pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs')
  const jpeg = new JpegImage()
  try {
    jpeg.parse(bytes)
    const fits = jpeg.width === width && jpeg.height === height && jpeg.numComponents === parts
    return fits ? new Uint8Array(jpeg.getData({width, height, forceRGB: parts === 3, isSourcePDF: true})) : undefined
  } catch (cause) {
    if (cause instanceof JpegError) return undefined
    throw cause
  }
}

/** How opaque each point is; nothing where the mask is none of the same size. */
async function opacityOf(mask: unknown, picture: PDFDict): Promise<Uint8Array | undefined> {
  if (!(mask instanceof PDFRawStream) || mask.dict.has(PDFName.of('Matte'))) return undefined
  const same = sizeOf(mask.dict).every((side, index) => side === sizeOf(picture)[index])
  return same && mask.dict.lookup(PDFName.of('ColorSpace')) === GREY ? samplesOf(mask, 1) : undefined
}

const onWhite = (greys: Uint8Array, opaque: Uint8Array | 'all'): Uint8Array =>
  opaque === 'all'
    ? greys
    : greys.map((value, at) => Math.round(WHITE + ((value - WHITE) * (opaque[at] ?? WHITE)) / WHITE))
const WHITE = 255

/** Rows that tell how points differ from those before them (PNG filters), which packs better: each row as it differs least. */
function predicted(greys: Uint8Array, width: number): Uint8Array {
  const height = greys.length / width
  const rows = new Uint8Array(greys.length + height)
  for (let row = 0; row < height; row++) {
    const line = greys.subarray(row * width, (row + 1) * width)
    const above = row === 0 ? new Uint8Array(width) : greys.subarray((row - 1) * width, row * width)
    const [best] = FILTERS.map((filter) => filtered(line, above, filter)).toSorted((a, b) => a.size - b.size)
    if (best) rows.set(best.bytes, row * (width + 1))
  }
  return rows
}

interface Filter {
  number: number
  guess: (left: number, up: number) => number
}

const FILTERS: readonly Filter[] = [
  {number: 0, guess: () => 0},
  {number: 1, guess: (left) => left},
  {number: 2, guess: (_, up) => up},
  {number: 3, guess: (left, up) => (left + up) >> 1}
]

/** A row by a filter, and how far it is from one of zeros. */
function filtered(line: Uint8Array, above: Uint8Array, {number, guess}: Filter): {bytes: Uint8Array; size: number} {
  const bytes = new Uint8Array(line.length + 1)
  bytes[0] = number
  let size = 0
  for (let at = 0; at < line.length; at++) {
    const left = at === 0 ? 0 : (line[at - 1] ?? 0)
    const differs = ((line[at] ?? 0) - guess(left, above[at] ?? 0)) & 0xff
    bytes[at + 1] = differs
    size += differs < 128 ? differs : 256 - differs
  }
  return {bytes, size}
}
