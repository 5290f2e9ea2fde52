// Writes a picture of one ink on one paper as PNG; the same pixels give the same bytes on every machine.
import {crc32} from 'node:zlib'
import {zlibSync} from 'fflate'

/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/** A picture before it is written. */
export interface Picture {
  width: number
  height: number
  /** 0 paper to 255 ink. */
  greys: Uint8Array
  paper: Colour
  ink: Colour
}

/** A PNG with a palette of the 256 shades between paper and ink. */
export function png(picture: Picture): Uint8Array {
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(picture)),
    chunk('PLTE', palette(picture)),
    // Not Node's own zlib: its output depends on the processor. Higher levels take five times as long to save a twentieth.
    chunk('IDAT', zlibSync(rows(picture), {level: 5})),
    chunk('IEND', new Uint8Array())
  ])
}

function header({width, height}: Picture): Uint8Array {
  const bytes = Buffer.alloc(13)
  bytes.writeUInt32BE(width, 0)
  bytes.writeUInt32BE(height, 4)
  bytes.set([8, 3, 0, 0, 0], 8)
  return bytes
}

function palette({paper, ink}: Picture): Uint8Array {
  const shades = Array.from({length: 256}, (_, grey) =>
    paper.map((value, channel) => Math.round(value + (((ink[channel] ?? 0) - value) * grey) / 255))
  )
  return Uint8Array.from(shades.flat())
}

/** Each row begins with the number of its filter, none. */
function rows({width, height, greys}: Picture): Uint8Array {
  const bytes = new Uint8Array((width + 1) * height)
  for (let row = 0; row < height; row++) {
    bytes.set(greys.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  return bytes
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const bytes = Buffer.alloc(named.length + 8)
  bytes.writeUInt32BE(data.length, 0)
  bytes.set(named, 4)
  bytes.writeUInt32BE(crc32(named), named.length + 4)
  return bytes
}
