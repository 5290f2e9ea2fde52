// Forms for paper, built once from one small edition: large print bound on the right with a margin for notes, its printer's file and its
// booklet; read back from the finished files.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, verify, type BuildResult} from '../../src/build.ts'
import {boxesOf} from '../../src/verify/pdf-boxes.ts'
import {readPieces, type Piece} from '../../src/verify/pdf-pieces.js'
import {EditionTest} from '../support/edition.ts'

const OUTPUTS = [
  'outputs:',
  '  base: {formats: [pdf], type-size: 10, paper: A5, line-numbers: 5}',
  '  large: {like: base, formats: [pdf, print, booklet], variant: large-print, paper: letter, binding: right, note-margin: {width: 30}, bleed: 3, booklet: {sheet: A4}}'
].join('\n')

const edition = EditionTest.from('minimal')
const out = join(edition.cwd, 'dist')
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(out, name)))
const seen = (pieces: readonly Piece[]): Piece[] => pieces.filter(({text}) => text.trim() !== '')
let result: BuildResult
let pages: Piece[][]

beforeAll(async () => {
  edition.with({
    'edition.yaml': `${edition.read('edition.yaml')}${OUTPUTS}\n`,
    'documents/d3.md': `---\ntitle: A *long* paper\n---\n\n${'The committee for the third quay sat upon *considerations* of incomparable extensiveness. '.repeat(40)}\n`
  })
  result = await build({dir: edition.dir, out, outputs: ['large']})
  pages = await readPieces(bytesOf('large.pdf'))
})

test('is built without a message, and verify finds every page', async () => {
  expect(
    result.messages
      .flatMap(({messages}) => messages)
      .filter(({fatal}) => fatal !== undefined && fatal !== null && fatal)
  ).toEqual([])
  expect(result.ok).toBe(true)
  const {lines, ok} = await verify({
    dir: edition.with({
      'edition.yaml': edition
        .read('edition.yaml')
        .replace(/^ {2}base: .*\n/m, '')
        .replace('like: base, ', '')
    }).dir,
    out
  })
  expect(ok).toBe(true)
  expect(lines.slice(-2).map((line) => line.replace(/^.*\//, ''))).toEqual([
    'large-print.pdf: every page of the PDF at its place, with its words',
    'large.booklet.pdf: every page of the PDF at its place, with its words'
  ])
})

describe('large print', () => {
  test('has no type below 16 points but the marks of notes, and the text in 18', () => {
    const sizes = pages.flatMap(seen).map(({size}) => Math.round(size * 10) / 10)
    const small = [...new Set(sizes.filter((size) => size < 16))]
    // 6.8 points beside 11 are 11.1 beside 18; in a note of 16 points 0.68 of it are 10.9.
    expect(small.every((size) => size > 10.8 && size < 11.2)).toBe(true)
    expect(sizes.filter((size) => size === 18).length).toBeGreaterThan(40)
  })

  test('is upright, in the one family', async () => {
    const pdf = await PDFDocument.load(bytesOf('large.pdf'), {updateMetadata: false})
    const fonts = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const base =
        object instanceof PDFDict &&
        object.get(PDFName.of('Type')) === PDFName.of('Font') &&
        object.get(PDFName.of('BaseFont'))
      return base instanceof PDFName ? [base.decodeText().replace(/^[A-Z]+\+/, '')] : []
    })
    expect([...new Set(fonts)].toSorted()).toEqual(['NotoSans-Regular', 'NotoSans-SemiBold'])
  })

  test('divides no word and spaces no line: no line ends with a hyphen, and lines end where they may', () => {
    const lines = pages
      .flatMap(seen)
      .filter(({text, size}) => Math.round(size) === 18 && /committee|incomparable|quay/.test(text))
    expect(lines.length).toBeGreaterThan(20)
    expect(lines.filter(({text}) => /[-\u00AD\u2010]$/.test(text))).toEqual([])
    expect(new Set(lines.map(({right}) => Math.round(right))).size).toBeGreaterThan(5)
  })

  test('has its lines 25 points apart', () => {
    const page = pages.map((pieces) => [
      ...new Set(
        seen(pieces)
          .filter(({size}) => Math.round(size) === 18)
          .map(({base}) => Math.round(base * 10) / 10)
      )
    ])
    const longest = page.toSorted((a, b) => b.length - a.length)[0] ?? []
    // The browser sets base lines on whole pixels, 0.75 points.
    const steps = longest.slice(1).map((base, at) => (longest[at] ?? 0) - base)
    expect(steps.filter((step) => Math.abs(step - 25) < 0.8).length).toBeGreaterThan(12)
    expect(steps.filter((step) => step < 24.2)).toEqual([])
  })
})

test('a book bound on the right says so, and has its inner margin on the right of its first page', async () => {
  const pdf = await PDFDocument.load(bytesOf('large.pdf'), {updateMetadata: false})
  expect(pdf.catalog.getViewerPreferences()?.getReadingDirection()).toBe('R2L')
  const lefts = pages.map((pieces) =>
    Math.min(
      ...seen(pieces)
        .filter(({size}) => Math.round(size) === 18)
        .map(({left}) => left)
    )
  )
  // 30 mm of margin for notes, 18 points of edge, 60 for numbers: 163.04 points outside, on the left of odd pages.
  const odd = lefts.filter((left, at) => at % 2 === 0 && Number.isFinite(left))
  const even = lefts.filter((left, at) => at % 2 === 1 && Number.isFinite(left))
  expect(Math.min(...odd)).toBeGreaterThan(160)
  expect(Math.min(...even)).toBeLessThan(100)
})

test('the printer’s file has letter paper as its trim, 3 mm of bleed around it', () => {
  const [first] = boxesOf(bytesOf('large-print.pdf'))
  const {media, trim, bleed} = first ?? {}
  expect([(trim?.[2] ?? 0) - (trim?.[0] ?? 0), (trim?.[3] ?? 0) - (trim?.[1] ?? 0)].map(Math.round)).toEqual([612, 792])
  expect((trim?.[0] ?? 0) - (bleed?.[0] ?? 0)).toBeCloseTo(3 * (72 / 25.4), 2)
  expect(media?.[2]).toBeGreaterThan(612 + 2 * 8.5)
})

test('the booklet lies on A4, as many sheets as fold around all pages, the first page left of the fold', async () => {
  const sides = await readPieces(bytesOf('large.booklet.pdf'))
  expect(sides).toHaveLength(2 * Math.ceil(pages.length / 4))
  const [box] = boxesOf(bytesOf('large.booklet.pdf'))
  expect(box?.media.map(Math.round)).toEqual([0, 0, 842, 595])
  const title = seen(sides[0] ?? []).filter(({left}) => left < 421)
  expect(
    title
      .map(({text}) => text)
      .join('')
      .normalize('NFKC')
  ).toContain('Harbour Office')
})

describe('a fault in a file for paper refuses the build', () => {
  afterAll(() => edition.with({}))

  test('a sheet that is not there', async () => {
    const {messages, ok} = await build({
      dir: edition.dir,
      out,
      outputs: ['large.booklet.pdf'],
      tamper: {paper: () => bytesOf('large.pdf')}
    })
    expect(ok).toBe(false)
    expect(messages.flatMap((file) => file.messages).map(({reason}) => reason)).toContain(
      `Unexpected number of sides in the booklet, ${pages.length}, expected ${2 * Math.ceil(pages.length / 4)} for ${pages.length} pages. This is a fault of the program; please report it.`
    )
  })
})
