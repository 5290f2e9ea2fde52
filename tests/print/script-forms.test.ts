// Signs of Arabic script whose meaning the browser does not say: letters are told from the marks that are drawn with them.
import {PDFDocument, PDFName, type PDFDict} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {sayForms} from '../../src/print/finish/forms.ts'
import {mapOf} from '../../src/print/tags/unicode.ts'

/** Characters by the codes of a font, after a page of words that are drawn from the left, marks before their letter. */
function learned(said: Readonly<Record<string, string>>, words: readonly (readonly [text: string, codes: string])[]) {
  const rows = Object.entries(said).map(([code, text]) => `<${code}> <${utf16(text)}>`)
  const map = `${rows.length} beginbfchar\n${rows.join('\n')}\nendbfchar\n`
  const spans = words.map(
    ([text, codes]) =>
      `/Span<</ActualText <FEFF${utf16(text)}> >> BDC\n${(codes.match(/.{4}/g) ?? []).map((code) => `<${code}> Tj\n`).join('')}EMC\n`
  )
  return {map, content: `BT\n/F1 10 Tf\n1 0 0 -1 10 10 Tm\n${spans.join('')}ET`}
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

async function characters(made: {map: string; content: string}): Promise<Record<string, string>> {
  const pdf = await PDFDocument.create()
  const {context} = pdf
  const stream = (text: string) => context.register(context.flateStream(Buffer.from(text, 'latin1')))
  const font = context.obj({
    Type: 'Font',
    BaseFont: 'AAAAAA+ScheherazadeNew-Regular',
    ToUnicode: stream(made.map)
  }) as PDFDict
  const page = pdf.addPage()
  page.node.setFontDictionary(PDFName.of('F1'), context.register(font))
  page.node.set(PDFName.of('Contents'), stream(made.content))
  sayForms(pdf)
  const found = font.lookup(PDFName.of('ToUnicode'))
  return Object.fromEntries([...mapOf(found)].map(([code, text]) => [code.toString(16), text]))
}

test('a sign says what the others of its word leave', async () => {
  const made = learned({'0001': 'م'}, [['مُ', '00020001']])
  expect(await characters(made)).toEqual({1: 'م', 2: 'ُ'})
})

test('where two are strange the letter is drawn last, and the marks are said by the sign before it', async () => {
  const made = learned({'0009': 'ا'}, [['مَّ', '00030004']])
  expect(await characters(made)).toEqual({3: 'َّ'.normalize('NFC'), 4: 'م', 9: 'ا'})
})

test('and what is told of one word tells of another', async () => {
  const made = learned({'0009': 'ا'}, [
    ['لَّ', '00030005'],
    ['مَّ', '00030004'],
    ['م', '0004']
  ])
  expect(await characters(made)).toEqual({3: 'َّ'.normalize('NFC'), 4: 'م', 5: 'ل', 9: 'ا'})
})
