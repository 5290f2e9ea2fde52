// The last word of a page stands on it whole where it can: a reader should not turn the page inside a word.
import {hasAnythingBefore, outermost} from './breaks.ts'
import {dropHyphens} from './lines/even.ts'
import {gapsOf, LOOSE} from './lines/gaps.ts'
import {SOFT} from './lines/hyphens.ts'
import {blockOf} from './lines/index.ts'
import {sourceOf} from './repairs.ts'
import {boundsAt, rectAt} from './ruler.ts'

/**
 * Where the page would end inside a word, takes the hyphens out of that word and asks for the end of the page again; keeps the
 * division where a loose line would be the price.
 */
export function wholeAtPageEnd(range: Range | undefined, again: () => Range | undefined): Range | undefined {
  const place = dividedAt(range)
  if (!place || beganBefore(place)) return range
  const block = blockOf(place.text.parentElement ?? document.body, document.body)
  const looseBefore = looseLines(block)
  const undo = dropHyphens(place.text, place.at)
  const next = again()
  if (!next || dividedAt(next) || looseLines(block) > looseBefore) {
    undo()
    return again()
  }
  const {node, skipped} = sourceOf(place.text) ?? {}
  if (node instanceof Text) dropHyphens(node, (skipped ?? 0) + place.at)
  return next
}

/**
 * Where the page would end inside a word that has no hyphen there, since no line has room for it, ends the page with the word before, if there
 * is one.
 */
export function beforeBrokenWord(range: Range, rendered: Element): Range {
  const {startContainer: text, startOffset: at} = range
  if (!(text instanceof Text) || !LETTER.test(text.data.slice(at))) return range
  const [word = ''] = LETTERS.exec(text.data.slice(0, at)) ?? []
  const start = at - word.length
  if (word === '' || word.endsWith(SOFT)) return range
  const moved = range.cloneRange()
  if (/\S/u.test(text.data.slice(0, start))) {
    if (rectAt(text, start)?.top === boundsAt(text, start - 1).top) return range
    moved.setStart(text, start)
    return moved
  }
  const node = outermost(text, rendered)
  if (hasAnythingBefore(node, rendered)) moved.setStartBefore(node)
  else moved.setStart(text, linesEarlier(text, start, at))
  return moved
}

/**
 * Where a word is longer than a page: joined letters are wider where the text ends, and may then need a line more, which takes another along.
 */
function linesEarlier(text: Text, start: number, at: number): number {
  if (!JOINED.test(text.data.slice(at))) return at
  const tops = Array.from({length: at - start}, (_, index) => Math.round(boundsAt(text, start + index).top))
  const lines = [...new Set(tops)]
  const first = lines.length > 2 * SPARE ? tops.indexOf(lines[lines.length - SPARE] ?? 0) : -1
  return first > 0 ? start + first : at
}

const JOINED = /^\p{Script=Arabic}/u
const SPARE = 2

/** Whether a text would be cut inside a word, or behind a hyphen of it. */
export const partsWordAt = (text: string, at: number): boolean =>
  LETTERS.test(text.slice(Math.max(0, at - 2), at)) && LETTER.test(text.slice(at))

/** Scripts that are written without spaces end lines between any two signs. */
const LETTER = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})[\p{L}\p{M}\p{N}]/u
const LETTERS = /[\p{L}\p{M}\p{N}\u00AD]+$/u

/** The text and the place in it where a page ends with a soft hyphen. */
function dividedAt(range: Range | undefined): {text: Text; at: number} | undefined {
  const {startContainer, startOffset} = range ?? {}
  if (!(startContainer instanceof Text) || startOffset === undefined) return undefined
  return startContainer.data[startOffset - 1] === SOFT ? {text: startContainer, at: startOffset - 1} : undefined
}

/** The word began on the page before: then its hyphens there are spent. */
const beganBefore = ({text, at}: {text: Text; at: number}): boolean =>
  !/\s/.test(text.data.slice(0, at)) && (sourceOf(text)?.skipped ?? 0) > 0

const looseLines = (block: Element): number => gapsOf(block).filter(({width}) => width > LOOSE).length
