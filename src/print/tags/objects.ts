// Short ways to what a PDF holds.
import {PDFArray, type PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFObject} from '@cantoo/pdf-lib'

/** A dictionary's entry as a name, without its slash. */
export function nameIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? decoded(value) : undefined
}

/** The library has each name once and decodes it byte by byte every time. */
function decoded(name: PDFName): string {
  let text = DECODED.get(name)
  if (text === undefined) DECODED.set(name, (text = name.decodeText()))
  return text
}

const DECODED = new WeakMap<PDFName, string>()

/** A dictionary's entry as text. */
export function textIn(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

/** A dictionary's entry as a number. */
export function numberIn(dictionary: PDFDict, key: string): number | undefined {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** An entry that may be one object or a list of them, as they stand: references stay references. */
export function listIn(dictionary: PDFDict, key: string): PDFObject[] {
  const value = dictionary.lookup(PDFName.of(key))
  if (value instanceof PDFArray) return value.asArray()
  const one = dictionary.get(PDFName.of(key))
  return one === undefined ? [] : [one]
}
