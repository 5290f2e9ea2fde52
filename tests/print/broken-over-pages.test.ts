// Words longer than their lines, in a text, in notes in narrow columns and in cells, broken without a hyphen from line to line and from
// page to page: the foreign reader of the finished PDF finds every one, and sees where a letter of one is lost.
import {readFileSync} from 'node:fs'
import {beforeAll, expect, test} from 'vitest'
import {build, check} from '../../src/build.ts'
import {selection} from '../../src/selection/index.ts'
import {verifyPdf} from '../../src/verify/index.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'

withOwnCache()

/** Words of so many letters of an alphabet, of which no two are the same and none can be hyphenated. */
function longWords(letters: string, count: number, length: number): string {
  let state = length
  const next = (): string => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return letters.charAt((state >>> 16) % letters.length)
  }
  return Array.from({length: count}, () => Array.from({length}, next).join('')).join(' ')
}

const SCRIPTS = {latin: 'bcdfghjk', greek: 'βγδζθκλμ', cyrillic: 'бвгджзкл', hebrew: 'אבגדהזחט'}

const documentOf = (letters: string, language: string): string => `---
title: ${longWords(letters, 2, 5)}
language: ${language}
---

${longWords(letters, 6, 130)}[^tn-1] ${longWords(letters, 10, 210)}[^tn-2]

| ${longWords(letters, 1, 40)} | ${longWords(letters, 1, 41)} |
| --- | --- |
| ${longWords(letters, 3, 42)} | ${longWords(letters, 3, 43)} |

[^tn-1]: ${longWords(letters, 16, 90)}
[^tn-2]: ${longWords(letters, 6, 140)}
`

const FILES: Readonly<Record<string, string>> = {
  'edition.yaml': `id: long-words
title: Long words
editors: [Nobody]
date: 2026-01-01
language: en
brackets: {resp: author, table: [{otherwise: leave}]}
series:
  tn: {title: Notes, marks: decimal, layout: three-columns}
outputs: {reader: {formats: [pdf], paper: 110x178mm}}
`,
  'documents/latin.md': documentOf(SCRIPTS.latin, 'en'),
  'documents/greek.md': documentOf(SCRIPTS.greek, 'el'),
  'documents/cyrillic.md': documentOf(SCRIPTS.cyrillic, 'ru'),
  'documents/hebrew.md': documentOf(SCRIPTS.hebrew, 'he')
}

let bytes: Uint8Array
beforeAll(async () => {
  const {dir, cwd} = EditionTest.empty().with(FILES)
  const {ok, messages} = await build({dir, out: `${cwd}/dist`, outputs: ['reader']})
  if (!ok) throw new Error(messages.flatMap((one) => one.messages.map(({reason}) => reason)).join('\n'))
  bytes = readFileSync(`${cwd}/dist/reader.pdf`)
})

/** How many words of each text the reader does not find, where a document had another text. */
async function lost(name = 'latin', change = (text: string): string => text): Promise<Record<string, number>> {
  const file = `documents/${name}.md`
  const {dir} = EditionTest.empty().with({...FILES, [file]: change(FILES[file] ?? '')})
  const {edition} = await check({dir})
  if (!edition) throw new Error('The edition cannot be read')
  const {shares} = await verifyPdf(selection(edition, 'reader'), bytes)
  return Object.fromEntries(
    shares.flatMap(({of, words, found}) => (found < words ? [[of, words - found] as const] : []))
  )
}

test('every word is found', async () => {
  expect(await lost()).toEqual({})
})

/** Does something to the letters in the middle of each long word of a text, beginning with one of them. */
const inLongWords =
  (change: (before: string, behind: string) => string) =>
  (text: string): string =>
    text.replace(/\p{L}{130,}/gu, (word) => change(word.slice(0, 61), word.slice(61)))

test.each(Object.keys(SCRIPTS))('a letter of %s that is lost, doubled or exchanged is told of', async (name) => {
  const {[name as keyof typeof SCRIPTS]: letters} = SCRIPTS
  const other = (letter: string): string => letters.charAt((letters.indexOf(letter) + 1) % letters.length)
  const all = {[name]: 16, 'notes tn': 6}
  expect(
    await lost(
      name,
      inLongWords((before, behind) => before + behind.slice(1))
    )
  ).toEqual(all)
  expect(
    await lost(
      name,
      inLongWords((before, behind) => before + behind.charAt(0) + behind)
    )
  ).toEqual(all)
  const exchanged = inLongWords((before, behind) => before + other(behind.charAt(0)) + behind.slice(1))
  expect(await lost(name, exchanged)).toEqual(all)
})
