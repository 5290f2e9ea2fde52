// Primes, × and minus as readers get them: in notes of the editor always, in received text as edition.yaml lists them, in all faces.
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/build.ts'
import {textOf} from '../epub/opened.ts'
import {EditionTest} from '../support/edition.ts'
import {withOwnCache} from '../support/own-cache.ts'
import {readBook} from './read-book.ts'
import {errorsIn} from './support/build-result.ts'

withOwnCache()

test('PDF and e-book have the signs, the key says which of them the text was given', async () => {
  const edition = EditionTest.empty().with({
    'edition.yaml': `id: measures
title: Measures
date: 2026-01-31
editors: [Mary Ward]
typography: [minus]
outputs:
  serif: {formats: [pdf, epub]}
  sans: {formats: [pdf], typeface: Noto Sans}
`,
    'documents/d1.md': `---
title: A Measure
---

It was -5 °C at 40° 26', in a room of 3 x 4 m.[^en-1]

[^en-1]: He was *6'2"*, **the room 3 x 4 m**, at *-5 °C* and 40° 26' 46" N.
`
  })
  const dist = join(edition.cwd, 'dist')
  const result = await build({dir: edition.dir, out: dist})
  expect(errorsIn(result)).toEqual([])
  const text = "It was −5 °C at 40° 26', in a room of 3 x 4 m."
  const note = 'He was 6′2″, the room 3 × 4 m, at −5 °C and 40° 26′ 46″ N.'
  const key =
    'Set in the text without a sign: the hyphen before degrees or a percentage as a minus. Nothing else is changed.'
  for (const name of ['serif', 'sans']) {
    const pages = (await readBook(join(dist, `${name}.pdf`))).pages.map((page) => page.text).join('\n')
    for (const words of [text, note, key]) expect(pages).toContain(words)
  }
  const epub = await readFile(join(dist, 'serif.epub'))
  const [document, signs] = ['d1.xhtml', 'signs.xhtml'].map((file) => textOf(epub, file).replace(/<[^>]+>/g, ''))
  expect(document).toContain(text)
  expect(document).toContain(note)
  expect(signs).toContain(key)
})
