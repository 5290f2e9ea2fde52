// Pages that were printed apart, put into one PDF: order, links between them, tags, bookmarks, and bytes that are the same each time.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  StandardFonts
} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {finishBook, finishPages, pagesFile, type BookOptions, type FinishedPages} from '../../src/print/finish/index.ts'
import type {Tag, Tags} from '../../src/print/contract.ts'
import {pageAddress} from '../../src/print/finish/links.ts'
import {printsOf} from '../../src/verify/pdf-prints.ts'
import {readPdf} from '../../src/verify/pdf-text.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** What stands on a page, and the page of the book, counted from 1, to which it has a link. */
interface Page {
  text: string
  link?: number
}

/** Pages as the browser prints them: text, one tag a page, with a note in it, and one a link, a bookmark a page. */
async function printed(pages: readonly Page[], id: string): Promise<{bytes: Uint8Array; tags: Tags}> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const {context} = pdf
  const root = context.obj({Type: 'StructTreeRoot'})
  const rootRef = context.register(root)
  const document = context.obj({Type: 'StructElem', S: 'Document', P: rootRef})
  const documentRef = context.register(document)
  const tags: PDFRef[] = []
  const parents: (number | PDFRef)[] = []
  const known: Tag[] = []
  const tag = (facts: Tag, more: Record<string, unknown>): PDFRef => {
    const lang = PDFString.of(`en-x-${known.push(facts) - 1}`)
    const ref = context.register(context.obj({Type: 'StructElem', P: documentRef, Lang: lang, ...more} as never))
    tags.push(ref)
    return ref
  }
  for (const [at, {text, link}] of pages.entries()) {
    const page = pdf.addPage([100, 100])
    page.drawText(text, {font, size: 9, x: 5, y: 50})
    page.node.set(name('StructParents'), PDFNumber.of(at))
    const p = tag({type: 'P', lang: 'en'}, {S: 'P', Pg: page.ref, K: 0})
    tag({type: 'Note', lang: 'en', id: `${id}-${at}`, after: known.length - 1}, {S: 'Div'})
    parents.push(at, context.register(context.obj([p])))
    if (link === undefined) continue
    const place = pages.length + at
    const uri = PDFString.of(pageAddress(`page-${link}`))
    const annotation = context.register(
      context.obj({Type: 'Annot', Subtype: 'Link', StructParent: place, A: {S: 'URI', URI: uri}})
    )
    page.node.set(name('Annots'), context.obj([annotation]))
    parents.push(
      place,
      tag({type: 'Link', lang: 'en'}, {S: 'Link', K: [{Type: 'OBJR', Obj: annotation, Pg: page.ref}]})
    )
  }
  root.set(name('K'), documentRef)
  document.set(name('K'), context.obj(tags))
  root.set(name('ParentTree'), context.register(context.obj({Nums: parents} as never)))
  pdf.catalog.set(name('StructTreeRoot'), rootRef)
  pdf.catalog.set(name('Outlines'), outlines(pdf, pages))
  return {bytes: await pdf.save({addDefaultPage: false}), tags: {tags: known, area: {top: 0, bottom: 100}}}
}

function outlines(pdf: PDFDocument, pages: readonly Page[]): PDFRef {
  const {context} = pdf
  const root = context.obj({Type: 'Outlines'})
  const items = pages.map(({text}, at) =>
    context.obj({Title: PDFHexString.fromText(text), Dest: [pdf.getPage(at).ref, 'XYZ', 5, 60, 0]})
  )
  const refs = items.map((item) => context.register(item))
  for (const [at, item] of items.entries()) {
    const next = refs[at + 1]
    if (next) item.set(name('Next'), next)
  }
  root.set(name('First'), refs[0] ?? context.obj(null))
  return context.register(root)
}

const LABELS = ['i', 'ii', '1', '2', '3']
const options: BookOptions = {
  metadata: {title: 'Two gatherings', authors: [], lang: 'en', date: '2026-11-24'},
  labels: LABELS,
  roman: 2,
  hash: 'ab'.repeat(32)
}

async function finished(id: string, pages: readonly Page[]): Promise<FinishedPages> {
  const {bytes, tags} = await printed(pages, id)
  const headings = pages.map(({text}) => ({whole: text, title: text}))
  return finishPages(bytes, {tags, lang: 'en', headings, count: pages.length, label: (page) => LABELS[page] ?? ''})
}

const front: Page[] = [{text: 'Contents', link: 4}, {text: 'Signs'}]
const body: Page[] = [{text: 'First'}, {text: 'Second', link: 1}, {text: 'Third', link: 3}]

async function book(): Promise<{bytes: Uint8Array; pdf: PDFDocument}> {
  const gatherings = [await finished('front', front), await finished('d1', body)]
  const bytes = await finishBook(gatherings, options)
  return {bytes, pdf: await PDFDocument.load(bytes, {updateMetadata: false})}
}

