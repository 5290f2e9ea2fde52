// The colours of a picture: those of sRGB, or of a profile of its own, such as that of a telephone’s camera; seen as greys.
import {PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFObject} from '@cantoo/pdf-lib'
import {SRGB_PRIMARIES} from './icc.ts'
import {grey} from './one-ink.ts'
import {unpack} from './page-content.ts'

/** How samples become greys of 0 to 255: from one or three parts of light a point. */
export interface PictureColours {
  parts: 1 | 3
  greys(samples: Uint8Array): Uint8Array
}

/** The colours of a colour space; nothing where it is none that is known. */
export function coloursOf(space: PDFObject | undefined): PictureColours | undefined {
  if (space === PDFName.of('DeviceGray')) return IN_ONE_INK
  if (space === PDFName.of('DeviceRGB')) return OF_SCREEN
  const profile = space instanceof PDFArray && space.get(0) === PDFName.of('ICCBased') ? space.lookup(1) : undefined
  if (!(profile instanceof PDFRawStream)) return undefined
  const parts = profile.dict.lookup(PDFName.of('N'))
  const count = parts instanceof PDFNumber ? parts.asNumber() : 0
  if (count === 1) return IN_ONE_INK
  const read = count === 3 ? readProfile(unpack(profile)) : undefined
  if (!read) return undefined
  return isOfScreen(read) ? OF_SCREEN : {parts: 3, greys: (samples) => greysOf(samples, read)}
}

/** Greys of whatever profile: they are those of an ink already. */
const IN_ONE_INK: PictureColours = {parts: 1, greys: (samples) => samples}

const OF_SCREEN: PictureColours = {
  parts: 3,
  greys: (samples) => eachPoint(samples, (red, green, blue) => grey(red, green, blue))
}

function eachPoint(samples: Uint8Array, look: (red: number, green: number, blue: number) => number): Uint8Array {
  const greys = new Uint8Array(samples.length / 3)
  for (let at = 0, from = 0; at < greys.length; at++, from += 3)
    greys[at] = Math.round(look(samples[from] ?? 0, samples[from + 1] ?? 0, samples[from + 2] ?? 0))
  return greys
}

/** Light of each of the three parts, at values of 0 to 255, and the colours (X, Y, Z at D50) that it has. */
interface Profile {
  light: readonly Float64Array[]
  primaries: readonly (readonly number[])[]
}

/** A profile that mixes three lights; those of printers and of tables of colours are none. */
function readProfile(bytes: Uint8Array): Profile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 132 || file.toString('latin1', 16, 24) !== 'RGB XYZ ') return undefined
  const tags = new Map<string, Buffer>()
  for (let at = 132; at + 12 <= 132 + 12 * file.readUInt32BE(128) && at + 12 <= file.length; at += 12) {
    const from = file.readUInt32BE(at + 4)
    tags.set(file.toString('latin1', at, at + 4), file.subarray(from, from + file.readUInt32BE(at + 8)))
  }
  if (tags.has('A2B0')) return undefined
  const primaries = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => fixedIn(tags.get(name), 8, 3))
  const light = ['rTRC', 'gTRC', 'bTRC'].map((name) => lightOf(tags.get(name)))
  const whole = light.every((one) => one !== undefined) && primaries.every((one) => one.length === 3)
  return whole ? {light, primaries} : undefined
}

/** Numbers with sixteen bits of fraction. */
function fixedIn(block: Buffer | undefined, from: number, count: number): number[] {
  if (!block || block.length < from + 4 * count) return []
  return Array.from({length: count}, (_, at) => block.readInt32BE(from + 4 * at) / 65_536)
}

const STEPS = Array.from({length: 256}, (_, value) => value / 255)

/** The light of each value by a curve: a table, or a formula. */
function lightOf(block: Buffer | undefined): Float64Array | undefined {
  const kind = block?.toString('latin1', 0, 4)
  if (!block || block.length < 12) return undefined
  if (kind === 'curv') return tableOf(block)
  const [count, curve] = (kind === 'para' ? FORMULAS[block.readUInt16BE(8)] : undefined) ?? []
  const numbers = count === undefined ? [] : fixedIn(block, 12, count)
  return curve && numbers.length === count ? Float64Array.from(STEPS, curve(numbers)) : undefined
}

