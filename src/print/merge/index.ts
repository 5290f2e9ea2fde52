// Puts pages that were printed apart into one PDF: one tree of pages, one of tags, one list of bookmarks, links that lead everywhere.
import {PDFDict, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {writeBookmarks, type BookBookmark, type Bookmark} from './bookmarks.ts'
import {writeFile, type FileObject} from './file.ts'
import type {LoosePages} from './loosen.ts'
import {numberObjects, type Numbering} from './numbers.ts'
import {fixedText, looseText, type Move} from './text.ts'

/** What a file has beside its pages. */
export interface MergeOptions {
  lang: string
  /** Hexadecimal digits: the file's lasting identity. */
  id: string
  /** Names of places that links lead to, and the page of each, counted from 0. */
  places: ReadonlyMap<string, number>
}

/**
 * The bytes of a book of these pages, in this order. `book` is a PDF without pages that holds everything else: metadata, labels,
 * attachments. The same pages give the same bytes.
 */
export function merge(book: PDFDocument, gatherings: readonly LoosePages[], options: MergeOptions): Uint8Array {
  const numbering = numberObjects(gatherings)
  const {catalog, context} = book
  const leaves = gatherings.flatMap(({leaves: own}, at) => own.map((leaf) => theirs(numbering, at, leaf)))
  const pages = addPages(book, gatherings, numbering)
  const document = addTags(book, gatherings, {numbering, lang: options.lang})
  const bookmarks = writeBookmarks(context, bookmarksOf(gatherings, leaves))
  if (bookmarks) catalog.set(PDFName.of('Outlines'), bookmarks)
  addPlaces(book, options.places, leaves)
  const own = ownObjects(book, numbering.count)
  const outside = {pages: own.numberOf(pages), document: own.numberOf(document)}
  const objects = gatherings.flatMap((one, at) => fixed(one, at, {numbering, outside}))
  const {Root: root, Info: info} = context.trailerInfo
  return writeFile([...objects, ...own.objects], {
    root: root instanceof PDFRef ? own.numberOf(root) : 0,
    info: info instanceof PDFRef ? own.numberOf(info) : undefined,
    id: options.id
  })
}

/** Objects of the pages are named in the book by numbers that are none of its own. */
const THEIRS = 1_000_000_000
const theirs = (numbering: Numbering, at: number, own: number): PDFRef =>
  PDFRef.of(THEIRS + numbering.numberOf(at, own))

/** A node for each gathering below one for all. */
function addPages({catalog, context}: PDFDocument, gatherings: readonly LoosePages[], numbering: Numbering): PDFRef {
  const old = catalog.get(PDFName.of('Pages'))
  if (old instanceof PDFRef) context.delete(old)
  const count = gatherings.reduce((sum, {leaves}) => sum + leaves.length, 0)
  const nodes = gatherings.map((_, at) => theirs(numbering, at, NODE))
  const ref = context.register(context.obj({Type: 'Pages', Count: count, Kids: nodes}))
  catalog.set(PDFName.of('Pages'), ref)
  return ref
}

/** The node of its pages is the first object of every gathering. */
const NODE = 1

/** One document, in which the tags of all pages follow each other. */
function addTags(
  {catalog, context}: PDFDocument,
  gatherings: readonly LoosePages[],
  {numbering, lang}: {numbering: Numbering; lang: string}
): PDFRef {
  const tags = gatherings.flatMap((one, at) => one.tags.map((tag) => theirs(numbering, at, tag)))
  const rootRef = context.register(context.obj({Type: 'StructTreeRoot'}))
  const root = context.lookup(rootRef, PDFDict)
  const document = context.obj({Type: 'StructElem', S: 'Document', Lang: PDFString.of(lang), P: rootRef, K: tags})
  const documentRef = context.register(document)
  if (tags.length === 0) return documentRef
  const parents = gatherings.flatMap((one, at) =>
    one.parents.flatMap(([place, object]) => [place + (numbering.parents[at] ?? 0), theirs(numbering, at, object)])
  )
  root.set(PDFName.of('K'), documentRef)
  root.set(PDFName.of('ParentTree'), context.register(context.obj({Nums: parents})))
  root.set(PDFName.of('ParentTreeNextKey'), context.obj(numbering.parents.at(-1) ?? 0))
  addIds(root, gatherings, numbering)
  catalog.set(PDFName.of('StructTreeRoot'), rootRef)
  catalog.set(PDFName.of('MarkInfo'), context.obj({Marked: true}))
  return documentRef
}

/** One flat list, in order, as the format asks. */
function addIds(root: PDFDict, gatherings: readonly LoosePages[], numbering: Numbering): void {
  const ids = gatherings.flatMap((one, at) =>
    one.ids.map(([id, tag]): [string, PDFRef] => [id, theirs(numbering, at, tag)])
  )
  if (ids.length === 0) return
  const sorted = ids.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const names = sorted.flatMap(([id, ref]) => [PDFHexString.of(id), ref])
  root.set(PDFName.of('IDTree'), root.context.register(root.context.obj({Names: names})))
}

function bookmarksOf(gatherings: readonly LoosePages[], leaves: readonly PDFRef[]): BookBookmark[] {
  let first = 0
  return gatherings.flatMap(({bookmarks, leaves: own}) => {
    const before = first
    first += own.length
    const placed = (list: readonly Bookmark[]): BookBookmark[] =>
      list.flatMap(({title, page, left, top, below}) => {
        const leaf = leaves[before + page]
        return leaf ? [{title, place: {page: leaf, left, top}, below: placed(below)}] : []
      })
    return placed(bookmarks)
  })
}

/** The upper edge of a page for each name that a link leads to. */
function addPlaces({catalog, context}: PDFDocument, places: MergeOptions['places'], leaves: readonly PDFRef[]): void {
  if (places.size === 0) return
  const named = [...places].toSorted(([, a], [, b]) => a - b)
  const list = context.obj({})
  for (const [name, page] of named) {
    const leaf = leaves[page]
    if (!leaf) throw new Error(`A link leads to ${name}, and the book has ${leaves.length} pages`)
    list.set(PDFName.of(name), context.obj([leaf, 'XYZ', null, null, null]))
  }
  catalog.set(PDFName.of('Dests'), context.register(list))
}

/** The objects of the book itself, numbered after those of the pages. */
function ownObjects(
  {context}: PDFDocument,
  before: number
): {objects: FileObject[]; numberOf: (ref: PDFRef) => number} {
  const all = context.enumerateIndirectObjects()
  const numbers = new Map(all.map(([ref], index) => [ref, before + index + 1]))
  const numberOf = (ref: PDFRef): number =>
    ref.objectNumber > THEIRS ? ref.objectNumber - THEIRS : (numbers.get(ref) ?? 0)
  const move: Move = {numberOf: (number) => number, parentsBy: 0, outside: {pages: 0, document: 0}}
  const objects = all.map(([, object]): FileObject => {
    const text = fixedText(looseText(object, numberOf), move)
    return object instanceof PDFStream ? {text, stream: object.getContents()} : {text}
  })
  return {objects, numberOf}
}

/** The objects of a gathering that are not in the file yet, as they are written. */
function fixed(
  {objects, streams}: LoosePages,
  at: number,
  {numbering, outside}: {numbering: Numbering; outside: Move['outside']}
): FileObject[] {
  const contents = new Map(streams)
  const numberOf = (own: number): number => numbering.numberOf(at, own)
  const move: Move = {numberOf, parentsBy: numbering.parents[at] ?? 0, outside}
  return objects.flatMap((text, index) => {
    if (!numbering.isNew(at, index + 1)) return []
    return [{text: fixedText(text, move), stream: contents.get(index + 1)}]
  })
}
