// Where a page may cut a text: the words on both sides of the cut are as they were.
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'

withOwnCache()

test('a sentence of a parallel text may end with a word in brackets', async () => {
  const french = 'Il est :unclear[là] '.repeat(200)
  const edition = EditionTest.empty().with({
    'edition.yaml': `${HEAD}outputs: {reader: {formats: [pdf], paper: 100x140mm, parallel: columns}}\n`,
    'documents/d1.md': `---\ntitle: The Position\n---\n\n${'He was. They were. '.repeat(10)}\n`,
    'documents/d1.fr.md': `---\ntitle: La Position\nlanguage: fr\n---\n\n${french}\n`
  })
  const {ok, messages} = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

test('a note may go over inside a joined word that no line has room for', async () => {
  const long = 'والمستضعفينأفاستسقيناكموها'
  const notes = Array.from({length: 40}, (_, n) => {
    const words = Array.from({length: 2 + (n % 9)}, (__, at) => long.repeat(1 + ((n + at) % 5)))
    return `[^en-${n + 1}]: نَبْكِ ${words.join(' القرآن ')}.`
  })
  const text = notes.map(
    (_, n) => `${'He was at the light. '.repeat(1 + (n % 6))}They were.[^en-${n + 1}] ${'So. '.repeat(n % 5)}`
  )
  const edition = EditionTest.empty().with({
    'edition.yaml': `${HEAD}outputs: {reader: {formats: [pdf], paper: 100x140mm}}\n`,
    'documents/d1.md': `---\ntitle: The Light\n---\n\n${[...text, ...notes].join('\n\n')}\n`
  })
  const {ok, messages} = await build({dir: edition.dir, out: `${edition.cwd}/dist`, outputs: ['reader']})
  const errors = messages.flatMap((file) => file.messages).filter(({fatal}) => fatal)
  expect(errors.map(({reason}) => reason)).toEqual([])
  expect(ok).toBe(true)
})

const HEAD = `id: cuts
title: Cuts
editors: [Ida Ferrand]
date: 2026-05-01
language: en
brackets: {resp: author, table: [{otherwise: leave}]}
front: []
`
