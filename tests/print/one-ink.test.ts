// A book with pictures in colours, built once by both standards for the press: what is told, and that each page still looks the same in
// grey to a foreign reader.
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {crc32, deflateSync} from 'node:zlib'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, verify, type BuildResult} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {JPEG} from './support/press-page.ts'

const OUTPUTS = [
  'outputs:',
  '  old: {formats: [pdf, print], paper: A5, bleed: 3, standard: PDF/X-1a}',
  '  recent: {like: old, standard: PDF/X-4}'
].join('\n')

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200" width="300" height="200">${inside}</svg>\n`

const PLAIN = drawing(
  '<rect x="10" y="10" width="100" height="80" fill="#cc3300" stroke="#003399" stroke-width="5"/><circle cx="200" cy="80" r="60" fill="gold"/><rect x="20" y="120" width="60" height="40" fill="#808080"/>'
)
const GRADIENT = drawing(
  '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="280" height="180" fill="url(#g)"/>'
)

/** A PNG whose green becomes more opaque from left to right. */
function veiledPng(): Buffer {
  const [width, height] = [64, 32]
  const row = [0, ...Array.from({length: width}, (_, at) => [20, 160, 60, 4 * at]).flat()]
  const head = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0])
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const
    ends[0].writeUInt32BE(data.length)
    ends[1].writeUInt32BE(crc32(body))
    return Buffer.concat([ends[0], body, ends[1]])
  }
  const rows = Buffer.from(Array.from({length: height}, () => row).flat())
  const signature = Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1')
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0))
  ])
}

const edition = EditionTest.from('minimal')
const out = join(edition.cwd, 'dist')
let result: BuildResult

const reasons = ({messages}: BuildResult): string[] =>
  messages.flatMap((file) => file.messages).flatMap(({reason, fatal}) => (fatal === true ? [reason] : []))

beforeAll(async () => {
  mkdirSync(join(edition.dir, 'images'))
  writeFileSync(join(edition.dir, 'images/halves.jpg'), JPEG)
  writeFileSync(join(edition.dir, 'images/veil.png'), veiledPng())
  edition.with({
    'edition.yaml': `${edition.read('edition.yaml')}${OUTPUTS}\n`,
    'images/plain.svg': PLAIN,
    'documents/d3.md':
      '---\ntitle: Pictures\n---\n\nHalves.\n\n::figure{src=images/halves.jpg alt="Halves"}\n\nA veil.\n\n::figure{src=images/veil.png alt="A veil"}\n\nA drawing.\n\n::figure{src=images/plain.svg alt="A drawing"}\n'
  })
  result = await build({dir: edition.dir, out})
})

test('is built by either standard without an error, and verify finds every page', async () => {
  expect(reasons(result)).toEqual([])
  expect(result.ok).toBe(true)
  const {lines, ok} = await verify({dir: edition.dir, out})
  expect(ok).toBe(true)
  expect(lines.map((line) => line.replace(/^.*\//, '')).filter((line) => line.includes('-print'))).toEqual([
    'old-print.pdf: every page of the PDF at its place, with its words',
    'recent-print.pdf: every page of the PDF at its place, with its words'
  ])
  expect(readFileSync(join(out, 'old-print.pdf')).toString('latin1', 0, 8)).toBe('%PDF-1.3')
})

test('by the other standard is seen by verify, beside the PDF and alone', async () => {
  const read = edition.read('edition.yaml')
  const says = async (text: string): Promise<string[]> => {
    const {ok, files} = await verify({dir: edition.with({'edition.yaml': text}).dir, out})
    expect(ok).toBe(false)
    return files.flatMap(({messages}) => messages.map(({reason}) => reason))
  }
  const recent = read.replace('standard: PDF/X-1a', 'standard: PDF/X-4')
  const standard =
    'Unexpected standard in the printer’s file, expected PDF/X-4. This is a fault of the program; please report it.'
  expect(await says(recent)).toContain(standard)
  expect(await says(recent.replace('[pdf, print]', '[print]'))).toContain(standard)
  edition.with({'edition.yaml': read})
})

const POPPLER = spawnSync('pdftoppm', ['-v']).status === 0

/** The points of all pages, one after the other, without their heads: `P6`, width and height, 255. */
function points(drawn: Buffer): Buffer {
  const pages: Buffer[] = []
  for (let at = 0; at < drawn.length;) {
    const [head = '', kind, width, height] =
      /^P([56])\s(\d+)\s(\d+)\s255\s/.exec(drawn.toString('latin1', at, at + 32)) ?? []
    const from = at + head.length
    at = from + Number(width) * Number(height) * (kind === '6' ? 3 : 1)
    pages.push(drawn.subarray(from, at))
  }
  return Buffer.concat(pages)
}

describe('to a foreign reader', () => {
  test.skipIf(!POPPLER)('every page looks the same in grey (needs Poppler)', () => {
    const drawn = (name: string, kind: string[]): Buffer =>
      execFileSync('pdftoppm', [...kind, '-r', '40', join(out, name)], {maxBuffer: 1e9})
    const [old, recent] = [drawn('old-print.pdf', ['-gray']), drawn('recent-print.pdf', [])]
    const [greys, colours] = [points(old), points(recent)]
    expect(colours.length).toBe(3 * greys.length)
    const greyAt = (at: number): number => {
      const [red = 0, green = 0, blue = 0] = colours.subarray(3 * at, 3 * at + 3)
      return 0.3 * red + 0.59 * green + 0.11 * blue
    }
    // Greys are rounded in the file and by the reader, and so are the colours of the profile.
    const differing = [...greys].filter((value, at) => Math.abs(value - greyAt(at)) > 3)
    expect(differing).toEqual([])
    const coloured = [...greys].filter((_, at) => Math.abs((colours[3 * at] ?? 0) - (colours[3 * at + 2] ?? 0)) > 60)
    expect(coloured.length).toBeGreaterThan(3000)
  })

  test.skipIf(!POPPLER)('the file has no picture in colours', () => {
    const list = execFileSync('pdfimages', ['-list', join(out, 'old-print.pdf')], {encoding: 'utf8'})
    const kinds = list.trim().split('\n').slice(2)
    expect(kinds).toHaveLength(2)
    for (const line of kinds) expect(line).toMatch(/\bimage\s+\d+\s+\d+\s+gray\s+1\s+8\b/)
  })
})

describe('is refused', () => {
  test('with a gradient, by the older standard alone', async () => {
    edition.with({'images/plain.svg': GRADIENT})
    const refused = await build({dir: edition.dir, out})
    edition.with({'images/plain.svg': PLAIN})
    expect(refused.ok).toBe(false)
    const told = refused.messages.flatMap((file) => file.messages).find(({fatal}) => fatal === true)
    // Where line 12 says `standard`.
    expect([told?.line, told?.column]).toEqual([12, 63])
    expect(reasons(refused)).toEqual([
      'Unexpected gradient or pattern in d3, page 5 (page 13 of the printer’s file), expected plain greys of one ink for `standard: PDF/X-1a`; `standard: PDF/X-4` prints it, or save the picture as PNG or JPEG'
    ])
  })

  test('with another standard', async () => {
    const read = edition.read('edition.yaml')
    const messages = await edition.edit('edition.yaml', 'standard: PDF/X-4', 'standard: PDF/X-3').messages()
    edition.with({'edition.yaml': read})
    expect(messages).toEqual([
      'edition.yaml:13:33  error  Unexpected value `PDF/X-3` of `outputs.recent.standard`, expected one of `PDF/X-4`, `PDF/X-1a`  wrong-value'
    ])
  })
})
