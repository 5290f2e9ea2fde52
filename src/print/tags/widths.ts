// How far the signs of a font move what is shown after them.
import {PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject} from '@cantoo/pdf-lib'
import {nameIn} from './objects.ts'

/** Width of the signs of a string, given as hexadecimal digits, in thousandths of the font size; nothing where it is not known. */
export type Widths = (hex: string) => number | undefined

/** Widths of a font whose codes are of two bytes and name its signs (ISO 32000-1, 9.7.4.3); nothing for others. */
export function widthsOf(font: PDFDict): Widths | undefined {
  const below = font.lookup(PDFName.of('DescendantFonts'))
  const own = below instanceof PDFArray ? below.lookup(0) : undefined
  if (nameIn(font, 'Encoding') !== 'Identity-H' || !(own instanceof PDFDict)) return undefined
  const rest = own.lookup(PDFName.of('DW'))
  const all = listed(own.lookup(PDFName.of('W')))
  const otherwise = rest instanceof PDFNumber ? rest.asNumber() : 1000
  const widthOf = (hex: string): number | undefined => {
    if (hex.length % 4 !== 0) return undefined
    let sum = 0
    for (let at = 0; at < hex.length; at += 4) sum += all.get(parseInt(hex.slice(at, at + 4), 16)) ?? otherwise
    return sum
  }
  // The browser shows sign by sign: few strings, again and again.
  const known = new Map<string, number | undefined>()
  return (hex) => {
    let width = known.get(hex)
    if (width === undefined) known.set(hex, (width = widthOf(hex)))
    return width
  }
}

/** `[12 [500 250] 20 30 500]`: from 12 on 500 and 250, from 20 to 30 500. */
function listed(list: PDFObject | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  if (!(list instanceof PDFArray)) return widths
  for (let at = 0; at < list.size();) {
    const first = numberAt(list, at)
    const second = list.lookup(at + 1)
    if (second instanceof PDFArray) {
      for (let index = 0; index < second.size(); index++) widths.set(first + index, numberAt(second, index))
      at += 2
    } else {
      for (let code = first; code <= numberAt(list, at + 1); code++) widths.set(code, numberAt(list, at + 2))
      at += 3
    }
  }
  return widths
}

const numberAt = (list: PDFArray, at: number): number => list.lookup(at, PDFNumber).asNumber()
