// Pictures whose colours are those of a profile, in the printer's file by PDF/X-1a: what they become, and that the proof sees others.
import {PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {blackInkProfile, srgbProfile} from '../../src/print/finish/icc.ts'
import {printersFile} from '../../src/print/finish/printers-file.ts'
import {verifyPrintersFile} from '../../src/verify/index.ts'
import {changed} from './support/pdf-faults.ts'
import {draw, give, greysIn, picture, pictureIn, pressPages, reasons, X1A} from './support/press-page.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** A book whose second page shows a picture of four points by a profile. */
const withPicture = (samples: readonly number[], profile: Uint8Array): Promise<Uint8Array> =>
  pressPages((page, pdf) => {
    const {context} = pdf
    const parts = samples.length / 4
    const shown = picture(pdf, samples, {Width: 4, Height: 1, ColorSpace: 'DeviceRGB'})
    const space = context.obj([name('ICCBased'), context.register(context.flateStream(profile, {N: parts}))])
    give(page, ['XObject', 'X9'], shown)
    pictureIn(page, 'X9').dict.set(name('ColorSpace'), space)
    draw(page, 'q 40 0 0 40 20 20 cm /X9 Do Q')
  })

/** Red, red, green, white. */
const COLOURS = [255, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255]

test('colours of a profile become greys', async () => {
  const source = await withPicture(COLOURS, srgbProfile())
  const {pdf: bytes, hindered} = await printersFile(source, X1A)
  expect(hindered).toEqual([])
  expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toEqual([])
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  expect(greysIn(pictureIn(pdf.getPage(1), 'X9'))).toEqual([[77, 77, 150, 255]])
})

test('greys of a profile stay as they are, and as they are packed', async () => {
  const source = await withPicture([10, 100, 200, 255], blackInkProfile())
  const {pdf: bytes, hindered} = await printersFile(source, X1A)
  expect(hindered).toEqual([])
  expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toEqual([])
  const [before, after] = await Promise.all(
    [source, bytes].map(async (file) => {
      const pdf = await PDFDocument.load(file, {updateMetadata: false})
      return pictureIn(pdf.getPage(1), 'X9')
    })
  )
  expect(after?.dict.get(name('ColorSpace'))).toBe(name('DeviceGray'))
  expect(after?.getContents()).toEqual(before?.getContents())
})

describe('the proof sees', () => {
  const plant =
    (greys: readonly number[]) =>
    (pdf: PDFDocument): void => {
      const page = pdf.getPage(1)
      give(page, ['XObject', 'X9'], picture(pdf, greys, {Width: 4, Height: 1, ColorSpace: 'DeviceGray'}))
    }

  test.each<[string, number[]]>([
    ['greys that have moved', [77, 150, 77, 255]],
    ['one of two equal colours that is another grey', [77, 74, 150, 255]],
    ['greys that are all far too dark', [20, 20, 90, 190]]
  ])('%s', async (_, greys) => {
    const source = await withPicture(COLOURS, srgbProfile())
    const bytes = await changed((await printersFile(source, X1A)).pdf, plant(greys))
    expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toEqual([
      'Unexpected picture 1 on page 2 of the printer’s file, expected that of the finished PDF in greys'
    ])
  })

  test('not, where a profile makes all greys a little lighter', async () => {
    const source = await withPicture(COLOURS, srgbProfile())
    const bytes = await changed((await printersFile(source, X1A)).pdf, plant([90, 90, 160, 255]))
    expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toEqual([])
  })
})
