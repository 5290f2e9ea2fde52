// Notes at the foot that notes at an end call: on the page of their call, in the order of these calls, heard and proved.
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
front: []
back: [notes]
series: {tn: {title: Translator’s notes, marks: lower-alpha}, en: {title: Editor’s notes}, an: {title: Author’s notes, marks: symbols}}
outputs:
  doc: {formats: [pdf], notes: {tn: document-end, en: document-end}, paragraph-numbers: false}
  book: {formats: [pdf], notes: {tn: book-end, en: book-end}, paragraph-numbers: false}
`,
  // In the text the calls of the two series come by turns, at the end each series stands by itself.
  'documents/d1.md': `---
title: A Letter
---

First[^an-1] lamp[^tn-1] and oil.[^en-1]

Second lamp[^tn-2] and oil.[^en-2] No more.[^an-6]

[^an-1]: Author, first.

[^tn-1]: Lampa. :an[Author, second.]

[^en-1]: Whale oil. :an[Author, third.]

[^tn-2]: Lampy. :an[Author, fourth.]

[^en-2]: Rape oil. :an[Author, fifth.]

[^an-6]: Author, sixth.
`
})
const {make, file, textOf} = pdfsOf(edition)
let result: BuildResult

withOwnCache()
beforeAll(async () => {
  result = await make(['doc', 'book'])
})

test('marks are those of the document, whatever the place: notes of the text, then those of each section', async () => {
  expect(errorsIn(result)).toEqual([])
  const letter = 'A Letter First* lampa and oil.1 Second lampb and oil.2 No more.¶ '
  const ends = 'Translator’s notes a Lampa.† b Lampy.§ Editor’s notes 1 Whale oil.‡ 2 Rape oil.‖ '
  const late = '† Author, second. § Author, fourth. ‡ Author, third. ‖ Author, fifth.'
  expect(await textOf('doc')).toEqual([`${letter}${ends}* Author, first. ¶ Author, sixth. ${late}`])
  expect(await textOf('book')).toEqual([
    `${letter}* Author, first. ¶ Author, sixth.`,
    `Notes A Letter Notes to page 1 ${ends}${late}`
  ])
})

testOfSmallBooks(() => ['doc', 'book'].map(file))

test('two of them that have changed places are seen', async () => {
  const note = (n: number): string => `<div class="note[^>]*id="d1-an-${n}"[^]*?</div>`
  const two = new RegExp(`(${note(4)})([^]*?)(${note(3)})`)
  const pages = (html: string): string => {
    expect(html).toMatch(two)
    return html.replace(two, '$3$2$1')
  }
  expect(errorsIn(await make(['book'], {pages}))[0]).toBe(
    'Unexpected note an-3 (document d1, page 3), expected note an-4 before it'
  )
})
