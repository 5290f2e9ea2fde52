// Looks where a page could end next after its end, and what is missing for that.
import {fillFoot} from './foot/notes.ts'
import {footHeights} from './fit.ts'
import type {Line} from './lines/index.ts'
import {reserve} from './page-state.ts'
import type {PageState, Run} from './page-state.ts'
import {standing} from './standing.ts'
import {betterEnd} from './widows.ts'

/** A line with which the page could end, and how many lines above it must go so that its notes have room. */
export interface NextEnd {
  line: Line
  missing: number
}

/** Of the next lines that of which the least is missing; nothing where a paragraph would be parted badly after each. */
export function nextEnd(state: PageState, run: Run): NextEnd | undefined {
  const {frame, pitch} = state
  reserve(state, 0)
  const {lines, calls} = standing(state, run)
  fillFoot(state.foot, state.carried, calls)
  const heights = footHeights(state)
  const here = lines.filter(({column}) => column === 0)
  const first = here.findIndex(({bottom}) => bottom - frame.top > state.bottom + ROUNDING)
  let best: NextEnd | undefined
  for (const line of first < 0 ? [] : here.slice(first, first + LINES)) {
    if (betterEnd(endingWith(line, lines))) continue
    const bottom = line.bottom - frame.top
    const called = calls.filter((call) => call.bottom <= bottom + ROUNDING).length
    const missing = Math.ceil((bottom + heights(called).least - frame.height - ROUNDING) / pitch)
    if (missing > 0 && (!best || missing < best.missing)) best = {line, missing}
  }
  return best
}

/** Lines after the end that are looked at. */
const LINES = 6
const ROUNDING = 0.5

/** The lines as they would stand if the page ended with one of them. */
function endingWith(last: Line, lines: readonly Line[]): Line[] {
  const at = lines.indexOf(last)
  return lines.map((line, i) => ({...line, column: i <= at ? 0 : 1}))
}