type Formula = (numbers: readonly number[]) => (value: number) => number

/** The five formulas of the ICC (10.18 of its specification), each with how many numbers it has. */
const FORMULAS: readonly (readonly [number, Formula])[] = [
  [1, ([g = 1]) => power(g, 1, 0)],
  [3, ([g = 1, a = 1, b = 0]) => power(g, a, b)],
  [
    4,
    ([g = 1, a = 1, b = 0, c = 0]) =>
      (x) =>
        power(g, a, b)(x) + c
  ],
  [
    5,
    ([g = 1, a = 1, b = 0, c = 0, d = 0]) =>
      (x) =>
        x >= d ? power(g, a, b)(x) : c * x
  ],
  [
    7,
    ([g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0]) =>
      (x) =>
        x >= d ? power(g, a, b)(x) + e : c * x + f
  ]
]

const power =
  (g: number, a: number, b: number): ((value: number) => number) =>
  (x) =>
    Math.max(0, a * x + b) ** g

function tableOf(block: Buffer): Float64Array | undefined {
  const count = block.readUInt32BE(8)
  if (block.length < 12 + 2 * count) return undefined
  if (count === 0) return Float64Array.from(STEPS)
  if (count === 1) return Float64Array.from(STEPS, (x) => x ** (block.readUInt16BE(12) / 256))
  const point = (at: number): number => block.readUInt16BE(12 + 2 * Math.min(at, count - 1)) / 65_535
  return Float64Array.from(STEPS, (x) => {
    const at = Math.floor(x * (count - 1))
    const part = x * (count - 1) - at
    return point(at) * (1 - part) + point(at + 1) * part
  })
}

/** Whether nobody sees a difference from sRGB; many pictures say but roughly that they are such. */
const isOfScreen = ({light, primaries}: Profile): boolean =>
  primaries.every((one, row) => one.every((value, at) => Math.abs(value - (SRGB_PRIMARIES[row]?.[at] ?? 0)) < 0.003)) &&
  light.every((one) => one.every((value, at) => Math.abs(ofLight(value) - at / 255) < 0.03))

/** The value that stands for a light on a screen. */
const ofLight = (light: number): number =>
  light <= 0.003_130_8 ? Math.max(0, 12.92 * light) : 1.055 * Math.min(1, light) ** (1 / 2.4) - 0.055

/** Colours of another profile are turned into those of a screen first, so that equal colours become equal greys. */
function greysOf(samples: Uint8Array, {light, primaries}: Profile): Uint8Array {
  const mix = product(inverse(columns(SRGB_PRIMARIES)), columns(primaries))
  const values = Float64Array.from({length: FINE + 1}, (_, at) => 255 * ofLight(at / FINE))
  const value = (amount: number): number => values[Math.round(FINE * Math.min(1, Math.max(0, amount)))] ?? 0
  return eachPoint(samples, (red, green, blue) => {
    const lights = [light[0]?.[red] ?? 0, light[1]?.[green] ?? 0, light[2]?.[blue] ?? 0]
    const [r = 0, g = 0, b = 0] = mix.map((row) => value(dot(row, lights)))
    return grey(r, g, b)
  })
}

/** Steps of light, fine enough for the darkest values. */
const FINE = 16_384

const dot = (one: readonly number[], two: readonly number[]): number =>
  (one[0] ?? 0) * (two[0] ?? 0) + (one[1] ?? 0) * (two[1] ?? 0) + (one[2] ?? 0) * (two[2] ?? 0)

type Rows = readonly (readonly number[])[]

const columns = (rows: Rows): Rows => [0, 1, 2].map((at) => rows.map((row) => row[at] ?? 0))

const product = (one: Rows, two: Rows): Rows => one.map((row) => columns(two).map((column) => dot(row, column)))

function inverse(rows: Rows): Rows {
  const [a = [], b = [], c = []] = rows
  const cross = (x: readonly number[], y: readonly number[]): number[] =>
    [0, 1, 2].map((at) => {
      const [next, last] = [(at + 1) % 3, (at + 2) % 3]
      return (x[next] ?? 0) * (y[last] ?? 0) - (x[last] ?? 0) * (y[next] ?? 0)
    })
  const whole = dot(a, cross(b, c))
  return columns([cross(b, c), cross(c, a), cross(a, b)].map((row) => row.map((value) => value / whole)))
}
