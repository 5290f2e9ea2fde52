// Fills pages on which notes leave lines blank above them: some paragraphs can be set a line longer, as editors do who have a page to fill.
import {justifiedBlocks, linesOf, look, setFit} from './lines/even.ts'
import {columnOf} from './lines/index.ts'
import type {PageState} from './page-state.ts'
import {rectsIn} from './ruler.ts'

/**
 * Sets paragraphs that end on the page a line longer while more than a line of it stays blank. `end` is where the page ends, which
 * must not change; `again` asks for it anew.
 */
export function fillPage(end: Range | undefined, state: PageState, again: () => Range | undefined): Range | undefined {
  if (!end || state.blank <= MOST_BLANK) return end
  const [node, offset] = [end.startContainer, end.startOffset]
  const undo: (() => void)[] = []
  let blank = state.blank
  for (const block of growing(state, end)) {
    if (blank <= MOST_BLANK) break
    const longer = setLonger(block)
    if (!longer) continue
    undo.push(longer)
    blank--
  }
  if (undo.length === 0) return end
  const filled = again()
  if (filled?.startContainer === node && filled.startOffset === offset) return filled
  for (const one of undo) one()
  return again()
}

/** Lines that a reader does not miss. */
const MOST_BLANK = 1
/** Wider spaces, the least seen first: rules of the style sheet for `data-fit`. */
const WIDER = ['6', '7', '8'] as const
/** Share of its line by which the widest of them makes a full line longer. */
const GROWTH = 0.055

/** Paragraphs of the page that may take a line more, those first that need the least for it. */
function growing({content, frame}: PageState, end: Range): Element[] {
  const whole = [...justifiedBlocks(content)].filter(
    (block) =>
      !block.closest('[data-piece], table') &&
      !end.intersectsNode(block) &&
      [...rectsIn(block)].every(({left}) => columnOf(frame, left) === 0)
  )
  return whole
    .map((block) => ({block, need: needOf(block)}))
    .filter(({need}) => need <= GROWTH)
    .toSorted((a, b) => a.need - b.need)
    .map(({block}) => block)
}

/** By which share each line would have to grow so that the last one runs over; infinite for a single line. */
function needOf(block: Element): number {
  const widths = linesOf(block).map(({width}) => width)
  const [last = 0, measure] = [widths.at(-1), Math.max(...widths)]
  return widths.length < 2 ? Infinity : (1 - last / measure) / widths.length
}

/** Sets a block a line longer with the least of wider spaces, unless its lines would look worse; returns what undoes it. */
function setLonger(block: Element): (() => void) | undefined {
  const before = look(block)
  for (const fit of WIDER) {
    const undo = setFit(block, fit)
    const {lines, cost} = look(block)
    if (lines === before.lines + 1 && cost <= before.cost) return undo
    undo()
  }
  return undefined
}
