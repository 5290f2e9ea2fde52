// The last word of a page stands on it whole where it can: a reader should not turn the page inside a word.
import {hasAnythingBefore, outermost} from './breaks.ts'
import {dropHyphens} from './lines/even.ts'
import {gapsOf, LOOSE} from './lines/gaps.ts'
import {SOFT} from './lines/hyphens.ts'
import {blockOf} from './lines/index.ts'
import {isOneLine, letterBefore, placeIn} from './lines/letters.ts'
import type {Letter} from './lines/letters.ts'
import {beginOfWord, cutInside, isBehindHyphen} from './lines/word-cut.ts'
import {sourceOf} from './repairs.ts'

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
 * Where the page would end inside a word that has no hyphen there, since no line has room for it, ends the page with the word before; inside the
 * word where there is none, or where too much would stay blank.
 */
export function beforeBrokenWord(range: Range, rendered: Element): Range {
  const next = firstOf(range)
  const block = next && blockOf(next.text.parentElement ?? document.body, rendered)
  const begin = block && beginOfWord(next, block)
  if (!begin || isBehindHyphen(next)) return range
  const whole = beginsLine(begin, block) && linesBetween(begin, next, block) <= MOST_BLANK
  return (whole && goingOver(begin, rendered)) || goingOver(cutInside(next, block), rendered) || range
}

/** Lines of a word that go over with it. */
const MOST_BLANK = 3

function beginsLine(letter: Letter, block: Element): boolean {
  const before = letterBefore(letter, block)
  return !before || !isOneLine(before, letter, block)
}

/** How many lines there are from a letter to the one before another. */
function linesBetween(first: Letter, next: Letter, block: Element): number {
  const last = letterBefore(next, block) ?? first
  const down = placeIn(block, last).middle - placeIn(block, first).middle
  return 1 + Math.round(down / parseFloat(getComputedStyle(block).lineHeight))
}

/** The letter with which the next page would begin. */
function firstOf({startContainer, startOffset}: Range): Letter | undefined {
  if (startContainer instanceof Text) return {text: startContainer, at: startOffset}
  const node = startContainer.childNodes[startOffset]
  const text = node instanceof Text ? node : node && document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode()
  return text instanceof Text ? {text, at: 0} : undefined
}

/** From a letter to the end; nothing where the page would have nothing. */
function goingOver({text, at}: Letter, rendered: Element): Range | undefined {
  const inside = /\S/u.test(text.data.slice(0, at))
  const node = withHeads(outermost(text, rendered), rendered)
  if (!rendered.lastChild || (!inside && !hasAnythingBefore(node, rendered))) return undefined
  const range = document.createRange()
  if (inside) range.setStart(text, at)
  else range.setStartBefore(node)
  range.setEndAfter(rendered.lastChild)
  return range
}

/** A node, or the first of the headings before it, which stay with it. */
function withHeads(node: Node, rendered: Element): Node {
  const before = node instanceof Element ? node.previousElementSibling : null
  const stays = before && getComputedStyle(before).breakAfter.startsWith('avoid')
  return stays ? withHeads(outermost(before, rendered), rendered) : node
}

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
