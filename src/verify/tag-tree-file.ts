// Opens a finished PDF for the reader of tags: its pages with their labels and texts, its root of tags, its bookmarks.
import {roman} from '../document/marks.ts'
import {
  dictIn,
  isReference,
  listIn,
  nameAt,
  openObjects,
  streamIn,
  valueIn,
  type PdfDict,
  type PdfObjects,
  type PdfValue
} from './pdf-objects.ts'
import {readContent, textOf, type PageText} from './tag-tree-content.ts'
import {readCodes, type CodedFont} from './tag-tree-fonts.ts'

/** A finished PDF. */
export interface TaggedFile {
  objects: PdfObjects
  /** Pages in order, by the numbers of their objects. */
  pages: Map<number, TaggedPage>
  /** The outermost element of the tags. */
  root: PdfValue | undefined
  /** Titles of the bookmarks in the order of reading. */
  bookmarks: string[]
  /** Page that a named place is on, by the number of its object. */
  places: Map<string, number>
}

/** A page, its label as printed, what it says, and which of its marked content tags hold so far. */
export interface TaggedPage {
  label: string
  text: PageText
  held: Set<number>
}

/** Opens a file; throws `UnknownPdf` where its form is not known. */
export function openTagged(bytes: Uint8Array): TaggedFile {
  const objects = openObjects(bytes)
  const catalog = dictIn(objects, objects.end.get('/Root')) ?? new Map<string, PdfValue>()
  const labels = labelsOf(dictIn(objects, catalog.get('/PageLabels')))
  const fonts = new Map<string, CodedFont | undefined>()
  const pages = new Map<number, TaggedPage>()
  for (const [number, page] of pagesBelow(catalog.get('/Pages'), objects))
    pages.set(number, {label: labels(pages.size), text: readPage(page, objects, fonts), held: new Set()})
  return {
    objects,
    pages,
    root: dictIn(objects, catalog.get('/StructTreeRoot'))?.get('/K'),
    bookmarks: titlesBelow(catalog.get('/Outlines'), objects),
    places: placesOf(dictIn(objects, catalog.get('/Dests')), objects)
  }
}

function pagesBelow(node: PdfValue | undefined, objects: PdfObjects): [number, PdfDict][] {
  const dict = dictIn(objects, node)
  if (!dict || !isReference(node)) return []
  if (dict.get('/Type') === '/Page') return [[node.to, dict]]
  return listIn(objects, dict.get('/Kids')).flatMap((kid) => pagesBelow(kid, objects))
}

/** What a page is called: roman numbers or others, each range with its own beginning. */
function labelsOf(tree: PdfDict | undefined): (page: number) => string {
  const nums = tree?.get('/Nums')
  const ranges: {from: number; style: string; first: number}[] = []
  for (let at = 0; Array.isArray(nums) && at + 1 < nums.length; at += 2) {
    const range = nums[at + 1]
    if (!(range instanceof Map)) continue
    ranges.push({from: Number(nums[at]), style: nameAt(range, '/S'), first: Number(range.get('/St') ?? 1)})
  }
  return (page) => {
    const range = ranges.findLast(({from}) => from <= page)
    const number = page - (range?.from ?? 0) + (range?.first ?? 1)
    return range?.style === '/r' ? roman(number) : String(number)
  }
}

function readPage(page: PdfDict, objects: PdfObjects, known: Map<string, CodedFont | undefined>): PageText {
  const names = dictIn(objects, dictIn(objects, page.get('/Resources'))?.get('/Font'))
  const content = listIn(objects, page.get('/Contents')).map((one) => streamIn(objects, one))
  return readContent(content.join('\n'), (name) => {
    const font = names?.get(`/${name}`)
    const key = isReference(font) ? String(font.to) : `${name} of its own`
    if (!known.has(key)) known.set(key, fontOf(dictIn(objects, font), objects))
    return known.get(key)
  })
}

function fontOf(font: PdfDict | undefined, objects: PdfObjects): CodedFont | undefined {
  const map = font?.get('/ToUnicode')
  if (map === undefined) return undefined
  return readCodes(streamIn(objects, map), font?.get('/Subtype') === '/Type0' ? 4 : 2)
}

function titlesBelow(parent: PdfValue | undefined, objects: PdfObjects): string[] {
  const titles: string[] = []
  let item = dictIn(objects, dictIn(objects, parent)?.get('/First'))
  while (item) {
    const title = valueIn(objects, item.get('/Title'))
    titles.push(typeof title === 'string' ? textOf(title) : '', ...titlesBelow(item, objects))
    item = dictIn(objects, item.get('/Next'))
  }
  return titles
}

function placesOf(dests: PdfDict | undefined, objects: PdfObjects): Map<string, number> {
  const places = new Map<string, number>()
  for (const [name, place] of dests ?? []) {
    const [page] = listIn(objects, place)
    if (isReference(page)) places.set(name, page.to)
  }
  return places
}
