// Entries keyed by line have no marks: the words that they name are proved instead, and stand on the page of their entry.
import {expect, test} from 'vitest'
import {editionSchema} from '../../src/document/settings.ts'
import {verifyPages} from '../../src/verify/index.ts'
import {app, corr, documentOf, editionOf, note, p, rdg, root} from './fixture/edition.ts'

const {settings} = editionOf()
const [series, outputs] = [{src: {title: 'Sources', keyed: 'line'}}, {reader: {formats: ['pdf'], 'line-numbers': true}}]
const output = editionSchema.parse({...settings, series, outputs}).outputs['reader']

/** A lemma that runs over a page, one inside it, and a note of the sources. */
const edition = {
  ...editionOf(
    documentOf(
      'd1',
      root(
        p(
          'He said ',
          app(1, [rdg('never', 'A')], 'that the ', corr(2, 'quai', 'quay'), ' had sunk'),
          note('src', 1, p('Almanac, 7.')),
          ' that year.'
        )
      )
    )
  ),
  settings: editionSchema.parse({...settings, series, outputs}),
  output
}

const page = (number: number, content: string, foot: string): string =>
  `<div class="pagedjs_page" data-part="d1" data-label="${number}"><div class="pagedjs_page_content"><p data-p="1"${number === 1 ? ' data-split-to="x"' : ' data-split-from="x"'}>${content}</p></div>${foot}</div>`

const entry = (n: number, lemma: string, reading: string): string =>
  `<div class="note" data-note="d1-entries-${n}"><p class="entry"><span class="entry-line generated">3</span><span class="lemma">${lemma}</span><span class="generated">] </span><span class="reading">${reading}</span></p></div>`

const PAGES = [
  page(
    1,
    'He said <span class="app" data-entry="d1-entries-1">that the <span class="corr" data-entry="d1-entries-2">quay</span> had </span>',
    entry(1, 'that the quay had sunk', 'never') + entry(2, 'quay', 'quai')
  ),
  page(
    2,
    '<span class="app" data-entry="d1-entries-1"><span class="glue" data-entry="d1-src-1">sunk</span></span> that year.',
    '<div class="note" data-note="d1-src-1"><p>Almanac, 7.</p></div>'
  )
].join('')

function planted(from: string, to: string): string[] {
  expect(PAGES).toContain(from)
  return verifyPages(edition, PAGES.replace(from, to)).map(({rule, reason}) => `${rule}: ${reason}`)
}

test('faultless pages give no finding', () => {
  expect(verifyPages(edition, PAGES)).toEqual([])
})

test('words that no entry names', () => {
  expect(planted(' data-entry="d1-entries-2"', '')).toEqual([
    'note-misplaced: Missing call of entry 2 (document d1, page 1), expected the words that it names'
  ])
  expect(planted(' data-entry="d1-src-1"', '')).toEqual([
    'note-misplaced: Missing call of note src-1 (document d1, page 2), expected the words that it names'
  ])
})

test('a mark where the entry is found by its line', () => {
  expect(
    planted(' data-entry="d1-entries-2">quay', '>quay<a class="call generated" data-note="d1-entries-2">i</a>')
  ).toEqual(['note-misplaced: Missing call of entry 2 (document d1, page 1), expected the words that it names'])
})

test('an entry that names other words than its lemma', () => {
  expect(
    planted(
      'that the <span class="corr" data-entry="d1-entries-2">quay',
      'that <span class="corr" data-entry="d1-entries-2">the quay'
    )
  ).toEqual([
    'note-misplaced: Unexpected call of entry 2 at `said that the` (document d1, ¶1, page 1), expected it at `that the quay`'
  ])
  expect(planted('">sunk</span></span> that', '">sunk</span> that</span>')).toEqual([
    'note-misplaced: Unexpected call of entry 1 at `sunk that year.` (document d1, ¶1, page 1), expected it at `had sunk that`'
  ])
})

test('an entry on another page than its words', () => {
  const moved = entry(2, 'quay', 'quai')
  const pages = PAGES.replace(moved, '').replace('<div class="note" data-note="d1-src-1">', `${moved}$&`)
  expect(verifyPages(edition, pages).map(({reason}) => reason)).toEqual([
    'Unexpected beginning of entry 2 on page 2, expected it on the page of its call (document d1, ¶1, page 1)'
  ])
})

test('a call of a note that the output does not have', () => {
  expect(planted(' that year', '<a class="call generated" data-note="d1-en-9">9</a> that year')).toEqual([
    'note-misplaced: Unexpected call of `d1-en-9` (document d1, ¶1, page 2), expected only calls of notes that the output has'
  ])
})
