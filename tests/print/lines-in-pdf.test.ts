// The numbers of lines read back from the finished PDF: every one stands at the line that it names, counted anew from the letters.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import type {PageMap} from '../../src/print/index.ts'
import {EditionTest} from '../support/edition.ts'

const SENTENCES = [
  'The harbour master would not say where the crane was to stand.',
  'Nobody in the town remembered the price of the second engine :add[twice]{place=above}.',
  'The ferrymen asked once more that the bell upon the mole be heard in fog, and the insurers asked for nothing.',
  'In the winter of 1902 the dues were never entered.',
  'What the committee reported, причал and mole alike, was lost with the ledger.'
]

/** Paragraphs of one to nine sentences, a verse, a table and headings between them. */
function text(): string {
  const blocks: string[] = []
  for (let i = 0; i < 40; i++) {
    const length = 1 + ((i * 7) % 9)
    const sentences = Array.from({length}, (_, at) => SENTENCES[(i + at) % SENTENCES.length] ?? '')
    const words = sentences.join(' ')
    blocks.push(words + (i % 5 === 0 ? `[^en-${i + 1}]` : ''))
    if (i % 9 === 3) blocks.push(`## Heading ${i}`)
    if (i === 6)
      blocks.push(
        `:::verse\nThe bell upon the mole is dumb,\n${'and the long verse turns over '.repeat(4)}\ngood night.\n:::`
      )
    if (i === 12)
      blocks.push(`|Ship|Dues|\n|-|-|\n|Halcyon|${'a long cell that takes several lines '.repeat(5)}|\n|Maas|none|`)
    if (i === 25) blocks.push('The :at{#wharf}quetzal stands here.')
  }
  const notes = Array.from({length: 8}, (_, i) => `[^en-${i * 5 + 1}]: A note on ${'this and that '.repeat(4 + i)}.`)
  return [...blocks, ...notes].join('\n\n')
}

interface Piece {
  str: string
  x: number
  /** Base line, in points from the lower edge. */
  y: number
  size: number
}

interface Read {
  label: string
  /** Base lines of what counts, from the top. */
  lines: number[]
  numbers: {n: number; y: number; side: 'left' | 'right'}[]
  paragraphs: {n: number; y: number; side: 'left' | 'right'}[]
  pieces: Piece[]
}

let pages: Read[]
let map: PageMap
let reference = ''

beforeAll(async () => {
  const edition = EditionTest.from('minimal').with({
    'documents/d2.md': `---\ntitle: Lines\n---\n\n${text()}\n`,
    'documents/d3.md':
      '---\ntitle: A reference\n---\n\nThe bird is found on :ref[d2#wharf]{page line}, says the editor.\n'
  })
  const settings = edition.read('edition.yaml')
  edition.with({
    'edition.yaml': `${settings}\nback: [index]\nnames: {find: true}\noutputs:\n  reader: {formats: [pdf], line-numbers: true, index-locators: page-line}\n`
  })
  const out = join(edition.cwd, 'dist')
  const result = await build({dir: edition.dir, out})
  const errors = result.messages.flatMap(({messages}) => messages).filter(({fatal}) => fatal)
  if (errors.length > 0) throw new Error(errors.map(({reason}) => reason).join('\n'))
  map = JSON.parse(await readFile(join(out, 'reader.pages.json'), 'utf8')) as PageMap
  pages = await readPages(join(out, 'reader.pdf'))
})

