// The file for the printer: boxes, black as one ink, the move out of the fold, an even number of pages, nothing for a screen.
import {decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, rgb} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {gutter, printersFile} from '../../src/print/finish/printers-file.ts'

async function finished(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  pdf.setTitle('A book')
  for (let at = 0; at < pages; at++) {
    const page = pdf.addPage([400, 600])
    page.drawRectangle({x: 10, y: 10, width: 5, height: 5, color: rgb(0, 0, 0)})
    page.node.set(PDFName.of('Annots'), pdf.context.obj([]))
    page.node.set(PDFName.of('StructParents'), pdf.context.obj(at))
  }
  return pdf.save({addDefaultPage: false})
}

async function made(pages: number, bleed: number, cropMarks?: boolean): Promise<PDFDocument> {
  const {pdf} = await printersFile(await finished(pages), {bleed, cropMarks})
  return PDFDocument.load(pdf, {updateMetadata: false})
}

function contentOf(pdf: PDFDocument, at: number): string {
  const stream = pdf.getPage(at).node.Contents()
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''
}

test('has trim, bleed and sheet around each other, and marks clear of the bleed', async () => {
  const pdf = await made(2, 3)
  const page = pdf.getPage(0)
  // 3 mm are 8.504 points; 24 more for the marks.
  const around = 3 * (72 / 25.4) + 24
  expect(page.getTrimBox()).toEqual({x: expect.closeTo(around), y: expect.closeTo(around), width: 400, height: 600})
  expect(page.getBleedBox().x).toBeCloseTo(24)
  expect(page.getBleedBox().width).toBeCloseTo(400 + 2 * (around - 24))
  expect(page.getMediaBox().width).toBeCloseTo(400 + 2 * around)
  expect(contentOf(pdf, 0).match(/ l S$/gm)).toHaveLength(8)
})

test('without bleed ends at the trim and has no marks', async () => {
  const pdf = await made(2, 0)
  expect(pdf.getPage(0).getMediaBox()).toEqual({x: 0, y: 0, width: 400, height: 600})
  expect(pdf.getPage(0).getTrimBox()).toEqual({x: 0, y: 0, width: 400, height: 600})
  expect(contentOf(pdf, 0)).not.toContain(' l S')
})

test('with bleed and no marks ends at the bleed', async () => {
  const page = (await made(2, 3, false)).getPage(0)
  const bleed = 3 * (72 / 25.4)
  expect(page.getBleedBox()).toEqual(page.getMediaBox())
  expect(page.getTrimBox()).toEqual({x: expect.closeTo(bleed), y: expect.closeTo(bleed), width: 400, height: 600})
  expect(contentOf(await made(2, 3, false), 0)).not.toContain(' l S')
})

test('has black as one ink, an even number of pages, and no links or tags', async () => {
  const pdf = await made(3, 0)
  expect(pdf.getPageCount()).toBe(4)
  expect(contentOf(pdf, 0)).toMatch(/^0 g$/m)
  expect(contentOf(pdf, 0)).not.toMatch(/ rg$/m)
  for (const {node} of pdf.getPages())
    expect([node.has(PDFName.of('Annots')), node.has(PDFName.of('StructParents'))]).toEqual([false, false])
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(false)
})

test('moves the text out of the fold as the book grows, right pages right, left pages left', async () => {
  expect([150, 151, 301, 501, 701].map(gutter)).toEqual([0, 3, 6, 9, 12])
  const pdf = await made(152, 0)
  expect([contentOf(pdf, 0), contentOf(pdf, 1)].map((content) => content.split('\n')[0])).toEqual([
    'q 1 0 0 1 3 0 cm',
    'q 1 0 0 1 -3 0 cm'
  ])
})

test('is the same to the byte when made twice', async () => {
  const source = await finished(3)
  const [one, two] = [await printersFile(source, {bleed: 3}), await printersFile(source, {bleed: 3})]
  expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
})
