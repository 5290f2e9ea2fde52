// The gate of the fonts: every character of the book is in a book face, and no other face is in the PDF.
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import type {Nodes} from 'hast'
import {SCRIPT_FACES, scriptFaceOf, type ScriptFace} from '../../document/script-faces.ts'
import type {Book} from '../../html/book.ts'
import type {PrintMessage} from '../result.ts'
import {packageFolder} from '../../kept/index.ts'

// fontkit brings no types; this is the part of it that is used here.
const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): Font
}
interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** The book faces: a character must be in one of them. */
const FACES = [
  ['eb-garamond', '400Regular/EBGaramond_400Regular.ttf'],
  ['noto-serif', '400Regular/NotoSerif_400Regular.ttf']
] as const

/** Names that the faces bear in a PDF. */
const NAMES = ['EBGaramond', 'NotoSerif', 'NotoSans', ...SCRIPT_FACES.map(({name}) => name)]

/** What a book is written in, for the faces that it needs: titles, texts, notes with their marks. */
export function* textsOf({shortTitle, parts}: Book): Generator<{part: string; text: string}> {
  for (const {id: part, shortTitle: own, body, notes} of parts) {
    yield {part, text: own + shortTitle}
    yield {part, text: textOf(body)}
    for (const note of notes) yield {part, text: note.mark + note.body.map(textOf).join('')}
  }
}

/** Characters of the book that no book face has, one message each, with the first part where it stands. */
export async function missingGlyphs(book: Book): Promise<PrintMessage[]> {
  const known = await coverage()
  return [...firstUses(book)]
    .filter(([character]) => !known(character))
    .map(([character, part]) => ({rule: 'missing-glyph', part, reason: missing(character, part)}))
}

/** Each character of the book once, and the part where it stands first: of a million there are some hundred. */
function firstUses(book: Book): Map<string, string> {
  const uses = new Map<string, string>()
  const seen = new Uint8Array(0x11_00_00)
  for (const {part, text} of textsOf(book))
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0
      if (code > 0xff_ff) at++
      if (seen[code] === 1) continue
      seen[code] = 1
      uses.set(String.fromCodePoint(code), part)
    }
  return uses
}

/** What there is. */
const LETTERS = 'EB Garamond and Noto Serif, for Hebrew Noto Serif Hebrew, for Arabic script Scheherazade New'

const missing = (character: string, part: string): string =>
  `Unexpected character ${character} (${codePoint(character)}) in \`${part}\`, expected one that the book faces have: ${LETTERS}. Write it in another way, for example in transliteration.`

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
    reason: `Unexpected font ${name} in the PDF, expected the book faces only, EB Garamond, Noto Serif, Noto Sans, Noto Serif Hebrew and Scheherazade New: the browser took it for characters, or for a bold or italic, that they lack.`
  }))
}

/** Layout of white space, and characters that are never drawn. */
const UNDRAWN = /[\t\n\r\p{Default_Ignorable_Code_Point}]/u

async function coverage(): Promise<(character: string) => boolean> {
  const fonts = await Promise.all(FACES.map(([family, file]) => open(family, file)))
  const scripts = new Map<ScriptFace, Font>()
  for (const face of SCRIPT_FACES) scripts.set(face, await open(face.folder, `400Regular/${face.name}_400Regular.ttf`))
  return (character) => {
    const face = scriptFaceOf(character)
    const own = face && scripts.get(face)
    const code = character.codePointAt(0) ?? 0
    return UNDRAWN.test(character) || [...fonts, ...(own ? [own] : [])].some((font) => font.hasGlyphForCodePoint(code))
  }
}

const open = async (family: string, file: string): Promise<Font> =>
  fontkit.create(await readFile(join(packageFolder(`@expo-google-fonts/${family}`), file)))

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : ''
}
