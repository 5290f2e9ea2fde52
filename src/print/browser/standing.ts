// Reads a page as it stands: its lines, what is called on it, where it ends.
import {callsOn} from './foot/calls.ts'
import type {Call} from './foot/calls.ts'
import {columnOf} from './lines/index.ts'
import type {Line} from './lines/index.ts'
import {markCalls} from './foot/page-marks.ts'
import {linesOf} from './page-state.ts'
import type {PageState, Run} from './page-state.ts'
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
  const lineBottoms = here.map((line) => line.bottom - frame.top)
  const bottom = Math.max(0, ...lineBottoms, picturesBottom(state))
  const overflows = here.length < lines.length || pictures(content).some((rect) => columnOf(frame, rect.left) > 0)
  return {lines, calls: callsOn(state, run, {lines: here, next}), lineBottoms, bottom, overflows}
}

function picturesBottom(state: PageState): number {
  const here = pictures(state.content).filter((rect) => columnOf(state.frame, rect.left) === 0)
  return Math.max(0, ...here.map((rect) => rect.bottom - state.frame.top))
}

function pictures(content: HTMLElement): DOMRect[] {
  return [...content.querySelectorAll('img, svg, hr')].map((element) => element.getBoundingClientRect())
}
