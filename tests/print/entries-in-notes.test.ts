// Entries and notes that notes call, in registers keyed by line: a note stands on no line that has a number, so they have marks.
import {beforeAll, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn, pdfsOf} from './support/build-result.ts'
import {testOfSmallBooks} from './support/standards.ts'

const edition = EditionTest.empty().with({
  'edition.yaml': `id: quay
title: Letters
editors: [Mary Ward]
date: 2026-01-31
front: [signs]
back: []
sigla: {A: The fair copy, B: The draft}
entries: {marks: lower-alpha}
series: {en: {title: Editor’s notes}, kn: {title: Short notes, marks: symbols, keyed: line, layout: run-in}}
outputs:
  foot: {formats: [pdf], line-numbers: 5, paragraph-numbers: false}
  back: {formats: [pdf], line-numbers: 5, paragraph-numbers: false, notes: {en: document-end}}
  print-and-screen: {formats: [pdf, epub], line-numbers: 5}
`,
  'documents/d1.md': `---
title: A Letter
source: {A: {title: The fair copy, status: collated}}
---

The lamp :corr[burns]{rec=burn} and the oil lasts.[^en-1] Nobody comes.[^kn-1] The :app[night]{rdg=day wit=B} falls.

[^en-1]: The author’s :corr[whale]{rec=wale} oil, of which :app[two]{rdg=three wit=B} barrels came.[^kn-2] No more.

[^kn-1]: So it seems.

[^kn-2]: In spring.
`
})
const {make, file, textOf} = pdfsOf(edition)
let result: BuildResult

withOwnCache()
beforeAll(async () => {
  result = await make(['foot', 'back', 'print-and-screen'])
})

test('entries of the text have the number of their line, those of its notes a mark', async () => {
  expect(errorsIn(result)).toEqual([])
  const [key, text] = await textOf('foot')
  expect(text).toBe(
    'A Letter Text: A = The fair copy The lamp burns and the oil lasts.1 Nobody comes. The night falls. 1 burns] ed.; burn A ‖ a whale] ed.; wale A ‖ b two] three B ‖ 1 night] day B 1 The author’s whalea oil, of which twob barrels came.* No more. * In spring. ‖ 1 So it seems.'
  )
  expect(key).toContain('worda In a note the words of an entry have a mark, with which the entry begins.')
  expect(key).toContain('12 “Short notes” at the foot of the page: a note on the line with this number in the margin.')
  expect(key).toContain(
    'word* “Short notes” at the foot of the page: a note on words of another note, which have a mark.'
  )
})

test('notes at the end of the document have marks for entries too', async () => {
  const [, text] = await textOf('back')
  expect(text).toBe(
    'A Letter Text: A = The fair copy The lamp burns and the oil lasts.1 Nobody comes. The night falls. Editor’s notes 1 The author’s whalea oil, of which twob barrels came.* No more. 1 burns] ed.; burn A ‖ night] day B ‖ a whale] ed.; wale A ‖ b two] three B 1 So it seems. ‖ * In spring.'
  )
})

testOfSmallBooks(() => ['foot', 'back'].map(file))

test('a mark that is missing is seen', async () => {
  const call = /<a [^>]*data-note="d1-entries-2"[^>]*>[^<]*<\/a>/
  const pages = (html: string): string => {
    expect(html).toMatch(call)
    return html.replace(call, '')
  }
  expect(errorsIn(await make(['foot'], {pages}))).toEqual([
    'Unexpected text in the PDF, the note d1-entries-2 is not called. This is a fault of the program; please report it.',
    'Missing call of entry 2 (document d1, page 1), expected its mark in the text'
  ])
})
