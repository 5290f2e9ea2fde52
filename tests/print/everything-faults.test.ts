// Faults planted in pages and e-books of the edition of everything: each refuses the build, and the old results stay.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, type BuildOptions} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'

let edition: EditionTest
let before: Map<string, string>

withOwnCache()
beforeAll(async () => {
  const settings = readFileSync(join(EditionTest.from('everything').dir, 'edition.yaml'), 'utf8')
  edition = EditionTest.from('everything').with({'edition.yaml': settings.replace(/^front: [^]*/m, ONE_DOCUMENT)})
  await make({})
  before = edition.sums('dist')
})

/** One letter with two copies, apparatus and leaves, as pages and as e-book. */
const ONE_DOCUMENT = `front: [title]
documents: [d4]
back: [colophon]
outputs:
  pages: {formats: [pdf]}
  letter: {formats: [epub]}
`

const make = (tamper: NonNullable<BuildOptions['tamper']>, outputs = ['pages', 'letter']) =>
  build({dir: edition.dir, out: join(edition.cwd, 'dist'), outputs, tamper})

/** What is said of a fault in d4; nothing else may be said, and nothing written. */
async function said(tamper: NonNullable<BuildOptions['tamper']>, output: string): Promise<string[]> {
  const {ok, files, messages} = await make(tamper, [output])
  expect({ok, files}).toEqual({ok: false, files: []})
  expect(edition.sums('dist')).toEqual(before)
  return messages.flatMap(({messages: list}) =>
    list.filter(({fatal}) => fatal).map(({ruleId, reason}) => `${ruleId}: ${reason}`)
  )
}

/** Replaces words that must be there once. */
function once(text: string, from: string | RegExp, to: string | ((...found: string[]) => string)): string {
  if (typeof from === 'string') expect(text.split(from)).toHaveLength(2)
  const changed = typeof to === 'string' ? text.replace(from, to) : text.replace(from, to)
  expect(changed).not.toBe(text)
  return changed
}

test('without a fault there are results', () => {
  expect([...before.keys()]).toEqual(['letter.epub', 'pages.pages.json', 'pages.pdf', 'report.json'])
})

describe('in pages, the build is refused by', () => {
  const inPages = (from: string | RegExp, to: string | ((...found: string[]) => string)) =>
    said({pages: (html) => once(html, from, to)}, 'pages')

  test('the loss of a word', async () => {
    expect(await inPages(' is to wait.', ' to wait.')).toEqual([
      'output-differs: Unexpected gap after `of the ferrymen` before `to wait. The` (document d4, ¶1, page 1), expected word `is`'
    ])
  })

  test('a word set twice', async () => {
    expect(await inPages(' is to wait.', ' is to to wait.')).toEqual([
      'output-differs: Unexpected word `to` after `ferrymen is to` (document d4, ¶1, page 1), expected `wait. The second`'
    ])
  })

  test('two words that have changed places', async () => {
    expect(await inPages(' is to wait.', ' to is wait.')).toEqual([
      'output-differs: Unexpected words `to is` after `of the ferrymen` (document d4, ¶1, page 1), expected `is to`'
    ])
  })

  test('two paragraphs that have changed places', async () => {
    const two = /(<p [^>]*id="d4-p2"[^>]*>[^]*?<\/p>)([^]*?)(<p [^>]*id="d4-p3"[^>]*>[^]*?<\/p>)/
    expect(await inPages(two, (_, first = '', between = '', second = '') => second + between + first)).toEqual([
      'output-differs: Unexpected gap after `closed till spring.` before `The dredging contractor` (document d4, ¶3, page 2), expected words `In the summer of 1902 the harbour master …` (82 words)',
      'output-differs: Unexpected words `In the summer of 1902 the harbour master …` (82 words) after `of red wax]` (document d4, ¶2, page 2), expected the end of the text',
      'output-differs: Unexpected loss in the PDF: 539 of 621 words of document d4 (86.8 %) are found in order, expected at least 99.5 %; first: Unexpected gap after `closed till spring.` before `The dredging contractor`, expected words `In the summer of 1902 the harbour master …` (82 words)'
    ])
  })

  test('a word that was moved off the sheet', async () => {
    const away = ' is to <span style="position: absolute; left: -300px">wait.</span>'
    expect(await inPages(' is to wait.', away)).toEqual([
      'output-differs: Unexpected text in the PDF, “T” is shown where the text goes on “wait. The second engineer aske”. This is a fault of the program; please report it.',
      'off-sheet: Unexpected text outside the sheet: “wait.”. (page 1)'
    ])
  })

  test('a note that was dropped', async () => {
    expect(await inPages(/<div class="note" id="d4-entries-1"[^]*?<\/div>/, '')).toEqual([
      'output-differs: Missing entry 1 (document d4, ¶1, page 1), expected it once: words `harbour port`'
    ])
  })
})

describe('in an e-book, the build is refused by', () => {
  const inBook = (from: string, to: string) =>
    said(
      {
        epub: (bytes) => {
          const files = unzipSync(bytes)
          const name = Object.keys(files).find((one) => strFromU8(files[one] as Uint8Array).includes(from)) ?? ''
          const changed = {...files, [name]: strToU8(once(strFromU8(files[name] as Uint8Array), from, to))}
          // As the program packs it: only the word is wrong.
          const {mimetype, ...others} = changed
          return zipSync({mimetype: [mimetype as Uint8Array, {level: 0}], ...others}, {mtime: new Date(2026, 0, 31)})
        }
      },
      'letter'
    )

  test('the loss of a word', async () => {
    expect(await inBook(' is to wait.', ' to wait.')).toEqual([
      'output-differs: Unexpected gap after `of the ferrymen` before `to wait. The` (document d4, ¶1), expected word `is`'
    ])
  })

  test('a word set twice', async () => {
    expect(await inBook(' is to wait.', ' is to to wait.')).toEqual([
      'output-differs: Unexpected word `to` after `ferrymen is to` (document d4, ¶1), expected `wait. The second`'
    ])
  })

  test('two words that have changed places', async () => {
    expect(await inBook(' is to wait.', ' to is wait.')).toEqual([
      'output-differs: Unexpected words `to is` after `of the ferrymen` (document d4, ¶1), expected `is to`'
    ])
  })
})
