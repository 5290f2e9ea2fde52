// The gate of the fonts: every character of the book is in a book face, and no other face is in the PDF.
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import type {Nodes} from 'hast'
import type {Book} from '../../html/book.ts'
import type {PrintMessage} from '../result.ts'
import {packageFolder} from '../chromium/packages.ts'

// fontkit brings no types; this is the part of it that is used here.
const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): {hasGlyphForCodePoint(codePoint: number): boolean}
}

/** The book faces: a character must be in one of them. */
const FACES = [
  ['eb-garamond', '400Regular/EBGaramond_400Regular.ttf'],
  ['noto-serif', '400Regular/NotoSerif_400Regular.ttf']
] as const

/** Names that the faces bear in a PDF. */
const NAMES = ['EBGaramond', 'NotoSerif', 'NotoSans']

/** Characters of the book that no book face has, one message each, with the first part where it stands. */
export async function missingGlyphs(book: Book): Promise<PrintMessage[]> {
  const known = await coverage()
  const found = new Map<string, string>()
  const look = (text: string, part: string): void => {
    for (const character of text) if (!known(character) && !found.has(character)) found.set(character, part)
  }
  for (const part of book.parts) {
    look(part.shortTitle + book.shortTitle, part.id)
    look(textOf(part.body), part.id)
    for (const note of part.notes) look(note.mark + note.body.map(textOf).join(''), part.id)
  }
  return [...found].map(([character, part]) => ({rule: 'missing-glyph', part, reason: missing(character, part)}))
}

const missing = (character: string, part: string): string =>
  `Unexpected character ${character} (${codePoint(character)}) in \`${part}\`, expected one that the book faces EB Garamond and Noto Serif have. Write it in another way, for example in transliteration.`

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Fonts of a finished PDF that are not the book's: the browser has taken a stranger. */
export function strangeFonts(pdf: PDFDocument): PrintMessage[] {
  const strange = new Set<string>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const base = object.get(PDFName.of('BaseFont'))
    const name = base instanceof PDFName ? base.decodeText().replace(/^[A-Z]{6}\+/, '') : 'a font without a name'
    if (!NAMES.some((allowed) => name.startsWith(`${allowed}-`))) strange.add(name)
  }
  return [...strange].toSorted().map((name) => ({
    rule: 'missing-glyph',
    reason: `Unexpected font ${name} in the PDF, expected EB Garamond, Noto Serif and Noto Sans only: the browser took it for characters, or for a bold or italic, that they lack.`
  }))
}

/** Layout of white space, and characters that are never drawn. */
const UNDRAWN = /[\t\n\r\p{Default_Ignorable_Code_Point}]/u

async function coverage(): Promise<(character: string) => boolean> {
  const fonts = await Promise.all(
    FACES.map(async ([family, file]) =>
      fontkit.create(await readFile(join(packageFolder(`@expo-google-fonts/${family}`), file)))
    )
  )
  return (character) =>
    UNDRAWN.test(character) || fonts.some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
