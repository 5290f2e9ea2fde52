// The book faces that are embedded: which files, and which of them a character needs.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

/** An outline in font units, y upwards. */
export interface Outline {
  commands: {command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[]}[]
}

/** What we use of a font that fontkit has opened. */
export interface Face {
  unitsPerEm: number
  hasGlyphForCodePoint(codePoint: number): boolean
  layout(
    text: string,
    features: string[]
  ): {
    glyphs: {path: Outline}[]
    positions: {xAdvance: number; xOffset: number; yOffset: number}[]
  }
}

// fontkit and subset-font bring no types; these are the parts of them that we use.
const fontkit = require('fontkit') as {create(bytes: Uint8Array): Face}
const subsetFont = require('subset-font') as (
  font: Uint8Array,
  text: string,
  options: {targetFormat: 'truetype'; keepFeatures: readonly string[]}
) => Promise<Uint8Array>

const FACES = {
  regular: '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf',
  italic: '@expo-google-fonts/eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/eb-garamond/700Bold/EBGaramond_700Bold.ttf',
  boldItalic: '@expo-google-fonts/eb-garamond/700Bold_Italic/EBGaramond_700Bold_Italic.ttf',
  fallback: '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
  hebrew: '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
  hebrewBold: '@expo-google-fonts/noto-serif-hebrew/700Bold/NotoSerifHebrew_700Bold.ttf',
  arabic: '@expo-google-fonts/scheherazade-new/400Regular/ScheherazadeNew_400Regular.ttf'
} as const

/** Faces by their use; `fallback` has what EB Garamond lacks, those of scripts what both lack. */
export type FaceName = keyof typeof FACES

const LICENCES = {
  'EB-Garamond': '@expo-google-fonts/eb-garamond/LICENSE_FONT',
  'Noto-Serif': '@expo-google-fonts/noto-serif/LICENSE_FONT',
  'Noto-Serif-Hebrew': '@expo-google-fonts/noto-serif-hebrew/LICENSE_FONT',
  'Scheherazade-New': '@expo-google-fonts/scheherazade-new/LICENSE_FONT'
} as const

/** Families that need their licence beside them. */
export type Family = keyof typeof LICENCES

/** The licence of a family, which must travel with its files. */
export const licenceOf = (family: Family): Uint8Array => readFileSync(require.resolve(LICENCES[family]))

const opened = new Map<FaceName, Face>()

/** Opens a face, once. */
export function face(name: FaceName): Face {
  const known = opened.get(name) ?? fontkit.create(readFileSync(require.resolve(FACES[name])))
  opened.set(name, known)
  return known
}

/** Cuts a face down to some characters; small capitals, old-style figures and the other features of these stay. */
export async function subset(name: FaceName, characters: string): Promise<Uint8Array> {
  const font = readFileSync(require.resolve(FACES[name]))
  return subsetFont(font, characters, {targetFormat: 'truetype', keepFeatures: [...FEATURES]})
}

/** A whole face. The licence of some keeps their name for it: cut, it would have to be called otherwise. */
export const wholeFace = (name: FaceName): Uint8Array => readFileSync(require.resolve(FACES[name]))

/** Features that the style sheet or a reader's own may ask for; swashes and historical forms would triple the file. */
const FEATURES =
  'kern liga clig calt ccmp locl mark mkmk rlig smcp c2sc onum lnum pnum tnum sups subs numr dnom frac ordn case'.split(
    ' '
  )
