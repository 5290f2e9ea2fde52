// What every finished book is asked: veraPDF has nothing to say of its pages, nor EPUBCheck of its e-book with the list of these pages.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {textOf} from '../../epub/opened.ts'
import {epubcheck, JAVA, NO_JAVA} from '../../support/epubcheck.ts'
import {validate, VERAPDF, WHY_NOT} from '../../support/verapdf.ts'

/** Declares the tests of the pages of an output, `dist/reader.pdf`, that is built when they run. */
export function testsOfPages(out: () => string, output: string): void {
  test(`${output} breaks no rule of PDF/UA-1 and PDF/A-3a`, async ({skip}) => {
    skip(!VERAPDF, WHY_NOT)
    const [verdict] = await validate([join(out(), `${output}.pdf`)])
    expect(verdict?.details).toEqual([])
    expect(verdict?.broken).toEqual({'PDFUA-1': [], 'PDFA-3A': []})
    // A validator that looks at nothing finds nothing.
    expect(verdict?.checks).toBeGreaterThan(20_000)
  })
}

/** Declares the test of some books of a few pages, built when it runs. */
export function testOfSmallBooks(files: () => readonly string[]): void {
  test('veraPDF has nothing to say', async ({skip}) => {
    skip(!VERAPDF, WHY_NOT)
    for (const {details, checks} of await validate(files())) {
      expect(details).toEqual([])
      expect(checks).toBeGreaterThan(500)
    }
  })
}

/** Declares the tests of its e-book, which lists the pages of the PDF. */
export function testsOfPagedEpub(out: () => string, output: string): void {
  test(`${output}, the e-book with the pages of its PDF, has nothing that EPUBCheck remarks`, async ({skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(await epubcheck([join(out(), `${output}.epub`)])).toEqual([[]])
  })

  test(`${output}, the e-book, lists every page of the PDF by its label`, () => {
    const {pages} = JSON.parse(readFileSync(join(out(), `${output}.pages.json`), 'utf8')) as {pages: {label: string}[]}
    const nav = textOf(readFileSync(join(out(), `${output}.epub`)), 'nav.xhtml')
    const labels = [...nav.matchAll(/<a href="[^"]*#page-[^"]*">([^<]*)<\/a>/g)].map(([, label]) => label ?? '')
    expect(labels.length).toBeGreaterThan(20)
    // Every label is one of the book's, in the order of its pages.
    expect(pages.map(({label}) => label).filter((label) => labels.includes(label))).toEqual(labels)
  })
}
