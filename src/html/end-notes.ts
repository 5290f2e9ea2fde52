// Notes that stand at no foot of a page: at the end of their document or of the book; and marks that run through the book.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {callAnchor} from '../document/anchors.ts'
import {mark} from '../document/marks.ts'
import type {NotesPlace} from '../document/settings.ts'
import type {BookNote, BookPart, FootRegister, Locate} from './book.ts'
import {withMark} from './calls.ts'
import {addRow} from './parallel.ts'
import type {PartsMaking} from './parts-memory.ts'
import {wordsIn} from './titles.ts'

/** The part that holds the notes at the end of the book; its heading is made here, its place in the book elsewhere. */
export const NOTES = 'notes'

/** Moves notes from the parts to where an output has them. An e-book has the end of the document in place of feet of pages. */
export function placeNotes(
  parts: BookPart[],
  {registers, locate, made}: {registers: readonly FootRegister[]; locate: Locate; made: PartsMaking}
): BookPart[] {
  numberThroughBook(parts, registers)
  const fresh = locate.by === 'page' ? parts.filter((part) => made.isNew(part)) : []
  for (const part of fresh) endDocument(part, placed(registers, 'document-end'))
  return endBook(parts, placed(registers, 'book-end'), locate)
}

const placed = (registers: readonly FootRegister[], wanted: NotesPlace): FootRegister[] =>
  registers.filter(({place}) => place === wanted)

/** Gives each note of a series its number in the book, and its call the same. */
function numberThroughBook(parts: readonly BookPart[], registers: readonly FootRegister[]): void {
  for (const {key, marks} of registers.filter(({numbering}) => numbering === 'book')) {
    const own = parts.flatMap(({notes}) => notes.filter(({register}) => register === key))
    own.forEach((note, index) => (note.mark = mark(index + 1, marks)))
    const signs = new Map(own.map(({anchor, mark: sign}) => [anchor, sign]))
    for (const tree of parts.flatMap(treesOf)) {
      visit(tree, {tagName: 'a'}, (link: Element) => {
        const sign = signs.get(String(link.properties['dataNote']))
        if (sign !== undefined) link.children = [{type: 'text', value: sign}]
      })
    }
  }
}

const treesOf = ({body, notes}: BookPart): Root[] => [
  body,
  ...notes.map((note): Root => ({type: 'root', children: note.body}))
]

/** One section a register after the text. */
function endDocument(part: BookPart, registers: readonly FootRegister[]): void {
  const [element] = part.body.children
  if (element?.type !== 'element') return
  const taken = registers.map((register) => ({register, notes: take(part, register)}))
  const sections = (document?: string): Element[] =>
    taken.flatMap(({register, notes}) => {
      const own = notes.filter((note) => document === undefined || note.document === document)
      return own.length > 0 ? [section(register, own, 'h2')] : []
    })
  if (part.parallel) addRow(part, sections)
  else element.children.push(...sections())
}

/** Takes the notes of a register out of a part. */
function take(part: BookPart, {key}: FootRegister): BookNote[] {
  const own = part.notes.filter(({register}) => register === key)
  part.notes = part.notes.filter(({register}) => register !== key)
  return own
}

const section = ({key, title}: FootRegister, notes: readonly BookNote[], heading: 'h2' | 'h3'): Element =>
  h('section', {className: ['end-notes', `notes-${key}`]}, [
    h(heading, {className: ['notes-title', 'generated']}, title),
    ...notes.map(endNote)
  ])

/** The mark leads back to the call. */
function endNote(note: BookNote): Element {
  const {anchor, register, n, document} = note
  const names = {id: anchor, dataNote: anchor, dataDocument: document, dataRegister: register, dataN: String(n)}
  return h('div', {className: ['note', `note-${register}`], ...names}, withMark(note))
}

/** Fills the part of the notes, or takes it out where there are none. */
function endBook(parts: BookPart[], registers: readonly FootRegister[], locate: Locate): BookPart[] {
  const end = parts.find(({kind}) => kind === NOTES)
  const [element] = end?.body.children ?? []
  if (!end || element?.type !== 'element') return parts
  for (const part of parts) element.children.push(...notesOfPart(part, end, {registers, locate}))
  return element.children.some((child) => child.type === 'element' && child.tagName === 'section')
    ? parts
    : parts.filter((part) => part !== end)
}

/** The notes of a part, of two texts beside each other those of the first before those of the second. */
function notesOfPart(
  part: BookPart,
  end: BookPart,
  {registers, locate}: {registers: readonly FootRegister[]; locate: Locate}
): ElementContent[] {
  const taken = registers
    .map((register) => ({register, notes: take(part, register)}))
    .filter(({notes}) => notes.length > 0)
  for (const {notes} of taken) for (const note of notes) follow(note, part, end)
  const texts: Pick<BookPart, 'id' | 'anchor' | 'title' | 'lang'>[] = part.parallel?.sides ?? [part]
  return texts.flatMap(({id, anchor, title, lang}): ElementContent[] => {
    const own = taken
      .map(({register, notes}) => ({register, notes: notes.filter(({document}) => !part.parallel || document === id)}))
      .filter(({notes}) => notes.length > 0)
    if (own.length === 0) return []
    const {text, ...language} = wordsIn(title, lang, end.lang)
    const pages = pagesOf(
      own.flatMap(({notes}) => notes),
      locate
    )
    return [
      h('section', {className: ['notes-of-part']}, [
        h('h2', {className: ['notes-of', 'generated']}, [h('a', {href: `#${anchor}`, ...language}, text)]),
        ...(pages ? [h('p', {className: ['notes-pages', 'generated']}, pages)] : []),
        ...own.map(({register, notes}) => section(register, notes, 'h3'))
      ])
    ]
  })
}

/** Notes that a note calls stand at the foot of the page on which it stands itself. */
function follow({body}: BookNote, part: BookPart, end: BookPart): void {
  visit({type: 'root', children: body} as Root, {tagName: 'a'}, ({properties}: Element) => {
    const inner = part.notes.find(({anchor}) => anchor === properties['dataNote'])
    if (!inner) return
    part.notes = part.notes.filter((note) => note !== inner)
    end.notes.push(inner)
    follow(inner, part, end)
  })
}

/** `Notes to pages 12–15`: where the notes are called. */
function pagesOf(notes: readonly BookNote[], locate: Locate): string | undefined {
  if (locate.by !== 'page') return undefined
  const labels = notes.map(({anchor}) => locate.label(callAnchor(anchor)) ?? '000')
  const [first, last] = [labels[0], labels.at(-1)]
  return first === last ? `Notes to page ${first}` : `Notes to pages ${first}–${last}`
}
