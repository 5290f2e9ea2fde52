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
  return [
    ...scripts.flatMap((face) => facesOf(face, typeface)),
    `:root { --family: ${families}, ${FAMILIES[typeface]}; }\n`
  ]
}

/** These scripts know no italics: a word that Latin letters would slant stands upright, and is not slanted by the browser. */
const STYLES = ['normal', 'italic'] as const
const WEIGHTS = [
  [400, '400Regular'],
  [700, '700Bold']
] as const

function facesOf({family, folder, name, blocks, sizes}: ScriptFace, typeface: Typeface): string[] {
  const range = blocks.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join(', ')
  return STYLES.flatMap((style) =>
    WEIGHTS.map(
      ([weight, file]) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  src: url('/fonts/${folder}/${name}_${file}.ttf') format('truetype');
  unicode-range: ${range};
  size-adjust: ${typeface === 'EB Garamond' ? sizes.garamond : sizes.noto}%;
}
`
    )
  )
}
