// Handouts: each document by itself, with the words and the numbers that it has in the pack, in an archive that is always the same.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {unzipSync} from 'fflate'
import {beforeAll, expect, test} from 'vitest'
import {PDFDocument} from '@cantoo/pdf-lib'
import {build, verify, type BuildResult} from '../../src/build.ts'
import {readPieces} from '../../src/verify/pdf-pieces.js'
import {EditionTest} from '../support/edition.ts'

const edition = EditionTest.from('minimal')
const out = join(edition.cwd, 'dist')
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(out, name)))
const words = async (pdf: Uint8Array): Promise<string[]> =>
  (await readPieces(pdf)).map((pieces) =>
    pieces
      .map(({text}) => text)
      .join(' ')
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
  )
let result: BuildResult
let handouts: [string, Uint8Array][]

beforeAll(async () => {
  edition.with({
    'edition.yaml': `${edition.read('edition.yaml')}outputs:\n  pack: {formats: [pdf, handouts], line-numbers: 5, title: 'Quays, a pack', front: [title], back: []}\n`
  })
  result = await build({dir: edition.dir, out})
  handouts = Object.entries(unzipSync(bytesOf('pack.handouts.zip')))
})

test('one PDF for each document, in their order', () => {
  expect({ok: result.ok, messages: result.messages.flatMap((file) => file.messages.map(String))}).toEqual({
    ok: true,
    messages: []
  })
  expect(handouts.map(([name]) => name)).toEqual(['01-d1.pdf', '02-d2.pdf'])
})

test('with the words and numbers of its page in the pack, and the name of the pack', async () => {
  const pack = await words(bytesOf('pack.pdf'))
  for (const [, pdf] of handouts) {
    const [only = '', ...more] = await words(new Uint8Array(pdf))
    expect(more).toEqual([])
    expect(only).toContain('From Quays, a pack')
    // The same piece for piece: text, numbers of lines and paragraphs, number of the page.
    expect(pack).toContain(only.replace('From Quays, a pack ', ''))
  }
})

test('is titled by its document and the pack', async () => {
  const titles = await Promise.all(
    handouts.map(async ([, pdf]) => (await PDFDocument.load(new Uint8Array(pdf), {updateMetadata: false})).getTitle())
  )
  expect(titles).toEqual(['Anna Weber to Olaf Lind (Quays, a pack)', 'A Talk about the Crane (Quays, a pack)'])
})

test('is found whole by verify, and the same when made twice', async () => {
  const before = bytesOf('pack.handouts.zip')
  const {ok, lines} = await verify({dir: edition.dir, out})
  expect(ok).toBe(true)
  expect(lines.at(-1)?.replace(/^.*\//, '')).toBe('pack.handouts.zip: every document found in its handout')
  await build({dir: edition.dir, out})
  expect(Buffer.from(bytesOf('pack.handouts.zip')).equals(Buffer.from(before))).toBe(true)
})

test('a word that is lost on the pages of a handout alone is seen', async () => {
  const {proveHandouts} = await import('../../src/handouts.ts')
  const {check} = await import('../../src/build.ts')
  const {selection} = await import('../../src/selection/index.ts')
  const {edition: read} = await check({dir: edition.dir})
  const [one, two] = handouts.map(([, pdf]) => new Uint8Array(pdf))
  if (!read || !one || !two) throw new Error('no edition')
  // The handout of the second document in place of the first.
  const findings = await proveHandouts(selection(read, 'pack'), [
    {document: 'd1', pdf: two, html: '<html lang="en"><body></body></html>', prints: []}
  ])
  expect(findings.map(({reason}) => reason.slice(0, 40))).toContain('In a handout: Unexpected number of pages')
  expect(findings.some(({reason}) => reason.startsWith('In a handout: Unexpected loss in the PDF'))).toBe(true)
})

test('notes at the end of the book have no place in a handout', async () => {
  const wrong = EditionTest.from('minimal')
  wrong.with({
    'edition.yaml': `${wrong.read('edition.yaml')}outputs:\n  pack: {formats: [handouts], notes: {en: book-end}}\n`
  })
  expect((await wrong.messages()).filter((line) => line.includes('error'))).toEqual([
    expect.stringMatching(
      /error {2}Unexpected value `book-end` of `outputs\.pack\.notes\.en`, expected `foot` or `document-end`, because a handout has one document and no end of the book; or no `handouts` among the formats {2}wrong-value$/
    )
  ])
})
