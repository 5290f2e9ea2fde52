// The printer's file by PDF/X-1a: colours and pictures in greys worked out by hand, and what the standard cannot have.
import {decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFPage} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {contentOf} from '../../src/print/finish/page-content.ts'
import {printersFile} from '../../src/print/finish/printers-file.ts'
import {verifyPrintersFile} from '../../src/verify/index.ts'
import {draw, give, greysIn, picture, pictureIn, pressPages, reasons, X1A} from './support/press-page.ts'

const name = (text: string): PDFName => PDFName.of(text)

describe('a book in colours', async () => {
  const source = await pressPages()
  const {pdf: bytes, hindered} = await printersFile(source, X1A)
  const pdf = await PDFDocument.load(bytes, {updateMetadata: false})
  const page = pdf.getPage(0)

  test('is sound, and the same to the byte when made twice', async () => {
    expect(hindered).toEqual([])
    expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toEqual([])
    expect(Buffer.from((await printersFile(source, X1A)).pdf).equals(Buffer.from(bytes))).toBe(true)
  })

  test('has greys of one ink for the colours that are drawn', () => {
    expect(contentOf(page)).toContain('/G3 gs\n0.3 G 0.3 g 20 20 40 40 re B\n0.5 g 70 20 10 10 re f')
    expect(Buffer.from(decodePDFRawStream(pictureIn(page, 'X4')).decode()).toString('latin1')).toBe(
      '0.59 g 0 0 20 20 re f'
    )
    expect(pictureIn(page, 'X4').dict.has(name('Group'))).toBe(false)
  })

  test('has grey pictures, what is transparent laid on white', () => {
    const greysOf = (key: string): number[][] => greysIn(pictureIn(page, key))
    // 0.3, 0.59 and 0.11 of 255 are 76.5, 150.45 and 28.05.
    expect(greysOf('X1')).toEqual([[77, 150, 28, 255]])
    // Half of black on white, 255 - 128; and no blue at all.
    expect(greysOf('X2')).toEqual([[127, 255]])
    expect(pictureIn(page, 'X2').dict.has(name('SMask'))).toBe(false)
    // 0.3 × 200 + 0.59 × 40 + 0.11 × 20 are 86, 0.3 × 240 + 0.59 × 220 + 0.11 × 60 are 208; JPEG may round each by one.
    const halves = greysOf('X3').map((row) => [row[0], row[15]])
    expect(halves).toEqual(Array.from({length: 16}, () => [expect.closeTo(86, -0.4), expect.closeTo(208, -0.4)]))
  })

  test('says what it is, in a file of PDF 1.3 with a table', () => {
    const file = Buffer.from(bytes).toString('latin1')
    expect(file.startsWith('%PDF-1.3\n')).toBe(true)
    expect(file).toMatch(/\nxref\n0 \d+\n[^]*trailer\n/)
    expect(file).not.toContain('/ObjStm')
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
    expect(['GTS_PDFXVersion', 'GTS_PDFXConformance', 'Trapped'].map((key) => String(info.get(name(key))))).toEqual([
      '(PDF/X-1:2001)',
      '(PDF/X-1a:2001)',
      '/False'
    ])
    expect(String(pdf.catalog.get(name('OutputIntents')))).toContain('(CGATS TR 001)')
  })
})

describe('what the standard cannot have is told, with its page', () => {
  const state = (page: PDFPage, value: Record<string, unknown>): void => {
    give(page, ['ExtGState', 'G9'], page.node.context.obj(value as {ca: number}))
    draw(page, '/G9 gs 1 0 0 rg 20 20 40 40 re f')
  }
  const veiled = (page: PDFPage, pdf: PDFDocument): void => {
    const mask = picture(pdf, [128, 0], {Width: 2, Height: 1, ColorSpace: 'DeviceGray'})
    give(
      page,
      ['XObject', 'X2'],
      picture(pdf, [0, 0, 0, 0, 0, 255], {Width: 2, Height: 1, ColorSpace: 'DeviceRGB', SMask: mask})
    )
  }

  test.each<[string, (page: PDFPage, pdf: PDFDocument) => void, string[]]>([
    ['half-transparent colours', (page) => state(page, {ca: 0.5}), ['transparency']],
    ['colours that are mixed', (page) => state(page, {BM: 'Multiply'}), ['transparency']],
    ['a soft mask', (page) => state(page, {SMask: {S: 'Luminosity'}}), ['transparency']],
    ['a transparent line', (page) => draw(page, 'q 0 0 m 9 9 l S Q'), []],
    [
      'transparent lines alone, where there is none',
      (page) => {
        give(page, ['ExtGState', 'G9'], page.node.context.obj({CA: 0.5}))
        draw(page, 'q /G9 gs 20 20 40 40 re f Q 0 0 m 9 9 l S')
      },
      []
    ],
    ['a gradient', (page) => draw(page, '/Pattern cs /P30 scn 20 20 40 40 re f'), ['gradient or pattern']],
    ['a shading', (page) => draw(page, '/S1 sh'), ['gradient or pattern']],
    ['four inks', (page) => draw(page, '0 1 1 0 k 20 20 40 40 re f'), ['colours of an unknown kind']],
    [
      'a picture of four inks',
      (page, pdf) => {
        give(page, ['XObject', 'X9'], picture(pdf, [1, 2, 3, 4], {Width: 1, Height: 1, ColorSpace: 'DeviceCMYK'}))
        draw(page, '/X9 Do')
      },
      ['picture of an unknown kind']
    ],
    [
      'a picture that lets a drawing shine through',
      (page, pdf) => {
        veiled(page, pdf)
        draw(page, '1 0 0 rg 30 30 40 40 re f q 40 0 0 40 20 20 cm /X2 Do Q')
      },
      ['partly transparent picture above other things']
    ],
    [
      'a picture that lets white paper shine through, beside a drawing',
      (page, pdf) => {
        veiled(page, pdf)
        draw(page, '1 1 1 rg 0 0 300 400 re f 0 g 60 20 40 40 re f q 40 0 0 40 20 20 cm /X2 Do Q')
      },
      []
    ]
  ])('%s', async (_, change, expected) => {
    const {hindered} = await printersFile(await pressPages(change), X1A)
    expect(hindered).toEqual(expected.map((what) => ({page: 1, what})))
  })

  test('what no page makes use of hinders nothing, and is not in the file', async () => {
    const source = await pressPages((page) => give(page, ['ExtGState', 'G9'], page.node.context.obj({ca: 0.5})))
    const {pdf, hindered} = await printersFile(source, X1A)
    expect(hindered).toEqual([])
    expect(reasons(await verifyPrintersFile(source, pdf, X1A))).toEqual([])
  })
})
