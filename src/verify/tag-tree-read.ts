// Reads a finished PDF as one who hears it does: along its tags, part by part, with each note where the tags put it.
import {emptyPassage, type Passage} from './passage.ts'
import {dictIn, isReference, listIn, nameAt, valueIn, type PdfDict, type PdfValue} from './pdf-objects.ts'
import {textOf} from './tag-tree-content.ts'
import {openTagged, type TaggedFile, type TaggedPage} from './tag-tree-file.ts'

/** A note as it is heard. */
export interface HeardNote {
  anchor: string
  text: Passage
  /** Its mark, where it has one. */
  mark: string
  /** Label of the page on which it begins. */
  page: string | undefined
  /** Letters of the part's own text that are heard before it, and the mark of the call directly before it. */
  at: number
  call: string | undefined
  /** The note inside which it is heard. */
  inside: string | undefined
}

/** A mark in the text of a part: letters before it, and the page that it leads to. */
export interface HeardCall {
  at: number
  leadsTo: string | undefined
}

/** What is heard of a part of the book. */
export interface HeardPart {
  flow: Passage
  notes: HeardNote[]
  calls: HeardCall[]
  /** Letters of the flow before each place where a block ends. */
  blockEnds: Set<number>
  /** Outside of notes: letters that are heard as heads of each table, and what is said in the place of each picture. */
  tables: {heads: number; page: string | undefined}[]
  pictures: {alt: string; page: string | undefined}[]
}

/** What is heard of a whole file. */
export interface HeardBook {
  /** By the name of the part: `d1`. */
  parts: Map<string, HeardPart>
  /** Texts of headings, and titles of bookmarks. */
  headings: string[]
  bookmarks: string[]
  /** Text that is neither heard nor an ornament, with the label of its page. */
  unheard: {page: string; text: string}[]
}

/** Reads a file; throws `UnknownPdf` where its form is not known. */
export function readTagged(bytes: Uint8Array): HeardBook {
  const file = openTagged(bytes)
  const book: HeardBook = {parts: new Map(), headings: [], bookmarks: file.bookmarks, unheard: []}
  const walk: Walk = {file, book, letters: 0, call: undefined, part: newPart()}
  for (const root of listIn(file.objects, file.root))
    hear(root, {walk, page: undefined, into: emptyPassage(), note: undefined, passed: false})
  for (const {label, text, held} of file.pages.values()) {
    const loose = [text.loose, ...[...text.marked].flatMap(([mcid, own]) => (held.has(mcid) ? [] : [own]))].join(' ')
    if (loose.trim() !== '') book.unheard.push({page: label, text: loose.trim()})
  }
  return book
}

const newPart = (): HeardPart => ({
  flow: emptyPassage(),
  notes: [],
  calls: [],
  blockEnds: new Set(),
  tables: [],
  pictures: []
})

interface Walk {
  file: TaggedFile
  book: HeardBook
  part: HeardPart
  /** Letters of the part heard so far. */
  letters: number
  /** Mark of the call that was heard last, until other text follows. */
  call: string | undefined
}

interface Where {
  walk: Walk
  page: TaggedPage | undefined
  into: Passage
  note: HeardNote | undefined
  /** Whether the text is on no layer: marks, labels, what the program sets. */
  passed: boolean
  /** Takes the text of a heading or a mark beside. */
  also?: string[] | undefined
}

/** Tags that stand in a line of text; all others part words. */
const INLINE: ReadonlySet<string> = new Set([
  '/Span',
  '/Link',
  '/Reference',
  '/Lbl',
  '/Em',
  '/Strong',
  '/Code',
  '/Quote'
])
const PARTS: ReadonlySet<string> = new Set(['/Art', '/Sect', '/Index'])

function hear(kid: PdfValue, where: Where): void {
  const value = valueIn(where.walk.file.objects, kid)
  if (typeof value === 'string') return hearContent(Number(value), where)
  if (!(value instanceof Map)) return
  const page = pageOf(value, where)
  if (value.get('/Type') === '/MCR') return hearContent(Number(value.get('/MCID')), {...where, page})
  if (value.get('/Type') === '/OBJR') return follow(value, where)
  hearElement(value, {...where, page})
}

function pageOf(element: PdfDict, {walk, page}: Where): TaggedPage | undefined {
  const own = element.get('/Pg')
  return isReference(own) ? walk.file.pages.get(own.to) : page
}

function hearContent(mcid: number, {walk, page, into, note, passed, also}: Where): void {
  const text = contentOf(mcid, page)
  if (note && text !== '') note.page ??= page?.label
  also?.push(text)
  if (passed) into.pending ||= /^\s|\s$/u.test(text) && into.pieces.length > 0
  if (passed || text === '') return
  const bare = text.trim() !== ''
  if (bare) walk.call = undefined
  into.pieces.push(into.pending ? ` ${text}` : text)
  into.spots.push({page: page?.label})
  into.pending = false
  if (into === walk.part.flow) walk.letters += lettersIn(text)
}

