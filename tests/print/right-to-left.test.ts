// Hebrew and Arabic script on paper: whole documents, words inside others, notes, entries, numbers among letters; and that the proof sees
// a letter lost or exchanged in them.
import {readFileSync} from 'node:fs'
import {PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, check, type BuildResult} from '../../src/build.ts'
import {selection} from '../../src/selection/index.ts'
import {verifyTags} from '../../src/verify/index.ts'
import {readPieces} from '../../src/verify/pdf-pieces.js'
import {readPdf} from '../../src/verify/pdf-text.ts'
import {EditionTest} from '../support/edition.ts'
import {readContent} from '../../src/verify/tag-tree-content.ts'
import {readTagged} from '../../src/verify/tag-tree-read.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {changeContent, changed, first, placeOf, swap, tagOf, tags, type Found} from './support/pdf-faults.ts'
import {testsOfPages} from './support/standards.ts'

withOwnCache()

const edition = EditionTest.from('right-to-left')
const file = `${edition.cwd}/dist/reader.pdf`
let result: BuildResult
beforeAll(async () => {
  result = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
})

testsOfPages(() => `${edition.cwd}/dist`, 'reader')

test('is built, with nothing to say against it', () => {
  const messages = result.messages.flatMap((one) => one.messages)
  expect(messages.filter(({fatal}) => fatal !== undefined).map(({reason}) => reason)).toEqual([])
  expect(result.ok).toBe(true)
})

describe('read by the order of its content', () => {
  test('has lines as they are written, words of other directions in their places', async () => {
    const {words} = await readPdf(readFileSync(file), {turned: true})
    const text = words.join(' ')
    for (const line of [
      // Marks are left out, brackets have no direction, and signs stand apart from words: so does the proof compare.
      'בראשית ברא אלהים את השמים ואת הארץ ׃ והארץ היתה תהו ובהו וחשך על ־ פני תהום ורוח אלהים מרחפת על ־ פני המים ׃',
      'ויהי מבדיל בין מים למים ( פסוק 6 , לפי Kittel 1906 , עמ ׳ 12–14 ( : ויעש אלהים',
      'بنیادم اعضای یکدیگرند که در افرینش ز یک گوهرند',
      'حسن ( تكوين ١ : ٣–٤ ؛ Genesis 1 : 3–4 ( . وفصل',
      'The Hebrew [ תהו ובהו [ has been rendered in many ways ;'
    ])
      expect(text).toContain(line)
  })
})

describe('beside a text from left to right', () => {
  const beside = EditionTest.from('beside')
    .edit(
      'edition.yaml',
      '{documents: [book], parallel: facing, line',
      '{formats: [pdf], documents: [declaration], binding: right, parallel: facing, line'
    )
    .edit(
      'edition.yaml',
      '{documents: [book], parallel: columns',
      '{formats: [pdf], documents: [declaration], binding: right, parallel: columns'
    )
  const out = `${beside.cwd}/dist`
  const outputs = ['facing', 'columns']
  beforeAll(async () => {
    const {ok, messages} = await build({dir: beside.dir, out, outputs})
    if (!ok) throw new Error(messages.flatMap((one) => one.messages).join('\n'))
  })

  test.each(outputs)('%s has the words of both sides, and the table as wide as its own', async (name) => {
    const text = (await readPdf(readFileSync(`${out}/${name}.pdf`), {turned: true})).words.join(' ')
    expect(text).toContain('זכאי לזכויות 12 ולחרויות 1948')
    expect(text).toContain('set forth 12 in 1948')
    expect(text).toContain('כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם .')
  })

  test('columns of a book that is bound on the right have the original there', async () => {
    const [opening = []] = await readPieces(readFileSync(`${out}/columns.pdf`))
    const lefts = (letters: RegExp): number[] => opening.filter(({text}) => letters.test(text)).map(({left}) => left)
    // Half of six inches; numbers between the columns have no letters.
    expect(Math.min(...lefts(/[\u05D0-\u05EA]/))).toBeGreaterThan(216)
    expect(Math.max(...lefts(/freedoms|conscience|Furthermore/))).toBeLessThan(216)
  })

  test('and it is read first, along the tags and on each page', async () => {
    const bytes = readFileSync(`${out}/columns.pdf`)
    expect([...readTagged(bytes).parts.keys()].slice(0, 2)).toEqual(['declaration.he', 'declaration'])
    for (const page of (await readPieces(bytes)).slice(0, 2)) {
      const text = page.map((piece) => piece.text).join('')
      expect(text.search(/[\u05D0-\u05EA]{3}/)).toBeLessThan(text.search(/human|Everyone/))
    }
  })

  test('a translation that is heard before it is told of', async () => {
    const whole = (await check({dir: beside.dir})).edition
    if (!whole) throw new Error('The edition cannot be read')
    const proof = async (plant: (pdf: PDFDocument) => void): Promise<string[]> => {
      const bytes = await changed(readFileSync(`${out}/columns.pdf`), plant)
      return verifyTags(selection(whole, 'columns'), bytes).map(({reason}) => reason)
    }
    expect(await proof(() => {})).toEqual([])
    expect(
      await proof((pdf) => {
        const {kids, at} = placeOf(tagOf(pdf, 'part-declaration.he'))
        swap(kids, at)
      })
    ).toContain('Unexpected document declaration (tags of the PDF), expected document declaration.he before it')
  })

  testsOfPages(() => out, 'columns')
})

