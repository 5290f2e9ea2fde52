// Texts in two languages: which paragraphs pair, and what `{=n}` does to the words around it.
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {words} from '../../src/document/layers.ts'
import type {Paragraph} from 'mdast'
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../../src/document/edition.ts'
import {check} from '../../src/build.ts'
import {EditionTest} from '../support/edition.ts'

const ENGLISH = 'One.\n\nTwo.\n\nThree.\n\nFour.\n'

/** The pair `d3.md` and `d3.ru.md` of an edition, with all messages. */
async function paired(russian: string): Promise<{russian: EditionDocument; messages: string[]}> {
  const edition = EditionTest.from('minimal').with({'documents/d3.md': ENGLISH, 'documents/d3.ru.md': russian})
  const messages = await edition.messages()
  const {edition: read} = await check({dir: join(edition.cwd, 'edition')})
  const partner = read?.documents.find(({id}) => id === 'd3')
  const [counterpart] = partner?.counterparts ?? []
  if (!counterpart) throw new Error('d3 has no counterpart')
  return {russian: counterpart, messages}
}

function pairsOf({tree}: EditionDocument): [number | undefined, number | undefined][] {
  const found: [number | undefined, number | undefined][] = []
  visit(tree, 'paragraph', ({data}: Paragraph) => void found.push([data?.place, data?.pair]))
  return found
}

test('a counterpart is no document of its own and has its language from its name', async () => {
  const {russian, messages} = await paired('Раз.\n\nДва.\n\nТри.\n\nЧетыре.\n')
  expect(messages).toEqual([])
  expect(russian.id).toBe('d3.ru')
  expect(russian.matter.language).toBe('ru')
})

test('paragraphs pair in their order, and from a mark on by its number', async () => {
  const {russian, messages} = await paired('Раз.\n\n{=3} Три.\n\nЧетыре.\n\n{=4} Ещё раз.\n')
  expect(messages).toEqual([])
  expect(pairsOf(russian)).toEqual([
    [1, 1],
    [2, 3],
    [3, 4],
    [4, 4]
  ])
})

test('a mark is no word of the text; behind a backslash, inside a line and in a note it is', async () => {
  const {russian, messages} = await paired(
    '{=1}\nРаз[^tn-1] {=2}.\n\n- {=2} Два.\n\n> {=3} Три.\n\n\\{=4} четыре.\n\n[^tn-1]: {=9} Сноска.\n'
  )
  expect(messages.filter((message) => !message.includes('  info  '))).toEqual([])
  expect(words(russian.tree, 'reading').join(' ')).toBe('d3.ru Раз {=2}. Два. Три. {=4} четыре.')
  expect(pairsOf(russian).filter(([n]) => n !== undefined)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4]
  ])
})

test('in a document of its own the same signs are text', async () => {
  const edition = EditionTest.from('minimal').with({'documents/d3.md': '{=3} Three.\n'})
  expect(await edition.messages()).toEqual([])
  const {edition: read} = await check({dir: join(edition.cwd, 'edition')})
  const document = read?.documents.find(({id}) => id === 'd3')
  expect(document && words(document.tree, 'reading')).toEqual(['d3', '{=3}', 'Three.'])
})

test('an output with one text is not asked for the other', async () => {
  const edition = EditionTest.from('minimal').with({'documents/d3.md': 'One.\n', 'documents/d3.ru.md': 'Раз.\n'})
  const {status} = await edition.runInside('build', '--output', 'reader.epub')
  expect(status).toBe(0)
})