describe('a book of two gatherings', () => {
  test('has the pages that each gathering has in a file of its own', async () => {
    const gatherings = [await finished('front', front), await finished('d1', body)]
    const own = await Promise.all(gatherings.map(async (one) => printsOf(await pagesFile(one)) ?? []))
    const {bytes} = await book()
    expect(own.map((prints) => prints.length)).toEqual([2, 3])
    expect(own.flat()).toEqual(printsOf(bytes))
  })

  test('has all pages in order, below one node each', async () => {
    const {bytes, pdf} = await book()
    expect(pdf.getPageCount()).toBe(5)
    expect((await readPdf(bytes)).words).toEqual(['Contents', 'Signs', 'First', 'Second', 'Third'])
    const node = pdf.catalog.lookup(name('Pages'), PDFDict)
    const kids = node.lookup(name('Kids'), PDFArray)
    expect(kids.asArray().map((_, at) => String(kids.lookup(at, PDFDict).get(name('Count'))))).toEqual(['2', '3'])
    expect(pdf.getPages().map((page) => String(page.node.get(name('MediaBox'))))).toEqual(
      Array(5).fill('[ 0 0 100 100 ]')
    )
  })

  test('has links that lead from one gathering into the other, and say where', async () => {
    const {pdf} = await book()
    const places = pdf.catalog.lookup(name('Dests'), PDFDict)
    const links = pdf.getPages().flatMap(({node}, from) => {
      const list = node.lookup(name('Annots'))
      if (!(list instanceof PDFArray)) return []
      return list.asArray().map((_, at) => {
        const link = list.lookup(at, PDFDict)
        const place = places.lookup(link.lookup(name('Dest'), PDFName), PDFArray)
        const to = pdf.getPages().findIndex(({ref}) => ref === place.get(0))
        return [from, to, link.lookup(name('Contents'), PDFHexString).decodeText(), link.has(name('A'))]
      })
    })
    expect(links).toEqual([
      [0, 3, 'Page 2', false],
      [3, 0, 'Page i', false],
      [4, 2, 'Page 1', false]
    ])
  })

  test('has one tree of tags in which every page and link finds its own', async () => {
    const {pdf} = await book()
    const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
    const document = root.lookup(name('K'), PDFDict)
    const tags = document.lookup(name('K'), PDFArray)
    const types = tags.asArray().map((_, at) => String(tags.lookup(at, PDFDict).get(name('S'))))
    expect(types).toEqual(['/P', '/Link', '/P', '/P', '/P', '/Link', '/P', '/Link'])
    const places = numbers(root.lookup(name('ParentTree'), PDFDict))
    for (const {node, ref} of pdf.getPages()) {
      const own = places.get(node.lookup(name('StructParents'), PDFNumber).asNumber())
      const list = pdf.context.lookup(own, PDFArray)
      expect(list.lookup(0, PDFDict).get(name('Pg'))).toBe(ref)
      const annotations = node.lookup(name('Annots'))
      if (!(annotations instanceof PDFArray) || annotations.size() === 0) continue
      const place = annotations.lookup(0, PDFDict).lookup(name('StructParent'), PDFNumber).asNumber()
      const objr = pdf.context.lookup(places.get(place), PDFDict).lookup(name('K'), PDFArray).lookup(0, PDFDict)
      expect(objr.get(name('Obj'))).toBe(annotations.get(0))
    }
    expect(String(root.get(name('ParentTreeNextKey')))).toBe('9')
  })

  test('has ids of tags that no two gatherings share, in order', async () => {
    const {pdf} = await book()
    const tree = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('IDTree'), PDFDict)
    const list = tree.lookup(name('Names'), PDFArray)
    const ids = list.asArray().filter((one): one is PDFHexString => one instanceof PDFHexString)
    expect(ids.map((id) => id.decodeText())).toEqual([
      'note-d1-0',
      'note-d1-1',
      'note-d1-2',
      'note-front-0',
      'note-front-1'
    ])
    for (const [at, id] of ids.entries())
      expect(
        list
          .lookup(2 * at + 1, PDFDict)
          .lookup(name('ID'), PDFHexString)
          .decodeText()
      ).toBe(id.decodeText())
  })

  test('has the bookmarks of both, each on its page', async () => {
    const {pdf} = await book()
    const titles: [string, number][] = []
    const root = pdf.catalog.lookup(name('Outlines'), PDFDict)
    for (let item = root.lookup(name('First')); item instanceof PDFDict; item = item.lookup(name('Next'))) {
      const page = item.lookup(name('Dest'), PDFArray).get(0)
      titles.push([
        item.lookup(name('Title'), PDFHexString).decodeText(),
        pdf.getPages().findIndex(({ref}) => ref === page)
      ])
    }
    expect(titles).toEqual([
      ['Contents', 0],
      ['Signs', 1],
      ['First', 2],
      ['Second', 3],
      ['Third', 4]
    ])
    expect(String(root.get(name('Count')))).toBe('5')
  })

  test('is the same to the byte when made twice', async () => {
    expect(Buffer.from((await book()).bytes).equals(Buffer.from((await book()).bytes))).toBe(true)
  })
})

test('a link to a page that the book does not have stops the work', async () => {
  const alone = await finished('front', front)
  await expect(finishBook([alone], options)).rejects.toThrow('A link leads to page-4, and the book has 2 pages')
})

test('what two gatherings share is in the file once', async () => {
  const one = await finished('d1', body)
  const once = await finishBook([one], options)
  const twice = await finishBook([one, one], options)
  const streams = (bytes: Uint8Array): number => Buffer.from(bytes).toString('latin1').split('endstream').length
  // Metadata, pack of objects and list of places are streams too; contents of pages stand in the file once.
  expect(streams(twice)).toBe(streams(once))
})

/** Entries of a flat number tree. */
function numbers(tree: PDFDict): Map<number, PDFRef> {
  const list = tree.lookup(name('Nums'), PDFArray).asArray()
  return new Map(
    list.flatMap((place, at): [number, PDFRef][] => {
      const value = list[at + 1]
      return place instanceof PDFNumber && value instanceof PDFRef ? [[place.asNumber(), value]] : []
    })
  )
}
