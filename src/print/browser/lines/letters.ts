// Letters of set text: which comes before another, and where they stand.
import {columnIn} from './block-columns.ts'
import {boundsAt, rectAt, rectsIn} from '../ruler.ts'

/** A letter: its text, and its place in it. */
export interface Letter {
  text: Text
  at: number
}

/** Where a letter stands: in which column of its block, and how far down. */
export interface Place {
  column: number
  top: number
  middle: number
}

/** A letter that is drawn with the one before has no width of its own. */
export function placeIn(block: Element, {text, at}: Letter): Place {
  const rect = rectAt(text, at) ?? boundsAt(text, at)
  const edge = block.getClientRects()[0]?.top ?? 0
  return {column: columnIn(block, rect), top: rect.top - edge, middle: (rect.top + rect.bottom) / 2 - edge}
}

/** Whether a letter stands where it stood. */
export const isSame = (one: Place, other: Place): boolean =>
  one.column === other.column && Math.abs(one.top - other.top) <= ROUNDING

/** Whether two letters stand beside each other. */
export function isOneLine(one: Letter, other: Letter, block: Element): boolean {
  const [first, second] = [placeIn(block, one), placeIn(block, other)]
  const apart = Math.abs(first.middle - second.middle)
  return first.column === second.column && apart <= parseFloat(getComputedStyle(block).lineHeight) / 2
}

/** The last letter before another, white space left out. */
export function letterBefore({text, at}: Letter, block: Element): Letter | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = text
  let end = at
  for (let here: Text | null = text; here; here = walker.previousNode() as Text | null) {
    const found = (here === text ? here.data.slice(0, end) : here.data).search(/\S\s*$/u)
    if (found >= 0 && rectsIn(here).length > 0) return {text: here, at: found}
    end = 0
  }
  return undefined
}

/** In pixels. */
export const ROUNDING = 2