describe('in the finished PDF', () => {
  test('every fifth line has its number, on its base line, outside', () => {
    expect(pages.length).toBeGreaterThan(5)
    for (const [at, {label, lines, numbers}] of pages.entries()) {
      const expected = lines.map((_, line) => line + 1).filter((n) => n % 5 === 0)
      expect({label, numbers: numbers.map(({n}) => n)}).toEqual({label, numbers: expected})
      for (const {n, y} of numbers) expect(Math.abs((lines[n - 1] ?? 0) - y)).toBeLessThan(0.5)
      const outside = Number(label) % 2 === 1 ? 'right' : 'left'
      expect({at, sides: [...new Set(numbers.map(({side}) => side))]}).toEqual({
        at,
        sides: expected.length > 0 ? [outside] : []
      })
    }
  })

  test('paragraph numbers stand inside, on the lines that the page map names', () => {
    let seen = 0
    for (const {label, lines, paragraphs} of pages)
      for (const {n, y, side} of paragraphs) {
        const line = 1 + lines.findIndex((base) => Math.abs(base - y) < 0.5)
        const placed = map.paragraphs.find((one) => one.document === 'd2' && one.n === n)
        expect({n, page: placed?.page, line: placed?.line}).toEqual({n, page: label, line})
        expect(side).toBe(Number(label) % 2 === 1 ? 'left' : 'right')
        seen++
      }
    expect(seen).toBe(map.paragraphs.filter(({document}) => document === 'd2').length)
  })

  test('the page map names the lines of each page', () => {
    const told = map.pages.filter(({part}) => part === 'd2').map(({label, lines}) => ({label, lines}))
    expect(told).toEqual(pages.map(({label, lines}) => ({label, lines: {from: 1, to: lines.length}})))
  })

  test('a reference names the page and line of its word', () => {
    const page = pages.find(({pieces}) => pieces.some(({str}) => str.includes('quetzal')))
    const y = page?.pieces.find(({str}) => str.includes('quetzal'))?.y ?? 0
    const line = 1 + (page?.lines.findIndex((base) => Math.abs(base - y) < 0.5) ?? -1)
    expect(line).toBeGreaterThan(0)
    expect(reference).toContain(`found on p. ${page?.label}, l. ${line}, says`)
  })
})

/** The text block and the sizes of type of the page of six by nine inches. */
const BLOCK = {top: 590, bottom: 50, width: 312}

async function readPages(path: string): Promise<Read[]> {
  const loading = getDocument({data: new Uint8Array(await readFile(path)), verbosity: 0})
  const pdf = await loading.promise
  const read: Read[] = []
  for (const [at, {label, part}] of map.pages.entries()) {
    const content = await (await pdf.getPage(at + 1)).getTextContent()
    const pieces = content.items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              str: item.str,
              x: item.transform[4] as number,
              y: item.transform[5] as number,
              size: item.transform[0] as number
            }
          ]
        : []
    )
    if (part === 'd3')
      reference += content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ' ')
    if (part === 'd2') read.push(readPage(label, pieces))
  }
  await loading.destroy()
  return read
}

function readPage(label: string, pieces: Piece[]): Read {
  const left = Number(label) % 2 === 1 ? 56 : 64
  const inBlock = pieces.filter(({y}) => y > BLOCK.bottom && y < BLOCK.top)
  const margin = inBlock.filter(({x, size}) => size < 8 && (x < left - 5 || x > left + BLOCK.width))
  const side = ({x}: Piece) => (x < left ? ('left' as const) : ('right' as const))
  const labels = margin.map((piece) => ({n: Number(piece.str), y: piece.y, side: side(piece)}))
  const outside = Number(label) % 2 === 1 ? 'right' : 'left'
  return {
    label,
    pieces,
    lines: baseLines(
      inBlock.filter((piece) => !margin.includes(piece)),
      left
    ),
    numbers: labels.filter((one) => one.side === outside).toSorted((a, b) => b.y - a.y),
    paragraphs: labels.filter((one) => one.side !== outside)
  }
}

/** Lines of the text: no notes, which are smaller, no title or heading, which are larger, no turnover, which is set in by two indents. */
function baseLines(pieces: Piece[], left: number): number[] {
  const bases: {x: number; y: number}[] = []
  for (const {x, y} of pieces.filter((piece) => piece.size > 9 && piece.size < 11.5)) {
    const base = bases.find((one) => Math.abs(one.y - y) < 2)
    if (base) base.x = Math.min(base.x, x)
    else bases.push({x, y})
  }
  const counted = bases.filter(({x}) => Math.abs(x - left - 2 * INDENT) > 1)
  return counted.map(({y}) => y).toSorted((a, b) => b - a)
}

const INDENT = 14
