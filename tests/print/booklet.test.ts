// Files for paper made of the finished PDF: the order of a booklet's pages, worked out by folding paper; its words, read back; and that
// the proof sees a page that is missing, moved, or on the wrong sheet, in the booklet and in the printer's file.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {PDFArray, PDFDict, PDFDocument, PDFHeader, PDFName, rgb, StandardFonts} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {signaturesOf} from '../../src/document/signatures.ts'
import {srgbProfile} from '../../src/print/finish/icc.ts'
import {booklet, bookletSides} from '../../src/print/finish/booklet.ts'
import {printersFile} from '../../src/print/finish/printers-file.ts'
import {verifyBooklet, verifyPrintersFile} from '../../src/verify/index.ts'
import {readPieces} from '../../src/verify/pdf-pieces.js'
import {changed} from './support/pdf-faults.ts'

const require = createRequire(import.meta.url)
const fontkit = require('fontkit') as Parameters<PDFDocument['registerFontkit']>[0]
const FACE = readFileSync(require.resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'))

/** A PDF of pages that say their numbers. */
async function finished(pages: number, change?: (pdf: PDFDocument) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({updateMetadata: false})
  pdf.setTitle('A book')
  pdf.setCreationDate(new Date('2026-01-31T00:00:00Z'))
  pdf.registerFontkit(fontkit)
  const font = await pdf.embedFont(FACE, {subset: true})
  for (let at = 1; at <= pages; at++)
    pdf.addPage([300, 400]).drawText(`page ${at} says so`, {x: 20, y: 350, size: 12, font})
  change?.(pdf)
  return pdf.save({useObjectStreams: true, addDefaultPage: false})
}

/** Sides as one would write them on a folded dummy: `8|1`; a blank is a dash. */
const shown = (pages: number, options: Parameters<typeof bookletSides>[1]): string =>
  bookletSides(pages, options)
    .map(({left, right}) => [left, right].map((page) => (page === undefined ? '-' : page + 1)).join('|'))
    .join(' ')

describe('the order of pages', () => {
  test.each([
    [4, {binding: 'left'}, '4|1 2|3'],
    [8, {binding: 'left'}, '8|1 2|7 6|3 4|5'],
    [12, {binding: 'left'}, '12|1 2|11 10|3 4|9 8|5 6|7'],
    [16, {binding: 'left'}, '16|1 2|15 14|3 4|13 12|5 6|11 10|7 8|9'],
    [20, {binding: 'left'}, '20|1 2|19 18|3 4|17 16|5 6|15 14|7 8|13 12|9 10|11'],
    [10, {binding: 'left'}, '-|1 2|- 10|3 4|9 8|5 6|7'],
    [8, {binding: 'right'}, '1|8 7|2 3|6 5|4'],
    [16, {binding: 'left', signature: 2}, '8|1 2|7 6|3 4|5 16|9 10|15 14|11 12|13'],
    [12, {binding: 'left', signature: 2}, '8|1 2|7 6|3 4|5 12|9 10|11'],
    [16, {binding: 'right', signature: 2}, '1|8 7|2 3|6 5|4 9|16 15|10 11|14 13|12']
  ] as const)('%i pages, %o', (pages, options, expected) => {
    expect(shown(pages, options)).toBe(expected)
  })

  test('signatures: one of up to ten sheets, else of four or five each; or of the size that is asked for', () => {
    expect([4, 40, 41, 44, 48, 52, 100].map((pages) => signaturesOf(pages))).toEqual([
      [1],
      [10],
      [4, 4, 3],
      [4, 4, 3],
      [4, 4, 4],
      [5, 4, 4],
      [5, 5, 5, 5, 5]
    ])
    expect(signaturesOf(52, 4)).toEqual([4, 4, 4, 1])
  })
})

test('a booklet has the words of its pages where the fold wants them, on the paper that is asked for', async () => {
  const source = await finished(8)
  const {pdf, pages: sides} = await booklet(source, {binding: 'left', sheet: [600, 300], creep: 2})
  expect(sides).toBe(4)
  const read = await readPieces(pdf)
  const words = read.map((pieces) => pieces.filter(({text}) => text.trim() !== '').map(({text, left}) => [text, left]))
  // 300 × 400 points on 600 × 300: three quarters of the size. Text is 15 points from the left of its page, 225 wide; two sheets,
  // of which the inner one moves 2 points to the fold.
  expect(words).toEqual([
    [
      ['page 8 says so', expect.closeTo(300 - 225 + 15, 2)],
      ['page 1 says so', expect.closeTo(300 + 15, 2)]
    ],
    [
      ['page 2 says so', expect.closeTo(300 - 225 + 15, 2)],
      ['page 7 says so', expect.closeTo(300 + 15, 2)]
    ],
    [
      ['page 6 says so', expect.closeTo(300 - 225 + 15 + 2, 2)],
      ['page 3 says so', expect.closeTo(300 + 15 - 2, 2)]
    ],
    [
      ['page 4 says so', expect.closeTo(300 - 225 + 15 + 2, 2)],
      ['page 5 says so', expect.closeTo(300 + 15 - 2, 2)]
    ]
  ])
  expect(await verifyBooklet(source, pdf, {binding: 'left', signatures: [2]})).toEqual([])
})

test('a booklet is the same to the byte when made twice', async () => {
  const source = await finished(6)
  const [one, two] = [await booklet(source, {binding: 'left'}), await booklet(source, {binding: 'left'})]
  expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
})

const reasons = (findings: readonly {reason: string}[]): string[] =>
  findings.map(({reason}) => reason.replace('. This is a fault of the program; please report it.', ''))

describe('the proof of a booklet', () => {
  test.each([
    ['left', undefined, [3]],
    ['right', undefined, [3]],
    ['left', 2, [2, 1]],
    ['right', 1, [1, 1, 1]]
  ] as const)('is content with one bound on the %s, in signatures of %s', async (binding, signature, signatures) => {
    const source = await finished(11)
    const {pdf} = await booklet(source, {binding, signature})
    expect(reasons(await verifyBooklet(source, pdf, {binding, signatures}))).toEqual([])
  })

  test('sees pages in the order of another fold', async () => {
    const source = await finished(8)
    const {pdf} = await booklet(source, {binding: 'left', signature: 1})
    expect(reasons(await verifyBooklet(source, pdf, {binding: 'left', signatures: [2]}))).toEqual([
      'Unexpected page 5 on the right half of side 3 of the booklet, expected page 3',
      'Unexpected page 6 on the left half of side 4 of the booklet, expected page 4',
      'Unexpected page 7 on the right half of side 4 of the booklet, expected page 5',
      'Unexpected page 8 on the left half of side 3 of the booklet, expected page 6',
      'Unexpected page 3 on the right half of side 2 of the booklet, expected page 7',
      'Unexpected page 4 on the left half of side 1 of the booklet, expected page 8'
    ])
  })

  test('sees a sheet that is not there, a page without its words, and words beyond their half', async () => {
    const source = await finished(8)
    const {pdf} = await booklet(await finished(4), {binding: 'left'})
    expect(reasons(await verifyBooklet(source, pdf, {binding: 'left', signatures: [2]}))).toEqual([
      'Unexpected number of sides in the booklet, 2, expected 4 for 8 pages'
    ])
    const other = await booklet(await finished(7), {binding: 'left'})
    expect(reasons(await verifyBooklet(source, other.pdf, {binding: 'left', signatures: [2]}))).toEqual([
      'Unexpected blank on the left half of side 1 of the booklet, expected page 8'
    ])
    const off = await booklet(source, {binding: 'left', creep: -250})
    expect(reasons(await verifyBooklet(source, off.pdf, {binding: 'left', signatures: [2]}))[0]).toBe(
      'Unexpected text on the right half of side 3 of the booklet, expected page 3'
    )
    const over = await booklet(source, {binding: 'left', creep: 250})
    expect(reasons(await verifyBooklet(source, over.pdf, {binding: 'left', signatures: [2]}))).toContain(
      'Unexpected “page 6 says so” on the left half of side 3 of the booklet, expected it inside this half'
    )
  })
})

describe('the proof of the printer’s file', () => {
  const bled = {bleed: 3}

  test('is content with one that has bleed, marks, and one page more to be even', async () => {
    const source = await finished(3)
    expect(await verifyPrintersFile(source, (await printersFile(source, bled)).pdf, bled)).toEqual([])
    const long = await finished(152)
    expect(await verifyPrintersFile(long, (await printersFile(long, {bleed: 0})).pdf, {bleed: 0})).toEqual([])
  })

  test.each<[string, readonly number[] | ((pdf: PDFDocument) => void), string]>([
    ['a page lost', [0, 2, 3], 'Unexpected number of pages in the printer’s file, 3, expected 4'],
    [
      'a page for another',
      [0, 1, 3, 2],
      'Unexpected “page 4 says so” on page 3 of the printer’s file, expected “page 3 says so” as in the finished PDF'
    ],
    [
      'words lost',
      (pdf) => pdf.getPage(1).node.delete(PDFName.of('Contents')),
      'Unexpected nothing on page 2 of the printer’s file, expected “page 2 says so” as in the finished PDF'
    ],
    [
      'a trim of another size',
      (pdf) => pdf.getPage(0).setTrimBox(10, 10, 290, 400),
      'Unexpected trim of 290 × 400 points, expected 300 × 400 as laid out of page 1 of the printer’s file'
    ],
    [
      'a bleed too small',
      (pdf) => pdf.getPage(0).setBleedBox(30, 30, 302, 402),
      'Unexpected bleed, expected 8.5 points around the trim of page 1 of the printer’s file'
    ],
    [
      'a sheet inside the bleed',
      (pdf) => pdf.getPage(0).setMediaBox(30, 0, 400, 500),
      'Unexpected sheet, expected one that holds the bleed of page 1 of the printer’s file'
    ],
    [
      'a page out of place',
      (pdf) => pdf.getPage(0).translateContent(20, 0),
      'Unexpected place of page 1 of the printer’s file, expected its text inside the trim'
    ]
  ])('sees %s', async (_, plant, message) => {
    const source = await finished(4)
    const sheets = await PDFDocument.load((await printersFile(source, bled)).pdf, {updateMetadata: false})
    const made = await PDFDocument.create({updateMetadata: false})
    for (const page of await made.copyPages(sheets, typeof plant === 'function' ? [0, 1, 2, 3] : [...plant]))
      made.addPage(page)
    if (typeof plant === 'function') plant(made)
    const bytes = await made.save({useObjectStreams: true, addDefaultPage: false})
    expect(reasons(await verifyPrintersFile(source, bytes, bled))[0]).toBe(message)
  })

  test.each<[string, (pdf: PDFDocument) => unknown, string]>([
    [
      'a newer PDF',
      ({context}) => (context.header = PDFHeader.forVersion(1, 7)),
      'version of PDF in the printer’s file, expected 1.6 or an earlier one'
    ],
    [
      'another standard',
      ({catalog}) => catalog.delete(PDFName.of('Metadata')),
      'standard in the printer’s file, expected PDF/X-4'
    ],
    [
      'no title',
      ({context}) => context.lookup(context.trailerInfo.Info, PDFDict).delete(PDFName.of('Title')),
      'lack of Title in the printer’s file, expected one'
    ],
    [
      'that it says nothing of trapping',
      ({context}) => context.lookup(context.trailerInfo.Info, PDFDict).delete(PDFName.of('Trapped')),
      'trapping in the printer’s file, expected none'
    ],
    [
      'no output intent',
      ({catalog}) => catalog.delete(PDFName.of('OutputIntents')),
      'output intent in the printer’s file, expected one for a press'
    ],
    [
      'the profile of a screen',
      ({catalog, context}) =>
        catalog
          .lookup(PDFName.of('OutputIntents'), PDFArray)
          .lookup(0, PDFDict)
          .set(PDFName.of('DestOutputProfile'), context.register(context.flateStream(srgbProfile(), {N: 3}))),
      'profile of the output intent in the printer’s file, expected one of a black ink'
    ],
    [
      'a link',
      (pdf) => pdf.getPage(1).node.set(PDFName.of('Annots'), pdf.context.obj([])),
      'Annots in the printer’s file, expected nothing that only a screen has a use for'
    ],
    [
      'a script',
      ({catalog, context}) => catalog.set(PDFName.of('OpenAction'), context.obj({S: 'JavaScript', JS: '0'})),
      'OpenAction in the printer’s file, expected nothing that only a screen has a use for'
    ],
    [
      'a font that is not in the file',
      async (pdf) => pdf.getPage(3).setFont(await pdf.embedFont(StandardFonts.Courier)),
      'lack of the font Courier in the printer’s file, expected all fonts of its text'
    ],
    [
      'black of three colours',
      (pdf) => pdf.getPage(0).drawRectangle({x: 50, y: 50, width: 9, height: 9, color: rgb(0, 0, 0)}),
      'grey of three colours in the printer’s file, expected one ink'
    ],
    [
      'a colour that may be anything',
      (pdf) => {
        const page = pdf.getPage(0)
        page.node.normalizedEntries().Resources.delete(PDFName.of('ColorSpace'))
        page.drawRectangle({x: 50, y: 50, width: 9, height: 9, color: rgb(1, 0, 0)})
      },
      'colours without a profile in the printer’s file, expected those of sRGB'
    ]
  ])('sees %s', async (_, plant, message) => {
    const source = await finished(4)
    const bytes = await changed((await printersFile(source, bled)).pdf, plant)
    expect(reasons(await verifyPrintersFile(source, bytes, bled))).toContain(`Unexpected ${message}`)
  })
})
