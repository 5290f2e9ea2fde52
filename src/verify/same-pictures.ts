// The proof that grey pictures of the printer's file are those of the finished PDF: both are read by pdf.js, a stranger to what made them,
// and compared point by point.
import type {PDFDocumentProxy, PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {openPdf} from './pdf-pieces.js'
import {dictIn, openObjects, pagesIn, valueIn, type PdfObjects} from './pdf-objects.ts'

/** A picture as it is shown: its size, and a grey for each point, on white. */
interface Shown {
  /** The number of its object. */
  object: number
  width: number
  height: number
  greys: Float32Array
  /** Colours of its opaque points, as pdf.js has them. */
  colours: Int32Array
}

/** A picture that differs: its page, counted from 0, and which of that page it is. */
export interface OtherPicture {
  page: number
  picture: number
}

/** Pictures that are not the same, in greys. */
export async function otherPictures(finished: Uint8Array, printers: Uint8Array): Promise<OtherPicture[]> {
  const objects = openObjects(finished)
  const pages = pagesWithPictures(objects)
  if (pages.length === 0) return []
  const [wanted, found] = await Promise.all([openPdf(finished), openPdf(printers)])
  try {
    const others: OtherPicture[] = []
    for (const page of pages) {
      const [before, after] = [await picturesOf(wanted, page), await picturesOf(found, page)]
      const longer = before.length > after.length ? before : after
      const other = [...longer.keys()].filter((at) => !isSame(before[at], after[at], objects))
      others.push(...other.map((picture) => ({page, picture})))
    }
    return others
  } finally {
    await Promise.all([wanted.loadingTask.destroy(), found.loadingTask.destroy()])
  }
}

/** Few pages have pictures, and to read a page takes long. */
function pagesWithPictures(objects: PdfObjects): number[] {
  return pagesIn(objects).flatMap((page, at) => {
    const shown = dictIn(objects, dictIn(objects, page.get('/Resources'))?.get('/XObject'))
    return (shown?.size ?? 0) > 0 ? [at] : []
  })
}

async function picturesOf(pdf: PDFDocumentProxy, at: number): Promise<(Shown | undefined)[]> {
  const {OPS} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const paints = new Set<number>([
    OPS.paintImageXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintInlineImageXObject,
    OPS.paintInlineImageXObjectGroup
  ])
  if (at >= pdf.numPages) return []
  const page = await pdf.getPage(at + 1)
  const {fnArray, argsArray} = await page.getOperatorList()
  const shown: (Shown | undefined)[] = []
  for (const [index, operator] of fnArray.entries()) {
    if (!paints.has(operator)) continue
    const [named] = argsArray[index] as [unknown]
    const unpacked = typeof named === 'string' ? await pictureNamed(page, named) : (named as Unpacked | null)
    // What cannot be unpacked is nothing, in either file.
    shown.push(unpacked ? inGrey(unpacked) : undefined)
  }
  page.cleanup()
  return shown
}

/** A picture as pdf.js unpacks it: parts of light for each point, with or without how opaque it is. */
interface Unpacked {
  ref?: string | null
  width: number
  height: number
  data: Uint8Array | Uint8ClampedArray
}

/** Those that several pages show lie with the file. */
async function pictureNamed({objs, commonObjs}: PDFPageProxy, name: string): Promise<Unpacked | null> {
  const store = (name.startsWith('g_') ? commonObjs : objs) as {
    get(id: string, done: (one: Unpacked | null) => void): unknown
  }
  return new Promise((resolve) => void store.get(name, resolve))
}

function inGrey({ref, width, height, data}: Unpacked): Shown {
  const parts = data.length / (width * height)
  const object = Number.parseInt(ref ?? '', 10)
  const colours = new Int32Array(width * height)
  // What is neither is left as it is: then both must be equal.
  if (parts !== 3 && parts !== 4) return {object, width, height, colours, greys: Float32Array.from(data)}
  const greys = new Float32Array(width * height)
  for (let at = 0, from = 0; at < greys.length; at++, from += parts) {
    const [red, green, blue] = [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0]
    const opaque = parts === 4 ? (data[from + 3] ?? 0) : 255
    greys[at] = 255 - (opaque / 255) * (255 - (0.3 * red + 0.59 * green + 0.11 * blue))
    colours[at] = opaque === 255 ? (red << 16) | (green << 8) | blue : VEILED
  }
  return {object, width, height, colours, greys}
}

/** The colour of a point that lets paper shine through. */
const VEILED = -1

/** Greys are rounded twice: from the colours, and where they are laid on white. */
const ROUNDING = 1.01

function isSame(one: Shown | undefined, two: Shown | undefined, objects: PdfObjects): boolean {
  if (!one || two?.width !== one.width || two.height !== one.height || two.greys.length !== one.greys.length)
    return false
  const space = valueIn(objects, dictIn(objects, {to: one.object})?.get('/ColorSpace'))
  if (Array.isArray(space) && space[0] === '/ICCBased') return agree(one, two)
  return one.greys.every((grey, at) => Math.abs(grey - (two.greys[at] ?? Number.NaN)) <= ROUNDING)
}

/**
 * pdf.js takes parts of light for those of a screen; where a profile says what they are, the greys are truer than it knows. So equal
 * colours must have equal greys, wherever they stand, and all of them may be darker or lighter only by as much as profiles differ.
 */
function agree(one: Shown, two: Shown): boolean {
  const known = new Int16Array(1 << 24).fill(-1)
  let differs = 0
  for (let at = 0; at < one.greys.length; at++) {
    const [colour = VEILED, grey = Number.NaN] = [one.colours[at], two.greys[at]]
    differs += Math.abs((one.greys[at] ?? 0) - grey)
    if (colour === VEILED) continue
    const before = known[colour] ?? -1
    if (before >= 0 && !(Math.abs(before - grey) <= ROUNDING)) return false
    known[colour] = grey
  }
  return differs <= PROFILES_DIFFER * one.greys.length
}

const PROFILES_DIFFER = 32
