// Whether a picture file is whole: each kind is read to its end by its own structure, so that no reader meets half a picture.
import {crc32} from 'node:zlib'

type Fault = 'is no such file' | 'is cut off' | 'has a wrong check sum' | 'holds no picture'

/** What is wrong with the bytes of a picture of a media type, to be said of it; undefined where nothing is. */
export function pictureFault(bytes: Uint8Array, mediaType: string): Fault | undefined {
  return READERS[mediaType]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? undefined
}

const READERS: Readonly<Record<string, (bytes: Buffer) => Fault | undefined>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/gif': gif,
  'image/webp': webp,
  'image/svg+xml': svg
}

const latin = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to)

/** Chunks: length, type, data, check sum; the last is `IEND`. */
function png(bytes: Buffer): Fault | undefined {
  if (latin(bytes, 0, 8) !== '\u0089PNG\r\n\u001A\n') return 'is no such file'
  let data = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return 'is cut off'
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return 'has a wrong check sum'
    const type = latin(bytes, at + 4, at + 8)
    if (type === 'IEND') return data ? undefined : 'holds no picture'
    data ||= type === 'IDAT'
    at = end + 4
  }
  return 'is cut off'
}

/** Segments up to the scan, then its data up to the end mark, after which some cameras write more. */
function jpeg(bytes: Buffer): Fault | undefined {
  if (latin(bytes, 0, 3) !== '\u00FF\u00D8\u00FF') return 'is no such file'
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const [mark, length] = [bytes.readUInt8(at + 1), bytes.readUInt16BE(at + 2)]
    if (mark === SCAN) return bytes.includes(END_OF_JPEG, at + 2 + length) ? undefined : 'is cut off'
    at += 2 + length
  }
  return 'is cut off'
}

const SCAN = 0xda
const END_OF_JPEG = Buffer.from([0xff, 0xd9])

/** Blocks of blocks; the last byte is a semicolon. */
function gif(bytes: Buffer): Fault | undefined {
  if (!/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return 'is no such file'
  const end = bytes.lastIndexOf(0x3b)
  const rest = bytes.subarray(end + 1)
  return end > 13 && rest.every((byte) => byte === 0) ? undefined : 'is cut off'
}

/** RIFF says how long it is. */
function webp(bytes: Buffer): Fault | undefined {
  if (latin(bytes, 0, 4) !== 'RIFF' || latin(bytes, 8, 12) !== 'WEBP') return 'is no such file'
  if (bytes.readUInt32LE(4) + 8 > bytes.length) return 'is cut off'
  return /^VP8[ LX]$/.test(latin(bytes, 12, 16)) ? undefined : 'holds no picture'
}

/** The root element and its end. */
function svg(bytes: Buffer): Fault | undefined {
  const text = bytes.toString('utf8')
  const [, name = ''] = /<((?:[\w-]+:)?svg)[\s>/]/.exec(text) ?? []
  if (name === '') return 'is no such file'
  return new RegExp(`(?:</${name}\\s*>|<${name}[^>]*/>)\\s*(?:<!--[^]*-->\\s*)?$`).test(text) ? undefined : 'is cut off'
}
