// A small edition with all that a package can get wrong, its e-book with the pages of a made-up print, and a way to break it.
import {cpSync} from 'node:fs'
import {join} from 'node:path'
import {strFromU8, strToU8, zipSync, type Zippable} from 'fflate'
import {check} from '../../src/build.ts'
import {allDocuments, type Edition} from '../../src/document/edition.ts'
import {words} from '../../src/document/layers.ts'
import {severityOf} from '../../src/document/report.ts'
import {lettersOf, type PrintedPage} from '../../src/document/printed-pages.ts'
import {writeEpub} from '../../src/epub/index.ts'
import {makeBook} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'
import {entriesOf, type Entry} from './opened.ts'

/** An edition, the pages of its print, and its finished e-book. */
export interface Proved {
  edition: Edition
  pages: PrintedPage[]
  epub: Uint8Array
}

const SETTINGS = `id: https://example.org/harbour
title: Two Papers of the Harbour Office
subtitle: A Letter and a Talk
authors: [{name: Harbour Office, sort: Harbour Office}]
editors: [{name: Mary Ward, sort: 'Ward, Mary'}, Ida Ferrand]
publisher: The Quay Press
rights: Free for any use.
description: An invented letter and an invented talk.
date: 2026-01-31
brackets: {resp: translator, table: [{words: [new], as: supplied}, {match: 'signed: (.*)', as: ann, kind: signature}]}
names: {find: true}
front: [title, imprint, contents, introduction, people]
back: [index, colophon]
outputs: {reader: {formats: [pdf, epub]}}
`

const INTRODUCTION = `---
title: Introduction
---

The papers lay in a chest with the word :orig[причал]{lang=ru by=ed} on it. See :ref[d2].[^en-1]

## The copies

| Copy | Leaves |
|------|-------:|
| **First** | 3 |

3. The letter of Anna Weber,
4. the talk of the fifth of March.

::figure[The chest.]{src=images/ship.png alt="A chest with a ship on its lid"}

::figure{src=images/anchor.png decorative}

[^en-1]: The chest is lost; what was in it lies in the harbour office.
`

/** Makes the edition and its e-book without a browser. */
export async function proved(): Promise<Proved> {
  const test = EditionTest.from('minimal').with({'edition.yaml': SETTINGS, 'front/introduction.md': INTRODUCTION})
  cpSync(new URL('../editions/everything/images/', import.meta.url), join(test.dir, 'images'), {recursive: true})
  return bookOf(test.dir, 'reader')
}

/** Makes the e-book of an output, with the pages of a print that nobody has made. */
export async function bookOf(dir: string, output: string, size = 30): Promise<Proved> {
  const {edition: whole, files} = await check({dir})
  const errors = files.flatMap(({messages}) => messages).filter((message) => severityOf(message) === 'error')
  if (!whole || errors.length > 0) throw new Error(`The edition is not sound: ${errors.map(String).join('\n')}`)
  const edition = selection(whole, output)
  const pages = printed(edition, size)
  const paragraphNumbers = edition.output?.['paragraph-numbers'] ?? true
  const book = makeBook(edition, {locate: {by: 'paragraph'}, paragraphNumbers})
  const epub = await writeEpub(book, {metadata: edition.settings, images: edition.images, paragraphNumbers, pages})
  return {edition, pages, epub}
}

/** Pages as a print of so many letters a page would have them: roman in front, arabic in the text, most of them cut inside a word. */
export function printed(edition: Edition, size: number): PrintedPage[] {
  const pages: PrintedPage[] = [{label: 'i', part: 'title', letters: 0, begins: ''}]
  const count = {front: 1, text: 0}
  for (const {id, role, tree} of allDocuments(edition)) {
    const text = words(tree, 'reading').join(' ')
    const all = lettersOf(text).length
    for (let letters = 0; letters < all; letters += size) {
      const label = role === 'front' ? roman(++count.front) : String(++count.text)
      pages.push({label, part: id, letters, begins: from(text, letters)})
    }
  }
  return pages
}

const roman = (number: number): string =>
  Object.entries({
    m: 1000,
    cm: 900,
    d: 500,
    cd: 400,
    c: 100,
    xc: 90,
    l: 50,
    xl: 40,
    x: 10,
    ix: 9,
    v: 5,
    iv: 4,
    i: 1
  }).reduce(
    ([text, left], [sign, value]): [string, number] => [text + sign.repeat(Math.floor(left / value)), left % value],
    ['', number] as [string, number]
  )[0]

/** The first words from a letter on. */
function from(text: string, letters: number): string {
  let at = 0
  for (let left = letters; left > 0; at++) if (lettersOf(text[at] ?? '') !== '') left--
  return text.slice(at).trim().split(' ').slice(0, 3).join(' ')
}

/** The same e-book with its files changed, with their order, compression and date; throws where nothing is changed. */
export function broken(
  epub: Uint8Array,
  change: (entries: Entry[]) => Entry[],
  date = new Date(2026, 0, 31)
): Uint8Array {
  const before = entriesOf(epub)
  const after = change(before.map((entry) => ({...entry})))
  const zip: Zippable = {}
  for (const {name, compression, bytes} of after) zip[name] = [bytes, {level: compression === 0 ? 0 : 6, mtime: date}]
  const pairs = after.length === before.length && after.every((entry, index) => same(entry, before[index]))
  if (pairs && date.getFullYear() === 2026) throw new Error('Nothing was changed')
  return zipSync(zip)
}

const same = (a: Entry, b: Entry | undefined): boolean =>
  a.name === b?.name && a.compression === b.compression && Buffer.compare(a.bytes, b.bytes) === 0

/** Replaces the first place of words in a file; they must be there. */
export const put =
  (file: string, old: string | RegExp, to: string) =>
  (entries: Entry[]): Entry[] =>
    entries.map((entry) => {
      if (entry.name !== `OEBPS/${file}`) return entry
      const text = strFromU8(entry.bytes)
      if (text.search(typeof old === 'string' ? escaped(old) : old) < 0) throw new Error(`${file} does not have ${old}`)
      return {...entry, bytes: strToU8(text.replace(old, to))}
    })

const escaped = (text: string): RegExp => new RegExp(text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
