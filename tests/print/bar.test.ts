// The typographic bar, measured on the finished files of the sample edition; each measure is shown to see a fault. TYPOGRAPHY.md says which item is tested where.
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {pageFaults, type Bar} from './support/bar-pages.ts'
import {figures, joinedLetters, smallCapitals} from './support/bar-signs.ts'
import {readLines, type TypesetPage} from './support/read-lines.ts'

let cache = ''
let pages: TypesetPage[]

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'recension-test-'))
  vi.stubEnv('XDG_CACHE_HOME', cache)
  const edition = EditionTest.empty().with('../edition')
  edition.edit('edition.yaml', 'reader: {formats: [pdf, epub]', 'reader: {formats: [pdf, epub, print], bleed: 3')
  const out = join(edition.cwd, 'dist')
  const {ok} = await build({dir: edition.dir, out, outputs: ['reader']})
  if (!ok) throw new Error('The sample edition was refused')
  pages = await readLines(join(out, 'reader.pdf'))
}, 300_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(cache, {recursive: true, force: true})
})

const BAR: Bar = {
  shortTitle: 'The Moscow Conversation',
  onRight: ['half-title', 'title', 'contents', 'introduction', 'method', 'd1', 'chronology', 'index']
}

describe('the pages', () => {
  test('keep to the bar', () => {
    expect(pages.length).toBeGreaterThan(30)
    expect(pageFaults(pages, BAR)).toEqual([])
  })

  test('have figures, small capitals and joined letters of the face', () => {
    expect(figures(pages, [])).toEqual([])
    expect(smallCapitals(pages, ['Stalin', 'Kim Il Sung', 'The Moscow Conversation'])).toEqual([])
    expect(joinedLetters(pages)).toEqual([])
  })
})

describe('a fault is seen:', () => {
  /** Faults that are found when a page has been changed. */
  const planted = (label: string, change: (page: TypesetPage) => void): string[] => {
    const copy = structuredClone(pages)
    const page = copy.find((one) => one.label === label)
    if (!page) throw new Error(`no page ${label}`)
    change(page)
    return pageFaults(copy, BAR)
  }
  const lineAt = ({lines}: TypesetPage, start: string) => {
    const line = lines.find(({text}) => text.startsWith(start))
    if (!line) throw new Error(`no line “${start}”`)
    return line
  }
  /** Moves a line with all that stands on it. */
  const move = (line: TypesetPage['lines'][number], by: {up?: number; right?: number}): void => {
    const {up = 0, right = 0} = by
    line.base += up
    line.left += right
    line.right += right
    for (const piece of line.pieces) {
      piece.base += up
      piece.left += right
      piece.right += right
    }
  }

  test('a line off the grid', () => {
    const found = planted('3', (page) => move(lineAt(page, 'tageous'), {up: -3}))
    expect(found).toEqual(['1, 9, 28: page 3: “tageous to declare that the Ch” stands 2.50 points off the grid'])
  })

  test('type that is too small or too large', () => {
    const copy = structuredClone(pages)
    for (const {lines} of copy) for (const line of lines) line.size += 2
    expect(pageFaults(copy, BAR)).toContain('1, 9, 28: the text is set in 13 points')
  })

  test('lines of too many letters', () => {
    const copy = structuredClone(pages)
    for (const {lines} of copy) for (const line of lines) line.text += line.text
    expect(pageFaults(copy, BAR).filter((fault) => fault.startsWith('2:'))).toHaveLength(2)
  })

  test('a label near the edge, and text in the fold', () => {
    expect(planted('3', (page) => move(lineAt(page, '19'), {right: -25}))).toEqual([
      '3: page 3: “19” 15.8 points from the edge'
    ])
    expect(planted('3', (page) => move(lineAt(page, 'tageous'), {right: -48})).slice(0, 1)).toEqual([
      '3: page 3: “tageous to declare that the Chinese volunteer troops are waging war.” 22.0 points from the fold'
    ])
  })
})
