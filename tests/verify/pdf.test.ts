// A foreign reader looks for the words of the edition in a finished PDF.
import {PDFDocument, StandardFonts} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {readAhead, verifyPdf, type Readings} from '../../src/verify/index.ts'
import {printsOf} from '../../src/verify/pdf-prints.ts'
import {pdfWords, readPdf} from '../../src/verify/pdf-text.ts'
import {withGap} from '../print/support/pdf-faults.ts'
import {documentOf, editionOf, note, p, root} from './fixture/edition.ts'
import {drawn, lines, raised, type Sheet} from './fixture/sheets.ts'

/** The text of a page without what is known of its columns. */
const bare = (text: string): string => text.replace(/\uFFFE\d+\uFFFE/gu, '')

describe('reading', () => {
  test('hyphens and raised marks are dropped, numbers in the margin kept apart', async () => {
    const bytes = await drawn((sheet) => {
      lines(sheet, 570, ['Running head'], 9)
      raised(sheet, '3', lines(sheet, 540, ['We support your posi-', 'tion']))
      lines(sheet, 500, ['on twenty-', 'five men'])
      sheet.page.drawText('5', {x: 20, y: 486, size: 7, font: sheet.font})
    })
    expect((await readPdf(bytes)).words).toEqual([
      'Running',
      'head',
      'We',
      'support',
      'your',
      'posi',
      'tion',
      'on',
      'twenty',
      'five',
      'men',
      '5'
    ])
  })

  test('bytes as Node reads them from a file will do', async () => {
    const bytes = await drawn((sheet) => lines(sheet, 500, ['One']))
    expect((await readPdf(Buffer.from(bytes))).words).toEqual(['One'])
  })

  test('the bytes stay with the caller', async () => {
    const bytes = await drawn((sheet) => lines(sheet, 500, ['One']))
    const length = bytes.length
    await readPdf(bytes)
    expect(bytes.length).toBe(length)
  })

  test.each([
    ['co\u00ADop\u00ADeration', ['cooperation']],
    ['ll. 71\u201382', ['ll.', '71\u201382']],
    ['and/or \u2014 b', ['and/or', '\u2014', 'b']],
    ['\uFB01nd \u2026', ['find', '...']],
    ['朝鮮\n人民', ['朝', '鮮', '人', '民']],
    ['', []]
  ])('words of %j', (text, expected) => {
    expect(pdfWords(text)).toEqual(expected)
  })

  test('signs beside words are told apart, but for texts with letters from right to left', () => {
    const text = 'He said (in 1906): “no” »so« \u0644\u0644\u0627.'
    expect(pdfWords(text)).toEqual(['He', 'said', '(in', '1906):', '“no”', '»so«', '\u0644\u0644\u0627.'])
    expect(pdfWords(text, true).join(' ')).toBe('He said ( in 1906 ( : “ no ” « so « \u0627\u0644\u0644 .')
  })
})

const WORDS = Array.from({length: 800}, (_, index) => `word${Math.imul(index, 2_654_435_761) >>> 18}`)

/** Lines of eight words. */
const rows = (words: readonly string[]): string[] =>
  Array.from({length: Math.ceil(words.length / 8)}, (_, index) => words.slice(index * 8, index * 8 + 8).join(' '))

const NOTE = 'The word stands so in the copy and means the place where they met.'

const edition = editionOf(
  documentOf('d1', root(p(WORDS.join(' '), note('en', 1, p(NOTE))))),
  documentOf('d2', root(p('The end of it.')))
)

/** The whole book: pages of forty lines with heads, a note at the foot of the second, then the other document. */
const book = (words: readonly string[], foot: string): Promise<Uint8Array> => {
  const all = rows(words)
  const pages = [all.slice(0, 40), all.slice(40, 80), all.slice(80)]
  return drawn(
    ...pages.map((page, index) => (sheet: Sheet): void => {
      lines(sheet, 590, [`Running head ${index + 1}`], 9)
      lines(sheet, 575, page, 6)
      if (index === 1) lines(sheet, 10, [foot], 5)
    }),
    (sheet) => lines(sheet, 500, ['The end of it.'])
  )
}

