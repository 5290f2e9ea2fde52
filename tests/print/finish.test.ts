// The finished PDF: what it says of itself, its bookmarks, its labels, and that nothing differs from run to run.
import {type PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {finishBook, finishPages, type BookOptions} from '../../src/print/finish/index.ts'
import {describeLinks} from '../../src/print/finish/links.ts'
import {headingsOf, mendOutline} from '../../src/print/finish/outline.ts'

const metadata = {
  title: 'Records: A “critical” edition',
  authors: ['A. Editor', 'B. Other'],
  lang: 'en',
  date: '2026-11-24'
}
const options: BookOptions = {metadata, labels: ['i', 'ii', '1'], roman: 2, hash: 'ab'.repeat(32)}
const tags = {tags: [], area: {top: 80, bottom: 780}}
const label = (page: number): string => options.labels[page] ?? ''

/** Pages and book finished, of three pages that were printed together. */
async function finish(bytes: Uint8Array, book: BookOptions) {
  const pages = await finishPages(bytes, {tags, lang: 'en', headings: [], count: 3, label})
  return {pdf: await finishBook([pages], book), messages: pages.messages}
}

/** A PDF of three empty pages whose own dates are of the clock. */
async function printed(pages = 3): Promise<{bytes: Uint8Array; pdf: PDFDocument}> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < pages; page++) pdf.addPage()
  pdf.setModificationDate(new Date())
  return {bytes: await pdf.save({addDefaultPage: false}), pdf}
}

describe('the PDF', () => {
  test('says what it is, in Info and in XMP', async () => {
    const {pdf, messages} = await finish((await printed()).bytes, {
      ...options,
      metadata: {...metadata, rights: 'Free & open', publisher: 'P'}
    })
    const read = await PDFDocument.load(pdf, {updateMetadata: false})
    const midnight = new Date('2026-11-24T00:00:00Z')
    expect(messages).toEqual([])
    expect([read.getTitle(), read.getAuthor(), read.getProducer(), read.getCreator()]).toEqual([
      'Records: A “critical” edition',
      'A. Editor; B. Other',
      'Recension',
      'Recension'
    ])
    expect([read.getCreationDate(), read.getModificationDate()]).toEqual([midnight, midnight])
    const text = Buffer.from(pdf).toString('utf8')
    expect(text).toContain('<rdf:li xml:lang="x-default">Records: A “critical” edition</rdf:li>')
    expect(text).toContain(
      '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Free &amp; open</rdf:li></rdf:Alt></dc:rights>'
    )
    expect(text).toContain('<xmp:ModifyDate>2026-11-24T00:00:00Z</xmp:ModifyDate>')
  })

  test('numbers its pages as they are printed', async () => {
    const {pdf} = await finish((await printed()).bytes, options)
    const read = await PDFDocument.load(pdf, {updateMetadata: false})
    expect(String(read.catalog.lookup(PDFName.of('PageLabels')))).toBe(
      '<<\n/Nums [ 0 <<\n/S /r\n>> 2 <<\n/S /D\n>> ]\n>>'
    )
  })

  test('is the same to the byte when made twice, in whatever time zone', async () => {
    const {bytes} = await printed()
    const zone = process.env['TZ']
    const first = await finish(bytes, options)
    process.env['TZ'] = 'Pacific/Kiritimati'
    const second = await finish(bytes, options)
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true)
  })

  test('with a page too many is refused', async () => {
    const {messages} = await finish((await printed(4)).bytes, options)
    expect(messages).toEqual([
      {
        rule: 'output-differs',
        reason:
          'Unexpected number of pages in the PDF, 4, expected 3 as laid out. This is a fault of the program; please report it.'
      }
    ])
  })

  test('with a font that is not the book’s is refused', async () => {
    const {pdf} = await printed()
    for (const name of ['AAAAAA+EBGaramond-Italic', 'BAAAAA+NotoSerif-Regular', 'CAAAAA+OpenSans-Regular'])
      pdf.context.register(pdf.context.obj({Type: 'Font', BaseFont: name}))
    pdf.context.register(pdf.context.obj({Type: 'Font', Subtype: 'Type3'}))
    const {messages} = await finish(await pdf.save(), options)
    const because =
      'expected the book faces only, EB Garamond, Noto Serif, Noto Sans, Noto Serif Hebrew and Scheherazade New: the browser took it for characters, or for a bold or italic, that they lack.'
    expect(messages).toEqual([
      {rule: 'missing-glyph', reason: `Unexpected font OpenSans-Regular in the PDF, ${because}`},
      {rule: 'missing-glyph', reason: `Unexpected font a font without a name in the PDF, ${because}`}
    ])
  })
})

describe('links', () => {
  test('say where they lead', async () => {
    const {pdf} = await printed()
    const {context} = pdf
    const link = (more: Record<string, unknown>) => context.obj({Type: 'Annot', Subtype: 'Link', ...more} as never)
    const links = [link({Dest: 'page-3'}), link({A: {S: 'URI', URI: PDFString.of('https://example.org/')}}), link({})]
    pdf.getPage(0).node.set(PDFName.of('Annots'), context.obj(links.map((one) => context.register(one))))
    describeLinks(pdf, label)
    const said = links.map((one) =>
      (one as unknown as PDFDict).lookup(PDFName.of('Contents'), PDFHexString).decodeText()
    )
    expect(said).toEqual(['Page 1', 'Web page: https://example.org/', 'Another place in this book'])
  })
})

describe('bookmarks', () => {
  test('get back the spaces lost at line ends, and lose the marks of notes', async () => {
    const {pdf} = await printed()
    const titles = mended(
      pdf,
      ['Recordof a talk1', 'Other', 'Second'],
      [
        '<h1 class="a">Record<br>of <em>a</em> talk<a class="call call-tn generated" data-note="n">1</a></h1>',
        '<h2>Sec\u00ADond</h2>'
      ]
    )
    expect(titles).toEqual(['Record of a talk', 'Other', 'Second'])
  })

  test('of text from right to left have its words in order, also where none is of its script, and no bar of a leaf', async () => {
    const {pdf} = await printed()
    const titles = mended(
      pdf,
      ['ב א', ']words illegible 2[', 'Firstword', 'drow'],
      [
        '<h1>א ב</h1><h2>[2 words illegible]</h2>',
        '<h2><span class="leaf-break" id="l"><span class="generated" aria-hidden="true">|</span></span>First word</h2>'
      ]
    )
    expect(titles).toEqual(['א ב', '[2 words illegible]', 'First word', 'drow'])
  })
})

/** Titles of bookmarks after mending against these headings. */
function mended(pdf: PDFDocument, titles: string[], html: string[]): string[] {
  const {context} = pdf
  const items = titles.map((title) => context.obj({Title: PDFHexString.fromText(title)}))
  const refs = items.map((item) => context.register(item))
  items.forEach((item, index) => {
    const next = refs[index + 1]
    if (next) item.set(PDFName.of('Next'), next)
  })
  pdf.catalog.set(PDFName.of('Outlines'), context.obj({First: refs[0] ?? null}))
  mendOutline(pdf, headingsOf(html.join('')))
  return items.map((item) => {
    const title = item.get(PDFName.of('Title'))
    return title instanceof PDFString || title instanceof PDFHexString ? title.decodeText() : ''
  })
}
