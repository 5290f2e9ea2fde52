// Writes the tree of tags into the PDF in the place of the browser's, with the tables by which pages and links find their tags.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'
import type {TagType} from '../contract.ts'
import {attributesOf, nameCells, idOf, type Cells} from './attributes.ts'
import {isBranch, type Branch, type Content} from './branches.ts'
import {listIn, nameIn, numberIn} from './objects.ts'

/** Content of pages that belongs to the text: `heard(3, 12)` asks for the thirteenth of the fourth page. */
export type Heard = (page: number, mcid: number) => boolean

/** Replaces the tree of tags by one with these parts; `lang` is the language of the book. */
export function writeTree(pdf: PDFDocument, parts: Branch[], lang: string): Heard {
  const {context, catalog} = pdf
  dropOld(pdf)
  const root = context.nextRef()
  const pages = pdf.getPages().map(({ref}) => ref)
  const writing: Writing = {pdf, pages, owners: new Map(), links: [], cells: nameCells(parts), ids: []}
  const document = writeBranch({tag: {type: 'Document'}, kids: parts}, {parent: root, lang}, writing)
  const nums = parentTree(writing)
  const ids = writing.ids
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, ref]) => [PDFHexString.fromText(id), ref])
  const tree = context.obj({Type: 'StructTreeRoot', K: [document], ParentTreeNextKey: nums.length / 2})
  tree.set(PDFName.of('ParentTree'), context.register(context.obj({Nums: nums})))
  if (ids.length > 0) tree.set(PDFName.of('IDTree'), context.register(context.obj({Names: ids})))
  context.assign(root, tree)
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({Marked: true}))
  return (page, mcid) => writing.owners.get(page)?.[mcid] !== undefined
}

interface Writing {
  pdf: PDFDocument
  pages: PDFRef[]
  /** Tag of each marked content, by page and number. */
  owners: Map<number, PDFRef[]>
  links: {annotation: PDFRef; owner: PDFRef}[]
  cells: Cells
  ids: [string, PDFRef][]
}

interface Above {
  parent: PDFRef
  lang: string
}

/** Elements and the tables of pages and ids; other trees, such as that of destinations, stay. */
function dropOld({context, catalog}: PDFDocument): void {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'))
  if (root instanceof PDFDict) for (const key of ['ParentTree', 'IDTree']) dropNodes(root.get(PDFName.of(key)), context)
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict && DROPPED.has(nameIn(object, 'Type') ?? '')) context.delete(ref)
}

const DROPPED = new Set(['StructElem', 'StructTreeRoot'])

function dropNodes(object: PDFObject | undefined, context: PDFDocument['context']): void {
  const node = context.lookup(object)
  if (node instanceof PDFDict)
    for (const key of ['Kids', 'Nums']) for (const kid of listIn(node, key)) dropNodes(kid, context)
  const mine = node instanceof PDFArray || (node instanceof PDFDict && nameIn(node, 'Type') !== 'StructElem')
  if (mine && object instanceof PDFRef) context.delete(object)
}

function writeBranch(branch: Branch, {parent, lang}: Above, writing: Writing): PDFRef {
  const {tag, kids} = branch
  const {context} = writing.pdf
  const ref = context.nextRef()
  const own = tag.lang ?? lang
  const heard = kids.filter((kid) => isBranch(kid) || 'annotation' in kid || !GROUPS.has(tag.type))
  const page = heard.find((kid): kid is Content => 'mcid' in kid)?.page
  const element = context.obj({Type: 'StructElem', S: tag.type, P: parent})
  if (own !== lang) element.set(PDFName.of('Lang'), PDFString.of(own))
  if (page !== undefined) element.set(PDFName.of('Pg'), writing.pages[page] as PDFRef)
  // A reader who hears the book is not told; one who checks it knows these words from those of the text.
  if (tag.generated) element.set(PDFName.of('T'), PDFString.of('generated'))
  if (tag.alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(tag.alt))
  const cell = writing.cells.get(branch)
  const id = cell?.id ?? idOf(tag)
  if (id !== undefined) {
    element.set(PDFName.of('ID'), PDFHexString.fromText(id))
    writing.ids.push([id, ref])
  }
  const attributes = attributesOf(tag, cell)
  if (attributes) element.set(PDFName.of('A'), context.obj(attributes as never))
  context.assign(ref, element)
  element.set(
    PDFName.of('K'),
    context.obj(heard.map((kid) => writeKid(kid, {parent: ref, lang: own}, {page, writing})))
  )
  return ref
}

/** Tags that hold tags only: content of pages in them is a rule or a ground, and no text. */
const GROUPS: ReadonlySet<TagType> = new Set(['Art', 'Document', 'Index', 'L', 'Sect', 'TOC', 'TOCI', 'TR', 'Table'])

function writeKid(
  kid: Branch['kids'][number],
  above: Above,
  {page, writing}: {page: number | undefined; writing: Writing}
): PDFObject {
  const {context} = writing.pdf
  if (isBranch(kid)) return writeBranch(kid, above, writing)
  if ('annotation' in kid) {
    writing.links.push({annotation: kid.annotation, owner: above.parent})
    return context.obj({Type: 'OBJR', Obj: kid.annotation, Pg: writing.pages[kid.page]})
  }
  const owners = writing.owners.get(kid.page) ?? []
  writing.owners.set(kid.page, owners)
  owners[kid.mcid] = above.parent
  if (kid.page === page) return PDFNumber.of(kid.mcid)
  return context.obj({Type: 'MCR', Pg: writing.pages[kid.page], MCID: kid.mcid})
}

/** What each page's content and each link belongs to, by the keys that the browser gave them. */
function parentTree({pdf, owners, links}: Writing): PDFObject[] {
  const {context} = pdf
  const rows: [number, PDFObject][] = []
  for (const [index, page] of pdf.getPages().entries()) {
    const key = numberIn(page.node, 'StructParents')
    if (key === undefined) continue
    const own = Array.from(owners.get(index) ?? [], (owner) => owner ?? PDFNull)
    rows.push([key, context.register(context.obj(own))])
  }
  for (const {annotation, owner} of links) {
    const key = numberIn(context.lookup(annotation, PDFDict), 'StructParent')
    if (key !== undefined) rows.push([key, owner])
  }
  return rows.toSorted(([a], [b]) => a - b).flatMap(([key, value]) => [PDFNumber.of(key), value])
}