describe('what was read before', () => {
  const sheets = (...texts: string[]) => drawn(...texts.map((text) => (sheet: Sheet) => lines(sheet, 500, [text])))

  test('is not read again, where the page is the same to the byte', async () => {
    const {readings} = await readPdf(await sheets('One', 'Two'))
    expect([...readings.values()].map(bare)).toEqual(['One', 'Two'])
    const remembered = new Map([...readings].map(([print, text]) => [print, `${text}\nremembered`]))
    const {words} = await readPdf(await sheets('One', 'Two', 'Three'), {known: remembered})
    expect(words).toEqual(['One', 'remembered', 'Two', 'remembered', 'Three'])
  })

  test('is read again where the page has the same strokes and another font', async () => {
    const inFont = async (name: StandardFonts) => {
      const pdf = await PDFDocument.create()
      pdf.addPage().drawText('One', {font: await pdf.embedFont(name), size: 9})
      return pdf.save()
    }
    const [times, courier] = await Promise.all([StandardFonts.TimesRoman, StandardFonts.Courier].map(inFont))
    const [one, other] = [times, courier].map((bytes) => printsOf(bytes ?? new Uint8Array())?.[0])
    expect(one?.whole).toMatch(/^[0-9a-f]{64}$/)
    expect(other?.whole).not.toBe(one?.whole)
  })

  test('does not matter for a file of another form', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText('One', {font: await pdf.embedFont(StandardFonts.TimesRoman)})
    const {words, drawn: found} = await readPdf(await withGap(pdf))
    expect(words).toEqual(['One'])
    expect(found).toBeUndefined()
  })
})

describe('what is read ahead', () => {
  const sheets = (...texts: string[]) => drawn(...texts.map((text) => (sheet: Sheet) => lines(sheet, 500, [text])))
  const ahead = async (files: readonly Uint8Array[], known?: Readings): Promise<Readings> => {
    const reading = readAhead(known)
    for (const bytes of files) reading.read(bytes)
    return reading.readings().finally(() => reading.close())
  }

  test('are the texts of the pages of each file, and those known before', async () => {
    const readings = await ahead([await sheets('One', 'Two'), await sheets('Three')], new Map([['print', 'known']]))
    expect([...readings.values()].map(bare)).toEqual(['known', 'One', 'Two', 'Three'])
  })

  test('is what the finished file is not read for again', async () => {
    const readings = await ahead([await sheets('One', 'Two')])
    const marked = new Map([...readings].map(([print, text]) => [print, `${text}\nahead`]))
    const {words} = await readPdf(await sheets('One', 'Two', 'Three'), {known: marked})
    expect(words).toEqual(['One', 'ahead', 'Two', 'ahead', 'Three'])
  })

  test('leaves out what cannot be read, which the finished file will tell', async () => {
    const locked = await PDFDocument.create()
    locked.addPage()
    locked.context.trailerInfo.Encrypt = locked.context.obj({Filter: 'Nobody'})
    const bytes = await locked.save()
    expect(printsOf(bytes)).toHaveLength(1)
    await expect(readPdf(bytes)).rejects.toThrow('unknown encryption method')
    expect((await ahead([bytes, await sheets('One')])).size).toBe(0)
    expect((await ahead([Buffer.from('no PDF at all')])).size).toBe(0)
  })
})

describe('proving', () => {
  test('everything is there', async () => {
    const {findings, shares} = await verifyPdf(edition, await book(WORDS, NOTE))
    expect(findings).toEqual([])
    expect(shares).toEqual([
      {of: 'd1', words: 800, found: 800},
      {of: 'd2', words: 4, found: 4},
      {of: 'notes en', words: 14, found: 14}
    ])
  })

  test('a few words may be missed', async () => {
    const proof = await verifyPdf(edition, await book(WORDS.toSpliced(500, 4), NOTE))
    expect(proof.findings).toEqual([])
    expect(proof.shares[0]).toEqual({of: 'd1', words: 800, found: 796})
  })

  test('a lost line is found', async () => {
    const {findings} = await verifyPdf(edition, await book(WORDS.toSpliced(400, 8), NOTE))
    const lost = WORDS.slice(400, 408).join(' ')
    expect(findings).toEqual([
      {
        rule: 'output-differs',
        document: 'd1',
        reason: `Unexpected loss in the PDF: 792 of 800 words of document d1 (99.0 %) are found in order, expected at least 99.5 %; first: Unexpected gap after \`${WORDS.slice(397, 400).join(' ')}\` before \`${WORDS.slice(408, 411).join(' ')}\`, expected words \`${lost}\``
      }
    ])
  })

  test('paragraphs in the wrong order are found', async () => {
    const swapped = [...WORDS.slice(0, 300), ...WORDS.slice(360, 400), ...WORDS.slice(300, 360), ...WORDS.slice(400)]
    const {shares, findings} = await verifyPdf(edition, await book(swapped, NOTE))
    expect(shares[0]).toEqual({of: 'd1', words: 800, found: 760})
    expect(findings.map(({document}) => document)).toEqual(['d1'])
  })

  test('a lost note is found', async () => {
    const {findings} = await verifyPdf(edition, await book(WORDS, 'The word stands.'))
    expect(findings).toEqual([
      {
        rule: 'output-differs',
        document: undefined,
        reason:
          'Unexpected loss in the PDF: 2 of 14 words of the notes en (14.3 %) are found in order, expected at least 99.5 %; first: Unexpected gap after `The word` at the end, expected words `stands so in the copy and means the …` (12 words)'
      }
    ])
  })
})

