// Where a page or a note may end inside a word: no line has room for some, and then they are longer than what is left of a page.
import {isOneLine, letterBefore} from './letters.ts'
import type {Letter} from './letters.ts'
import {SOFT} from './hyphens.ts'

/** Whether a text that goes over with a letter would be cut inside a word, or behind a hyphen of it. */
export const partsWord = (next: Letter, block: Element): boolean => beginOfWord(next, block) !== undefined

/** With which letter the word begins that goes on with another; nothing where that other begins a word itself. */
export function beginOfWord(next: Letter, block: Element): Letter | undefined {
  if (!LETTER.test(next.text.data.slice(next.at))) return undefined
  let begin: Letter | undefined
  for (const {text, at} of textsBefore(next, block)) {
    const [letters = ''] = LETTERS.exec(text.data.slice(0, at)) ?? []
    if (letters !== '') begin = {text, at: at - letters.length}
    if (letters.length < at) break
  }
  return begin
}

/** Whether a letter stands behind a hyphen, with which the line before it ends. */
export const isBehindHyphen = ({text, at}: Letter): boolean => text.data[at - 1] === SOFT

/**
 * Where a word is cut that is to go over with a letter. Joined letters are wider where a text ends, and the line might have no room for that:
 * then a few go over too.
 */
export function cutInside(next: Letter, block: Element): Letter {
  for (const place of placesBefore(next, block)) if (staysWhole(place, block)) return place
  return next
}

/** Scripts that are written without spaces end lines between any two signs. */
const LETTER =
  /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})[\p{L}\p{M}\p{N}\u200C-\u200D\u2060]/u
/** Letters of a word, with hyphens and with signs that join letters or part them. */
const LETTERS = /[\p{L}\p{M}\p{N}\u00AD\u200C-\u200D\u2060]+$/u

/** The text of a letter as far as the letter, and those before it. */
function* textsBefore({text, at}: Letter, block: Element): Generator<Letter> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = text
  yield {text, at}
  for (let node = walker.previousNode(); node; node = walker.previousNode())
    yield {text: node as Text, at: (node as Text).length}
}

/** Places where a text may be cut, from the last before a letter to the first. */
function* placesBefore(next: Letter, block: Element): Generator<Letter> {
  for (const {text, at} of textsBefore(next, block)) {
    if (text.parentElement?.closest('.generated')) continue
    const end = at + (BESIDE_LETTER.exec(text.data.slice(at))?.[0].length ?? 0)
    const places = [...text.data.matchAll(PLACES)].filter(({index}) => index <= end)
    for (const {index} of places.toReversed()) yield {text, at: index}
  }
}

/** Before letters; not behind a lam, which is drawn as one sign with letters after it. */
const PLACES = /(?<!\u0644\p{M}*)(?=[\p{L}\p{N}])/gu
/** What stays with the letter before it. */
const BESIDE_LETTER = /^[\p{M}\u200C-\u200D\u2060]+/u

function firstOfLine(letter: Letter, block: Element): Letter {
  let first = letter
  for (let before = letterBefore(first, block); before; before = letterBefore(first, block)) {
    if (!isOneLine(before, letter, block)) break
    first = before
  }
  return first
}

/**
 * Whether the line that ends before a place keeps its letters where the text ends there. The browser takes the letters of a text as they were
 * when only what stands behind it is changed: a copy is set as it will be printed.
 */
function staysWhole({text, at}: Letter, block: Element): boolean {
  const last = letterBefore({text, at}, block)
  if (!last) return false
  const first = firstOfLine(last, block)
  const rest = at > 0 ? text.splitText(at) : undefined
  const end = document.createElement('br')
  ;(rest ?? text).before(end)
  const copy = last.text.cloneNode() as Text
  last.text.replaceWith(copy)
  const inCopy = (letter: Letter): Letter => (letter.text === last.text ? {...letter, text: copy} : letter)
  const stays = isOneLine(inCopy(first), inCopy(last), block)
  copy.replaceWith(last.text)
  end.remove()
  if (rest) text.appendData(rest.data)
  rest?.remove()
  return stays
}
