// Finished PDFs keep to PDF/UA-1 and PDF/A-3a, as they say: veraPDF, which shares nothing with the program, has nothing to say.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {textOf} from '../epub/opened.ts'
import {epubcheck, JAVA, NO_JAVA} from '../support/epubcheck.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {validate, VERAPDF, WHY_NOT, type Verdict} from '../support/verapdf.ts'

const epubs: string[] = []
const verdicts = new Map<string, Verdict>()

/** The sample, every construct, texts beside each other, notes at the ends, other paper, attachments and every script of the faces. */
const BOOKS: readonly (readonly [folder: string, outputs: readonly string[]])[] = [
  ['../../edition', ['reader', 'coursepack']],
  ['../editions/everything', ['reader']],
  ['../editions/beside', ['facing', 'columns']],
  ['../editions/placed', ['paper']],
  ['../editions/scripts', ['reader']]
]
/** Their e-books, which list the pages of these PDFs, are asked about too. */
const WITH_EPUB = new Set(['../../edition', '../editions/everything'])
const nameOf = (folder: string, output: string): string => `${folder.split('/').at(-1)} ${output}`
const NAMES = BOOKS.flatMap(([folder, outputs]) => outputs.map((output) => nameOf(folder, output)))

withOwnCache()
beforeAll(async () => {
  if (!VERAPDF) return
  const files: string[] = []
  for (const [folder, outputs] of BOOKS) {
    const out = join(EditionTest.empty().cwd, 'dist')
    const dir = fileURLToPath(new URL(folder, import.meta.url))
    const {ok} = await build({
      dir,
      out,
      outputs: outputs.map((output) => (WITH_EPUB.has(folder) ? output : `${output}.pdf`))
    })
    if (!ok) throw new Error(`${folder} was refused`)
    files.push(...outputs.map((output) => join(out, `${output}.pdf`)))
    if (WITH_EPUB.has(folder)) epubs.push(...outputs.map((output) => join(out, `${output}.epub`)))
  }
  for (const [at, verdict] of validate(files).entries()) verdicts.set(NAMES[at] ?? '', verdict)
}, 600_000)

test.for(NAMES)('%s breaks no rule of PDF/UA-1 and PDF/A-3a', (name, {skip}) => {
  skip(!VERAPDF, WHY_NOT)
  const verdict = verdicts.get(name)
  expect(verdict?.details).toEqual([])
  expect(verdict?.broken).toEqual({'PDFUA-1': [], 'PDFA-3A': []})
  // A validator that looks at nothing finds nothing.
  expect(verdict?.checks).toBeGreaterThan(20_000)
})

describe('e-books with the pages of their PDFs', () => {
  test('have nothing that EPUBCheck remarks', ({skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(epubs).toHaveLength(3)
    expect(epubcheck(epubs)).toEqual([[], [], []])
  })

  test('list every page of the PDF by its label', () => {
    for (const file of epubs) {
      const {pages} = JSON.parse(readFileSync(file.replace(/epub$/, 'pages.json'), 'utf8')) as {
        pages: {label: string; begins?: string}[]
      }
      const listed = [...textOf(readFileSync(file), 'nav.xhtml').matchAll(/<a href="[^"]*#page-[^"]*">([^<]*)<\/a>/g)]
      const labels = listed.map(([, label]) => label)
      expect(labels.length).toBeGreaterThan(20)
      // Every label is one of the book's, in the order of its pages.
      expect(pages.map(({label}) => label).filter((label) => labels.includes(label))).toEqual(labels)
    }
  })
})
