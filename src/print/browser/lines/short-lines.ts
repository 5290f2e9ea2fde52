// Lines whose word spaces would still be too wide when all else was tried end before the measure, as lines of ragged text do.
import type {LayoutStats} from '../../contract.ts'
import {justifiedBlocks, linesOf} from './even.ts'
import {gapsOf, LOOSE} from './gaps.ts'
import type {Gap} from './gaps.ts'
import type {PageState} from '../page-state.ts'
import {SOFT} from './hyphens.ts'
import {boundsAt, rectAt} from '../ruler.ts'

/** Lines of a page that are not as they should be, each with some of its words. */
type OddLines = Pick<LayoutStats, 'shortLines' | 'looseLines'>

/** Ends loose lines of text and notes of a finished page before the measure; tells of them, and of those that stay as they were. */
export function endShort({index, content, foot}: PageState): OddLines {
  const odd: OddLines = {shortLines: [], looseLines: []}
  const told = ({words}: Gap): {page: number; words: string} => ({page: index, words})
  for (const block of [content, foot.box].flatMap((root) => [...justifiedBlocks(root)])) {
    const {short, loose} = endLines(block)
    odd.shortLines.push(...short.map(told))
    odd.looseLines.push(...loose.map(told))
  }
  return odd
}

function endLines(block: Element): {short: Gap[]; loose: Gap[]} {
  const short: Gap[] = []
  let loose = looseIn(block)
  // Lines of two columns beside each other are seen as one: what is left is looked at again.
  while (loose.length > 0) {
    // From the last to the first: what parts a text leaves places before it as they are.
    const ended = loose.toReversed().filter((gap) => endLine(block, gap))
    if (ended.length === 0) break
    short.push(...ended.toReversed())
    loose = looseIn(block)
  }
  return {short, loose}
}

const looseIn = (block: Element): Gap[] => gapsOf(block, 1).filter(({width}) => width > LOOSE)

/** As wide as spaces are left, in ems: a little less than they may be, for rounding. */
const WIDEST = LOOSE - 0.02

/** Gives the outer word of a line white to stand on, so that spaces are stretched less; whether that helped and moved nothing. */
function endLine(block: Element, {text, at, width}: Gap): boolean {
  const outer = outerWord(block, text, at)
  if (!outer) return false
  const em = parseFloat(getComputedStyle(block).fontSize)
  const before = placesOf(block)
  // Texts are parted: a range stays with its space.
  const space = document.createRange()
  space.setStart(text, at)
  space.setEnd(text, at + 1)
  const spaceNow = (): number => space.getBoundingClientRect().width / em
  const end = wrap(outer)
  // White as wide as one space has too much: by how much each is narrower then tells how many there are.
  const step = (width - WIDEST) * em
  end.style.setProperty(outer.side, `${step}px`)
  const taken = width - spaceNow()
  if (taken > 0) end.style.setProperty(outer.side, `${hundredths(((width - WIDEST) / taken) * step)}px`)
  if (taken > 0 && spaceNow() <= LOOSE && placesOf(block) === before) return true
  end.replaceWith(...end.childNodes)
  return false
}

const hundredths = (px: number): number => Math.round(px * 100) / 100

/** Where the lines of a block stand. */
const placesOf = (block: Element): string =>
  linesOf(block)
    .map(({bottom}) => Math.round(bottom))
    .join(' ')

/** The word with which a line ends on paper. */
interface OuterWord {
  text: Text
  from: number
  to: number
  side: 'padding-left' | 'padding-right'
}

/** In lines of two directions the last word of the text may stand amid the line. */
function outerWord(block: Element, text: Text, at: number): OuterWord | undefined {
  const {direction} = getComputedStyle(block)
  const reach = ({rect}: Letter): number => (direction === 'rtl' ? -rect.left : rect.right)
  const letters = lettersOfLine(block, text, at)
  const [outer] = letters.toSorted((a, b) => reach(b) - reach(a))
  if (!outer) return undefined
  const on = new Set(letters.filter((letter) => letter.text === outer.text).map((letter) => letter.at))
  let [from, to] = [outer.at, outer.at + 1]
  while (on.has(from - 1)) from--
  while (on.has(to) || outer.text.data[to] === SOFT) to++
  return {text: outer.text, from, to, side: direction === 'rtl' ? 'padding-left' : 'padding-right'}
}

interface Letter {
  text: Text
  at: number
  rect: DOMRect
}

/** All letters of the line on which a space stands. */
function lettersOfLine(block: Element, text: Text, at: number): Letter[] {
  const space = {text, at, rect: boundsAt(text, at)}
  return [...lettersFrom(space, block, 1), ...lettersFrom(space, block, -1)]
}

/** Letters after a place or before it, as far as they stand on its line. */
function* lettersFrom({text: from, at: place, rect: line}: Letter, block: Element, step: 1 | -1): Generator<Letter> {
  const isOnLine = ({top, bottom}: DOMRect): boolean =>
    Math.abs(top + bottom - line.top - line.bottom) < line.bottom - line.top
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = from
  let text: Text | null = from
  let at = place + step
  while (text) {
    for (; at >= 0 && at < text.length; at += step) {
      const rect = /\S/.test(text.data[at] ?? '') ? rectAt(text, at) : undefined
      if (rect && !isOnLine(rect)) return
      if (rect) yield {text, at, rect}
    }
    text = (step > 0 ? walker.nextNode() : walker.previousNode()) as Text | null
    at = step > 0 ? 0 : (text?.length ?? 0) - 1
  }
}

function wrap({text, from, to}: OuterWord): HTMLElement {
  const word = from > 0 ? text.splitText(from) : text
  if (to - from < word.length) word.splitText(to - from)
  const end = document.createElement('span')
  end.className = 'line-end'
  word.replaceWith(end)
  end.append(word)
  return end
}
