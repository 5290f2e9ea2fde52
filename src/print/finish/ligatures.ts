// Joined letters are copied and searched as letters: a sign that a font says to be U+FB01 says “f” and “i” instead.
import {PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument} from '@cantoo/pdf-lib'
import {unpack} from './page-content.ts'

/** Mends the maps from signs to characters of all fonts. */
export function sayLetters({context}: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    const place = font instanceof PDFDict ? font.get(PDFName.of('ToUnicode')) : undefined
    const map = place instanceof PDFRef ? context.lookup(place) : undefined
    if (!(place instanceof PDFRef) || !(map instanceof PDFRawStream)) continue
    const given = Buffer.from(unpack(map)).toString('latin1')
    const mended = withLetters(given)
    if (mended !== given) context.assign(place, context.flateStream(Buffer.from(mended, 'latin1')))
  }
}

/** `<0392> <FB01>` → `<0392> <00660069>`; a range, whose texts follow each other, gets a list: `<0392> <0393> [<00660069> <0066006C>]`. */
export const withLetters = (map: string): string =>
  map
    .replace(/beginbfchar[^]*?endbfchar/g, (signs) =>
      signs.replace(/(<\w+>\s*)<(FB0[0-6])>/gi, (_, from: string, text: string) => from + lettersOf(parseInt(text, 16)))
    )
    .replace(/beginbfrange[^]*?endbfrange/g, (ranges) =>
      ranges.replace(/<(\w+)>\s*<(\w+)>\s*<(FB0[0-6])>/gi, (_, from: string, to: string, text: string) => {
        const count = parseInt(to, 16) - parseInt(from, 16) + 1
        const all = Array.from({length: count}, (_empty, at) => lettersOf(parseInt(text, 16) + at))
        return `<${from}> <${to}> [${all.join(' ')}]`
      })
    )

/** The letters of a joined sign as UTF-16, in hexadecimal digits; other characters as they are. */
const lettersOf = (code: number): string => {
  const text = String.fromCharCode(code).normalize(code <= 0xfb06 ? 'NFKC' : 'NFC')
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
