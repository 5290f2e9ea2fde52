// Parts letters that the face would draw as one sign where a German word is joined of two: `Auf|lage`, `Brief|freund` (DIN 5008, Duden).
// By the style of the page: a sign between them would stand in copies and searches.
import type {Element, ElementContent, Nodes, Root} from 'hast'
import {h} from 'hastscript'
import {hyphenateWord, SOFT_HYPHEN} from './hyphenate.ts'

/** Wraps the letter behind each such place in `.parted`, in place. `lang` is that of the text where no element names another. */
export function partJoins(tree: Root | Element, lang: string): void {
  visitTexts(tree, lang)
}

function visitTexts(parent: Root | Element, lang: string): void {
  const german = GERMAN.test(lang)
  parent.children = parent.children.flatMap((child: Nodes): ElementContent[] => {
    if (child.type === 'text' && german && JOIN.test(child.value)) return piecesOf(child.value)
    if (child.type === 'element')
      visitTexts(child, typeof child.properties.lang === 'string' ? child.properties.lang : lang)
    return [child as ElementContent]
  })
}

const GERMAN = /^de\b/i

/** Letters that faces join, with a place between them where a line may end. */
const JOIN = /f\u00AD?[fijl]/

const WORD = /[\p{L}\p{M}\u00AD]+/gu

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const {0: word, index} of text.matchAll(WORD))
    for (const at of JOIN.test(word) ? placesIn(word) : []) {
      pieces.push({type: 'text', value: text.slice(from, index + at)}, h('span.parted', text.charAt(index + at)))
      from = index + at + 1
    }
  return [...pieces, {type: 'text', value: text.slice(from)}]
}

/** Places of the letters that are not joined to the one before. */
function placesIn(word: string): number[] {
  const letters = Array.from(word, (letter, at) => ({letter, at})).filter(({letter}) => letter !== SOFT_HYPHEN)
  const divided = hyphenateWord(
    letters
      .map(({letter}) => letter)
      .join('')
      .toLowerCase(),
    'de'
  ).split(SOFT_HYPHEN)
  let count = 0
  return divided.slice(0, -1).flatMap((piece, index) => {
    count += piece.length
    const place = letters[count]?.at
    const isPlace = place !== undefined && isParted(divided.slice(0, index + 1).join(''), divided[index + 1] ?? '')
    return isPlace ? [place] : []
  })
}

/**
 * Whether a word that may be divided here is joined of two: between other letters than two of f a syllable begins with the second, `Ru-fe`,
 * unless that begins a word or an ending. Two of f are in most words one sound, `hof-fen`.
 */
const isParted = (before: string, after: string): boolean =>
  before.endsWith('f') &&
  (/^[ijl]/.test(after) ||
    /^f[lr]/.test(after) ||
    (before === 'auf' && after.startsWith('f')) ||
    (before.endsWith('ff') && after.startsWith('f')))
