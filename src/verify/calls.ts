// The proof of anchors: each note and entry is called once, at its word, and begins on the page of its call.
import type {Node, Nodes} from 'mdast'
import {noteAnchor} from '../document/anchors.ts'
import {ENTRIES, type EditionDocument} from '../document/edition.ts'
import {textOf} from '../document/layers.ts'
import {entryOf} from '../document/foot-words.ts'
import type {At, Entry, Note} from '../document/nodes.ts'
import type {Placement} from '../document/placement.ts'
import {named, type Finding} from './finding.ts'
import {bare, spotOf, wordsIn} from './passage.ts'
import type {Seen, SeenCall, SeenNote} from './seen.ts'
import {quote} from './wording.ts'

/** A note or entry that must be called. */
interface Called extends Placement {
  anchor: string
  name: string
}

/** What the proof of calls has to know beside the document. */
interface Sight {
  seen: Seen
  /** Whether a note at the foot must begin on the page of its call. */
  paged: boolean
  /** Where they must stand; absent where the text around them was not found whole, so that their places cannot be told by it. */
  places: Places | undefined
}

/** Proves the calls of one document. */
export function proveCalls(document: EditionDocument, wanted: readonly Called[], sight: Sight): Finding[] {
  const calls = new Map<string, SeenCall[]>()
  for (const call of sight.seen.calls) calls.set(call.anchor, [...(calls.get(call.anchor) ?? []), call])
  const findings = wanted.flatMap((note) => {
    const [call, second] = calls.get(note.anchor) ?? []
    if (!call || call.keyed !== note.keyed) return [uncalled(document.id, note, sight.seen)]
    if (second) return [twice(document.id, note, second)]
    return sight.paged && note.place === 'foot' ? elsewhere(document.id, note, {call, seen: sight.seen}) : []
  })
  return [
    ...findings,
    ...unwanted(document.id, wanted, sight.seen),
    ...(sight.places ? displaced(document, wanted, {calls, seen: sight.seen, places: sight.places}) : [])
  ]
}

function uncalled(document: string, {anchor, name, keyed}: Called, seen: Seen): Finding {
  const spot = seen.notes.get(anchor)?.spot ?? {}
  const expected = keyed === 'line' ? 'the words that it names' : 'its mark in the text'
  const reason = `Missing call of ${name} (${named(document, spot)}), expected ${expected}`
  return {rule: 'note-misplaced', document, ...spot, reason}
}

/** Calls of notes that the output does not have. */
function unwanted(document: string, wanted: readonly Called[], seen: Seen): Finding[] {
  const known = new Set(wanted.map(({anchor}) => anchor))
  return seen.calls
    .filter(({anchor}) => !known.has(anchor))
    .map(({anchor, spot}) => {
      const reason = `Unexpected call of \`${anchor}\` (${named(document, spot)}), expected only calls of notes that the output has`
      return {rule: 'note-misplaced', document, ...spot, reason}
    })
}

function twice(document: string, {name}: Called, {spot}: SeenCall): Finding {
  const reason = `Unexpected second call of ${name} (${named(document, spot)}), expected one`
  return {rule: 'note-misplaced', document, ...spot, reason}
}

function elsewhere(document: string, {anchor, name}: Called, {call, seen}: {call: SeenCall; seen: Seen}): Finding[] {
  const note = seen.notes.get(anchor)
  if (!note || (note.sheet >= call.from && note.sheet <= call.sheet) || waits(note, call, seen)) return []
  const where = note.spot.page ? `on page ${note.spot.page}` : 'on another page'
  const reason = `Unexpected beginning of ${name} ${where}, expected it on the page of its call (${named(document, call.spot)})`
  return [{rule: 'note-misplaced', document, ...call.spot, reason}]
}

/**
 * Whether it waits, as the layout has told, and no page with text from its call to its beginning is without notes: then none had room for it. Of
 * facing pages every other is of another text.
 */
function waits({sheet, anchor, late}: SeenNote, call: SeenCall, {notes, sheets}: Seen): boolean {
  if (!late || sheet <= call.sheet) return false
  const others = [...notes.values()].filter((other) => other.anchor !== anchor)
  return [call.sheet, ...sheets].every(
    (page) =>
      page < call.sheet || page >= sheet || others.some((other) => other.sheet <= page && other.lastSheet >= page)
  )
}

/** Calls of the flow that do not stand after the letters after which the tree has them. */
function displaced(
  document: EditionDocument,
  wanted: readonly Called[],
  {calls, seen, places}: {calls: ReadonlyMap<string, readonly SeenCall[]>; seen: Seen; places: Places}
): Finding[] {
  const before = lettersBefore(seen)
  const names = new Map(wanted.map(({anchor, name}) => [anchor, name]))
  return [...places].flatMap(([anchor, place]): Finding[] => {
    const call = calls.get(anchor)?.[0]
    const wrong = call && wrongEnd(call, place, before)
    if (!wrong) return []
    const [found, letters] = wrong
    const all = wordsIn(seen.flow)
    const here = wordAt(all, found)
    const there = wordAt(all, letters)
    const spot = {...call.spot, paragraph: spotOf(seen.flow, there).paragraph}
    const where = named(document.id, spot)
    const reason = `Unexpected call of ${names.get(anchor) ?? anchor} at ${quote(around(all, here))} (${where}), expected it at ${quote(around(all, there))}`
    return [{rule: 'note-misplaced', document: document.id, ...spot, reason}]
  })
}

