// Sets paragraphs a line longer or shorter by their spaces, as editors do who have a page to fill.
import {justifiedBlocks, linesOf, look, setFit} from './even.ts'
import {columnOf} from './index.ts'
import type {Frame} from './index.ts'
import {rectsIn} from '../ruler.ts'

/** Paragraphs that stand on the page with all their lines and may take a line more or less. */
export function wholeParagraphs(content: Element, frame: Frame): Element[] {
  return [...justifiedBlocks(content)].filter(
    (block) =>
      !block.closest('[data-piece], table') && [...rectsIn(block)].every(({left}) => columnOf(frame, left) === 0)
  )
}

/** Of these paragraphs those that may become a line longer, first those that need the least for it. */
export const mayGrow = <E extends Element>(blocks: readonly E[]): E[] =>
  easiest(blocks, (lines, last) => (1 - last) / lines, GROWTH)

/** Of these paragraphs those that may become a line shorter, first those that need the least for it. */
export const mayShrink = (blocks: readonly Element[]): Element[] =>
  easiest(blocks, (lines, last) => last / (lines - 1), SHRINKING)

/** Sets a paragraph a line longer, unless its lines would look worse; returns what undoes it. */
export const setLonger = (block: Element): Undo | undefined => setTo(block, WIDER, 1)

/** Sets a paragraph a line shorter, unless its lines would look worse; returns what undoes it. */
export const setShorter = (block: Element): Undo | undefined => setTo(block, NARROWER, -1)

/** Gives a paragraph back the spaces that it had. */
export type Undo = () => void

/** Wider spaces, the least seen first: rules of the style sheet for `data-fit`. */
const WIDER = ['6', '7', '8'] as const
/** Narrower ones. */
const NARROWER = ['1', '2', '3', '5', '9'] as const
/** Share of its line by which the widest spaces make a full line longer, and the narrowest shorter. */
const GROWTH = 0.055
const SHRINKING = 0.055

/** `need` says by which share each line would have to change, from the number of lines and the share of the measure that the last takes. */
function easiest<E extends Element>(
  blocks: readonly E[],
  need: (lines: number, last: number) => number,
  most: number
): E[] {
  const needs = blocks.flatMap((block) => {
    const widths = linesOf(block).map(({width}) => width)
    if (widths.length < 2) return []
    const share = need(widths.length, (widths.at(-1) ?? 0) / Math.max(...widths))
    return share <= most ? [{block, share}] : []
  })
  return needs.toSorted((a, b) => a.share - b.share).map(({block}) => block)
}

/** Tries the least change of spaces first. */
function setTo(block: Element, fits: readonly string[], more: number): Undo | undefined {
  const before = look(block)
  for (const fit of fits) {
    const undo = setFit(block, fit)
    const {lines, cost} = look(block)
    if (lines === before.lines + more && cost <= before.cost) return undo
    undo()
  }
  return undefined
}
