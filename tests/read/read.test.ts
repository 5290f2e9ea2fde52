// Reading a folder: ids that clash, folders that look like files, and files as other programs save them.
import {mkdirSync, symlinkSync, truncateSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const minimal = (): EditionTest => EditionTest.from('minimal')

test('an id that differs in capitals only would be the same file of the e-book', async () => {
  expect(await minimal().with({'documents/d3.md': '---\nid: D1\n---\nText.'}).messages()).toEqual([
    'documents/d3.md:2:5  error  Unexpected id `D1`, which documents/d1.md has already, expected another  duplicate-id'
  ])
})

test.each(['d1-p5', 'd1-x2', 'd1-section-2', 'd1-at', 'd1-leaf-3', 'd1-en-1', 'd1-entries-2'])(
  'the id %s is the name of a place in another document',
  async (id) => {
    expect(
      await minimal()
        .with({'documents/d3.md': `---\nid: ${id}\n---\nText.`})
        .messages()
    ).toEqual([
      `documents/d3.md:2:5  error  Unexpected id \`${id}\`, which the program uses for a place in \`d1\`, expected another  duplicate-id`
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

test('an event of the timeline whose date cannot be read is told, not left out', async () => {
  const edition = minimal()
  const settings = edition.read('edition.yaml')
  edition.with({'edition.yaml': `${settings}timeline: [{date: spring 1921, text: Thaw.}]\n`})
  expect(await edition.messages()).toEqual([
    'edition.yaml:11:19  error  Unexpected value `spring 1921` of `date` in item 1 of `timeline`, expected EDTF such as `1952-09-04`, `1952-09` or `1952~`  wrong-value'
  ])
})

test('a cover is a PNG or a JPEG of the edition', async () => {
  const edition = minimal()
  const settings = edition.read('edition.yaml')
  const said = (src: string): Promise<string[]> =>
    edition.with({'edition.yaml': `${settings}cover: ${src}\n`, 'images/quay.svg': SVG}).messages()
  // The minimal edition has ten lines of settings.
  expect(await said('images/quay.png')).toEqual([
    'edition.yaml:11:8  error  No picture `images/quay.png`, expected it at `images/quay.png`  image-missing'
  ])
  expect(await said('images/quay.svg')).toEqual([
    'edition.yaml:11:8  error  Unexpected kind of picture `images/quay.svg` for the cover, expected a PNG or a JPEG  image-missing'
  ])
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'

describe('nothing outside the edition is opened', () => {
  test('no picture through a link, whether it is there or not', async () => {
    const edition = minimal().with({
      'documents/d3.md':
        '::figure{src=images/a.png decorative}\n\n::figure{src=../b.png decorative}\n\n::figure{src=images/../../c.png decorative}',
      '../a.png': 'secret',
      '../b.png': 'secret'
    })
    mkdirSync(join(edition.dir, 'images'))
    symlinkSync('../../a.png', join(edition.dir, 'images/a.png'))
    const expected = (line: number, src: string): string =>
      `documents/d3.md:${line}:1  error  Picture \`${src}\` lies outside the edition, expected it inside \`${edition.dir}\`  image-outside`
    expect(await edition.messages()).toEqual([
      expected(1, 'images/a.png'),
      expected(3, '../b.png'),
      expected(5, 'images/../../c.png')
    ])
  })

  test('no text, no register, no transcript', async () => {
    const edition = minimal().with({'people.yaml': undefined, transcripts: undefined, '../outside/d1.txt': 'secret'})
    symlinkSync('../../outside/d1.txt', join(edition.dir, 'documents/d3.md'))
    symlinkSync('../outside/d1.txt', join(edition.dir, 'people.yaml'))
    symlinkSync('../outside', join(edition.dir, 'transcripts'))
    const link = `The file is a link that leads out of the edition, expected the file itself inside \`${edition.dir}\`  missing-file`
    const messages = await edition.messages()
    expect(messages).toContain(`documents/d3.md:1:1  error  ${link}`)
    expect(messages).toContain(`people.yaml:1:1  error  ${link}`)
    expect(messages).toContain(
      'documents/d1.md:8:9  error  No transcript `transcripts/d1.txt`, expected the file that `received` names  missing-file'
    )
    expect(messages.join()).not.toContain('secret')
  })

  test('a name without a file is told where the list has it, in whichever part', async () => {
    const edition = minimal()
    const parts = 'parts:\n  - {title: One, documents: [d1]}\n  - {title: Two, documents: [d2, d9]}\n'
    edition.with({'edition.yaml': `${edition.read('edition.yaml')}${parts}front: [title, prefase]\n`})
    expect(await edition.messages()).toEqual([
      'edition.yaml:13:34  error  No file for `d9` of `parts`, did you mean `d1`?  missing-file',
      'edition.yaml:14:16  error  No file for `prefase` of `front`, expected a file `front/prefase.md`  missing-file'
    ])
  })

  test('a link inside the edition is as good as the file', async () => {
    const edition = minimal().with({'texts/d3.md': 'Text.'})
    symlinkSync('../texts/d3.md', join(edition.dir, 'documents/d3.md'))
    expect(await edition.messages()).toEqual([])
  })
})

test('a picture of 100 MB is not opened', async () => {
  const edition = minimal().with({'documents/d3.md': '::figure{src=images/quay.png decorative}', 'images/quay.png': ''})
  truncateSync(join(edition.dir, 'images/quay.png'), 100_000_000)
  expect(await edition.messages()).toEqual([
    'documents/d3.md:1:1  error  Picture `images/quay.png` has 100 MB, expected at most 50 MB; save it with fewer pixels (300 an inch at its printed size are enough) or as JPEG  image-large'
  ])
})

test('a control character in a title, typed or written as YAML writes it', async () => {
  const typed = minimal().with({'documents/d3.md': '---\ntitle: A\u0001 Draft\n---\nText.'})
  const written = minimal().with({'documents/d3.md': '---\ntitle: "A\\u0001 Draft"\n---\nText.'})
  const reason = 'Unexpected control character U+0001'
  expect(await typed.messages()).toEqual([`documents/d3.md:2:9  error  ${reason}, expected text only  not-utf8`])
  expect(await written.messages()).toEqual([
    `documents/d3.md:2:8  error  ${reason} in a value, expected text only  not-utf8`
  ])
  const half = EditionTest.from('minimal').with({'documents/d3.md': '---\ntitle: "A \\uD83D day"\n---\n\nText.\n'})
  expect(await half.messages()).toEqual([
    'documents/d3.md:2:8  error  Unexpected half of a character U+D83D in a value, expected text only  not-utf8'
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