/** The text of a marked content, which from now on is held by the tree. */
function contentOf(mcid: number, page: TaggedPage | undefined): string {
  page?.held.add(mcid)
  return (page?.text.marked.get(mcid) ?? '').replace(UNHEARD, '')
}

/** What has neither form nor width. */
export const UNHEARD = /\p{Default_Ignorable_Code_Point}/gu

/** Letters as the proofs count them. */
const lettersIn = (text: string): number => text.normalize('NFC').replace(/\s+/gu, '').length

/** A link leads to a page by the name of a place. */
function follow(reference: PdfDict, {walk, note}: Where): void {
  const {file, part} = walk
  const target = dictIn(file.objects, reference.get('/Obj'))?.get('/Dest')
  const place = typeof target === 'string' ? file.places.get(target) : undefined
  const page = place === undefined ? undefined : file.pages.get(place)?.label
  if (!note) part.calls.push({at: walk.letters, leadsTo: page})
}

function hearElement(element: PdfDict, where: Where): void {
  const {walk} = where
  const kind = nameAt(element, '/S')
  const id = idOf(element, walk.file)
  if (kind === '/Note') return hearNote(element, where, id)
  const part = PARTS.has(kind) ? /^part-(.+)$/u.exec(id)?.[1] : undefined
  if (part !== undefined && !walk.book.parts.has(part)) return hearPart(element, where, part)
  const passed = where.passed || kind === '/Lbl' || kind === '/Reference' || isGenerated(element, walk.file)
  const block = !INLINE.has(kind)
  if (block) endBlock(where)
  hearInside(element, kind, {...where, passed})
  if (block) endBlock(where)
}

function hearInside(element: PdfDict, kind: string, where: Where): void {
  const {walk} = where
  if (!where.note) hearForm(element, kind, where)
  if (/^\/H[1-6]?$/.test(kind)) return hearHeading(element, where)
  if (kind === '/Reference' || kind === '/Lbl') return hearMark(element, where, kind)
  const before = walk.letters
  hearKids(element, where)
  const table = walk.part.tables.at(-1)
  if (kind === '/TH' && table) table.heads += walk.letters - before
}

function hearForm(element: PdfDict, kind: string, {walk, page}: Where): void {
  const {file, part} = walk
  if (kind === '/Table') part.tables.push({heads: 0, page: undefined})
  const table = part.tables.at(-1)
  if (table && (kind === '/TH' || kind === '/TD')) table.page ??= page?.label
  if (kind !== '/Figure') return
  const alt = valueIn(file.objects, element.get('/Alt'))
  part.pictures.push({alt: typeof alt === 'string' ? textOf(alt) : '', page: page?.label})
}

function endBlock({walk, into}: Where): void {
  into.pending = into.pieces.length > 0
  if (into === walk.part.flow) walk.part.blockEnds.add(walk.letters)
}

function hearKids(element: PdfDict, where: Where): void {
  for (const kid of listIn(where.walk.file.objects, element.get('/K'))) hear(kid, where)
}

function hearHeading(element: PdfDict, where: Where): void {
  const text: string[] = []
  hearKids(element, {...where, also: text})
  where.walk.book.headings.push(text.join(''))
}

/** A call, or the mark of a note. */
function hearMark(element: PdfDict, where: Where, kind: string): void {
  const text: string[] = []
  hearKids(element, {...where, also: text})
  const mark = text.join('').trim()
  if (kind === '/Reference') where.walk.call = mark
  else if (where.note?.mark === '') where.note.mark = mark
}

function hearPart(element: PdfDict, where: Where, id: string): void {
  const {walk} = where
  const outer = {part: walk.part, letters: walk.letters}
  const part = newPart()
  walk.book.parts.set(id, part)
  Object.assign(walk, {part, letters: 0})
  hearKids(element, {...where, into: part.flow})
  Object.assign(walk, outer)
}

function hearNote(element: PdfDict, where: Where, id: string): void {
  const {walk, note: outer} = where
  const note: HeardNote = {
    anchor: id.replace(/^note-/u, ''),
    text: emptyPassage(),
    mark: '',
    page: undefined,
    at: walk.letters,
    call: walk.call,
    inside: outer?.anchor
  }
  walk.part.notes.push(note)
  const {call} = walk
  hearKids(element, {...where, into: note.text, note, passed: false, also: undefined})
  // A second note at the same word still follows its call.
  walk.call = call
}

function idOf(element: PdfDict, {objects}: TaggedFile): string {
  const id = valueIn(objects, element.get('/ID'))
  return typeof id === 'string' ? textOf(id) : ''
}

function isGenerated(element: PdfDict, {objects}: TaggedFile): boolean {
  const title = valueIn(objects, element.get('/T'))
  return typeof title === 'string' && textOf(title) === 'generated'
}
