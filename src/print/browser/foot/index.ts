// What is known of the foot of a page and of the notes that stand at it or wait for the next one.
import type {FlowNote} from '../../contract.ts'
import type {EntryKey} from '../entries/key.ts'

/** Notes that wait for the next page: register → blocks, the rest of a cut note first. */
export type Carried = Map<string, HTMLElement[]>

/** A note that is to stand at the foot. */
export interface FootNote {
  note: FlowNote
  /** Lines of its lemma, where it is keyed by line. */
  key?: EntryKey | undefined
}

/** The foot of one page. */
export interface Foot {
  box: HTMLElement
  registers: Map<string, HTMLElement>
  items: FootItem[]
  /** What it was filled with, while nothing of that is cut or taken out. */
  filled: {carried: Carried; notes: readonly FootNote[]} | undefined
  /** Marks of notes that are numbered anew on every page, by anchor. */
  marks: ReadonlyMap<string, string>
  /** Spaces of notes that are set longer than they would be, by anchor: values of `data-fit`. */
  fits: Map<string, string>
}

/** A note, or the rest of one, that stands at the foot. */
export interface FootItem {
  register: string
  node: HTMLElement
  /** Rank among the calls of the page; -1 for what was carried. */
  order: number
}
