// Puts soft hyphens into the words of a part, so that lines may break where the language allows it.
import {createRequire} from 'node:module'
import type {Element, Nodes, Root, Text} from 'hast'

/** U+00AD */
export const SOFT_HYPHEN = '\u00AD'

/** Letters that must stand together: a word this long at least, before the hyphen, after it. */
const LEAST = {word: 6, before: 2, after: 3, piece: 2}

/**
 * Adds soft hyphens to the text of a tree, in place. Left whole: words with a capital (but German nouns) or a digit, words joined with a hyphen,
 * addresses, words that marks run through, headings, names (marked ones, and where the words of `names` stand), and everything the program
 * has put in.
 */
export function hyphenate(tree: Root | Element, lang: string, names: ReadonlySet<string> = new Set()): void {
  const block: Piece[] = []
  collect(tree, {lang, names, keep: false}, block)
  close(block)
}

/** Soft hyphens in one word: `minefields` → `mine-fields`, with U+00AD for the hyphen; the word as it is in a language without rules. */
export function hyphenateWord(word: string, lang: string): string {
  const hyphenator = hyphenatorOf(lang)
  if (!hyphenator || word.length < LEAST.word) return word
  const small = word.toLowerCase()
  if (word === small) return hyphenator(word)
  // In German all nouns have a capital.
  const noun = GERMAN.test(lang) && word.slice(1) === small.slice(1) && word.length === small.length
  return noun ? word.charAt(0) + hyphenator(small).slice(1) : word
}

const GERMAN = /^de\b/i

interface Where {
  lang: string
  names: ReadonlySet<string>
  keep: boolean
}

/** A text and how it is to be treated; the pieces of one block follow each other without white space. */
interface Piece extends Where {
  text: Text
}

function collect(node: Nodes, where: Where, block: Piece[]): void {
  if (node.type === 'text') block.push({text: node, ...where})
  if (node.type === 'root') for (const child of node.children) collect(child, where, block)
  if (node.type !== 'element') return
  const {lang} = node.properties
  const inside = {...where, lang: typeof lang === 'string' ? lang : where.lang, keep: where.keep || isKept(node)}
  if (isClear(node)) return
  const inline = INLINE.has(node.tagName)
  if (!inline) close(block)
  for (const child of node.children) collect(child, inside, block)
  if (!inline) close(block)
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var'.split(' ')
)

const KEPT = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'code', 'pre', 'kbd', 'samp'])

/** What is set in small caps: there Chromium shows soft hyphens in the middle of a line. */
const SMALL_CAPS = new Set(['speaker', 'contents-division'])

function isKept({tagName, properties}: Element): boolean {
  const {dataName, translate, className} = properties
  const classes = Array.isArray(className) ? className : []
  return (
    KEPT.has(tagName) || dataName !== undefined || translate === 'no' || classes.some((name) => SMALL_CAPS.has(name))
  )
}

/** Marks and bars of the program lie between the letters of a word without dividing it. */
function isClear({properties}: Element): boolean {
  const names = Array.isArray(properties.className) ? properties.className : []
  return names.includes('generated') || names.includes('call')
}

