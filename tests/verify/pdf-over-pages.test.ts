// Words of a text that goes on over pages, with what stands between them there, as the foreign reader of a PDF finds them.
import {describe, expect, test} from 'vitest'
import {verifyPdf} from '../../src/verify/index.ts'
import {documentOf, editionOf, note, p, root} from './fixture/edition.ts'
import {drawn, lines, raised, type Sheet} from './fixture/sheets.ts'

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

const LONG = 'lopadotemachoselachogaleokranioleipsanodrimypotrimmatos'
const lookedFor = `We looked for the ${LONG} and found it`

/** Shares of a text of which a word goes over, without a hyphen, on pages with these texts in a smaller type above their own. */
async function sharesOf(text: string, ...pages: {head?: string[]; own: string[]}[]) {
  const bytes = await drawn(
    ...pages.map(({head = [], own}) => (sheet: Sheet): void => {
      lines(sheet, 585, head, 9)
      lines(sheet, 540, own)
      sheet.page.drawText('5', {x: 20, y: 300, size: 7, font: sheet.font})
      lines(sheet, 100, ['1 So in the copy.'], 9)
    })
  )
  return (await verifyPdf(editionOf(documentOf('d1', root(p(text)))), bytes)).shares
}

describe('a word that no line has room for', () => {
  const begin = ['We looked for the', 'lopadotemachoselacho']

  test('goes over pages without a hyphen', async () => {
    const [all, half] = [['galeokranioleipsano', 'drimypotrimmatos and', 'found it'], ['galeokranioleipsano']]
    const whole = [{of: 'd1', words: 8, found: 8}]
    expect(await sharesOf(lookedFor, {own: begin}, {own: all})).toEqual(whole)
    const rest = ['drimypotrimmatos and', 'found it']
    expect(await sharesOf(lookedFor, {own: begin}, {own: half}, {own: rest})).toEqual(whole)
    // A counterpart stands on each second page.
    const other = {own: ['Its own text', 'in another', 'language'], head: ['Head']}
    expect(await sharesOf(lookedFor, {own: begin}, other, {own: all})).toEqual(whole)
  })

  test.each([
    ['a letter of its end', {own: ['galeokranioleipsan', 'drimypotrimmatos and', 'found it']}],
    ['a line of it', {own: ['drimypotrimmatos and', 'found it']}],
    ['all its end', {own: ['and found it', 'again']}],
    [
      'its end, which stands in a head',
      {head: ['galeokranioleipsanodrimypotrimmatos'], own: ['and found it', 'again']}
    ],
    ['its end, which stands in another line', {own: ['and found it', 'galeokranioleipsanodrimypotrimmatos', 'again']}],
    [
      'its end, which stands behind what follows',
      {own: ['and found it here', 'again', 'galeokranioleipsanodrimypotrimmatos']}
    ]
  ])('is lost with %s', async (_, page) => {
    for (const hyphen of ['', '-']) {
      const [first = '', last = ''] = begin
      expect(await sharesOf(lookedFor, {own: [first, last + hyphen]}, page)).toEqual([{of: 'd1', words: 8, found: 7}])
    }
  })

  test('is lost with a letter that a line repeats or exchanges, or a space inside a line', async () => {
    for (const line of ['ogaleokranioleipsano', 'galeokranoileipsano', 'galeokranio leipsano']) {
      const page = {own: [...begin, line, 'drimypotrimmatos and', 'found it']}
      expect(await sharesOf(lookedFor, page)).toEqual([{of: 'd1', words: 8, found: 7}])
    }
  })

  test('is none for a word that a line’s end makes of two others', async () => {
    const text = 'They came to day by day and today'
    expect(await sharesOf(text, {own: ['They came to', 'day by day and']})).toEqual([{of: 'd1', words: 8, found: 7}])
    expect(await sharesOf(text, {own: ['They came to', 'day by day and to', 'day']})).toEqual([
      {of: 'd1', words: 8, found: 8}
    ])
  })
})

test('a lost letter of a word that goes over with a hyphen is a lost word', async () => {
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