/** Letters before a call where they are not as many as the tree has, and how many that is; the words of an entry have a beginning too. */
function wrongEnd(call: SeenCall, {start, end}: Place, before: readonly number[]): [number, number] | undefined {
  const ends = before[call.piece] ?? 0
  if (ends !== end) return [ends, end]
  const starts = before[call.start] ?? 0
  return call.keyed === 'line' && start !== undefined && starts !== start ? [starts, start] : undefined
}

/** Letters of the flow that stand before each of its pieces, and before its end. */
function lettersBefore({flow}: Seen): number[] {
  const counts = [0]
  for (const piece of flow.pieces) counts.push((counts.at(-1) ?? 0) + letters(piece))
  return counts
}

/** Stands in the text for a call; no character of any text, by the Unicode standard. */
const CALL = '\uFFFF'

/** Letters of the reading layer before the beginning of a lemma, and before its end or the place of a note. */
interface Place {
  start?: number
  end: number
}

/** Places by the anchors of notes and entries. */
export type Places = ReadonlyMap<string, Place>

/** The places of all notes and entries of a document, in the order of their calls. */
export function placesIn({id, tree}: EditionDocument): Places {
  const signing: Signing = {id, signs: [], ends: endsIn(tree, id)}
  const pieces = textOf(withCalls(tree, signing) as Nodes, 'reading').split(CALL)
  const places = new Map<string, Place>()
  const starts = new Map<string, number>()
  let count = 0
  signing.signs.forEach(({anchor, opens}, index) => {
    count += letters(pieces[index] ?? '')
    const start = starts.get(anchor)
    if (opens) starts.set(anchor, count)
    else places.set(anchor, {...(start !== undefined && {start}), end: count})
  })
  return places
}

/** What a sign in the text stands for: the beginning of a lemma, or the place of a call. */
interface Sign {
  anchor: string
  opens: boolean
}

interface Signing {
  id: string
  /** Filled in, one for each sign in the text. */
  signs: Sign[]
  /** What begins and ends at an anchor of the text, by its id. */
  ends: ReadonlyMap<string, Sign[]>
}

/** Notes and entries between anchors. */
function endsIn(tree: Node, document: string): Map<string, Sign[]> {
  const ends = new Map<string, Sign[]>()
  const see = (id: string, sign: Sign): void => void ends.set(id, [...(ends.get(id) ?? []), sign])
  const visit = (node: Node): void => {
    const anchor = spanAnchor(node, document)
    if (anchor !== undefined) {
      see((node as Entry).span.from, {anchor, opens: true})
      see((node as Entry).span.to, {anchor, opens: false})
    }
    if ('children' in node) (node.children as Node[]).forEach(visit)
  }
  visit(tree)
  return ends
}

function spanAnchor(node: Node, document: string): string | undefined {
  if (node.type === 'entry') return noteAnchor(document, ENTRIES, (node as Entry).n ?? 0)
  const {span, series, n} = node as Note
  return node.type === 'note' && span ? noteAnchor(document, series, n ?? 0) : undefined
}

/** A copy of the tree with a sign in the place of each note, and before and after each lemma. */
function withCalls(node: Node, signing: Signing): Node {
  const {id, signs, ends} = signing
  const put = (...list: Sign[]): Node => {
    signs.push(...list)
    return {type: 'text', value: CALL.repeat(list.length)} as Node
  }
  if (node.type === 'at') return put(...(ends.get((node as At).id) ?? []))
  if (spanAnchor(node, id) !== undefined) return put()
  if (node.type === 'note' && (node as Note).place === 'foot')
    return put({anchor: noteAnchor(id, (node as Note).series, (node as Note).n ?? 0), opens: false})
  if (!('children' in node)) return node
  const entry = entryOf(node)
  const anchor = entry ? noteAnchor(id, ENTRIES, entry.n ?? 0) : ''
  const before = entry ? [put({anchor, opens: true})] : []
  const children = (node.children as Node[]).map((child) => withCalls(child, signing))
  return {...node, children: [...before, ...children, ...(entry ? [put({anchor, opens: false})] : [])]} as Node
}

const letters = (text: string): number => bare(text).normalize('NFC').replace(/\s+/gu, '').length

/** Number of the word that ends at or holds the last of so many letters. */
function wordAt(words: readonly string[], count: number): number {
  let rest = count
  const index = words.findIndex((word) => (rest -= word.length) <= 0)
  return index < 0 ? words.length - 1 : index
}

const around = (words: readonly string[], index: number): string[] => words.slice(Math.max(0, index - 1), index + 2)
