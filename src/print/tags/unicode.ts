// Which characters the codes of a font stand for.
import {type PDFDict, PDFName, PDFRawStream} from '@cantoo/pdf-lib'
import {unpack} from '../finish/page-content.ts'
import {nameIn} from './objects.ts'

/** A font as the content of pages uses it. */
export interface Decoder {
  /** Text of the string of a show operator, without its brackets: hexadecimal digits. */
  text: (hex: string) => string
  /** Code of the space, if the font has one. */
  space: string | undefined
  /** Width of the sign of a code, thousandths of the font size. */
  width?: ((hex: string) => number | undefined) | undefined
}

/** Reads the map of a font from codes to characters. */
export function decoderOf(font: PDFDict): Decoder {
  const map = mapOf(font.lookup(PDFName.of('ToUnicode')))
  const width = nameIn(font, 'Subtype') === 'Type0' ? 4 : 2
  // The browser shows letter by letter: few strings, again and again.
  const known = new Map<string, string>()
  const text = (hex: string): string => {
    let found = known.get(hex)
    if (found !== undefined) return found
    found = ''
    for (let at = 0; at < hex.length; at += width) found += map.get(parseInt(hex.slice(at, at + width), 16)) ?? '\uFFFD'
    known.set(hex, found)
    return found
  }
  const [code] = [...map].find(([, character]) => character === ' ') ?? []
  return {text, space: code?.toString(16).toUpperCase().padStart(width, '0')}
}

/** Characters by code, as a ToUnicode map says. */
export function mapOf(stream: unknown): Map<number, string> {
  const map = new Map<number, string>()
  if (!(stream instanceof PDFRawStream)) return map
  const source = Buffer.from(unpack(stream)).toString('latin1')
  for (const [, body = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w*)>/g))
      map.set(parseInt(code, 16), fromUtf16(text))
  for (const [, body = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) addRanges(map, body)
  return map
}

function addRanges(map: Map<number, string>, body: string): void {
  for (const [, from = '', to = '', first, list = ''] of body.matchAll(
    /<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g
  )) {
    const start = parseInt(from, 16)
    const texts =
      first === undefined ? [...list.matchAll(/<(\w*)>/g)].map(([, text = '']) => fromUtf16(text)) : undefined
    const base = fromUtf16(first ?? '')
    const last = base.codePointAt(base.length - 1) ?? 0
    for (let code = start; code <= parseInt(to, 16); code++)
      map.set(code, texts?.[code - start] ?? base.slice(0, -1) + String.fromCodePoint(last + code - start))
  }
}

/** `0441` → `с` */
export function fromUtf16(hex: string): string {
  let text = ''
  for (let at = 0; at + 4 <= hex.length; at += 4) text += String.fromCharCode(parseInt(hex.slice(at, at + 4), 16))
  return text
}
