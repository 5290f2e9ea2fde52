// Notes at the end of the book of texts that stand beside each other: each text has its own, the original first, and the proof sees to it.
import {beforeAll, expect, test} from 'vitest'
import type {BuildResult} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn, pdfsOf} from './support/build-result.ts'
import {testOfSmallBooks} from './support/standards.ts'

const text = (head: string, [a, b, note, own]: readonly string[]): string => `---\n${head}\n---

${a}[^en-1] ${b}[^tn-1]

[^en-1]: ${note}

[^tn-1]: ${own}
`
const edition = EditionTest.empty().with({
  'edition.yaml': `id: quay
title: Letters
editors: [Mary Ward]
date: 2026-01-31
language: en
front: []
back: [notes]
series: {tn: {title: Translator’s notes, marks: lower-alpha}, en: {title: Editor’s notes}}
outputs:
  columns: {formats: [pdf, epub], parallel: columns, notes: book-end, paragraph-numbers: false}
`,
  'documents/d1.md': text('title: A Letter\ntranslators: [Anna Reed]', ['Lamp', 'and oil.', 'A lamp.', 'Of whales.']),
  'documents/d1.de.md': text('title: Ein Brief\nlanguage: de', ['Lampe', 'und Öl.', 'Eine Lampe.', 'Vom Wal.']),
  'documents/d2.md': text('title: A Reply', ['Wick', 'and salt.', 'A wick.', 'Of the sea.'])
})
const {make, file, textOf} = pdfsOf(edition)
let result: BuildResult

withOwnCache()
beforeAll(async () => {
  result = await make(['columns'])
})

test('each text has its notes under its title, those of the original first', async () => {
  expect(errorsIn(result)).toEqual([])
  const [, , notes] = await textOf('columns')
  expect(notes).toBe(
    'Notes Ein Brief Notes to page 1 Translator’s notes a Vom Wal. Editor’s notes 1 Eine Lampe. ' +
      'A Letter Notes to page 1 Translator’s notes a Of whales. Editor’s notes 1 A lamp. ' +
      'A Reply Notes to page 3 Translator’s notes a Of the sea. Editor’s notes 1 A wick.'
  )
})

testOfSmallBooks(() => ['columns'].map(file))

test('texts that have changed places are seen', async () => {
  const section = '<section class="notes-of-part">[^]*?</section></section>'
  const two = new RegExp(`(${section})([^<]*)(${section})`)
  const pages = (html: string): string => {
    expect(html).toMatch(two)
    return html.replace(two, '$3$2$1')
  }
  expect(errorsIn(await make(['columns'], {pages}))[0]).toBe(
    'Unexpected notes of document d1 at the end of the book (page 5), expected all of document d1.de before them'
  )
})