test('an edition in such a language is bound on the right, unless an output says another edge', async () => {
  const hebrew = EditionTest.from('right-to-left')
    .edit('edition.yaml', 'language: en', 'language: he')
    .edit('edition.yaml', 'outputs:', 'outputs:\n  left: {binding: left}')
  const {edition: whole} = await check({dir: hebrew.dir})
  if (!whole) throw new Error('The edition cannot be read')
  expect(['reader', 'left'].map((name) => selection(whole, name).output?.binding)).toEqual(['right', 'left'])
})

/** The first paragraph with some letters in what it shows. */
const page = (pdf: PDFDocument, at: number): Found => {
  const leaf = pdf.getPages()[at]?.ref
  return first(tags(pdf, 'P').filter(({dict}) => dict.get(PDFName.of('Pg')) === leaf))
}

/** Pages of the book: that of the Hebrew text, that of the Arabic one. */
const [HEBREW, ARABIC] = [4, 6]
const WORD = /(\/ReversedChars BMC\n[^\n]*<)(\w{4})(\w{4})(\w{4})/
const SIGN = /\/Span BMC\n[^\n]*> Tj\nEMC\n/

const FAULTS: Record<string, {plant: (pdf: PDFDocument) => void; proof: string[]}> = {
  'nothing at all': {plant: () => {}, proof: []},
  'a letter of Hebrew lost': {
    plant: (pdf) => changeContent(pdf, page(pdf, HEBREW), (content) => content.replace(WORD, '$1$2$4')),
    proof: [
      'Unexpected word `בראשת` at the beginning (tags of the PDF, document bereshit, page 1), expected `בראשית`',
      'Unexpected bookmark `בראשית` in the PDF, expected the heading `בראשת`'
    ]
  },
  'letters of Hebrew exchanged': {
    plant: (pdf) => changeContent(pdf, page(pdf, HEBREW), (content) => content.replace(WORD, '$1$3$2$4')),
    proof: [
      'Unexpected word `בראשתי` at the beginning (tags of the PDF, document bereshit, page 1), expected `בראשית`',
      'Unexpected bookmark `בראשית` in the PDF, expected the heading `בראשתי`'
    ]
  },
  'a letter of Arabic lost': {
    plant: (pdf) => changeContent(pdf, page(pdf, ARABIC), (content) => content.replace(SIGN, '')),
    proof: [
      'Unexpected word `نب` after `قفا` (tags of the PDF, document bayt, page 3), expected `نبك`',
      'Unexpected bookmark `قفا نبك` in the PDF, expected the heading `قفا نب`'
    ]
  },
  'signs of Arabic exchanged': {
    plant: (pdf) =>
      changeContent(pdf, page(pdf, ARABIC), (content) =>
        content.replace(/<(\w{4})>( Tj\nEMC\n\/Span BMC\n[^<]*)<(\w{4})>/, '<$3>$2<$1>')
      ),
    proof: ['Unexpected word `ِقفَا` after `قفا نبك` (tags of the PDF, document bayt, page 3), expected `قِفَا`']
  }
}

describe.each(Object.entries(FAULTS))('%s', (_, {plant, proof}) => {
  test('is seen by the proof of the tags', async () => {
    const whole = (await check({dir: edition.dir})).edition
    if (!whole) throw new Error('The edition cannot be read')
    const bytes = await changed(readFileSync(file), plant)
    expect(verifyTags(selection(whole, 'reader'), bytes).map(({reason}) => reason)).toEqual(proof)
  })
})

test('letters said in the place of others are heard beside these', () => {
  const characters = ['', 'ל', 'ך']
  const heard = (said: string): string | undefined =>
    readContent(
      `/P <</MCID 0>> BDC\n/Span <</ActualText <FEFF${said}>>> BDC\n/F1 10 Tf\n<01> Tj\n<02> Tj\nEMC\nEMC`,
      () => ({
        characters,
        digits: 2
      })
    ).marked.get(0)
  expect(heard('05DA05DC')).toBe('ךל')
  expect(heard('05DA05DD')).toBe('ךםלך')
})