/** Hyphenates the words of a block that is complete, and empties it. */
function close(block: Piece[]): void {
  const whole = block.map(({text}) => text.value).join('')
  let start = 0
  for (const {text, keep, ...where} of block) {
    const end = start + text.value.length
    if (!keep) text.value = hyphenateText(whole, {start, end}, where)
    start = end
  }
  block.length = 0
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu

/** The stretch of a text with soft hyphens; a word that runs over its ends stays as it is. */
function hyphenateText(
  whole: string,
  {start, end}: {start: number; end: number},
  {lang, names}: Pick<Where, 'lang' | 'names'>
): string {
  return whole.slice(start, end).replace(WORD, (word, at: number) => {
    if (word.length < LEAST.word || isName(word, names)) return word
    const from = start + at
    const token = tokenAround(whole, from, from + word.length)
    const inOne = from > start || !LETTER.test(token.before)
    const toEnd = from + word.length < end || !LETTER.test(token.after)
    return inOne && toEnd && !ADDRESS.test(token.before + word + token.after) ? hyphenateWord(word, lang) : word
  })
}

/** A name, also with the ending of its genitive: `Honeckers`. */
function isName(word: string, names: ReadonlySet<string>): boolean {
  const composed = word.normalize('NFC')
  return names.has(composed) || (composed.endsWith('s') && names.has(composed.slice(0, -1)))
}

const LETTER = /[\p{L}\p{M}\p{N}\u00AD]/u
const ADDRESS = /[\p{L}\p{N}][-\u2010\u2011][\p{L}\p{N}]|[\p{N}@/\\_\u00AD]|www\.|\p{L}\.\p{L}/u

/** What stands around a word up to the next white space. */
function tokenAround(whole: string, from: number, to: number): {before: string; after: string} {
  let start = from
  while (start > 0 && !SPACE.test(whole.charAt(start - 1))) start--
  let end = to
  while (end < whole.length && !SPACE.test(whole.charAt(end))) end++
  return {before: whole.slice(start, from), after: whole.slice(to, end)}
}

const SPACE = /\s/u

/** Pieces too short to stand alone are joined with a neighbour: patterns give `demo-c-ratic`. */
function joinShort(pieces: string[]): string[] {
  const joined: string[] = []
  let held = ''
  for (const piece of pieces) {
    held += piece
    const least = joined.length === 0 ? LEAST.before : LEAST.piece
    if (held.length < least) continue
    joined.push(held)
    held = ''
  }
  if (held) joined.push((joined.pop() ?? '') + held)
  while (joined.length > 1 && (joined.at(-1)?.length ?? 0) < LEAST.after) {
    const last = joined.pop() ?? ''
    joined.push((joined.pop() ?? '') + last)
  }
  return joined
}

type Hyphenator = (word: string) => string
type Create = (patterns: unknown, options: {hyphenChar: string; minWordLength: number}) => Hyphenator

const require = createRequire(import.meta.url)
const hyphenators = new Map<string, Hyphenator | undefined>()

/** The hyphenator of a language, undefined where there are no patterns for it. */
function hyphenatorOf(lang: string): Hyphenator | undefined {
  if (!hyphenators.has(lang)) hyphenators.set(lang, load(lang.toLowerCase()))
  return hyphenators.get(lang)
}

/** Languages whose patterns go by a longer name. */
const PATTERNS: Record<string, string> = {de: 'de-1996', el: 'el-monoton', en: 'en-us', mn: 'mn-cyrl', sr: 'sr-cyrl'}

/** Looks for patterns of the whole tag, then of the language alone; a transliteration (`ru-latn`) has none. */
function load(tag: string): Hyphenator | undefined {
  const base = tag.split('-')[0] ?? tag
  const script = /-[a-z]{4}(-|$)/.test(tag)
  for (const name of script ? [tag] : [tag, PATTERNS[base] ?? base]) {
    const patterns = readPatterns(name)
    if (!patterns) continue
    const divide = (require('hyphen') as Create)(patterns, {hyphenChar: SOFT_HYPHEN, minWordLength: LEAST.word})
    return remembering((word) => joinShort(divide(word).split(SOFT_HYPHEN)).join(SOFT_HYPHEN))
  }
  return undefined
}

function readPatterns(name: string): unknown {
  try {
    return require(`hyphen/patterns/${name}`)
  } catch {
    return undefined
  }
}

function remembering(hyphenator: Hyphenator): Hyphenator {
  const known = new Map<string, string>()
  return (word) => {
    const hyphenated = known.get(word) ?? hyphenator(word)
    known.set(word, hyphenated)
    return hyphenated
  }
}
