// Fonts of the package: EB Garamond with the characters of the book, Noto Serif with those that it lacks, faces of scripts that both lack.
import {scriptFaceOf, scriptFacesIn, type ScriptFace} from '../document/script-faces.ts'
import {face, licenceOf, subset, wholeFace, type FaceName, type Family} from './faces.ts'
import type {Asset} from './model.ts'

/** What the text asks of the fonts. */
export interface FontNeeds {
  text: string
  bold: boolean
  boldItalic: boolean
}

/** Files for the package, the `@font-face` rules that go before the style sheet, and what goes behind it. */
export interface Fonts {
  assets: Asset[]
  css: string
  after: string
}

interface Use {
  name: FaceName
  family: string
  style: 'normal' | 'italic'
  weight: 'normal' | 'bold'
  characters: string
  /** Per cent of the size of the text. */
  size?: number
}

/** Cuts the faces that the book uses to the characters that it uses. */
export async function fontsFor(needs: FontNeeds): Promise<Fonts> {
  const {main, fallback} = divide(needs.text)
  const garamond = (name: FaceName, style: Use['style'], weight: Use['weight']): Use => ({
    name,
    family: 'EB Garamond',
    style,
    weight,
    characters: main
  })
  const uses: Use[] = [
    garamond('regular', 'normal', 'normal'),
    garamond('italic', 'italic', 'normal'),
    ...(needs.bold ? [garamond('bold', 'normal', 'bold')] : []),
    ...(needs.boldItalic ? [garamond('boldItalic', 'italic', 'bold')] : []),
    ...(fallback
      ? [{name: 'fallback', family: 'Noto Serif', style: 'normal', weight: 'normal', characters: fallback} as const]
      : [])
  ]
  const scripts = scriptFacesIn([needs.text])
  uses.push(...scripts.flatMap((script) => usesOf(script, needs)))
  const assets: Asset[] = []
  for (const use of uses) assets.push(await fontFile(use))
  const families: Family[] = [
    'EB-Garamond',
    ...(fallback ? (['Noto-Serif'] as const) : []),
    ...scripts.map(({family}) => SCRIPTS[family].licence)
  ]
  return {
    assets: [...assets, ...families.map(licenceFile)],
    css: uses.flatMap(fontRules).join(''),
    after: familyRule(scripts)
  }
}

/** Faces of each script, its licence, and whether it may be cut; a bold one that may not be would double the e-book. */
const SCRIPTS = {
  'Noto Serif Hebrew': {regular: 'hebrew', bold: 'hebrewBold', licence: 'Noto-Serif-Hebrew', cut: true},
  'Scheherazade New': {regular: 'arabic', bold: undefined, licence: 'Scheherazade-New', cut: false}
} as const satisfies Record<
  ScriptFace['family'],
  {regular: FaceName; bold: FaceName | undefined; licence: Family; cut: boolean}
>

function usesOf({family, sizes}: ScriptFace, {text, bold}: FontNeeds): Use[] {
  const {regular, bold: heavy} = SCRIPTS[family]
  const own = [...new Set(text)].filter((character) => scriptFaceOf(character)?.family === family)
  const common = {family, style: 'normal', characters: own.toSorted().join(''), size: sizes.garamond} as const
  return [
    {...common, name: regular, weight: 'normal'},
    ...(bold && heavy ? [{...common, name: heavy, weight: 'bold'} as const] : [])
  ]
}

/** Families of the scripts behind those of the style sheet, where there are any. */
const familyRule = (scripts: readonly ScriptFace[]): string =>
  scripts.length === 0
    ? ''
    : `body {font-family: 'EB Garamond', 'Noto Serif', ${scripts.map(({family}) => `'${family}'`).join(', ')}, serif}\n`

const fileOf = ({name}: Use): string => `fonts/${name}.ttf`

async function fontFile(use: Use): Promise<Asset> {
  const whole = Object.values(SCRIPTS).some(({cut, regular}) => !cut && regular === use.name)
  const bytes = whole ? wholeFace(use.name) : await subset(use.name, use.characters)
  return {id: `font-${use.name}`, href: fileOf(use), mediaType: 'font/ttf', bytes}
}

/** A script that knows no italics has its upright letters there too: else they would be slanted. */
const fontRules = (use: Use): string[] =>
  use.size === undefined ? [fontRule(use)] : [fontRule(use), fontRule({...use, style: 'italic'})]

const fontRule = (use: Use): string =>
  `@font-face {font-family: '${use.family}'; font-style: ${use.style}; font-weight: ${use.weight}; src: url(${fileOf(use)})${use.size === undefined ? '' : `; size-adjust: ${use.size}%`}}\n`

const licenceFile = (family: Family): Asset => ({
  id: `licence-${family}`,
  href: `fonts/OFL-${family}.txt`,
  mediaType: 'text/plain',
  bytes: licenceOf(family)
})

/** What a reading system writes by itself: numbers and bullets of lists, hyphens at line ends. */
const ALWAYS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,()-‐–—•◦▪…‘’“”¶'

/**
 * Characters for EB Garamond and for the fallback, each sorted. A character that EB Garamond lacks takes its letter
 * along, since a mark and its letter are set from one face. Capitals stand by for small capitals that a face lacks.
 */
export function divide(text: string): {main: string; fallback: string} {
  const {main, fallback} = {main: new Set<string>(), fallback: new Set<string>()}
  const [garamond, noto] = [face('regular'), face('fallback')]
  for (const cluster of clusters(text + ALWAYS)) {
    const characters = Array.from(cluster, (character) => ({character, code: character.codePointAt(0) ?? 0}))
    const lacking = characters.filter(({code}) => !garamond.hasGlyphForCodePoint(code))
    for (const one of characters) if (!lacking.includes(one)) main.add(one.character)
    if (!lacking.some(({code}) => noto.hasGlyphForCodePoint(code))) continue
    for (const {character, code} of characters) if (noto.hasGlyphForCodePoint(code)) fallback.add(character)
  }
  return {main: sorted(main), fallback: sorted(fallback)}
}

/** Letters with their marks, each once; composed too, since a face may have the composed letter. */
function clusters(text: string): Set<string> {
  // A long text has few letters with marks, and finding all others one by one takes seconds.
  const written = new Set([...(text.match(WITH_MARKS) ?? []), ...new Set(text.replace(WITH_MARKS, ''))])
  return new Set([...written].flatMap((cluster) => [cluster, cluster.normalize('NFC'), cluster.toUpperCase()]))
}

const WITH_MARKS = /\P{M}\p{M}+/gu

const sorted = (characters: Set<string>): string =>
  [...characters].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('')
