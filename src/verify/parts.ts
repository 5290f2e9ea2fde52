// The proof of a whole output: every document of the edition is there, in order, and nothing that is no part of it.
import {noteAnchor} from '../document/anchors.ts'
import {allDocuments, ENTRIES, inOrderOfReading, type Edition, type EditionDocument} from '../document/edition.ts'
import {entriesOf, notesOf} from '../document/foot-words.ts'
import {isMade} from '../document/parts.ts'
import {placementOf, type Medium} from '../document/placement.ts'
import type {Finding, Spot} from './finding.ts'
import {spotOf, wordsIn} from './passage.ts'
import {prove} from './proof.ts'
import type {Seen} from './seen.ts'
import {counted, quote} from './wording.ts'

/** Proves what an output shows, part by part in its order; `unit` is what a part is made of. */
export function proveParts(edition: Edition, parts: ReadonlyMap<string, Seen>, unit: 'page' | 'file'): Finding[] {
  return proofsOfParts(edition, parts, unit).flatMap((proof) => proof())
}

/** The same as proofs that are still to be made: of the whole, and of each document. */
export function proofsOfParts(
  edition: Edition,
  parts: ReadonlyMap<string, Seen>,
  unit: 'page' | 'file'
): (() => Finding[])[] {
  const documents = allDocuments(edition)
  const medium = unit === 'page' ? 'print' : 'e-book'
  const disorder = endInSequence(edition, parts.get('notes'), medium)
  bringHome(documents, parts)
  return [
    () => [
      ...strangers(documents, parts, unit),
      ...inSequence(documents, [...parts.keys()]),
      ...disorder,
      ...[...parts.values()].flatMap(strangeHeads)
    ],
    ...documents.map((document) => () => {
      const seen = parts.get(document.id)
      return seen ? prove(document, seen, {edition, medium}) : [absent(document, unit)]
    })
  ]
}

/** Notes at the end of the book, and what they call, are proved with the documents that call them. */
function bringHome(documents: readonly EditionDocument[], parts: ReadonlyMap<string, Seen>): void {
  const end = parts.get('notes')
  if (!end) return
  for (const document of documents) {
    const home = parts.get(document.id)
    const own = new Set(anchorsOf(document))
    // In the order of the page, which is to be proved.
    for (const [anchor, note] of home ? [...end.notes] : []) {
      if (!own.has(anchor)) continue
      end.notes.delete(anchor)
      // One that stands twice is seen twice: with its words doubled.
      const other = home?.notes.get(anchor)
      if (other) other.text.pieces.push(...note.text.pieces)
      else home?.notes.set(anchor, {...note, place: note.place === 'foot' ? 'foot' : 'book-end'})
    }
    home?.calls.push(...end.calls.filter(({anchor}) => own.has(anchor)))
    end.calls = end.calls.filter(({anchor}) => !own.has(anchor))
  }
}

const anchorsOf = ({id, tree}: EditionDocument): string[] => [
  ...notesOf(tree).map(({series, n}) => noteAnchor(id, series, n)),
  ...entriesOf(tree).map(({n}) => noteAnchor(id, ENTRIES, n))
]

/** At the end of the book the notes of each document follow those of the document before it. */
function endInSequence(edition: Edition, end: Seen | undefined, medium: Medium): Finding[] {
  const documents = inOrderOfReading(edition)
  const owners = new Map<string, string>()
  for (const {id, tree} of documents)
    for (const {series, n} of notesOf(tree))
      if (placementOf(edition, series, medium).place === 'book-end') owners.set(noteAnchor(id, series, n), id)
  const found = [...(end?.notes.values() ?? [])].flatMap(({anchor, spot}) => {
    const id = owners.get(anchor)
    return id === undefined ? [] : [{id, spot}]
  })
  const expected = documents.flatMap(({id}) => found.filter((note) => note.id === id))
  const wrong = found.findIndex(({id}, index) => id !== expected[index]?.id)
  const note = found[wrong]
  if (!note) return []
  const reason = `Unexpected notes of document ${note.id} at the end of the book${onPage(note.spot)}, expected all of document ${expected[wrong]?.id} before them`
  return [{rule: 'output-differs', document: note.id, ...note.spot, reason}]
}

function absent({id}: EditionDocument, unit: string): Finding {
  return {rule: 'output-differs', document: id, reason: `Document ${id} has no ${unit}, expected its text`}
}

/** The words of parts that the program makes are passed over, unless they stand where none may; a page of no part is blank. */
function strangers(documents: readonly EditionDocument[], parts: ReadonlyMap<string, Seen>, unit: string): Finding[] {
  const known = new Set(documents.map(({id}) => id))
  return [...parts].flatMap(([id, seen]): Finding[] => {
    if (known.has(id)) return []
    if (isMade(id)) return [...outside(seen), ...(id === 'notes' ? notOfNotes(seen) : [])]
    const words = [...wordsIn(seen.flow), ...wordsIn(seen.stray)]
    const spot = seen.flow.spots[0] ?? seen.stray.spots[0] ?? {}
    if (id !== '') {
      const reason = `Unexpected part \`${id}\`${onPage(spot)}, expected only documents of the edition and pages that the program makes`
      return [{rule: 'output-differs', ...spot, reason}]
    }
    if (words.length === 0) return []
    const reason = `Unexpected ${counted(words)} in a ${unit} of no document${onPage(spot)}, expected nothing there`
    return [{rule: 'output-differs', ...spot, reason}]
  })
}

/** At the end of the book stand notes of the documents, and headings that the program makes. */
function notOfNotes({flow, notes}: Seen): Finding[] {
  const words = wordsIn(flow)
  const [note] = notes.values()
  const where = note?.spot ?? flow.spots[0] ?? {}
  const what = note ? `note \`${note.anchor}\`` : counted(words)
  if (!note && words.length === 0) return []
  const reason = `Unexpected ${what} among the notes at the end of the book${onPage(where)}, expected only notes of its documents`
  return [{rule: 'output-differs', ...where, reason}]
}

/** What is shown above the rows of a table that goes on is its head. */
function strangeHeads({repeated}: Seen): Finding[] {
  return repeated
    .filter(({found, wanted}) => found.join(' ') !== wanted.join(' '))
    .map(({found, wanted, spot}) => {
      const reason = `Unexpected ${found.length === 0 ? 'lack of words' : counted(found)} above the rows of a table that goes on${onPage(spot)}, expected its head again: ${quote(wanted)}`
      return {rule: 'output-differs', ...spot, reason}
    })
}

function outside({stray}: Seen): Finding[] {
  const words = wordsIn(stray)
  if (words.length === 0) return []
  const spot = spotOf(stray, 0)
  const reason = `Unexpected ${counted(words)} outside the text area${onPage(spot)}, expected nothing there`
  return [{rule: 'output-differs', ...spot, reason}]
}

const onPage = ({page}: Spot): string => (page ? ` (page ${page})` : '')

/** Documents follow each other as in the edition; a counterpart stands beside the text that it pairs with. */
function inSequence(documents: readonly EditionDocument[], found: readonly string[]): Finding[] {
  const there = new Set(found)
  const expected = documents.flatMap(({id, pairsWith}) => (there.has(id) && pairsWith === undefined ? [id] : []))
  const known = new Set(expected)
  const order = found.filter((id) => known.has(id))
  const wrong = order.findIndex((id, index) => id !== expected[index])
  const id = order[wrong]
  if (id === undefined) return []
  const reason = `Unexpected document ${id}, expected document ${expected[wrong]} before it`
  return [{rule: 'output-differs', document: id, reason}]
}
