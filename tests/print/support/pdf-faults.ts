// Plants faults in a finished PDF: in its tags, in the content of its pages, in what the file says of itself.
import {deflateSync} from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString
} from '@cantoo/pdf-lib'
import {contentOf} from '../../../src/print/finish/page-content.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** The file with a change, or only written anew. */
export async function changed(bytes: Uint8Array, change: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  await change(pdf)
  const {context} = pdf
  // The proof reads files whose list of objects has no gaps: there were packs of objects, which are written anew.
  for (let number = 1; number <= context.largestObjectNumber; number++) {
    const ref = PDFRef.of(number)
    const object = context.lookup(ref)
    const type = object instanceof PDFRawStream ? object.dict.get(name('Type')) : undefined
    if (!object || type === name('ObjStm') || type === name('XRef')) context.assign(ref, PDFNull)
  }
  // A file that has a table of its objects keeps it.
  const useObjectStreams = !Buffer.from(bytes).includes('\nxref\n')
  return pdf.save({useObjectStreams, addDefaultPage: false, updateFieldAppearances: false})
}

/** A file that has changed: the list of its objects leaves one out. */
export async function withGap(pdf: PDFDocument): Promise<Uint8Array> {
  const {context} = pdf
  const [gone] = [context.register(context.obj(1)), context.register(context.obj(2))]
  context.delete(gone)
  return pdf.save({useObjectStreams: false})
}

/** A tag and its number. */
export interface Found {
  ref: PDFRef
  dict: PDFDict
}

/** All tags of a kind, in the order of the file. */
export const tags = ({context}: PDFDocument, kind: string): Found[] =>
  context
    .enumerateIndirectObjects()
    .flatMap(([ref, dict]) =>
      dict instanceof PDFDict && dict.get(name('Type')) === name('StructElem') && dict.get(name('S')) === name(kind)
        ? [{ref, dict}]
        : []
    )

/** The one tag with this id. */
export function tagOf({context}: PDFDocument, id: string): Found {
  for (const [ref, dict] of context.enumerateIndirectObjects()) {
    const own = dict instanceof PDFDict ? dict.get(name('ID')) : undefined
    const text = own instanceof PDFHexString || own instanceof PDFString ? own.decodeText() : undefined
    if (dict instanceof PDFDict && text === id) return {ref, dict}
  }
  throw new Error(`No tag has the id ${id}`)
}

/** The first of a list that must not be empty. */
export function first<One>(list: readonly One[]): One {
  const [one] = list
  if (one === undefined) throw new Error('There is nothing in which to plant the fault')
  return one
}

export const rename = ({dict}: Found, kind: string): void => dict.set(name('S'), name(kind))
export const drop = (dict: PDFDict, key: string): void => void dict.delete(name(key))

/** What a tag holds, in order. */
export const kidsOf = ({dict}: Found): PDFArray => dict.lookup(name('K'), PDFArray)

/** The tag that holds this one, and its place in it. */
export function placeOf({ref, dict}: Found): {kids: PDFArray; at: number} {
  const kids = dict.lookup(name('P'), PDFDict).lookup(name('K'), PDFArray)
  return {kids, at: kids.asArray().findIndex((kid) => kid === ref)}
}

/** Changes the places of two neighbours. */
export function swap(kids: PDFArray, at: number): void {
  const [one, two] = [kids.get(at), kids.get(at + 1)]
  kids.set(at, two)
  kids.set(at + 1, one)
}

/** Numbers of the marked content that a tag holds itself. */
export const numbersIn = (tag: Found): number[] =>
  kidsOf(tag)
    .asArray()
    .flatMap((kid) => (kid instanceof PDFNumber ? [kid.asNumber()] : []))

/** Changes the content of the page that a tag is on; something must change. */
export function changeContent(pdf: PDFDocument, {dict}: Found, change: (content: string) => string): void {
  const ref = dict.get(name('Pg'))
  const page = pdf.getPages().find((one) => one.ref === ref)
  if (!page) throw new Error('The tag is on no page')
  const content = contentOf(page)
  const other = change(content)
  if (other === content) throw new Error('There is nothing in which to plant the fault')
  const stream = pdf.context.stream(deflateSync(Buffer.from(other, 'latin1')), {Filter: 'FlateDecode'})
  page.node.set(name('Contents'), pdf.context.register(stream))
}

/** Changes what the file says of itself; something must change. */
export function changeMetadata({catalog, context}: PDFDocument, change: (xmp: string) => string): void {
  const ref = catalog.get(name('Metadata'))
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream) || !(ref instanceof PDFRef)) throw new Error('There is no metadata')
  const xmp = Buffer.from(stream.getContents()).toString('utf8')
  const other = change(xmp)
  if (other === xmp) throw new Error('There is nothing in which to plant the fault')
  context.assign(ref, PDFRawStream.of(stream.dict, Buffer.from(other, 'utf8')))
}
