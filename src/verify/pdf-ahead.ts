// Reads printed pages for the proof of a PDF while others are still being printed. The proof takes only the texts of pages that the
// finished file has exactly so.
import {printsOf} from './pdf-prints.ts'
import {textOf, type Readings} from './pdf-text.ts'
import {openReader, type Reader} from './pdf-threads.ts'

/** Pages that are being read. */
export interface ReadingAhead {
  /** Begins to read a PDF of some pages of the book. */
  read: (bytes: Uint8Array) => void
  /** Texts of all pages that were known or have been begun. */
  readings: () => Promise<Readings>
  close: () => void
}

/** Pages in `known` are not read again. */
export function readAhead(known: Readings = new Map()): ReadingAhead {
  const readings = new Map(known)
  const running: Promise<void>[] = []
  let reader: Reader | undefined
  return {
    read: (bytes) => {
      const prints = printsOf(bytes) ?? []
      const wanted = prints.flatMap(({whole}, at) => (readings.has(whole) ? [] : [{whole, number: at + 1}]))
      if (wanted.length === 0) return
      reader ??= openReader()
      // What cannot be read here is read in the finished file, which tells why.
      running.push(readInto(readings, wanted, reader, bytes).catch(() => {}))
    },
    readings: async () => {
      await Promise.all(running)
      return readings
    },
    close: () => reader?.close()
  }
}

interface Wanted {
  /** Fingerprint of a page, and its number in the file. */
  whole: string
  number: number
}

async function readInto(
  readings: Map<string, string>,
  wanted: readonly Wanted[],
  reader: Reader,
  bytes: Uint8Array
): Promise<void> {
  const numbers = wanted.map(({number}) => number)
  const pages = await reader.read(bytes, numbers)
  for (const [at, {whole}] of wanted.entries()) readings.set(whole, textOf(pages[at] ?? []))
}
