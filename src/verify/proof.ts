// The proof of one document in one output: its reading layer, its notes and its entries, each exactly once and in order.
import {noteAnchor} from '../document/anchors.ts'
import {ENTRIES, type Edition, type EditionDocument} from '../document/edition.ts'
import {entriesOf, notesOf} from '../document/foot-words.ts'
import {words} from '../document/layers.ts'
import {keyAt, placementOf, type Medium, type Placement} from '../document/placement.ts'
import {named, type Finding, type Spot} from './finding.ts'
import {placesIn, proveCalls} from './calls.ts'
import {inOrder, inPlace} from './note-order.ts'
import {bare, spotOf, wordsIn, type Passage} from './passage.ts'
import type {Seen, SeenNote} from './seen.ts'
import {differences} from './sequence.ts'
import {counted, MOST_MESSAGES, sentence} from './wording.ts'

/** A note or entry as the tree has it. */
export interface Wanted extends Placement {
  anchor: string
  register: string
  /** `note en-3`, `entry 2` */
  name: string
  words: string[]
  parts?: {kind: 'lemma' | 'reading'; words: string[]}[]
}

/** What was seen, and where each note is called. */
interface Sight {
  seen: Seen
  spots: ReadonlyMap<string, Spot>
}

/** What the output is: the edition as selected for it. */
export interface Output {
  edition: Edition
  medium: Medium
}

/** Compares what an output shows of a document with its tree; in print a note at the foot must share the page of its call. */
export function prove(document: EditionDocument, seen: Seen, output: Output): Finding[] {
  const wanted = wantedFeet(document, output)
  const paged = output.medium === 'print'
  const spots = new Map(seen.calls.map(({anchor, spot}) => [anchor, spot]))
  const places = placesIn(document)
  const flow = compare(document.id, seen.flow, readable(words(document.tree, 'reading')))
  return [
    ...flow,
    ...strays(document.id, seen.stray),
    ...present(document.id, wanted, {seen, spots}),
    ...inOrder(document.id, wanted, {seen, places, paged}),
    ...inPlace(document.id, wanted, {seen, paged}),
    ...wanted.flatMap((note) => compareNote(document.id, note, {seen, spots})),
    ...proveCalls(document, wanted, {seen, paged, places: flow.length === 0 ? places : undefined})
  ]
}

/** Notes and entries of a document as an output must have them, wherever they stand. */
export const wantedFeet = (document: EditionDocument, output: Output): Wanted[] => [
  ...wantedNotes(document, output),
  ...wantedEntries(document, output)
]

/** Soft hyphens of a received text are not told from those of the layout. */
export const readable = (list: readonly string[]): string[] => list.map(bare).filter((word) => word !== '')

function wantedNotes(document: EditionDocument, {edition, medium}: Output): Wanted[] {
  return notesOf(document.tree).map(({series, n, inNote, lemma, words: list}) => ({
    ...placed(edition, series, {medium, inNote}),
    anchor: noteAnchor(document.id, series, n),
    register: series,
    name: `note ${series}-${n}`,
    words: readable(list),
    ...(lemma.length > 0 && {parts: [{kind: 'lemma' as const, words: readable(lemma)}]})
  }))
}

function wantedEntries(document: EditionDocument, {edition, medium}: Output): Wanted[] {
  return entriesOf(document.tree).map(({n, inNote, lemma, readings}) => ({
    ...placed(edition, ENTRIES, {medium, inNote}),
    anchor: noteAnchor(document.id, ENTRIES, n),
    register: ENTRIES,
    name: `entry ${n}`,
    words: [],
    parts: [
      {kind: 'lemma' as const, words: readable(lemma)},
      ...readings.map((reading) => ({kind: 'reading' as const, words: readable(reading)}))
    ].filter((part) => part.words.length > 0)
  }))
}

function placed(edition: Edition, register: string, {medium, inNote}: {medium: Medium; inNote: boolean}): Placement {
  const {place, keyed} = placementOf(edition, register, medium)
  return {place, keyed: keyAt(keyed, inNote)}
}

/** What is compared where it is not the flow: `note en-3, ` and the paragraph that calls it. */
interface Part {
  what?: string
  paragraph?: string | undefined
}

