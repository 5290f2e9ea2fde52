// Embedded fonts can be opened and have every letter of the book that their whole faces have.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Nodes} from 'hast'
import {texts} from './resources.ts'
import type {Epub} from './opened.ts'

/** What we ask of a font that fontkit has opened. */
interface Font {
  numGlyphs: number
  postscriptName: string
  characterSet: number[]
  hasGlyphForCodePoint(codePoint: number): boolean
}

const require = createRequire(import.meta.url)
// fontkit brings no types; these are the parts of it that we use. Loaded when it is wanted: `check` opens no font.
const fontkit = (): {create(bytes: Uint8Array): Font} => require('fontkit') as {create(bytes: Uint8Array): Font}

/** The whole faces by their names: what a cut one lacks is seen against them. */
const FACES: Readonly<Record<string, string>> = {
  'EBGaramond-Regular': '@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf',
  'EBGaramond-Italic': '@expo-google-fonts/eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic.ttf',
  'EBGaramond-Bold': '@expo-google-fonts/eb-garamond/700Bold/EBGaramond_700Bold.ttf',
  'EBGaramond-BoldItalic': '@expo-google-fonts/eb-garamond/700Bold_Italic/EBGaramond_700Bold_Italic.ttf',
  'NotoSerifHebrew-Regular': '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
  'NotoSerifHebrew-Bold': '@expo-google-fonts/noto-serif-hebrew/700Bold/NotoSerifHebrew_700Bold.ttf'
}

/** Fonts that cannot be opened, are cut too far, or travel without their licence. */
export function fontFaults(epub: Epub): string[] {
  const files = epub.items.filter(({mediaType}) => mediaType.startsWith('font/'))
  const bytes = new Map(epub.entries.map((entry) => [entry.name, entry.bytes]))
  const opened = files.map(({path}) => ({path, font: open(bytes.get(path))}))
  const used = charactersOf(epub)
  const licences = epub.items.filter(({mediaType, path}) => mediaType === 'text/plain' && path.includes('/fonts/'))
  return [
    ...opened
      .filter(({font}) => font === undefined)
      .map(({path}) => `Unexpected font \`${path}\`, expected a file that can be opened as a font`),
    ...opened.flatMap(({path, font}) => {
      const lacking = font ? lackingIn(font, used) : []
      return lacking.length > 0
        ? [
            `Missing letters \`${lacking.slice(0, 20).join('')}\` in the font \`${path}\`, expected all of the book that its face has`
          ]
        : []
    }),
    ...(files.length > 0 && licences.length === 0
      ? ['Missing licence beside the fonts, expected a text file of it']
      : [])
  ]
}

function open(bytes: Uint8Array | undefined): Font | undefined {
  try {
    const font = fontkit().create(bytes ?? new Uint8Array())
    return font.numGlyphs > 1 ? font : undefined
  } catch {
    return undefined
  }
}

const whole = new Map<string, ReadonlySet<number>>()

function lackingIn(font: Font, used: ReadonlySet<string>): string[] {
  const file = FACES[font.postscriptName]
  if (!file) return []
  const all = whole.get(file) ?? new Set(fontkit().create(readFileSync(require.resolve(file))).characterSet)
  whole.set(file, all)
  return [...used].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    // A face of a script is for its letters alone.
    if (font.postscriptName.startsWith('NotoSerifHebrew') && !/\p{Script=Hebrew}/u.test(character)) return false
    return all.has(code) && !font.hasGlyphForCodePoint(code)
  })
}

/** Letters and signs of all texts, navigation and notes included; what has no form needs no glyph. */
function charactersOf(epub: Epub): Set<string> {
  const characters = new Set<string>()
  const walk = (node: Nodes): void => {
    if (node.type === 'text') for (const character of node.value) characters.add(character)
    if ('children' in node && !(node.type === 'element' && node.tagName === 'head'))
      for (const child of node.children) walk(child)
  }
  for (const {path} of texts(epub)) walk(epub.tree(path))
  return new Set([...characters].filter((character) => !/[\s\p{C}]/u.test(character)).toSorted())
}
