// Any mixture of words from right to left with Latin words, figures, brackets and marks is built, and the proofs find every word of it in
// the PDF in the order of reading.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {turnedDocument} from './support/turned-texts.ts'

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
