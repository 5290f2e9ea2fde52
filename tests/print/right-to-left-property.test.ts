// Any mixture of words from right to left with Latin words, figures, brackets and marks is built, and the proofs find every word of it in
// the PDF in the order of reading.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {longWordsDocument, turnedDocument} from './support/turned-texts.ts'

withOwnCache()

test('short texts of any mixture, on small pages', async () => {
  const texts = fc.sample(turnedDocument, {seed: 20_261_127, numRuns: DOCUMENTS})
  const ids = texts.map((_, index) => `t${index + 1}`)
  const edition = EditionTest.empty().with({
    'edition.yaml': `${HEAD}documents: [${ids.join(', ')}]\noutputs: {reader: {formats: [pdf], paper: 100x140mm, line-numbers: 5}}\n`,
    ...Object.fromEntries(texts.map((text, index) => [`documents/t${index + 1}.md`, text]))
  })
  const {ok, messages} = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

const DOCUMENTS = 40

test('words longer than a line, in text, cells, and notes in columns', async () => {
  const texts = (['he', 'ar'] as const).flatMap((lang, index) =>
    fc.sample(longWordsDocument(lang, ['an', 'bn', 'cn', 'dn']), {seed: 20_261_128 + index, numRuns: LONG_WORDS})
  )
  const ids = texts.map((_, index) => `w${index + 1}`)
  const edition = EditionTest.empty().with({
    'edition.yaml': `${HEAD}${SERIES}documents: [${ids.join(', ')}]\noutputs: {reader: {formats: [pdf], paper: A5}}\n`,
    ...Object.fromEntries(texts.map((text, index) => [`documents/w${index + 1}.md`, text]))
  })
  const {ok, messages} = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

const SERIES = `series:
  an: {title: A, marks: decimal, layout: list}
  bn: {title: B, marks: lower-alpha, layout: run-in}
  cn: {title: C, marks: symbols, layout: two-columns}
  dn: {title: D, marks: upper-alpha, layout: three-columns}
`
const LONG_WORDS = 4

const HEAD = `id: mixtures
title: Mixtures
shortTitle: Mixtures
editors: [Ida Ferrand]
date: 2026-05-01
language: en
sigla: {M: The younger codex}
brackets: {resp: author, table: [{otherwise: leave}]}
front: [title]
`
