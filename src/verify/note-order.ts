// The proof of where notes stand: in the place that the output has for them, and there in the order of the text.
import {ENTRIES} from '../document/edition.ts'
import type {Placement} from '../document/placement.ts'
import type {Places} from './calls.ts'
import {named, type Finding} from './finding.ts'
import type {Seen} from './seen.ts'

/** What of a note its place is proved by. */
interface Wanted extends Placement {
  anchor: string
  register: string
  name: string
}

interface Sight {
  seen: Seen
  places: Places
  /** Whether the output has pages. */
  paged: boolean
}

/** Each note stands where the output has its series; an e-book has no feet of pages, and what a note calls stands with it. */
export function inPlace(document: string, wanted: readonly Wanted[], {seen, paged}: Omit<Sight, 'places'>): Finding[] {
  return wanted.flatMap(({anchor, name, place}) => {
    const note = seen.notes.get(anchor)
    if (!note || note.place === place || (!paged && place !== 'book-end')) return []
    const reason = `Unexpected ${name} ${PLACES[note.place]} (${named(document, note.spot)}), expected it ${PLACES[place]}`
    return [{rule: 'note-misplaced' as const, document, ...note.spot, reason}]
  })
}

const PLACES = {
  foot: 'at the foot of a page',
  'document-end': 'at the end of its document',
  'book-end': 'at the end of the book',
  none: 'nowhere'
} as const

/**
 * In each register the notes that stand in one place follow each other as in the text: as they are called, or as their words
 * begin; those that a note at the end calls come to the foot of its page, after those of the text.
 */
export function inOrder(document: string, wanted: readonly Wanted[], {seen, places, paged}: Sight): Finding[] {
  const late = new Map(seen.calls.filter(({atEnd}) => paged && atEnd).map(({anchor}, index) => [anchor, index]))
  const keyOf = ({register, anchor}: Wanted): string =>
    `${register} ${seen.notes.get(anchor)?.place} ${late.has(anchor)}`
  return [...new Set(wanted.map(keyOf))].flatMap((key) => {
    const own = wanted.filter((note) => keyOf(note) === key && seen.notes.has(note.anchor))
    const {expected, ranks} = ranked(own, {places, late})
    const names = new Map(expected.map((note) => [note.anchor, note.name]))
    const found = [...seen.notes.values()].filter(({anchor}) => names.has(anchor))
    const wrong = found.findIndex(({anchor}, index) => !isInPlace(anchor, expected[index]?.anchor, ranks))
    const note = found[wrong]
    if (!note) return []
    const reason = `Unexpected ${names.get(note.anchor)} (${named(document, note.spot)}), expected ${expected[wrong]?.name} before it`
    return [{rule: 'output-differs' as const, document, ...note.spot, reason}]
  })
}

/** Marks that stand together may do so in any order. */
function isInPlace(anchor: string, expected: string | undefined, ranks: ReadonlyMap<string, number>): boolean {
  const rank = ranks.get(anchor)
  return anchor === expected || (rank !== undefined && rank === ranks.get(expected ?? ''))
}

/**
 * Notes in their order, with the number of the letter at which each is called; what a note calls follows it. Of notes that notes at
 * an end call, the order is that of these calls: sections of several series stand there one after the other.
 */
function ranked(
  notes: readonly Wanted[],
  {places, late}: {places: Places; late: ReadonlyMap<string, number>}
): {expected: Wanted[]; ranks: Map<string, number>} {
  const ranks = new Map<string, number>()
  let last = 0
  const list = notes.map((note) => {
    const place = places.get(note.anchor)
    const called = note.keyed === 'line' ? (place?.start ?? place?.end) : place?.end
    const rank = late.get(note.anchor) ?? called
    if (rank !== undefined && note.register === ENTRIES) ranks.set(note.anchor, rank)
    last = rank ?? last
    return {note, rank: last}
  })
  return {expected: list.toSorted((a, b) => a.rank - b.rank).map(({note}) => note), ranks}
}
