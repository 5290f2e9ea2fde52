// Reads the browser's tree of tags into one of ours: elements that bear a number, the content of pages under them, nothing else.
import {PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'
import type {Tag} from '../contract.ts'
import {listIn, nameIn, numberIn, textIn} from './objects.ts'

/** Marked content of a page, counted from 0. */
export interface Content {
  page: number
  mcid: number
}

/** A link of a page. */
export interface LinkPlace {
  page: number
  annotation: PDFRef
}

/** An element and what it holds, in the order of reading. */
export interface Branch {
  tag: Tag
  kids: (Branch | Content | LinkPlace)[]
}

/** Marked content and the tag of the block whose text it shows. */
export interface Shown {
  mcid: number
  block: Tag | undefined
  /** Whether it goes on with the text of the marked content before it: both are of one element, and nothing stands between them. */
  goesOn: boolean
}

/** What was read: the parts of the book, every element by the number of its tag, the content of each page in the order of reading. */
export interface Branches {
  roots: Branch[]
  numbered: Map<number, Branch>
  shown: Map<number, Shown[]>
}

/** Whether a kid is an element. */
export const isBranch = (kid: Branch['kids'][number]): kid is Branch => 'kids' in kid

/** Reads the tree. Pieces with one number become one element; content under no element is left to the page's ornaments. */
export function readBranches(pdf: PDFDocument, tags: readonly Tag[]): Branches {
  const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  const pages = new Map(pdf.getPages().map(({ref}, index) => [ref, index]))
  const reading: Reading = {pdf, tags, pages, found: {roots: [], numbered: new Map(), shown: new Map()}}
  if (tree instanceof PDFDict)
    for (const kid of listIn(tree, 'K')) read(kid, {into: undefined, block: undefined, page: undefined}, reading)
  return reading.found
}

interface Reading {
  pdf: PDFDocument
  tags: readonly Tag[]
  pages: ReadonlyMap<PDFRef, number>
  found: Branches
}

interface Where {
  into: Branch | undefined
  block: Tag | undefined
  page: number | undefined
}

function read(object: PDFObject, where: Where, reading: Reading): void {
  const value = reading.pdf.context.lookup(object)
  if (value instanceof PDFNumber) return addContent(where, value.asNumber(), reading)
  if (!(value instanceof PDFDict)) return
  const named = value.get(PDFName.of('Pg'))
  const page = named instanceof PDFRef ? reading.pages.get(named) : where.page
  const kind = nameIn(value, 'Type')
  if (kind === 'MCR') return addContent({...where, page}, numberIn(value, 'MCID'), reading)
  if (kind === 'OBJR') return addLink({...where, page}, value)
  const into = enter(value, where.into, reading)
  const block = into === where.into || into?.tag.text === undefined ? where.block : into.tag
  for (const kid of listIn(value, 'K'))
    read(kid, {into, block: into?.tag.type === 'Lbl' && into.tag.lang === undefined ? undefined : block, page}, reading)
}

function addContent({into, block, page}: Where, mcid: number | undefined, {found}: Reading): void {
  if (!into || page === undefined || mcid === undefined) return
  const before = into.kids.at(-1)
  const shown = found.shown.get(page) ?? []
  found.shown.set(page, shown)
  const goesOn = before !== undefined && 'mcid' in before && before.page === page && shown.at(-1)?.mcid === before.mcid
  into.kids.push({page, mcid})
  shown.push({mcid, block, goesOn})
}

function addLink({into, page}: Where, value: PDFDict): void {
  const annotation = value.get(PDFName.of('Obj'))
  if (into && page !== undefined && annotation instanceof PDFRef) into.kids.push({page, annotation})
}

/** `en-x-12` */
const NUMBER = /-x-(\d+)$/

/** The element that takes what this one holds: its own, a list's label, or the one around. */
function enter(value: PDFDict, into: Branch | undefined, {tags, found}: Reading): Branch | undefined {
  const number = Number(NUMBER.exec(textIn(value, 'Lang') ?? '')?.[1] ?? NaN)
  const tag = tags[number]
  if (!tag) return nameIn(value, 'S') === 'Lbl' && into ? attach({type: 'Lbl'}, into) : into
  const known = found.numbered.get(number)
  if (known) return known
  const branch: Branch = {tag, kids: []}
  found.numbered.set(number, branch)
  if (tag.type === 'Note' && !tag.stays) return branch
  if (into) into.kids.push(branch)
  else found.roots.push(branch)
  return branch
}

function attach(tag: Tag, into: Branch): Branch {
  const branch: Branch = {tag, kids: []}
  into.kids.push(branch)
  return branch
}
