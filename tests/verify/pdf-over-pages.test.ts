// Words of a text that goes on over pages, with what stands between them there, as the foreign reader of a PDF finds them.
import {expect, test} from 'vitest'
import {verifyPdf} from '../../src/verify/index.ts'
import {documentOf, editionOf, note, p, root} from './fixture/edition.ts'
import {drawn, lines, raised} from './fixture/sheets.ts'

test('a word that goes over to the next page is whole, whatever stands between', async () => {
  const one = note('en', 1, p('So in the copy.'))
  const bytes = await drawn(
    (sheet) => {
      raised(sheet, '1', lines(sheet, 540, ['We looked for it', 'in the alter-']))
      sheet.page.drawText('5', {x: 20, y: 526, size: 7, font: sheet.font})
      lines(sheet, 100, ['1 So in the copy.'], 9)
    },
    (sheet) => {
      lines(sheet, 570, ['Running head'], 9)
      lines(sheet, 540, ['natives, and found'])
    }
  )
  const text = editionOf(documentOf('d1', root(p('We looked for it in the alternatives, and found', one))))
  const {shares} = await verifyPdf(text, bytes)
  expect(shares).toEqual([
    {of: 'd1', words: 9, found: 9},
    {of: 'notes en', words: 4, found: 4}
  ])
})

test('a lost letter of it is a lost word', async () => {
  const bytes = await drawn(
    (sheet) => lines(sheet, 540, ['We looked for it', 'in the alter-']),
    (sheet) => lines(sheet, 540, ['natves, and found'])
  )
  const text = editionOf(documentOf('d1', root(p('We looked for it in the alternatives, and found'))))
  expect((await verifyPdf(text, bytes)).shares).toEqual([{of: 'd1', words: 9, found: 8}])
})

test('words that misled the search are counted as they are', async () => {
  const bytes = await drawn(
    (sheet) => lines(sheet, 540, ['two three four five']),
    (sheet) => lines(sheet, 540, ['One two three']),
    (sheet) => lines(sheet, 570, ['Head', 'four five six', 'Foot', 'seven eight nine'])
  )
  const {shares} = await verifyPdf(
    editionOf(documentOf('d1', root(p('One two three four five six seven eight nine')))),
    bytes
  )
  expect(shares).toEqual([{of: 'd1', words: 9, found: 9}])
})
