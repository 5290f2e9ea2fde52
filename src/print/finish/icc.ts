// Profiles of what is meant by the colours of the book: sRGB for the screen, one black ink for the printer; made here from published
// figures, so that they are nobody's files. The same bytes each time.

/** An ICC profile of version 2.1 for sRGB (IEC 61966-2-1), its primaries adapted to the white D50. */
export const srgbProfile = (): Uint8Array => profile('mntr', 'RGB ', SRGB)

/** An ICC profile of version 2.1 for black ink on white paper whose half tones gain 20 per cent in print, as on uncoated paper. */
export const blackInkProfile = (): Uint8Array => profile('prtr', 'GRAY', BLACK_INK)

type Tags = readonly (readonly [name: string, block: Buffer])[]

function profile(device: 'mntr' | 'prtr', colours: 'RGB ' | 'GRAY', tags: Tags): Uint8Array {
  const offset = HEADER + COUNT + ENTRY * tags.length
  const blocks = [...new Set(tags.map(([, block]) => block))]
  const offsets = new Map<Buffer, number>()
  let end = offset
  for (const block of blocks) {
    offsets.set(block, end)
    end += padded(block).length
  }
  const entries = tags.map(([name, block]) => {
    const entry = Buffer.alloc(ENTRY)
    entry.write(name, 0)
    entry.writeUInt32BE(offsets.get(block) ?? 0, 4)
    entry.writeUInt32BE(block.length, 8)
    return entry
  })
  const head = header(end, {kind: `${device}${colours}`, count: tags.length})
  return new Uint8Array(Buffer.concat([head, ...entries, ...blocks.map(padded)]))
}

const HEADER = 128
const COUNT = 4
const ENTRY = 12

const fixed = (value: number): number => Math.round(value * 65_536)

const padded = (block: Buffer): Buffer => Buffer.concat([block, Buffer.alloc((4 - (block.length % 4)) % 4)])

function header(size: number, {kind, count}: {kind: string; count: number}): Buffer {
  const bytes = Buffer.alloc(HEADER + COUNT)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02_10_00_00, 8)
  bytes.write(`${kind}XYZ `, 12)
  for (const [index, value] of [2026, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + 2 * index)
  bytes.write('acsp', 36)
  for (const [index, value] of D50.entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * index)
  bytes.writeUInt32BE(count, HEADER)
  return bytes
}

/** The white that profiles meet at. */
const D50 = [0.9642, 1, 0.8249] as const

function colour(x: number, y: number, z: number): Buffer {
  const bytes = Buffer.alloc(20)
  bytes.write('XYZ ', 0)
  for (const [index, value] of [x, y, z].entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * index)
  return bytes
}

/** How light a value is, at 1,024 points from none to full. */
function curve(light: (value: number) => number): Buffer {
  const points = 1024
  const bytes = Buffer.alloc(12 + 2 * points)
  bytes.write('curv', 0)
  bytes.writeUInt32BE(points, 8)
  for (let index = 0; index < points; index++)
    bytes.writeUInt16BE(Math.round(65_535 * light(index / (points - 1))), 12 + 2 * index)
  return bytes
}

const ofScreen = (value: number): number => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Half of the paper left white is a third of it when the dots have spread: the paper between them is what gives light back. */
const betweenDots = (white: number): number => white - 4 * GAIN * white * (1 - white)
const GAIN = 0.2

/** The name stands alone; its forms for other systems are left empty. */
function description(name: string): Buffer {
  const bytes = Buffer.alloc(12 + name.length + 1 + 78)
  bytes.write('desc', 0)
  bytes.writeUInt32BE(name.length + 1, 8)
  bytes.write(name, 12)
  return bytes
}

function plainText(text: string): Buffer {
  const bytes = Buffer.alloc(8 + text.length + 1)
  bytes.write('text', 0)
  bytes.write(text, 8)
  return bytes
}

const CURVE = curve(ofScreen)
const OWNER = plainText('No copyright, use freely')

/** X, Y and Z of red, green and blue of sRGB, at the white that profiles meet at. */
export const SRGB_PRIMARIES = [
  [0.436_07, 0.222_49, 0.013_92],
  [0.385_15, 0.716_87, 0.097_08],
  [0.143_07, 0.060_61, 0.7141]
] as const

const SRGB: Tags = [
  ['desc', description('sRGB')],
  ['cprt', OWNER],
  ['wtpt', colour(...D50)],
  ['rXYZ', colour(...SRGB_PRIMARIES[0])],
  ['gXYZ', colour(...SRGB_PRIMARIES[1])],
  ['bXYZ', colour(...SRGB_PRIMARIES[2])],
  ['rTRC', CURVE],
  ['gTRC', CURVE],
  ['bTRC', CURVE]
]

const BLACK_INK: Tags = [
  ['desc', description('Black ink, dot gain 20%')],
  ['cprt', OWNER],
  ['wtpt', colour(...D50)],
  ['kTRC', curve(betweenDots)]
]
