// Objects of a PDF as text whose numbers are not fixed yet: references to other objects stand between marks that no object can hold.
import {PDFArray, PDFDict, PDFHexString, PDFRef, PDFStream, PDFString, type PDFObject} from '@cantoo/pdf-lib'

/** A place outside the group of objects that moves together: the node above its pages, the tag above its tags. */
export type Outside = 'pages' | 'document'

/** Marks of loose text: `\0 12 \0`, a reference; `\1 3 \1`, a place in the list of tags by page. */
export const REFERENCE = '\0'
const PARENTS = '\u0001'

/** Writes an object, for a stream its dictionary without the length. `numberOf` says which number a reference has in the group. */
export function looseText(object: PDFObject, numberOf: (ref: PDFRef) => number | Outside): string {
  const text = (one: PDFObject): string => {
    if (one instanceof PDFRef) return `${REFERENCE}${numberOf(one)}${REFERENCE}`
    if (one instanceof PDFDict) return `<<${entriesOf(one).map(entry).join('')}>>`
    if (one instanceof PDFArray) return `[${one.asArray().map(text).join(' ')}]`
    if (one instanceof PDFString) return safe(one)
    if (one instanceof PDFStream) return text(one.dict)
    return one.toString()
  }
  const entry = ([key, value]: [string, PDFObject]): string =>
    PARENT_KEYS.has(key) ? `${key} ${PARENTS}${value.toString()}${PARENTS}` : `${key} ${text(value)}`
  return text(object)
}

/** A reference within loose text that is made by hand. */
export const looseReference = (to: number | Outside): string => `${REFERENCE}${to}${REFERENCE}`

/** Where a group of objects goes in the whole file. */
export interface Move {
  /** Number in the file of an object of the group. */
  numberOf: (own: number) => number
  /** Added to places in the list of tags by page. */
  parentsBy: number
  /** Numbers of the objects outside the group. */
  outside: Record<Outside, number>
}

/** The same text with the numbers of its objects in the whole file. */
export function fixedText(loose: string, {numberOf, parentsBy, outside}: Move): string {
  const referred = between(loose, REFERENCE, (name) => {
    const number = name === 'pages' || name === 'document' ? outside[name] : numberOf(Number(name))
    return `${number} 0 R`
  })
  return between(referred, PARENTS, (place) => String(Number(place) + parentsBy))
}

function between(text: string, mark: string, change: (inside: string) => string): string {
  if (!text.includes(mark)) return text
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? piece : change(piece)))
    .join('')
}

const PARENT_KEYS = new Set(['/StructParents', '/StructParent'])

/** Lengths are written with the streams. */
function entriesOf(dict: PDFDict): [string, PDFObject][] {
  return dict
    .entries()
    .map(([key, value]): [string, PDFObject] => [key.toString(), value])
    .filter(([key]) => key !== '/Length')
}

const PLAIN = /^[\u0020-\u0027\u002A-\u005B\u005D-\u007E]*$/

/** Strings may hold any byte, our marks too: what is not plain is written in hexadecimal digits. */
function safe(string: PDFString): string {
  const value = string.asString()
  return PLAIN.test(value) ? `(${value})` : PDFHexString.of(Buffer.from(string.asBytes()).toString('hex')).toString()
}