describe('brackets that are turned', () => {
  const bracketed = Array.from({length: 12}, (_, at) => `(word${at}) and`).join(' ')
  const turnedRound = bracketed.replace(/[()]/gu, (sign) => (sign === '(' ? ')' : '('))
  const sheet = () => drawn((one) => lines(one, 500, rows(turnedRound.split(' '))))

  test('are found', async () => {
    const {findings, shares} = await verifyPdf(editionOf(documentOf('d1', root(p(bracketed)))), await sheet())
    expect(shares).toEqual([{of: 'd1', words: 24, found: 12}])
    expect(findings.map(({reason}) => reason)).toEqual([
      'Unexpected loss in the PDF: 12 of 24 words of document d1 (50.0 %) are found in order, expected at least 99.5 %; first: Unexpected gap at the beginning before `and (word1) and`, expected word `(word0)`'
    ])
  })

  test('are passed over where one note has letters from right to left, in which no reader tells them apart', async () => {
    const hebrew = note('en', 1, p('\u05EA\u05D4\u05D5'))
    const {shares} = await verifyPdf(editionOf(documentOf('d1', root(p(bracketed, hebrew)))), await sheet())
    expect(shares[0]).toEqual({of: 'd1', words: 48, found: 48})
  })
})

describe('the pages of the file', () => {
  const fault = (reason: string) => [
    {rule: 'output-differs', reason: `${reason}. This is a fault of the program; please report it.`}
  ]
  const nothing = editionOf()
  const three = () => drawn(...['One', 'Two', 'Three'].map((text) => (sheet: Sheet) => lines(sheet, 500, [text])))
  const printsIn = async (): Promise<string[]> => (printsOf(await three()) ?? []).map(({content}) => content)

  test('are those that were printed, in their order', async () => {
    const prints = await printsIn()
    expect(new Set(prints).size).toBe(3)
    expect((await verifyPdf(nothing, await three(), {prints})).findings).toEqual([])
  })

  test('that changed places are found', async () => {
    const [one = '', two = '', other = ''] = await printsIn()
    const {findings} = await verifyPdf(nothing, await three(), {prints: [two, one, other]})
    expect(findings).toEqual(fault('Unexpected page 2 in the PDF, expected page 1 as printed'))
  })

  test('of which one is missing are found', async () => {
    const [one = '', two = '', other = ''] = await printsIn()
    const {findings} = await verifyPdf(nothing, await three(), {prints: [one, two, other, 'ab'.repeat(32)]})
    expect(findings).toEqual(fault('Unexpected number of pages in the PDF, 3, expected 4 as printed'))
  })

  test('of which one was never printed are found', async () => {
    const [one = '', two = ''] = await printsIn()
    const {findings} = await verifyPdf(nothing, await three(), {prints: [one, two, 'ab'.repeat(32)]})
    expect(findings).toEqual(fault('Unexpected strange page in the PDF, expected page 3 as printed'))
  })

  test('that cannot be told apart are no proof', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    const bytes = await withGap(pdf)
    const {findings} = await verifyPdf(nothing, bytes, {prints: ['ab'.repeat(32)]})
    expect(findings).toEqual(fault('Unexpected form of the PDF, expected one whose pages can be told apart'))
  })
})
