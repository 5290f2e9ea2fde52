// Takes pages out of the PDF that they were printed in: their objects, tags and bookmarks, ready to be put into any file.
import {createHash} from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFDocument,
  type PDFObject,
  type PDFPageLeaf
} from '@cantoo/pdf-lib'
import {looseReference, looseText, type Outside} from './text.ts'
import {bookmarksOf, type Bookmark} from './bookmarks.ts'

/** Pages with all that belongs to them. Plain data; numbers of objects count from 1, and the first is the node of its pages. */
export interface LoosePages {
  /** Loose text of each object. */
  objects: string[]
  /** Contents of those objects that are streams, by number. */
  streams: [number, Uint8Array][]
  /** Numbers of the pages, in order. */
  leaves: number[]
  /** SHA-256 of what is drawn on each page, as it stands in the file. */
  prints: string[]
  /** Outermost tags. */
  tags: number[]
  /** For each page or link with tags, its place in the list of them and the object that holds them. */
  parents: [number, number][]
  /** Ids of tags in hexadecimal digits, and the tags. */
  ids: [string, number][]
  bookmarks: Bookmark[]
}

/** Everything of a PDF that its pages and tags lead to. */
export function loosen(pdf: PDFDocument): LoosePages {
  const group = newGroup(pdf)
  const pages = pdf.getPages()
  for (const {node} of pages) inherit(node)
  const leaves = pages.map(({ref}) => group.number(ref))
  const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  const root = tree instanceof PDFDict ? tree : undefined
  const tags = topTags(pdf, root).map((ref) => group.number(ref))
  const parents = root ? parentsOf(root.lookup(PDFName.of('ParentTree')), group) : []
  group.drain()
  const branch = `<</Type/Pages/Parent ${looseReference('pages')}/Count ${leaves.length}/Kids[${leaves.map(looseReference).join(' ')}]>>`
  group.objects[0] = branch
  const {objects, streams, ids} = group
  const prints = pages.map((page) => printOf(page.node))
  return {objects, streams, leaves, prints, tags, parents, ids, bookmarks: bookmarksOf(pdf)}
}

/** Objects that are collected: each gets its number when it is first named. */
interface Group {
  objects: string[]
  streams: [number, Uint8Array][]
  ids: [string, number][]
  number(ref: PDFRef): number
  text(object: PDFObject): string
  /** Adds an object that has no reference. */
  add(object: PDFObject): number
  /** Writes the named objects, and those that they name, until none is left. */
  drain(): void
}

function newGroup(pdf: PDFDocument): Group {
  const outside = outsideOf(pdf)
  const numbers = new Map([[NODE, 1]])
  const waiting: PDFRef[] = []
  const group: Group = {
    objects: [''],
    streams: [],
    ids: [],
    number: (ref) => {
      const known = numbers.get(ref)
      if (known !== undefined) return known
      const number = group.objects.push('')
      numbers.set(ref, number)
      waiting.push(ref)
      return number
    },
    text: (object) => looseText(object, (ref) => outside.get(ref) ?? group.number(ref)),
    add: (object) => group.objects.push(group.text(object)),
    drain: () => {
      for (const ref of waiting) write(group, pdf.context.lookup(ref), group.number(ref))
    }
  }
  return group
}

/** What is above the outermost tags is made anew for the whole file. */
function outsideOf(pdf: PDFDocument): Map<PDFRef, Outside> {
  const outside = new Map<PDFRef, Outside>()
  const root = pdf.catalog.get(PDFName.of('StructTreeRoot'))
  if (root instanceof PDFRef) outside.set(root, 'document')
  const document = documentTag(pdf)
  if (document) outside.set(document, 'document')
  return outside
}

function write(group: Group, object: PDFObject | undefined, number: number): void {
  group.objects[number - 1] = object ? group.text(object) : 'null'
  if (object instanceof PDFStream) group.streams.push([number, object.getContents()])
  const id = object instanceof PDFDict ? object.get(PDFName.of('ID')) : undefined
  if (id instanceof PDFString || id instanceof PDFHexString)
    group.ids.push([Buffer.from(id.asBytes()).toString('hex'), number])
}

/** What a page has from the nodes above it, it must have itself before it leaves them. */
function inherit(node: PDFDict): void {
  for (const key of ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name))) {
    for (let above: PDFObject | undefined = node; above instanceof PDFDict && !node.has(key);) {
      const value: PDFObject | undefined = above.get(key)
      if (value) node.set(key, value)
      above = above.lookup(PDFName.Parent)
    }
  }
  node.set(PDFName.Parent, NODE)
}

/** Stands for the first object, the node above all pages: no printed file has so many objects. */
const NODE = PDFRef.of(0x7fff_ffff)

function printOf(node: PDFPageLeaf): string {
  const contents = node.Contents()
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index)) : [contents]
  const hash = createHash('sha256')
  for (const stream of streams) if (stream instanceof PDFStream) hash.update(stream.getContents())
  return hash.digest('hex')
}

function documentTag(pdf: PDFDocument): PDFRef | undefined {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  const kids = root instanceof PDFDict ? refsIn(root, KIDS) : []
  const [only] = kids
  const tag = kids.length === 1 && only ? pdf.context.lookup(only) : undefined
  return tag instanceof PDFDict && tag.get(PDFName.of('S')) === PDFName.of('Document') ? only : undefined
}

function topTags(pdf: PDFDocument, root: PDFDict | undefined): PDFRef[] {
  const document = documentTag(pdf)
  const above = document ? pdf.context.lookup(document) : root
  return above instanceof PDFDict ? refsIn(above, KIDS) : []
}

const KIDS = PDFName.of('K')

function refsIn(dict: PDFDict, key: PDFName): PDFRef[] {
  const value = dict.get(key)
  if (value instanceof PDFRef && !(dict.lookup(key) instanceof PDFArray)) return [value]
  const list = dict.lookup(key)
  return list instanceof PDFArray ? list.asArray().filter((one): one is PDFRef => one instanceof PDFRef) : []
}

/** Entries of a number tree. */
function parentsOf(node: PDFObject | undefined, group: Group): [number, number][] {
  if (!(node instanceof PDFDict)) return []
  const kids = node.lookup(PDFName.of('Kids'))
  if (kids instanceof PDFArray) return kids.asArray().flatMap((_, index) => parentsOf(kids.lookup(index), group))
  const list = node.lookup(PDFName.of('Nums'))
  if (!(list instanceof PDFArray)) return []
  return list.asArray().flatMap((place, index): [number, number][] => {
    const value = list.get(index + 1)
    if (index % 2 !== 0 || !(place instanceof PDFNumber) || !value) return []
    return [[place.asNumber(), value instanceof PDFRef ? group.number(value) : group.add(value)]]
  })
}