/** The differences of a text, the first few in full. */
export function compare(
  document: string,
  passage: Passage,
  wanted: string[],
  {what = '', paragraph}: Part = {}
): Finding[] {
  const found = wordsIn(passage)
  const list = differences(found, wanted)
  const findings = list.slice(0, MOST_MESSAGES).map((difference): Finding => {
    const spot = {...spotOf(passage, difference.at), ...(paragraph ? {paragraph} : {})}
    const place = ` (${what}${named(document, spot)})`
    return {rule: 'output-differs', document, ...spot, reason: sentence(difference, wanted, place)}
  })
  const more = list.length - findings.length
  if (more > 0) {
    const reason = `${more} more ${more === 1 ? 'difference' : 'differences'} in ${what}document ${document}, expected none`
    findings.push({rule: 'output-differs', document, reason})
  }
  return findings
}

function strays(document: string, stray: Passage): Finding[] {
  const found = wordsIn(stray)
  if (found.length === 0) return []
  const spot = spotOf(stray, 0)
  const reason = `Unexpected ${counted(found)} outside the text area (${named(document, spot)}), expected the words inside it`
  return [{rule: 'output-differs', document, ...spot, reason}]
}

/** Words of a note, named by the page on which it begins and the paragraph that calls it. */
function compareNote(document: string, note: Wanted, {seen, spots}: Sight): Finding[] {
  const found = seen.notes.get(note.anchor)
  if (!found) return []
  const paragraph = spots.get(note.anchor)?.paragraph
  const spot = {...found.spot, paragraph}
  if (note.parts) return compareEntry(document, found, {note, spot})
  if (note.words.length > 0 && isTwice(wordsIn(found.text), note.words)) {
    const reason = `Unexpected second copy of ${note.name} (${named(document, spot)}), expected it once`
    return [{rule: 'output-differs', document, ...spot, reason}]
  }
  return compare(document, found.text, note.words, {what: `${note.name}, `, ...spot})
}

function isTwice(found: readonly string[], wanted: readonly string[]): boolean {
  return found.length === 2 * wanted.length && found.every((word, index) => word === wanted[index % wanted.length])
}

/** Lemma and readings apart, so that none can lend words to another; nothing may stand outside them. */
function compareEntry(document: string, found: SeenNote, {note, spot}: {note: Wanted; spot: Spot}): Finding[] {
  const seen = found.parts.filter(({text}) => wordsIn(text).length > 0)
  const wanted = note.parts ?? []
  if (seen.length !== wanted.length || seen.some(({kind}, index) => kind !== wanted[index]?.kind)) {
    const reason = `Unexpected ${parts(seen)} in ${note.name} (${named(document, spot)}), expected ${parts(wanted)}`
    return [{rule: 'output-differs', document, ...spot, reason}]
  }
  return [
    ...compare(document, found.text, note.words, {what: `${note.name}, `, ...spot}),
    ...seen.flatMap(({kind, text}, index) =>
      compare(document, text, wanted[index]?.words ?? [], {what: `${kind} of ${note.name}, `, ...spot})
    )
  ]
}

/** `one lemma and 2 readings` */
function parts(list: readonly {kind: string}[]): string {
  const lemmas = list.filter(({kind}) => kind === 'lemma').length
  const readings = list.length - lemmas
  const count = (n: number, name: string): string => `${n === 0 ? 'no' : n} ${name}${n === 1 ? '' : 's'}`
  return `${count(lemmas, 'lemma')} and ${count(readings, 'reading')}`
}

/** Each note is there, and no other. */
function present(document: string, wanted: readonly Wanted[], {seen, spots}: Sight): Finding[] {
  const known = new Set(wanted.map(({anchor}) => anchor))
  const missing = wanted
    .filter(({anchor}) => !seen.notes.has(anchor))
    .map((note): Finding => {
      const spot = spots.get(note.anchor) ?? {}
      const reason = `Missing ${note.name} (${named(document, spot)}), expected it once: ${first(note)}`
      return {rule: 'output-differs', document, ...spot, reason}
    })
  const strangers = [...seen.notes.values()]
    .filter(({anchor}) => !known.has(anchor))
    .map((note): Finding => {
      const reason = `Unexpected note \`${note.anchor}\` (${named(document, note.spot)}), expected only notes that the document has`
      return {rule: 'output-differs', document, ...note.spot, reason}
    })
  return [...missing, ...strangers]
}

const first = (note: Wanted): string =>
  counted(note.words.length > 0 ? note.words : (note.parts ?? []).flatMap((part) => part.words))
