// A table that runs on over pages has its head above its rows on each of them: seen there, heard, counted and called once.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PDFDocument} from '@cantoo/pdf-lib'
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, type BuildOptions} from '../../src/build.ts'
import type {LaidOut} from '../../src/print/contract.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {validate, VERAPDF, WHY_NOT} from '../support/verapdf.ts'
import {readBook} from './read-book.ts'
import {entry, entryPart, lemma} from './support/entry-parts.ts'
import {startLab, type Lab} from './support/lab.ts'
import {tags} from './support/pdf-faults.ts'
import {glued, newPart, plainWord} from './support/parts.ts'
import {elementsOn, noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

/** Words of the heads on each page of the tables on it. */
const headsOf = (laidOut: LaidOut): string[][] =>
  laidOut.pages.map((page) => elementsOn(page, 'thead').map((head) => shown(head)))

const shown = (node: unknown): string => {
  const {value, children = []} = node as {value?: string; children?: unknown[]}
  return value ?? children.map(shown).join(' ').replace(/\s+/g, ' ').trim()
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const row = (cells: readonly string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`
}

describe('on its pages', () => {
  test('the head stands again without the mark of its note, its ids and its links', async () => {
    const maker = newPart('ships', {word: plainWord})
    const unit = `<span id="unit" data-name="unit">${glued('Unit', maker.call('en', 12))}</span>`
    const rows = Array.from({length: 90}, (_, i) => [String(i), maker.words(3)])
    const part = maker
      .block(table([unit, '<a href="#unit">Remark</a>'], rows))
      .paragraphs(40)
      .part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(headsOf(laidOut)).toEqual([['Unit 1 Remark'], ['Unit Remark'], ['Unit Remark']])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(noteFaults(part, laidOut)).toEqual([])
    expect(laidOut.notes).toEqual({'ships-en-1': {from: 0, to: 0}})
    const repeated = /<thead class="repeated-head[^]*?<\/thead>/g
    const all = laidOut.pages.flatMap((page) => page.match(repeated) ?? [])
    expect(all).toHaveLength(2)
    expect(all.join('')).not.toMatch(/ (?:id|href|data-[a-z]+)=/)
    const pages = await lab.measure(laidOut)
    expect(pages.flatMap(({stray}) => stray)).toEqual([])
    expect(await lab.inspect(laidOut)).toEqual([])
  })

  test('its lines are numbered and its lemma is named where the head itself stands', async () => {
    const rows = Array.from({length: 80}, (_, i) => [`Row${i}`, i === 60 ? lemma('quay', 'a2') : 'word'])
    const part = entryPart({
      id: 'd1',
      blocks: [table(['Place', lemma('Thing', 'a1')], rows)],
      notes: [entry('a1', 'Thing', 'Think'), entry('a2', 'quay', 'key')]
    })
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(headsOf(laidOut)).toEqual([['Place Thing'], ['Place Thing'], ['Place Thing']])
    // One line for the head, one for each row, and none for the head again.
    expect(laidOut.pageLines.reduce((sum, lines) => sum + (lines?.to ?? 0), 0)).toBe(81)
    const pages = await lab.entries(laidOut)
    expect(pages.map(({lines}) => lines)).toEqual(laidOut.pageLines.map((lines) => lines?.to))
    const named = pages.flatMap(({entries}, page) => entries.map(({note, lines}) => [page, note, lines]))
    const row60 = 60 + 2 - (pages[0]?.lines ?? 0)
    expect(named).toEqual([
      [0, 'a1', '1'],
      [1, 'a2', String(row60)]
    ])
  })

  test('a head that is a third of a page stands once', async () => {
    const maker = newPart('tall', {word: plainWord})
    const rows = Array.from({length: 60}, () => [maker.words(1), maker.words(3)])
    const part = maker.block(table([maker.words(60), 'Remark'], rows)).part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(headsOf(laidOut).slice(1).flat()).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
  })

  test(
    'whatever the rows, heads and notes, nothing is lost, and a head never stands alone',
    {timeout: 300_000},
    async () => {
      const cell = fc.record({
        words: fc.oneof(
          {weight: 8, arbitrary: fc.integer({min: 1, max: 40})},
          {weight: 1, arbitrary: fc.integer({min: 100, max: 900})}
        ),
        note: fc.oneof(
          {weight: 5, arbitrary: fc.constant(0)},
          {weight: 2, arbitrary: fc.integer({min: 1, max: 120})},
          {weight: 1, arbitrary: fc.integer({min: 200, max: 900})}
        )
      })
      const anyTable = fc.record({
        before: fc.integer({min: 0, max: 260}),
        head: fc.integer({min: 1, max: 60}),
        headNote: fc.integer({min: 0, max: 60}),
        rows: fc.array(cell, {minLength: 1, maxLength: 40})
      })
      const withNote = (maker: ReturnType<typeof newPart>, words: number, note: number): string =>
        `${maker.words(words)} ${note > 0 ? glued('and', maker.call('en', note)) : 'and'}`
      let repeated = 0
      await fc.assert(
        fc.asyncProperty(anyTable, async ({before, head, headNote, rows}) => {
          const maker = newPart('any').paragraphs(before)
          const cells = [withNote(maker, head, headNote), 'Remark']
          const part = maker
            .block(
              table(
                cells,
                rows.map(({words, note}) => [withNote(maker, words, note), 'none'])
              )
            )
            .paragraphs(60)
            .part()
          const laidOut = await lab.layOut(part)
          expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
          expect(textOfPages(laidOut)).toBe(textGiven(part.html))
          expect(noteFaults(part, laidOut)).toEqual([])
          for (const {overlap, stray} of await lab.measure(laidOut))
            expect({overlap, stray}).toEqual({overlap: false, stray: []})
          for (const page of laidOut.pages)
            for (const one of elementsOn(page, 'table')) {
              const names = one.children.map((child) => child.type === 'element' && child.tagName)
              const [first, ...others] = names.filter((name) => name !== 'colgroup')
              if (first !== 'thead') continue
              expect(others).toContain('tbody')
              repeated++
            }
        }),
        {seed: 20261127, numRuns: 30, endOnFailure: true}
      )
      expect(repeated).toBeGreaterThan(40)
    }
  )
})

describe('in a finished book', () => {
  let edition: EditionTest
  const file = (): string => join(edition.cwd, 'dist/reader.pdf')
  const make = (tamper: NonNullable<BuildOptions['tamper']> = {}) =>
    build({dir: edition.dir, out: join(edition.cwd, 'dist'), tamper})

  withOwnCache()
  beforeAll(async () => {
    const rows = Array.from({length: 100}, (_, i) => `| Ship ${i} | ${i * 3} |`).join('\n')
    edition = EditionTest.empty().with({
      'edition.yaml': `id: quay
title: Papers of the Quay
editors: [Mary Ward]
date: 2026-01-31
front: []
back: []
outputs: {reader: {formats: [pdf], line-numbers: true}}
`,
      'documents/d1.md': `---
title: Dues
---

| Vessel[^en-1] | Tonnage |
| ------------- | ------: |
${rows}

The end of the list.

[^en-1]: As entered in the ledger.
`
    })
    const {ok, messages} = await make()
    if (!ok) throw new Error(messages.flatMap((one) => one.messages.map(({reason}) => reason)).join('\n'))
  })

  test('it is seen on each page and heard on the first', async () => {
    const {pages} = await readBook(file())
    expect(pages.map(({text}) => text.split('Tonnage').length - 1)).toEqual([1, 1, 1])
    const pdf = await PDFDocument.load(readFileSync(file()), {updateMetadata: false})
    expect([tags(pdf, 'Table').length, tags(pdf, 'TH').length, tags(pdf, 'TR').length]).toEqual([1, 2, 101])
  })

  test('veraPDF has nothing to say', async ({skip}) => {
    skip(!VERAPDF, WHY_NOT)
    const [verdict] = await validate([file()])
    expect(verdict?.details).toEqual([])
    expect(verdict?.checks).toBeGreaterThan(1000)
  })

  /** What refuses the build where pages are changed before they are printed. */
  const said = async (from: RegExp, to: string): Promise<string[]> => {
    const pages = (html: string): string => {
      expect(html.match(from)).not.toBeNull()
      return html.replace(from, to)
    }
    const {ok, messages} = await make({pages})
    expect(ok).toBe(false)
    return messages.flatMap((one) => one.messages.filter(({fatal}) => fatal).map(({reason}) => reason))
  }

  test('one that is not the head is seen', async () => {
    const second = /(<thead class="repeated-head[^]*?<thead class="repeated-head[^]*?)Tonnage/
    expect(await said(second, '$1Cargo')).toEqual([
      'Unexpected words `Vessel Cargo` above the rows of a table that goes on (page 3), expected its head again: `Vessel Tonnage`'
    ])
  })

  test('one without its words is seen', async () => {
    const empty = /(<thead class="repeated-head[^>]*>)[^]*?<\/thead>/
    expect(await said(empty, '$1</thead>')).toEqual([
      'Unexpected lack of words above the rows of a table that goes on (page 2), expected its head again: `Vessel Tonnage`'
    ])
  })

  test('a row set twice is seen', async () => {
    const {pages} = await readBook(file())
    const page = pages.find(({text}) => text.includes('Ship 70'))?.label
    expect(await said(/<tr>(?:(?!<tr>)[^])*?Ship 70<[^]*?<\/tr>/, '$&$&')).toEqual([
      `Unexpected words \`70 210 Ship\` after \`70 210 Ship\` (document d1, page ${page}), expected \`71 213 Ship\``
    ])
  })
})
