// What is known of the page that is being made, and of the part it belongs to.
import type {FlowNote, FlowPart, Problem} from '../contract.ts'
import {numberedLines} from './line-numbers.ts'
import {columnOf, lineAt} from './lines.ts'
import type {Frame, Line} from './lines.ts'
import type {Carried, Foot} from './notes.ts'
import type {Page} from './paged.ts'

/** One part on its way through the tab. */
export interface Run {
  part: FlowPart
  notes: Map<string, FlowNote>
  /** Notes that are called in other notes, by the note that calls them. */
  inNotes: Map<string, string[]>
  pages: PageState[]
  carried: Carried
  problems: Problem[]
  stats: {fits: number; splits: number; shortPages: number[]}
}

/** A page, from its opening until its foot is settled. */
export interface PageState {
  index: number
  page: Page
  content: HTMLElement
  area: HTMLElement
  foot: Foot
  frame: Frame
  /** Distance from line to line of the text. */
  pitch: number
  carried: Carried
  /** Number of the last line before the page: 0 where lines begin anew on every page. */
  linesBefore: number
  settled: boolean
}

/** A call that stands on the page, with its line. */
export interface Call {
  note: FlowNote
  top: number
  bottom: number
}

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

/** Leaves room at the foot, so that the text breaks above it. */
export function reserve(state: PageState, height: number): void {
  state.area.style.setProperty('--pagedjs-footnotes-height', `${Math.max(0, Math.floor(height * 64) / 64)}px`)
}

/** Lines of a page as it stands now, and of what would go over, with the numbers that they have in this part. */
export function linesOf({content, frame, linesBefore}: PageState, {part: {lineNumbers}}: Run): Line[] {
  return numberedLines(content, frame, lineNumbers && {headings: lineNumbers.headings, before: linesBefore})
}

/** Reads the page as it stands now. */
export function standing(state: PageState, run: Run): Standing {
  const {content, frame} = state
  const lines = linesOf(state, run)
  const here = lines.filter((line) => line.column === 0)
  const lineBottoms = here.map((line) => line.bottom - frame.top)
  const bottom = Math.max(0, ...lineBottoms, picturesBottom(state))
  const overflows = here.length < lines.length || pictures(content).some((rect) => columnOf(frame, rect.left) > 0)
  return {lines, calls: callsOn(state, run, here), lineBottoms, bottom, overflows}
}

function callsOn(state: PageState, run: Run, lines: Line[]): Call[] {
  const calls: Call[] = []
  for (const mark of state.content.querySelectorAll<HTMLElement>('.call[data-note]')) {
    const note = run.notes.get(mark.dataset['note'] ?? '')
    const rect = mark.getClientRects()[0]
    if (!note || !rect || columnOf(state.frame, rect.left) > 0) continue
    const line = lineAt(lines, state.frame, rect)
    const place = {
      top: (line?.top ?? rect.top) - state.frame.top,
      bottom: (line?.bottom ?? rect.bottom) - state.frame.top
    }
    calls.push(...withInner(note, run).map((one) => ({note: one, ...place})))
  }
  return calls
}

/** A note and the notes that are called in it: they come to the foot together, each after the one that calls it. */
function withInner(note: FlowNote, run: Run): FlowNote[] {
  const inner = (run.inNotes.get(note.anchor) ?? []).flatMap((anchor) => run.notes.get(anchor) ?? [])
  return [note, ...inner.flatMap((one) => withInner(one, run))]
}

function picturesBottom(state: PageState): number {
  const here = pictures(state.content).filter((rect) => columnOf(state.frame, rect.left) === 0)
  return Math.max(0, ...here.map((rect) => rect.bottom - state.frame.top))
}

function pictures(content: HTMLElement): DOMRect[] {
  return [...content.querySelectorAll('img, svg, hr')].map((element) => element.getBoundingClientRect())
}
