// Reading a folder: ids that clash, folders that look like files, and files as other programs save them.
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const minimal = (): EditionTest => EditionTest.from('minimal')

test('an id that differs in capitals only would be the same file of the e-book', async () => {
  expect(await minimal().with({'documents/d3.md': '---\nid: D1\n---\nText.'}).messages()).toEqual([
    'documents/d3.md:1:1  error  Unexpected id `D1`, which documents/d1.md has already, expected another  duplicate-id'
  ])
})

test.each(['d1-p5', 'd1-x2', 'd1-at', 'd1-leaf-3', 'd1-en-1', 'd1-entries-2'])(
  'the id %s is the name of a place in another document',
  async (id) => {
    expect(
      await minimal()
        .with({'documents/d3.md': `---\nid: ${id}\n---\nText.`})
        .messages()
    ).toEqual([
      `documents/d3.md:1:1  error  Unexpected id \`${id}\`, which the program uses for a place in \`d1\`, expected another  duplicate-id`
    ])
  }
)

test.each(['d1-part', 'd1-2', 'd1-entry', 'd12'])('the id %s is none', async (id) => {
  expect(
    await minimal()
      .with({'documents/d3.md': `---\nid: ${id}\n---\nText.`})
      .messages()
  ).toEqual([])
})

test('folders that are called like a text or a picture are neither', async () => {
  const edition = minimal().with({'documents/d3.md': '::figure{src=images/quay.png decorative}'})
  mkdirSync(join(edition.dir, 'documents/old.md'))
  mkdirSync(join(edition.dir, 'images/quay.png'), {recursive: true})
  expect(await edition.messages()).toEqual([
    'documents/d3.md:1:1  error  No picture `images/quay.png`, expected it at `images/quay.png`  image-missing'
  ])
})

test('a byte order mark and line ends of Windows move no place', async () => {
  const text = '\uFEFF---\r\ntitle: A\r\n---\r\n\r\nOne :foo[x]\r\ntwo [a\r\n'
  expect((await minimal().with({'documents/d3.md': text}).messages()).map((line) => line.slice(0, 60))).toEqual([
    'documents/d3.md:5:5  error  Unexpected directive `:foo`, exp',
    'documents/d3.md:6:5  warning  Unexpected opening bracket `[`'
  ])
})

test.each([
  ['', 1],
  ['---\ntitle: A\n---', 4],
  ['---\ntitle: A\n---\n\n', 4]
])('a document without text: %j', async (text, line) => {
  expect(await minimal().with({'documents/d3.md': text}).messages()).toEqual([
    `documents/d3.md:${line}:1  warning  Unexpected document without text, expected some after the front matter  document-without-text`
  ])
})

test('front matter that is not closed', async () => {
  expect(await minimal().with({'documents/d3.md': '---\ntitle: A\n'}).messages()).toEqual([
    'documents/d3.md:1:1  error  The front matter is not closed, expected a line `---` after it  unreadable-yaml'
  ])
})
