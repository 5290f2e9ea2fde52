// Reads a page as it stands: its lines, what is called on it, where it ends.
import {callsOn} from './foot/calls.ts'
import type {Call} from './foot/calls.ts'
import {columnOf} from './lines/index.ts'
import type {Line} from './lines/index.ts'
import {markCalls} from './foot/page-marks.ts'
import {linesOf} from './page-state.ts'
import type {PageState, Run} from './page-state.ts'
import {REPEATED_HEAD} from './repeated-heads.ts'
import type {BreakToken} from './paged.ts'

/** The text that stands on the page; places are measured from the top of the text block. */
export interface Standing {
  /** Lines of the page and of what would go over, with their numbers. */
  lines: Line[]
  calls: Call[]
  /** Where the lines of the page end. */
  lineBottoms: number[]
  /** Where the last line or picture of the page ends. */
  bottom: number
  overflows: boolean
}

/** Reads the page as it stands now; `next` is where the next page begins, when that is known. */
export function standing(state: PageState, run: Run, next?: BreakToken): Standing {
  const {content, frame} = state
  markCalls(state, run)
  const lines = linesOf(state, run)
  const here = lines.filter((line) => line.column === 0)
  // A page that had nothing but the repeated head of a table would have no text.
  const lineBottoms = here.flatMap(({block, bottom}) => (block.closest(REPEATED_HEAD) ? [] : bottom - frame.top))
  const bottom = Math.max(0, ...lineBottoms, ...bottomsBelowLines(state))
  const overflows = here.length < lines.length || pictures(content).some((rect) => columnOf(frame, rect.left) > 0)
  return {lines, calls: callsOn(state, run, {lines: here, next}), lineBottoms, bottom, overflows}
}

/** Pictures, and the rules that close tables, which reach lower than the last line. */
function bottomsBelowLines({content, frame}: PageState): number[] {
  const tables = [...content.querySelectorAll('table')].flatMap((table) => [...table.getClientRects()].slice(-1))
  return [...pictures(content), ...tables]
    .filter((rect) => columnOf(frame, rect.left) === 0)
    .map((rect) => rect.bottom - frame.top)
}

function pictures(content: HTMLElement): DOMRect[] {
  return [...content.querySelectorAll('img, svg, hr')].map((element) => element.getBoundingClientRect())
}
