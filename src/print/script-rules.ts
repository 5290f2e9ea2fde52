// Faces for scripts that the book faces lack, written as CSS for books that have such letters.
import type {Form, Typeface} from '../document/print-form.ts'
import type {ScriptFace} from '../document/script-faces.ts'
import {FAMILIES} from './paper.ts'

/**
 * The rules for these scripts. The families go before those of the book, each for its own blocks of characters alone: spaces, figures and
 * signs stay those of the book, and with them the height of lines.
 */
export function scriptRules(scripts: readonly ScriptFace[], {typeface = 'EB Garamond'}: Form = {}): string[] {
  if (scripts.length === 0) return []
  const families = scripts.map(({family}) => `'${family}'`).join(', ')
  const emphatic = scripts.map(({family}) => `'${family} Emphatic'`).join(', ')
  return [
    ...scripts.flatMap((face) => facesOf(face, typeface)),
    `:root { --family: ${families}, ${FAMILIES[typeface]}; }\n`,
    `[dir='rtl'] :is(em, i, cite, dfn, th):not(.orig) { font-family: ${emphatic}, var(--family); }\n`
  ]
}

/**
 * These scripts know no italics: a word that Latin letters would slant stands upright, and is not slanted by the browser. In a text that is
 * written in them it is heavier, as it is in their books.
 */
const FACES = [
  {suffix: '', style: 'normal', weight: 400, file: '400Regular'},
  {suffix: '', style: 'normal', weight: 700, file: '700Bold'},
  {suffix: '', style: 'italic', weight: 400, file: '400Regular'},
  {suffix: '', style: 'italic', weight: 700, file: '700Bold'},
  {suffix: ' Emphatic', style: 'italic', weight: 400, file: '600SemiBold'}
] as const

function facesOf({family, folder, name, blocks, sizes}: ScriptFace, typeface: Typeface): string[] {
  const range = blocks.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(', ')
  return FACES.map(
    ({suffix, style, weight, file}) => `@font-face {
  font-family: '${family}${suffix}';
  font-style: ${style};
  font-weight: ${weight};
  src: url('/fonts/${folder}/${name}_${file}.ttf') format('truetype');
  unicode-range: ${range};
  size-adjust: ${typeface === 'EB Garamond' ? sizes.garamond : sizes.noto}%;
}
`
  )
}
