// Fills pages on which notes leave lines blank above them: some paragraphs can be set a line longer or shorter, as editors do who have
// a page to fill.
import {mayGrow, mayShrink, setLonger, setShorter, wholeParagraphs} from './lines/length.ts'
import type {Undo} from './lines/length.ts'
import {lengthenNotes} from './foot/lengthen-notes.ts'
import {fillFoot} from './foot/notes.ts'
import {nextEnd} from './next-end.ts'
import {reserve} from './page-state.ts'
import type {PageState, Run} from './page-state.ts'
import {sourceOf} from './repairs.ts'
import {standing} from './standing.ts'

/** A page, and what finds where it ends: `findWhole` so that it does not end inside a word, which may change the text. */
export interface Filling {
  state: PageState
  run: Run
  find: () => Range | undefined
  findWhole: () => Range | undefined
}

/**
 * Where the page ends, after more than a line that stayed blank on it was filled as well as may be: by paragraphs a line longer, which
 * leave the end where it was; else by shorter ones, so that the next lines come with their notes; else by a longer one at the end,
 * of which more lines then stand here; and by longer notes. `end` is where the page ends as it is.
 */
export function fillPage(end: Range | undefined, filling: Filling): Range | undefined {
  const {state, find} = filling
  if (!end || state.blank <= MOST_BLANK) return end
  const longer = lengthen(end, filling)
  if (state.blank <= MOST_BLANK) return longer.end
  const {blank} = state
  for (const undo of longer.undo) undo()
  const pulled = pullUp(blank, filling)
  if (pulled) return pulled.end
  const again = find()
  const filled = longer.undo.length > 0 ? lengthen(again, filling).end : again
  const last = lengthenLast(filling) ?? filled
  fillWithNotes(filling)
  return last
}

/** Lines that a reader does not miss. */
const MOST_BLANK = 1
/** Lines that the text is pulled up at most. */
const MOST_PULLED = 2
/** What another way to fill the page must bring, in lines. */
const WORTH = 0.5
const ROUNDING = 0.5

/** Sets paragraphs that end on the page a line longer while too much of it stays blank; its end must not change. */
function lengthen(end: Range | undefined, {state, find}: Filling): {end: Range | undefined; undo: Undo[]} {
  if (!end) return {end, undo: []}
  const [node, offset] = [end.startContainer, end.startOffset]
  const {reserved} = state
  // A line more has no room yet: it would be looked at where the next page begins.
  reserve(state, 0)
  const whole = wholeParagraphs(state.content, state.frame).filter((block) => !end.intersectsNode(block))
  const undo = changed(mayGrow(whole), setLonger, Math.ceil(state.blank - MOST_BLANK))
  if (undo.length === 0) {
    reserve(state, reserved)
    return {end, undo}
  }
  const filled = find()
  if (filled?.startContainer === node && filled.startOffset === offset) return {end: filled, undo}
  for (const one of undo) one()
  return {end: find(), undo: []}
}

/** Sets paragraphs a line shorter so that the next lines have room with their notes; nothing where that leaves no less blank. */
function pullUp(blank: number, {state, run, findWhole}: Filling): {end: Range | undefined} | undefined {
  const next = nextEnd(state, run)
  if (!next || next.missing > MOST_PULLED) return undefined
  const above = wholeParagraphs(state.content, state.frame).filter(
    (block) => block.getBoundingClientRect().bottom <= next.line.bottom + ROUNDING
  )
  const undo = changed(mayShrink(above), setShorter, next.missing)
  if (undo.length === next.missing) {
    const end = findWhole()
    // Where all that is set so far fits, there is more to come.
    if (!end || state.blank < blank - WORTH) return {end}
  }
  for (const one of undo) one()
  return undefined
}

/** Sets notes a line longer while too much of the page stays blank; the text stays as it is. */
function fillWithNotes({state, run}: Filling): void {
  if (state.blank <= MOST_BLANK) return
  const {calls} = standing(state, run)
  fillFoot(state.foot, state.carried, calls)
  // Notes that are cut have no room to grow.
  const room = state.blank * state.pitch
  state.blank -= lengthenNotes(state.foot, room) / state.pitch
}

/** Sets the paragraph longer with which the page ends, or which comes next. */
function lengthenLast({state, run, find, findWhole}: Filling): Range | undefined {
  const {blank, bottom} = state
  reserve(state, 0)
  const {lines} = standing(state, run)
  const block = lines.find((line) => line.column > 0 || line.bottom - state.frame.top > bottom + ROUNDING)?.block
  const source = block && sourceOf(block)?.node
  const may = block && mayGrow(wholeParagraphs(state.content, state.frame).filter((one) => one === block)).length > 0
  const undo = may && source instanceof Element ? setLonger(block) : undefined
  if (undo && source instanceof Element) {
    const end = findWhole()
    if (end && state.blank < blank - WORTH) {
      // What goes over is set like what stands here.
      source.setAttribute('data-fit', block?.getAttribute('data-fit') ?? '')
      return end
    }
    undo()
  }
  return find()
}

/** Changes as many paragraphs as are asked for, if there are so many; returns what undoes it. */
function changed(blocks: readonly Element[], change: (block: Element) => Undo | undefined, most: number): Undo[] {
  const undo: Undo[] = []
  for (const block of blocks) {
    if (undo.length >= most) break
    const one = change(block)
    if (one) undo.push(one)
  }
  return undo
}
