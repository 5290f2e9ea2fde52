// What is known of the page that is being made, and of the part it belongs to.
import type {FlowNote, FlowPart, LayoutStats, Problem} from '../contract.ts'
import {numberedLines} from './lines/numbers.ts'
import type {Frame, Line} from './lines/index.ts'
import type {Carried, Foot} from './foot/index.ts'
import type {Page} from './paged.ts'

/** One part on its way through the tab. */
export interface Run {
  part: FlowPart
  notes: Map<string, FlowNote>
  /** Notes that are called in other notes, by the note that calls them. */
  inNotes: Map<string, string[]>
  /** Marks of notes numbered anew on every page, as they are on the pages set so far. */
  marks: Map<string, string>
  /** Elements of the source that the lemmas of entries keyed by line end with, and the entries whose lemma has begun. */
  lemmaEnds: Map<string, Element>
  begun: Set<string>
  /** With what the source ends. */
  lastText: Text | undefined
  /** Its pictures in their order, loaded. */
  pictures: HTMLImageElement[]
  pages: PageState[]
  carried: Carried
  problems: Problem[]
  stats: LayoutStats
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
  /** Lines that stay blank above the notes, as the end of the page was chosen last. */
  blank: number
  /** Where the text of the page ends then, from the top of the text block. */
  bottom: number
  /** Room that is left at the foot now. */
  reserved: number
  /** Number of the last line before the page: 0 where lines begin anew on every page. */
  linesBefore: number
  settled: boolean
}

/** Leaves room at the foot, so that the text breaks above it. */
export function reserve(state: PageState, height: number): void {
  state.reserved = height
  state.area.style.setProperty('--pagedjs-footnotes-height', `${Math.max(0, Math.floor(height * 64) / 64)}px`)
}

/** Lines of a page as it stands now, and of what would go over, with the numbers that they have in this part. */
export function linesOf({content, frame, linesBefore}: PageState, {part: {lineNumbers}}: Run): Line[] {
  return numberedLines(content, frame, lineNumbers && {headings: lineNumbers.headings, before: linesBefore})
}
