// Tables whose words have no room beside each other: columns stand nearer, then words are divided; marks of notes stand on the sheet.
import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {readPieces, type Piece} from '../../src/verify/pdf-pieces.js'
import {EditionTest} from '../support/edition.ts'
import {errorsIn} from './support/build-result.ts'
import {startLab, type Lab} from './support/lab.ts'
import {glued, newPart, type PartMaker} from './support/parts.ts'
import {noteFaults, textGiven, textOfPages} from './support/read-pages.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.close())

const row = (cells: readonly string[], cell = 'td'): string =>
  `<tr>${cells.map((one) => `<${cell}>${one}</${cell}>`).join('')}</tr>`
const five = (word: string): string[] => Array.from({length: 5}, () => word)

/** What the style sheet is told of a table with these words, and the lines that its one row takes. */
async function tableOf(word: string): Promise<{narrow: string; lines: number}> {
  const part = newPart('table')
    .block(`<table><tbody>${row(five(word))}</tbody></table>`)
    .part()
  const laidOut = await lab.layOut(part)
  expect(laidOut.problems).toEqual([])
  expect(await lab.inspect(laidOut)).toEqual([])
  const [page] = await lab.measure(laidOut)
  return {narrow: /data-narrow="(\w+)"/.exec(laidOut.pages.join(''))?.[1] ?? 'wide', lines: page?.lines ?? 0}
}

test('columns stand nearer to each other before a word is divided', async () => {
  const seen: string[] = []
  let last = 0
  for (let letters = 4; letters < 24; letters++) {
    const {narrow, lines} = await tableOf('n'.repeat(letters))
    if (seen.at(-1) !== narrow) seen.push(narrow)
    if (narrow !== 'divided') expect(lines).toBe(1)
    last = lines
  }
  expect(last).toBeGreaterThan(1)
  expect(seen).toEqual(['wide', 'close', 'divided'])
})

test.each([
  ['a table', (maker: PartMaker, cells: string[]) => maker.block(`<table><tbody>${row(cells)}</tbody></table>`)],
  [
    'the table of a note',
    (maker: PartMaker, cells: string[]) =>
      maker.block(
        `<p>${maker.words(5)} ${maker.call('tn', `<p>So.</p><table><tbody>${row(cells)}</tbody></table>`)}</p>`
      )
  ]
])('in %s no mark of a note stands off the sheet, however long the word before it is', async (_, place) => {
  for (let letters = 8; letters < 40; letters++) {
    const maker = newPart(`table-${letters}`)
    // Marks of two figures, which stay together.
    maker.block(`<p>${Array.from({length: 9}, () => glued(maker.words(1), maker.call('en', 1))).join(' ')}</p>`)
    const cells = five('n'.repeat(letters)).map((word) => glued(word, maker.call('en', 3)))
    const part = place(maker, cells).part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.problems).toEqual([])
    expect(await lab.inspect(laidOut)).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(noteFaults(part, laidOut)).toEqual([])
    // Over two lines a mark would reach from the left of its cell to the right.
    const marks = await lab.widths(laidOut, 'td .call')
    expect(marks).toHaveLength(5)
    expect(Math.max(...marks)).toBeLessThan(12)
  }
})

test('in columns of a few letters lines break long marks, pages do not', async () => {
  for (let letters = 1; letters < 6; letters++) {
    const maker = newPart(`table-${letters}`)
    const marked = (): string => glued('n'.repeat(letters), maker.call('en', 1).replace(/>\d+</, '>**********<'))
    // The row is higher than a page.
    const cell = Array.from({length: 30}, marked).join(' ')
    const part = maker
      .block(`<table><tbody>${row([cell, ...Array.from({length: 13}, () => 'nnn')])}</tbody></table>`)
      .block(`<table><tbody>${row(Array.from({length: 14}, marked))}</tbody></table>`)
      .part()
    const laidOut = await lab.layOut(part)
    expect(laidOut.pages.length).toBeGreaterThan(2)
    expect(laidOut.problems.filter(({kind}) => kind !== 'layout-note')).toEqual([])
    expect(await lab.inspect(laidOut)).toEqual([])
    expect(textOfPages(laidOut)).toBe(textGiven(part.html))
    expect(noteFaults(part, laidOut)).toEqual([])
  }
})

test.each(['list', 'run-in', 'two-columns', 'three-columns'] as const)(
  'a word of a note with a mark that no line has room for is broken, in a register of the layout %s',
  async (layout) => {
    const maker = newPart('notes')
    for (let n = 0; n < 4; n++) {
      const inner = glued('Rindfleischetikettierung'.repeat(1 + n * 2), maker.call('en', 4))
      maker.block(`<p>${maker.words(8)} ${maker.call('tn', `<p>${maker.words(5)} ${inner} ${maker.words(4)}</p>`)}</p>`)
    }
    const {registers, ...part} = maker.part()
    const whole = {...part, registers: registers.map((one) => ({...one, layout}))}
    const laidOut = await lab.layOut(whole)
    expect(laidOut.problems).toEqual([])
    expect(await lab.inspect(laidOut)).toEqual([])
    expect(noteFaults(whole, laidOut)).toEqual([])
  }
)

/** The pieces of text of a book that has nothing but tables in German, whose heads are given. */
async function printed(...tables: readonly (readonly string[])[]): Promise<Piece[]> {
  const edition = EditionTest.empty().with({
    'edition.yaml': `id: table
title: Table
editors: [Ida Ferrand]
date: 2026-05-01
language: de
front: [title]
documents: [d1]
outputs: {reader: {formats: [pdf], paper: 100x140mm}}
`,
    'documents/d1.md': [
      '---\ntitle: x\nlanguage: de\n---',
      ...tables.map((cells) => `| ${cells.join(' | ')} |\n|${' --- |'.repeat(cells.length)}\n| a |`)
    ].join('\n\n')
  })
  const result = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  expect(errorsIn(result)).toEqual([])
  expect(result.ok).toBe(true)
  return (await readPieces(readFileSync(`${edition.cwd}/dist/reader.pdf`))).flat()
}

test('words of a narrow table are divided as those of the text are', async () => {
  const pieces = await printed(['Aufklärungsflugzeug', 'Verteidigungsminister', 'Rechtsschutzversicherung'])
  expect(pieces.map(({text}) => text).join('')).toContain(
    'Aufklärungs-flugzeugVerteidi-gungsminis-terRechtsschutz-versicherung'
  )
})

test('where columns are narrower than syllables no hyphen stands on a line of its own', async () => {
  const word = 'Donaudampfschifffahrtsgesellschaftskapitän'
  const pieces = await printed(...[5, 6, 7].map((length) => Array.from({length}, () => `יהי־אור ${word}`)))
  const lines = pieces.filter(({text}) => text.trim() !== '')
  const alone = lines.filter(
    (one) => one.text === '-' && !lines.some(({base, right}) => base === one.base && Math.abs(right - one.left) < 2)
  )
  expect(alone).toEqual([])
  // On lines of letters each.
  expect(lines.filter(({text}) => word.includes(text)).length).toBeGreaterThan(40)
})
