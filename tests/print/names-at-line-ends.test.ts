// A German book in which names and nouns of like length stand at line ends: nouns are divided there, names are not.
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {errorsIn} from './support/build-result.ts'
import {readLines} from './support/read-lines.ts'

withOwnCache()

/** Each paragraph, and each note, has the words a letter further along its line than the one before. */
const shifted = (words: string): string =>
  Array.from({length: 60}, (_, at) => {
    const text = `${'i'.repeat(1 + at)} ${words}`
    return `${text}[^en-${at + 1}]\n\n[^en-${at + 1}]: ${text} ${words}`
  }).join('\n\n')

/** The words that are parted at line ends of the document, each whole. */
async function divided(words: string, files: Record<string, string> = {}): Promise<Set<string>> {
  const edition = EditionTest.empty().with({
    'edition.yaml': `id: namen
title: Namen
date: 2026-01-31
language: de
editors: [Mary Ward]
front: []
back: []
outputs: {reader: {formats: [pdf], paragraph-numbers: false}}
`,
    'documents/d1.md': `---\ntitle: Niederschrift\n---\n\n${shifted(words)}\n`,
    ...files
  })
  const result = await build({dir: edition.dir, out: join(edition.cwd, 'dist')})
  expect(errorsIn(result)).toEqual([])
  const pages = await readLines(join(edition.cwd, 'dist/reader.pdf'))
  return new Set(pages.flatMap(({lines}) => dividedIn(lines.map(({text}) => text))))
}

const dividedIn = (lines: readonly string[]): string[] =>
  lines.slice(0, -1).flatMap((line, at) => {
    const [, begun] = /(\p{L}+)[-‐]$/u.exec(line) ?? []
    const [ended] = /^\p{L}+/u.exec(lines[at + 1] ?? '') ?? []
    return begun && ended ? [begun + ended] : []
  })

const WORDS =
  'Am Abend sah man in einem Haus Weidenmüllersdorf und Verhandlungsergebnisse und Weidenmüllersdorfs Ruf und Herrn Hinterwaldhausen und noch mehr in einem Land an dem Fluss.'
const PEOPLE = {'people.yaml': 'weide: {name: Otto Weidenmüllersdorf}\n'}

test('a name of the register is not divided, nor one behind a title, in text and notes', async () => {
  expect(await divided(WORDS, PEOPLE)).toEqual(new Set(['Verhandlungsergebnisse']))
  // Without the register, and without the title, nothing tells them from nouns.
  expect(await divided(WORDS.replace('Herrn ', ''))).toEqual(
    new Set(['Verhandlungsergebnisse', 'Weidenmüllersdorf', 'Weidenmüllersdorfs', 'Hinterwaldhausen'])
  )
})
