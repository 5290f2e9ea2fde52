// The exact witness: the finished PDF, read along its tags as one who hears it does, has the words of the edition, each note at its call.
import {documentAnchor} from '../document/anchors.ts'
import {allDocuments, type Edition, type EditionDocument} from '../document/edition.ts'
import {words} from '../document/layers.ts'
import {placesIn, type Places} from './calls.ts'
import {named, type Finding} from './finding.ts'
import {wordsIn} from './passage.ts'
import {UnknownPdf} from './pdf-objects.ts'
import {compare, readable, wantedFeet, type Wanted} from './proof.ts'
import {comparable, disorder, formFaults} from './tag-tree-forms.ts'
import {placeFault, type NoteSight} from './tag-tree-notes.ts'
import {readTagged, UNHEARD, type HeardBook, type HeardNote} from './tag-tree-read.ts'
import {counted, quote} from './wording.ts'

/** Compares what is heard along the tags of a finished PDF with the documents of `edition`, which must be those that it holds. */
export function verifyTags(edition: Edition, bytes: Uint8Array): Finding[] {
  try {
    const book = readTagged(bytes)
    return [
      ...book.unheard.map(unheard),
      ...disorder(edition, book),
      ...allDocuments(edition).flatMap((document) => proveDocument(edition, document, book)),
      ...proveBookmarks(book)
    ]
  } catch (error) {
    if (!(error instanceof UnknownPdf)) throw error
    return [{rule: 'output-differs', reason: `The tags of the PDF cannot be read: ${error.message}`}]
  }
}

/** Said of each difference, which is told from one on the pages by it. */
const TAGS = 'tags of the PDF, '

function unheard({page, text}: HeardBook['unheard'][number]): Finding {
  const reason = `Unexpected ${counted(text.split(/\s+/u))} without a tag in the PDF (page ${page}), expected text that is heard, or an ornament`
  return {rule: 'output-differs', page, reason}
}

function proveDocument(edition: Edition, document: EditionDocument, book: HeardBook): Finding[] {
  const {id, tree} = document
  const part = book.parts.get(documentAnchor(id))
  if (!part) {
    const reason = `Document ${id} has no tag in the PDF, expected its text`
    return [{rule: 'output-differs', document: id, reason}]
  }
  const wanted = wantedFeet(document, {edition, medium: 'print'}).filter(({place}) => place !== 'none')
  const flow = compare(id, part.flow, comparable(words(tree, 'reading')), {what: TAGS})
  const places: Places = flow.length === 0 ? heardPlaces(document) : new Map()
  const notes = notesOf(id, book)
  const known = new Set(wanted.map(({anchor}) => anchor))
  return [
    ...flow,
    ...formFaults(document, part),
    ...wanted.flatMap((note) => proveNote(id, note, {part, places, found: notes.get(note.anchor) ?? []})),
    ...part.notes.filter(({anchor}) => !known.has(anchor)).map((note) => stranger(id, note))
  ]
}

/** Places of calls, counted in letters that are heard. */
function heardPlaces(document: EditionDocument): Places {
  const text = readable(words(document.tree, 'reading')).join('')
  const silent = [...text.matchAll(UNHEARD)].map(({index}) => index)
  const heard = (letters: number): number => letters - silent.filter((at) => at < letters).length
  return new Map([...placesIn(document)].map(([anchor, {end}]) => [anchor, {end: heard(end)}]))
}

/** Notes by anchor, wherever they are heard: those of the end of the book in the part of its own. */
function notesOf(document: string, {parts}: HeardBook): Map<string, HeardNote[]> {
  const notes = new Map<string, HeardNote[]>()
  for (const id of [documentAnchor(document), 'notes'])
    for (const note of parts.get(id)?.notes ?? []) notes.set(note.anchor, [...(notes.get(note.anchor) ?? []), note])
  return notes
}

function stranger(document: string, {anchor, page}: HeardNote): Finding {
  const reason = `Unexpected note \`${anchor}\` (${TAGS}${named(document, {page})}), expected only notes that the document has`
  return {rule: 'output-differs', document, page, reason}
}

function proveNote(document: string, wanted: Wanted, sight: NoteSight): Finding[] {
  const [note, second] = sight.found
  if (!note || second) {
    const what = note ? `Unexpected second copy of ${wanted.name}` : `Missing ${wanted.name}`
    const reason = `${what} (${TAGS}${named(document, {page: second?.page})}), expected it once`
    return [{rule: 'output-differs', document, page: second?.page, reason}]
  }
  const place = placeFault(wanted, note, sight)
  const where = `${TAGS}${named(document, {page: note.page})}`
  return [
    ...compareNote(document, wanted, note),
    ...(place === undefined
      ? []
      : [
          {
            rule: 'note-misplaced' as const,
            document,
            page: note.page,
            reason: `Unexpected place of ${wanted.name} (${where}), expected it ${place}`
          }
        ])
  ]
}

function compareNote(document: string, wanted: Wanted, {text, page}: HeardNote): Finding[] {
  const parts = wanted.parts ?? []
  const isEntry = wanted.words.length === 0 && parts.length > 0
  const what = `${TAGS}${wanted.name}, `
  if (!isEntry)
    return compare(document, text, comparable([...parts.flatMap((part) => part.words), ...wanted.words]), {what})
  // Between the words of an entry stands what the program says of them.
  const heard = wordsIn(text).join('')
  let from = 0
  for (const part of parts) {
    for (const word of comparable(part.words)) {
      const at = heard.indexOf(word, from)
      if (at < 0) return [lost(document, part, {what, page})]
      from = at + word.length
    }
  }
  return []
}

function lost(
  document: string,
  {kind, words: list}: {kind: string; words: readonly string[]},
  {what, page}: {what: string; page: string | undefined}
): Finding {
  const reason = `Missing ${kind} ${quote(list)} (${what}${named(document, {page})}), expected it in its place`
  return {rule: 'output-differs', document, page, reason}
}

/** Bookmarks are the headings, in their order. */
function proveBookmarks({headings, bookmarks}: HeardBook): Finding[] {
  const wanted = headings.map(plain).filter((heading) => heading !== '')
  const found = bookmarks.map(plain)
  const at = wanted.findIndex((heading, index) => heading !== found[index])
  if (at < 0 && found.length <= wanted.length) return []
  const place = at < 0 ? wanted.length : at
  const [has, should] = [found[place], wanted[place]]
  const reason = `Unexpected ${has === undefined ? 'end of the bookmarks' : `bookmark \`${has}\``} in the PDF, expected ${should === undefined ? 'no more of them' : `the heading \`${should}\``}`
  return [{rule: 'output-differs', reason}]
}

const plain = (text: string): string => text.replace(UNHEARD, '').replace(/\s+/gu, ' ').trim().normalize('NFC')
