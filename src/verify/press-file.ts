// A file for a press, opened, as the proofs of its standards read it.
import {dictIn, openObjects, type PdfDict, type PdfObject, type PdfObjects, type PdfValue} from './pdf-objects.ts'

/** What is wrong with a file, and what it should be. */
export interface PressFault {
  what: string
  expected: string
}

/** What is wrong, and what is expected. */
export const fault = (what: string, expected: string): PressFault => ({what, expected})

/** Objects of a file, and what it says of itself. */
export interface PressFile {
  /** The first characters of the file. */
  head: string
  objects: PdfObjects
  all: readonly PdfObject[]
  /** All dictionaries, those that lie in others too. */
  dicts: readonly PdfDict[]
  catalog: PdfDict | undefined
  info: PdfDict | undefined
}

/** Reads all objects of a file. */
export function openPressFile(bytes: Uint8Array): PressFile {
  const objects = openObjects(bytes)
  const all = Array.from({length: Number(objects.end.get('/Size'))}, (_, number) => objects.get(number)).filter(
    (one) => one !== undefined
  )
  return {
    head: Buffer.from(bytes.subarray(0, 12)).toString('latin1'),
    objects,
    all,
    dicts: all.flatMap(({value}) => dictsIn(value)),
    catalog: dictIn(objects, objects.end.get('/Root')),
    info: dictIn(objects, objects.end.get('/Info'))
  }
}

/** A dictionary and all that lie in it. */
function dictsIn(value: PdfValue): PdfDict[] {
  if (Array.isArray(value)) return value.flatMap(dictsIn)
  return value instanceof Map ? [value, ...[...value.values()].flatMap(dictsIn)] : []
}
