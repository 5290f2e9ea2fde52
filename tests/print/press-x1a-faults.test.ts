// The proof of PDF/X-1a: a fault is planted in the printer's file for each thing that the standard asks for, and for each that must be as it was.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFName,
  PDFString,
  StandardFonts,
  type PDFPage,
  type PDFRef
} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {contentOf, setContent} from '../../src/print/finish/page-content.ts'
import {printersFile} from '../../src/print/finish/printers-file.ts'
import {verifyPrintersFile} from '../../src/verify/index.ts'
import {pressFaults} from '../../src/verify/press.ts'
import {changed} from './support/pdf-faults.ts'
import {draw, give, picture, pictureIn, pressPages, reasons, resourcesOf, X1A} from './support/press-page.ts'

const name = (text: string): PDFName => PDFName.of(text)

describe('the proof sees', () => {
  const info = ({context}: PDFDocument): PDFDict => context.lookup(context.trailerInfo.Info, PDFDict)
  const intent = ({catalog}: PDFDocument): PDFDict => catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
  const redo = (page: PDFPage, from: string, to: string): void => {
    const content = contentOf(page)
    expect(content).toContain(from)
    setContent(page, content.replace(from, to))
  }
  const form = (pdf: PDFDocument, content: string, side: number): PDFRef =>
    pdf.context.register(pdf.context.flateStream(content, {Type: 'XObject', Subtype: 'Form', BBox: [0, 0, side, side]}))
  const OPAQUE = 'in the printer’s file, expected nothing transparent'
  const GREYS = 'in the printer’s file, expected greys of one ink'
  const DRAWN = 'drawing on page 1 of the printer’s file, expected that of the finished PDF in greys'

  test.each<[string, (pdf: PDFDocument) => unknown, string]>([
    [
      'a newer PDF',
      ({context}) => (context.header = PDFHeader.forVersion(1, 4)),
      'version of PDF in the printer’s file, expected 1.3'
    ],
    [
      'no name of the standard',
      (pdf) => info(pdf).delete(name('GTS_PDFXVersion')),
      'GTS_PDFXVersion in the printer’s file, expected “PDF/X-1:2001”'
    ],
    [
      'another conformance',
      (pdf) => info(pdf).set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1:2001')),
      'GTS_PDFXConformance in the printer’s file, expected “PDF/X-1a:2001”'
    ],
    ['no title', (pdf) => info(pdf).delete(name('Title')), 'lack of Title in the printer’s file, expected one'],
    [
      'no date of creation',
      (pdf) => info(pdf).delete(name('CreationDate')),
      'lack of CreationDate in the printer’s file, expected one'
    ],
    [
      'no date of change',
      (pdf) => info(pdf).delete(name('ModDate')),
      'lack of ModDate in the printer’s file, expected one'
    ],
    [
      'that it says nothing of trapping',
      (pdf) => info(pdf).delete(name('Trapped')),
      'trapping in the printer’s file, expected none'
    ],
    ['no ID', ({context}) => delete context.trailerInfo.ID, 'lack of an ID in the printer’s file, expected one'],
    [
      'no output intent',
      ({catalog}) => catalog.delete(name('OutputIntents')),
      'output intent in the printer’s file, expected one for a press'
    ],
    [
      'a condition of no registry',
      (pdf) => intent(pdf).delete(name('RegistryName')),
      'output condition in the printer’s file, expected one of the registry of the ICC, without a profile'
    ],
    [
      'a profile',
      (pdf) => intent(pdf).set(name('DestOutputProfile'), pdf.context.register(pdf.context.flateStream('none'))),
      'output condition in the printer’s file, expected one of the registry of the ICC, without a profile'
    ],
    [
      'no trim',
      (pdf) => pdf.getPage(0).node.delete(name('TrimBox')),
      'lack of a trim in the printer’s file, expected its box'
    ],
    [
      'a box of art',
      (pdf) => pdf.getPage(0).setArtBox(0, 0, 9, 9),
      'ArtBox in the printer’s file, expected trim, bleed and sheet in points'
    ],
    [
      'a link',
      (pdf) => pdf.getPage(1).node.set(name('Annots'), pdf.context.obj([])),
      'Annots in the printer’s file, expected nothing that only a screen has a use for'
    ],
    [
      'layers',
      ({catalog, context}) => catalog.set(name('OCProperties'), context.obj({})),
      'OCProperties in the printer’s file, expected nothing that only a screen has a use for'
    ],
    [
      'a script',
      ({catalog, context}) => catalog.set(name('OpenAction'), context.obj({S: 'JavaScript', JS: '0'})),
      'OpenAction in the printer’s file, expected nothing that only a screen has a use for'
    ],
    [
      'a font that is not in the file',
      async (pdf) => pdf.getPage(1).setFont(await pdf.embedFont(StandardFonts.Courier)),
      'lack of the font Courier in the printer’s file, expected all fonts of its text'
    ],
    ['a red of three colours', (pdf) => redo(pdf.getPage(0), '0.3 g', '1 0 0 rg'), `colours ${GREYS}`],
    ['red lines', (pdf) => redo(pdf.getPage(0), '0.3 G', '1 0 0 RG'), `colours ${GREYS}`],
    ['four inks', (pdf) => redo(pdf.getPage(0), '0.3 g', '0 1 1 0 k'), `colours ${GREYS}`],
    ['a space of colours', (pdf) => redo(pdf.getPage(0), '0.3 g', '/DeviceRGB cs 1 0 0 sc'), `colours ${GREYS}`],
    [
      'a picture within the content',
      (pdf) => draw(pdf.getPage(0), 'BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI'),
      `colours ${GREYS}`
    ],
    [
      'a colour in what is drawn as a picture',
      (pdf) => give(pdf.getPage(0), ['XObject', 'X4'], form(pdf, '1 0 0 rg 0 0 9 9 re f', 9)),
      `colours ${GREYS}`
    ],
    [
      'a picture in three colours',
      (pdf) =>
        give(
          pdf.getPage(0),
          ['XObject', 'X1'],
          picture(pdf, [1, 2, 3], {Width: 1, Height: 1, ColorSpace: 'DeviceRGB'})
        ),
      `colours of a picture ${GREYS}`
    ],
    [
      'a grey picture that holds three colours',
      (pdf) => pictureIn(pdf.getPage(0), 'X1').dict.set(name('Filter'), name('DCTDecode')),
      `colours of a picture ${GREYS}`
    ],
    [
      'colours of a profile',
      (pdf) => give(pdf.getPage(0), ['ColorSpace', 'DefaultRGB'], pdf.context.obj(['ICCBased', 1])),
      `colour space ${GREYS}`
    ],
    [
      'a soft mask of a picture',
      (pdf) =>
        pictureIn(pdf.getPage(0), 'X1').dict.set(
          name('SMask'),
          picture(pdf, [1, 2, 3, 4], {Width: 4, Height: 1, ColorSpace: 'DeviceGray'})
        ),
      `soft mask ${OPAQUE}`
    ],
    [
      'a soft mask of what follows',
      (pdf) => give(pdf.getPage(0), ['ExtGState', 'G3'], pdf.context.obj({SMask: {S: 'Luminosity'}})),
      `soft mask ${OPAQUE}`
    ],
    [
      'a transparency group of a page',
      (pdf) => pdf.getPage(0).node.set(name('Group'), pdf.context.obj({S: 'Transparency'})),
      `transparency group ${OPAQUE}`
    ],
    [
      'half-opaque ink',
      (pdf) => give(pdf.getPage(0), ['ExtGState', 'G3'], pdf.context.obj({ca: 0.5})),
      `opacity ${OPAQUE}`
    ],
    [
      'half-opaque lines',
      (pdf) => give(pdf.getPage(0), ['ExtGState', 'G3'], pdf.context.obj({CA: 0.5})),
      `opacity ${OPAQUE}`
    ],
    [
      'colours that are mixed',
      (pdf) => give(pdf.getPage(0), ['ExtGState', 'G3'], pdf.context.obj({BM: 'Multiply'})),
      `mixture of colours ${OPAQUE}`
    ],
    [
      'a transfer function',
      (pdf) => give(pdf.getPage(0), ['ExtGState', 'G3'], pdf.context.obj({TR: 'Identity'})),
      'transfer function in the printer’s file, expected none'
    ],
    [
      'JPEG 2000',
      (pdf) => pictureIn(pdf.getPage(0), 'X1').dict.set(name('Filter'), name('JPXDecode')),
      'packing JPXDecode in the printer’s file, expected one of PDF 1.3'
    ],
    [
      'LZW',
      (pdf) => pictureIn(pdf.getPage(0), 'X1').dict.set(name('Filter'), pdf.context.obj(['LZWDecode'])),
      'packing LZWDecode in the printer’s file, expected one of PDF 1.3'
    ],
    [
      'a picture of 16 bits',
      (pdf) => pictureIn(pdf.getPage(0), 'X1').dict.set(name('BitsPerComponent'), pdf.context.obj(16)),
      'picture of 16 bits in the printer’s file, expected 8 bits'
    ],
    [
      'another picture for one',
      (pdf) => pictureIn(pdf.getPage(0), 'X1').dict.set(name('Alternates'), pdf.context.obj([])),
      'Alternates in the printer’s file, expected the picture itself'
    ],
    [
      'PostScript',
      (pdf) => pictureIn(pdf.getPage(0), 'X4').dict.set(name('Subtype2'), name('PS')),
      'PostScript in the printer’s file, expected pictures'
    ],
    [
      'an OpenType font',
      ({catalog, context}) => catalog.set(name('Strange'), context.obj({Subtype: 'OpenType'})),
      'OpenType font in the printer’s file, expected TrueType, Type 1 or CFF'
    ],
    ['another grey', (pdf) => redo(pdf.getPage(0), '0.3 g', '0.31 g'), DRAWN],
    ['a drawing elsewhere', (pdf) => redo(pdf.getPage(0), '20 20 40 40 re', '20 21 40 40 re'), DRAWN],
    ['a drawing more', (pdf) => draw(pdf.getPage(0), '0 g 0 0 9 9 re f'), DRAWN],
    [
      'another drawing in what is drawn as a picture',
      (pdf) => give(pdf.getPage(0), ['XObject', 'X4'], form(pdf, '0.59 g 0 0 9 9 re f', 20)),
      DRAWN
    ],
    [
      'pictures in each other’s place',
      (pdf) => {
        const [one, two] = ['X1', 'X2'].map((key) => resourcesOf(pdf.getPage(0), 'XObject').get(name(key)))
        if (one && two) {
          give(pdf.getPage(0), ['XObject', 'X1'], two)
          give(pdf.getPage(0), ['XObject', 'X2'], one)
        }
      },
      'picture 1 on page 1 of the printer’s file, expected that of the finished PDF in greys'
    ],
    [
      'a picture of other greys',
      (pdf) =>
        give(
          pdf.getPage(0),
          ['XObject', 'X1'],
          picture(pdf, [77, 150, 31, 255], {Width: 4, Height: 1, ColorSpace: 'DeviceGray'})
        ),
      'picture 1 on page 1 of the printer’s file, expected that of the finished PDF in greys'
    ]
  ])('%s', async (_, plant, message) => {
    const source = await pressPages()
    const bytes = await changed((await printersFile(source, X1A)).pdf, plant)
    expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toContain(`Unexpected ${message}`)
  })

  test('packs of objects', async () => {
    const source = await pressPages()
    const pdf = await PDFDocument.load((await printersFile(source, X1A)).pdf, {updateMetadata: false})
    const bytes = await pdf.save({useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false})
    expect(reasons(await verifyPrintersFile(source, bytes, X1A))).toContain(
      'Unexpected pack of objects in the printer’s file, expected objects that stand alone, and a table'
    )
  })

  test('encryption', async () => {
    const {pdf} = await printersFile(await pressPages(), X1A)
    const bytes = await changed(pdf, ({context}) => (context.trailerInfo.Encrypt = context.obj({})))
    expect(pressFaults(bytes, 'PDF/X-1a')).toEqual([{what: 'encryption', expected: 'none'}])
  })

  test('a file by the other standard, either way', async () => {
    const source = await pressPages()
    const [old, recent] = [await printersFile(source, X1A), await printersFile(source, {bleed: 3})]
    expect(reasons(await verifyPrintersFile(source, recent.pdf, X1A))).toContain(
      'Unexpected version of PDF in the printer’s file, expected 1.3'
    )
    expect(reasons(await verifyPrintersFile(source, old.pdf, {bleed: 3}))).toContain(
      'Unexpected standard in the printer’s file, expected PDF/X-4'
    )
  })
})
