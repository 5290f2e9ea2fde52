// Measures the word spaces of justified lines: how far they are stretched says whether a line is loose.
import {boundsAt} from '../ruler.ts'

/** A line whose word spaces are wide. */
export interface Gap {
  /** The widest space: its text and its place in it. */
  text: Text
  at: number
  /** Lower edge of the space, in pixels of the viewport. */
  bottom: number
  /** Width of its word spaces in ems. */
  width: number
  /** Some words of the line. */
  words: string
}

/** Widest word space that a line may have, in ems: two and a half times the natural one. */
export const LOOSE = 0.6

/**
 * The widest word space of each stretched line of a block; lines at their natural width are left out. All spaces of a line are stretched
 * alike: where lines are long, one in three is looked at, unless `every` says otherwise.
 */
export function gapsOf(block: Element, every = stepIn(block)): Gap[] {
  const em = parseFloat(getComputedStyle(block).fontSize)
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found: Gap[] = []
  let passed = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    for (let at = text.data.indexOf(' '); at >= 0; at = text.data.indexOf(' ', at + 1)) {
      if (passed++ % every > 0) continue
      const {width, bottom} = boundsAt(text, at)
      if (width / em > NATURAL) widen(found, {text, at, bottom, width: width / em, words: around(text, at)})
    }
  }
  return found
}

const stepIn = (block: Element): number =>
  block.clientWidth < LONG * parseFloat(getComputedStyle(block).fontSize) ? 1 : 3
/** Lines of fewer ems have few spaces. */
const LONG = 20
/** Wider than any face has its space. */
const NATURAL = 0.3
const SAME_LINE = 5

function widen(found: Gap[], gap: Gap): void {
  const same = found.findLast(({bottom}) => Math.abs(bottom - gap.bottom) < SAME_LINE)
  if (!same) found.push(gap)
  else if (gap.width > same.width) Object.assign(same, gap)
}

/** Signs of the program are texts by themselves, and say nothing without those beside them. */
function around(text: Text, at: number): string {
  const paragraph = text.length < SPAN ? text.parentElement?.closest('p')?.textContent : undefined
  const [words, place] = paragraph ? [paragraph, SPAN] : [text.data, at]
  return words
    .slice(Math.max(0, place - SPAN), place + SPAN)
    .replaceAll('\u00AD', '')
    .trim()
}

/** Letters before and after a space that name its line. */
const SPAN = 20
