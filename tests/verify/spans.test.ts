// Entries and notes between two anchors: their lemmas overlap and run over paragraphs and pages, and each fault in them is seen.
import {describe, expect, test} from 'vitest'
import {editionSchema} from '../../src/document/settings.ts'
import type {Entry, Note} from '../../src/document/nodes.ts'
import {verifyPages} from '../../src/verify/index.ts'
import {documentOf, editionOf, p, rdg, root} from './fixture/edition.ts'

const at = (id: string) => ({type: 'at', id}) as const
const entry = (n: number, from: string, to: string, ...readings: Entry['readings']): Entry => ({
  type: 'entry',
  n,
  span: {from, to},
  readings
})
const source = (n: number, from: string, to: string, words: string): Note => ({
  type: 'note',
  series: 'src',
  n,
  place: 'foot',
  span: {from, to},
  children: [p(words)]
})

/** `He |said |that.` and `|the| quay| had sunk.`: lemmas that cross each other and a paragraph's end, and a source inside one. */
const tree = root(
  p(
    'He ',
    at('a'),
    entry(1, 'a', 'b', rdg('told us', 'A')),
    'said ',
    at('c'),
    entry(2, 'c', 'd', rdg('', 'R')),
    'that.'
  ),
  p(at('e'), source(1, 'e', 'd', 'Almanac, 7.'), 'the', at('b'), ' quay', at('d'), ' had sunk.')
)

const {settings} = editionOf()
const wanted = (lines: boolean) => {
  const series = {src: {title: 'Sources', keyed: 'line'}}
  const outputs = {reader: {formats: lines ? ['pdf'] : ['epub'], 'line-numbers': lines}}
  const parsed = editionSchema.parse({...settings, series, outputs})
  return {...editionOf(documentOf('d1', tree)), settings: parsed, output: parsed.outputs['reader']}
}

const page = (content: string, foot: string): string =>
  `<div class="pagedjs_page" data-part="d1" data-label="1"><div class="pagedjs_page_content">${content}</div>${foot}</div>`

const noteOf = (anchor: string, lemma: string, rest: string): string =>
  `<div class="note" data-note="${anchor}"><p class="entry"><span class="entry-line generated">1</span><span class="lemma">${lemma}</span><span class="generated">] </span>${rest}</p></div>`

const long = (first: string, last: string): string =>
  `<span class="lemma-first">${first}</span> <span class="generated">…</span> <span class="lemma-last">${last}</span>`

const FOOT = [
  noteOf('d1-entries-1', long('said', 'the'), '<span class="reading">told us</span>'),
  noteOf('d1-entries-2', long('that.', 'quay'), '<span class="generated">om. R</span>'),
  noteOf('d1-src-1', 'the quay', 'Almanac, 7.')
].join('')

const word = (anchors: string, value: string): string =>
  `<span class="keyed-word" data-entry="${anchors}">${value}</span>`

const LINED = page(
  `<p data-p="1">He ${word('d1-entries-1', 'said')} ${word('d1-entries-2', 'that.')}</p><p data-p="2">${word('d1-src-1 d1-entries-1', 'the')} ${word('d1-entries-2 d1-src-1', 'quay')} had sunk.</p>`,
  FOOT
)

const call = (anchor: string): string => `<a class="call generated" data-note="${anchor}">1</a>`

const MARKED = page(
  `<p data-p="1">He said that.</p><p data-p="2">the${call('d1-entries-1')} quay${call('d1-entries-2')}${call('d1-src-1')} had sunk.</p>`,
  FOOT
)

const found = (lines: boolean, pages: string): string[] =>
  verifyPages(wanted(lines), pages).map(({rule, reason}) => `${rule}: ${reason}`)

function planted(from: string, to: string): string[] {
  expect(LINED).toContain(from)
  return found(true, LINED.replace(from, to))
}

test('faultless pages give no finding, by line and by mark', () => {
  expect(found(true, LINED)).toEqual([])
  expect(found(false, MARKED)).toEqual([])
})

describe('by line', () => {
  test('a word of a reading is lost', () => {
    expect(planted('told us', 'told')).toEqual([
      'output-differs: Unexpected gap after `told` at the end (reading of entry 1, document d1, ¶1, page 1), expected word `us`'
    ])
  })

  test('the last word of a long lemma is another', () => {
    expect(planted('<span class="lemma-last">quay', '<span class="lemma-last">sunk')).toEqual([
      'output-differs: Unexpected word `sunk` after `that.` (lemma of entry 2, document d1, ¶1, page 1), expected `quay`'
    ])
  })

  test('the lemma of a note of the sources is lost, and its words', () => {
    expect(planted('<span class="lemma">the quay</span>', '')).toEqual([
      'output-differs: Unexpected no lemmas and no readings in note src-1 (document d1, ¶2, page 1), expected 1 lemma and no readings'
    ])
    expect(planted('Almanac, 7.', 'Almanac,')).toEqual([
      'output-differs: Unexpected gap after `Almanac,` at the end (note src-1, document d1, ¶2, page 1), expected word `7.`'
    ])
  })

  test('a lemma ends a word too early', () => {
    expect(planted(word('d1-entries-2 d1-src-1', 'quay'), word('d1-entries-2', 'quay'))).toEqual([
      'note-misplaced: Unexpected call of note src-1 at `that. the quay` (document d1, ¶2, page 1), expected it at `the quay had`'
    ])
  })

  test('a lemma begins a word too late', () => {
    expect(planted(word('d1-entries-1', 'said'), 'said')).toEqual([
      'note-misplaced: Unexpected call of entry 1 at `said that. the` (document d1, ¶1, page 1), expected it at `He said`'
    ])
  })

  test('entries in the wrong order', () => {
    const [one = '', two = ''] = FOOT.match(/<div.*?<\/div>/g) ?? []
    expect(planted(one + two, two + one)).toEqual([
      'output-differs: Unexpected entry 2 (document d1, page 1), expected entry 1 before it'
    ])
  })
})

test('a mark stands behind the wrong word', () => {
  const mark = call('d1-entries-2')
  expect(found(false, MARKED.replace(mark, '').replace('had sunk', `had${mark} sunk`))).toEqual([
    'note-misplaced: Unexpected call of entry 2 at `quay had sunk.` (document d1, ¶2, page 1), expected it at `the quay had`'
  ])
})
