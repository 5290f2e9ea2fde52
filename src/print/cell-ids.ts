// Gives the cells of tables lasting ids: the browser's own come from a counter that differs from run to run.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'

/**
 * Renames the ids of the tag tree to `cell-00001` … in the order of the tree, wherever they are named. `before` tells apart the
 * cells of pages that are printed apart.
 */
export function renameCellIds(pdf: PDFDocument, before = ''): void {
  const names = new Map<string, string>()
  const cells: [string, PDFRef][] = []
  const rename = (old: string): PDFString => {
    const name = names.get(old) ?? `${before}cell-${String(names.size + 1).padStart(5, '0')}`
    names.set(old, name)
    return PDFString.of(name)
  }
  for (const [ref, element] of pdf.context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(TYPE) !== STRUCT_ELEM) continue
    const id = textOf(element.get(ID))
    if (id !== undefined) {
      element.set(ID, rename(id))
      cells.push([names.get(id) ?? '', ref])
    }
    for (const headers of headersOf(element)) renameHeaders(headers, rename)
  }
  writeIdTree(pdf, cells)
}

const TYPE = PDFName.of('Type')
const STRUCT_ELEM = PDFName.of('StructElem')
const ID = PDFName.of('ID')
const ATTRIBUTES = PDFName.of('A')
const HEADERS = PDFName.of('Headers')

function headersOf(element: PDFDict): PDFArray[] {
  const attributes = element.lookup(ATTRIBUTES)
  const dictionaries = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  return dictionaries.flatMap((one) => {
    const found = element.context.lookup(one)
    const headers = found instanceof PDFDict ? found.lookup(HEADERS) : undefined
    return headers instanceof PDFArray ? [headers] : []
  })
}

function renameHeaders(headers: PDFArray, rename: (old: string) => PDFString): void {
  for (let index = 0; index < headers.size(); index++) {
    const old = textOf(headers.get(index))
    if (old !== undefined) headers.set(index, rename(old))
  }
}

const textOf = (object: unknown): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined

/** One flat list, in order, as the format asks. */
function writeIdTree(pdf: PDFDocument, cells: [string, PDFRef][]): void {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict) || cells.length === 0) return
  dropNodes(pdf.context, root.get(ID_TREE))
  const sorted = cells.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const list = sorted.flatMap(([name, ref]) => [PDFString.of(name), ref])
  root.set(ID_TREE, pdf.context.register(pdf.context.obj({Names: list})))
}

const ID_TREE = PDFName.of('IDTree')

/** The nodes of the browser's own tree would stay in the file, named by nothing, with the names of this very run. */
function dropNodes(context: PDFContext, node: PDFObject | undefined): void {
  const tree = context.lookup(node)
  const kids = tree instanceof PDFDict ? tree.lookup(PDFName.of('Kids')) : undefined
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) dropNodes(context, kid)
  if (node instanceof PDFRef) context.delete(node)
}
