// Where the tags of a finished PDF put a note: at the foot directly after its call or its words, at an end where its call leads to.
import type {Places} from './calls.ts'
import type {Wanted} from './proof.ts'
import type {HeardNote, HeardPart} from './tag-tree-read.ts'

/** What the place of a note is proved by. */
export interface NoteSight {
  part: HeardPart
  /** Letters before each call; empty where the text around them was not found whole. */
  places: Places
  found: readonly HeardNote[]
}

/** Where the note should be heard, if it is heard elsewhere; inside another note, its call alone says where. */
export function placeFault(wanted: Wanted, note: HeardNote, {part, places}: NoteSight): string | undefined {
  const end = places.get(wanted.anchor)?.end
  if (wanted.place !== 'foot') return end === undefined ? undefined : calledFrom(end, note, part)
  if (wanted.keyed === 'line') return end === undefined || isAfterBlock(end, note, part) ? undefined : AFTER_WORDS
  const called = note.call !== undefined && note.call === note.mark
  return called && (note.inside !== undefined || end === undefined || note.at === end) ? undefined : AFTER_CALL
}

const AFTER_CALL = 'directly after its call'
const AFTER_WORDS = 'at the end of the block in which its words end'

/** No block ends between the words and the note. */
function isAfterBlock(end: number, {at}: HeardNote, {blockEnds}: HeardPart): boolean {
  if (at < end || !blockEnds.has(at)) return false
  for (let letters = end; letters < at; letters++) if (blockEnds.has(letters)) return letters === end
  return true
}

/** A mark at the place of the call leads to the page of the note. */
function calledFrom(end: number, {page}: HeardNote, {calls}: HeardPart): string | undefined {
  const here = calls.filter(({at}) => at === end)
  if (here.some(({leadsTo}) => leadsTo === page)) return undefined
  return `on the page to which its mark in the text leads, ${here.map(({leadsTo}) => leadsTo ?? 'none').join(', ') || 'which is missing'}`
}
