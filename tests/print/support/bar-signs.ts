// The typographic bar measured on the signs that a finished PDF draws: figures and small capitals of the face, joined letters.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Glyph, TypesetPage} from './read-lines.ts'

type Pages = readonly TypesetPage[]

interface Face {
  layout(text: string, features: string[]): {glyphs: {id: number}[]}
}

const require = createRequire(import.meta.url)
// fontkit brings no types; this is the part of it that is used here.
const fontkit = require('fontkit') as {create(bytes: Uint8Array): Face}
const FACE = 'EBGaramond-Regular'
const face = fontkit.create(
  readFileSync(require.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'))
)

/** Signs of the face for these characters, each set alone with some features. */
const signs = (characters: string, ...features: string[]): Map<number, string> =>
  new Map(characters.split('').map((one) => [face.layout(one, features).glyphs[0]?.id ?? 0, one]))

const FIGURES = '0123456789'
const OLD_STYLE = signs(FIGURES, 'onum', 'pnum')
const TABULAR = signs(FIGURES, 'lnum', 'tnum')
const CAPITALS = signs('abcdefghijklmnopqrstuvwxyz', 'smcp')

/** 22: years in running text are of old-style figures as wide as each is, in columns of numbers all are of one height and width. */
export function figures(pages: Pages, columns: readonly string[]): string[] {
  const numbers = pages.flatMap(({label, glyphs}) =>
    runs(glyphs, /\d/).map((run) => ({label, run, words: textOf(run)}))
  )
  const years = numbers.filter(({label, words}) => /^1[89]\d\d$/.test(words) && isRead(pages, label, words))
  if (years.length === 0) return ['there is no year to look at']
  return [
    ...years.filter(({run}) => !run.every(({id}) => OLD_STYLE.has(id))).map((one) => told(one, 'old-style')),
    ...columns.flatMap((number) => {
      const found = numbers.filter(({words}) => words === number)
      if (found.length === 0) return [`${number} is on no page`]
      return found.filter(({run}) => !run.every(({id}) => TABULAR.has(id))).map((one) => told(one, 'tabular'))
    })
  ]
}

/** Signs that follow each other in the file may stand apart on the page. */
const isRead = (pages: Pages, label: string, word: string): boolean =>
  pages.some((page) => page.label === label && page.lines.some(({text}) => text.split(/\D+/).includes(word)))

const told = ({label, words}: {label: string; words: string}, kind: string): string =>
  `page ${label}: ${words} is not of ${kind} figures`

/** 21: these words stand somewhere in small capitals that the face has, and nowhere in capitals made smaller. */
export function smallCapitals(pages: Pages, words: readonly string[]): string[] {
  const drawn = pages.map(({glyphs}) =>
    glyphs
      .filter((glyph) => glyph.face === FACE)
      .map(({id, text}) => CAPITALS.get(id)?.toUpperCase() ?? text.toLowerCase())
      .join('')
  )
  return words
    .filter((word) => !drawn.some((text) => text.includes(spelled(word))))
    .map((word) => `“${word}” is in no small capitals`)
}

/** `Stalin` as a capital and five small ones are written here: `sTALIN`. */
const spelled = (word: string): string =>
  word.replace(/./gu, (one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase()))

/** 23: joined letters are drawn as one sign and say their letters. */
export function joinedLetters(pages: Pages): string[] {
  const all = pages.flatMap(({label, glyphs}) => glyphs.map((glyph) => ({label, ...glyph})))
  const sayOne = all
    .filter(({text}) => /[\uFB00-\uFB06]/.test(text))
    .map(({label, text}) => `page ${label}: ${text} is one character`)
  return all.some(({text}) => /^f[fil]+$/.test(text)) ? sayOne : [...sayOne, 'no letters are joined']
}

/** Signs of one face on end that stand for such characters. */
function runs(glyphs: readonly Glyph[], wanted: RegExp): Glyph[][] {
  const found: Glyph[][] = []
  let open = false
  for (const glyph of glyphs) {
    const fits = wanted.test(glyph.text) && glyph.face === FACE
    if (fits && open) found.at(-1)?.push(glyph)
    else if (fits) found.push([glyph])
    open = fits
  }
  return found
}

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({text}) => text).join('')
