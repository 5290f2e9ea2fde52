// Reads a ZIP archive entry by entry as its directory lists them, and says where one breaks the rules of EPUB's container (OCF 3.3, 4).
import {crc32, inflateRawSync} from 'node:zlib'

/** An archive that cannot be opened at all. */
export class ArchiveError extends Error {}

/** A file of an archive. */
export interface Entry {
  name: string
  bytes: Uint8Array
  stored: boolean
  /** Place of its header in the archive. */
  offset: number
  /** Bytes that its header has for special uses. */
  extra: number
  /** `1980-01-01 00:00:00`: an archive knows no time zone. */
  date: string
  /** Whether the bytes agree with their check sum. */
  whole: boolean
}

/** Opens an archive; entries stand in the order of its directory. Throws `ArchiveError`. */
export function readArchive(bytes: Uint8Array): Entry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.lastIndexOf(END)
  if (end < 0 || end + 22 > buffer.length) throw new ArchiveError('it is no archive')
  const entries: Entry[] = []
  try {
    let at = buffer.readUInt32LE(end + 16)
    for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
      if (buffer.readUInt32LE(at) !== LISTED) throw new ArchiveError('the directory of the archive is broken')
      const [name, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field)) as Lengths
      entries.push(entryAt(buffer, at, buffer.toString('utf8', at + 46, at + 46 + name)))
      at += 46 + name + extra + comment
    }
  } catch (cause) {
    throw cause instanceof ArchiveError ? cause : new ArchiveError('the archive is broken', {cause})
  }
  return entries
}

type Lengths = [name: number, extra: number, comment: number]

const END = Buffer.from('PK\u0005\u0006', 'latin1')
const LISTED = 0x02014b50
const STORED = 0

function entryAt(buffer: Buffer, at: number, name: string): Entry {
  const offset = buffer.readUInt32LE(at + 42)
  const [nameLength, extra] = [buffer.readUInt16LE(offset + 26), buffer.readUInt16LE(offset + 28)]
  const from = offset + 30 + nameLength + extra
  const packed = buffer.subarray(from, from + buffer.readUInt32LE(at + 20))
  const stored = buffer.readUInt16LE(at + 10) === STORED
  const bytes = stored ? packed : inflateRawSync(packed)
  const date = dateOf(buffer.readUInt16LE(at + 14), buffer.readUInt16LE(at + 12))
  return {name, bytes, stored, offset, extra, date, whole: crc32(bytes) === buffer.readUInt32LE(at + 16)}
}

function dateOf(day: number, time: number): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  const date = `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)}`
  return `${date} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}

/** What is wrong with the container: the type first and bare, safe names that stand once, no folders, whole files. */
export function archiveFaults(entries: readonly Entry[]): string[] {
  const [first] = entries
  const names = entries.map(({name}) => name)
  const lower = names.map((name) => name.toLowerCase())
  const bare = first?.stored === true && first.offset === 0 && first.extra === 0
  const said = new TextDecoder().decode(first?.bytes)
  return [
    ...(first?.name === 'mimetype'
      ? []
      : [`Unexpected first file \`${first?.name}\` of the archive, expected \`mimetype\``]),
    ...(first?.name !== 'mimetype' || bare
      ? []
      : ['Unexpected compression of `mimetype`, expected it as it is, at the very beginning of the archive']),
    ...(first?.name !== 'mimetype' || said === 'application/epub+zip'
      ? []
      : [`Unexpected words \`${said}\` in \`mimetype\`, expected \`application/epub+zip\``]),
    ...names
      .filter((_, index) => lower.indexOf(lower[index] ?? '') !== index)
      .map(
        (name) =>
          `Unexpected second file \`${name}\` of the archive, expected each name once, also without regard to capitals`
      ),
    ...names
      .filter((name) => !isSafe(name))
      .map((name) => `Unexpected name \`${name}\` in the archive, expected a file below it with a name of plain signs`),
    ...entries
      .filter(({whole}) => !whole)
      .map(({name}) => `Unexpected check sum of \`${name}\`, expected that of its bytes`)
  ]
}

/** Some systems forbid these signs in names, and what leads out of the archive opens a hole (OCF 3.3, 4.2.3). */
const isSafe = (name: string): boolean =>
  !/["*:<>?\\|\p{Cc}]|\/$|^\//u.test(name) && !name.split('/').some((part) => /^\.{0,2}$|\.$/.test(part))
