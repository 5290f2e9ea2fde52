// The colours of the book are those of sRGB: its profile, made here from the published figures, so that it is nobody's file.

/** An ICC profile of version 2.1 for sRGB (IEC 61966-2-1), its primaries adapted to the white D50; always the same bytes. */
export function srgbProfile(): Uint8Array {
  const offset = HEADER + COUNT + ENTRY * TAGS.length
  const blocks = [...new Set(TAGS.map(([, block]) => block))]
  const offsets = new Map<Buffer, number>()
  let end = offset
  for (const block of blocks) {
    offsets.set(block, end)
    end += padded(block).length
  }
  const entries = TAGS.map(([name, block]) => {
    const entry = Buffer.alloc(ENTRY)
    entry.write(name, 0)
    entry.writeUInt32BE(offsets.get(block) ?? 0, 4)
    entry.writeUInt32BE(block.length, 8)
    return entry
  })
  return new Uint8Array(Buffer.concat([header(end), ...entries, ...blocks.map(padded)]))
}

const HEADER = 128
const COUNT = 4
const ENTRY = 12

const fixed = (value: number): number => Math.round(value * 65_536)

const padded = (block: Buffer): Buffer => Buffer.concat([block, Buffer.alloc((4 - (block.length % 4)) % 4)])

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER + COUNT)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x02_10_00_00, 8)
  bytes.write('mntrRGB XYZ ', 12)
  for (const [index, value] of [2026, 1, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(value, 24 + 2 * index)
  bytes.write('acsp', 36)
  for (const [index, value] of D50.entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * index)
  bytes.writeUInt32BE(TAGS.length, HEADER)
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

/** How light a value is: the curve of sRGB at 1,024 points. */
function curve(): Buffer {
  const points = 1024
  const bytes = Buffer.alloc(12 + 2 * points)
  bytes.write('curv', 0)
  bytes.writeUInt32BE(points, 8)
  for (let index = 0; index < points; index++) {
    const value = index / (points - 1)
    const light = value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    bytes.writeUInt16BE(Math.round(65_535 * light), 12 + 2 * index)
  }
  return bytes
}

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

const CURVE = curve()

const TAGS: readonly (readonly [string, Buffer])[] = [
  ['desc', description('sRGB')],
  ['cprt', plainText('No copyright, use freely')],
  ['wtpt', colour(...D50)],
  ['rXYZ', colour(0.436_07, 0.222_49, 0.013_92)],
  ['gXYZ', colour(0.385_15, 0.716_87, 0.097_08)],
  ['bXYZ', colour(0.143_07, 0.060_61, 0.7141)],
  ['rTRC', CURVE],
  ['gTRC', CURVE],
  ['bTRC', CURVE]
]
