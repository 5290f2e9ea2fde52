// The index of an e-book: every locator leads to the very paragraph, or to the call of the note in which the name stands.
import {join} from 'node:path'
import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import {makeBook} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'

const PEOPLE =
  'vera: {name: Vera Lind, asInText: [Vera]}\nolaf: {name: Olaf Berg, sort: "Berg, Olaf", asInText: [Olaf]}\n'

/** Entries of the index of some documents: `name: label → anchor`, one locator after the other; an entry that goes on has no name. */
async function indexOf(documents: Record<string, string>, front = ''): Promise<string[]> {
  const ids = Object.keys(documents)
  const edition = EditionTest.empty().with({
    'edition.yaml': `id: x\ntitle: X\ndate: 2026-01-31\nnames: {find: true}\nfront: [intro]\ndocuments: [${ids.join(', ')}]\nback: [index]\nbrackets: {resp: x, table: [{otherwise: leave}]}\noutputs: {reader: {formats: [epub]}}\n`,
    'people.yaml': PEOPLE,
    'front/intro.md': `# To the Reader\n\n${front}\n`,
    ...Object.fromEntries(Object.entries(documents).map(([id, text]) => [`documents/${id}.md`, text]))
  })
  const {edition: read} = await check({dir: join(edition.cwd, 'edition')})
  if (!read) throw new Error('The edition cannot be read')
  const {parts} = makeBook(selection(read, 'reader'), {locate: {by: 'paragraph'}, paragraphNumbers: true})
  const lines: string[] = []
  const body = parts.find(({id}) => id === 'index')?.body
  if (body)
    visit(body, {tagName: 'p'}, ({children}: Element) => {
      const [name, links] = children.length > 1 ? [children[0], children[1]] : [undefined, children[0]]
      const shown = links?.type === 'element' ? links.children.map(locator).join('') : ''
      lines.push(`${name?.type === 'text' ? name.value : ''}${shown}`.replaceAll('\u00A0', ' '))
    })
  const anchors = new Set<unknown>()
  for (const part of parts)
    for (const tree of [part.body, ...part.notes.map(({body: note}) => ({type: 'root' as const, children: note}))])
      visit(tree, 'element', ({properties}) => void anchors.add(properties['id']))
  for (const [, anchor] of lines.join('\n').matchAll(/→ ([\w-]+)/g)) expect(anchors).toContain(anchor)
  return lines
}

const locator = (node: Element['children'][number]): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? `${node.children.map(locator).join('')} → ${String(node.properties['href']).slice(1)}`
      : ''

test('neighbouring paragraphs are joined; the first is where the link leads', async () => {
  expect(await indexOf({d1: 'Vera.\n\nVera and Olaf.\n\nNobody.\n\nVera.'})).toEqual([
    'Berg, Olaf, ¶ 2 → d1-p2',
    'Vera Lind, ¶ 1–2 → d1-p1, ¶ 4 → d1-p4'
  ])
})

test('a document is named once, by its number where it has one', async () => {
  const documents = {d1: '---\nnumber: 7\n---\n\nVera.\n\nNobody.\n\nVera.', d2: 'Nobody.\n\nVera.'}
  expect(await indexOf(documents)).toEqual(['Vera Lind, 7 ¶ 1 → d1-p1, ¶ 3 → d1-p3; d2 ¶ 2 → d2-p2'])
})

test('a name in a note leads to the call of the note, unless its paragraph is named', async () => {
  const text = [
    'Nobody[^tn-1] is here.',
    'Vera.[^en-1]',
    'Nobody again.[^en-2]',
    '[^tn-1]: Olaf, says the copy.',
    '[^en-1]: Vera was a pilot.',
    '[^en-2]: Vera, and Olaf.'
  ]
  expect(await indexOf({d1: text.join('\n\n')})).toEqual([
    'Berg, Olaf, ¶ 1 n. a → d1-tn-1-call, ¶ 3 n. 2 → d1-en-2-call',
    'Vera Lind, ¶ 2 → d1-p2, ¶ 3 n. 2 → d1-en-2-call'
  ])
})

test('a name in a heading is found by the paragraph below, and leads to the heading', async () => {
  const text = 'Nobody.\n\n## Vera arrives\n\nNobody again.\n\n| Pilot |\n| --- |\n| Olaf |\n\n## Vera leaves'
  expect(await indexOf({d1: text})).toEqual(['Berg, Olaf, ¶ 2 → d1-x2', 'Vera Lind, ¶ 2 → d1-x1'])
})

test('a chapter without numbers is named, and its notes with it', async () => {
  const front = 'Of Vera.[^en-1]\n\n[^en-1]: Olaf and Vera.'
  expect(await indexOf({d1: 'Vera.'}, front)).toEqual([
    'Berg, Olaf, To the Reader n. 1 → intro-en-1-call',
    'Vera Lind, To the Reader → intro-x1; ¶ 1 → d1-p1'
  ])
})

test('an entry with very many places goes on in further paragraphs', async () => {
  const text = Array.from({length: 250}, (_, n) => (n % 2 === 0 ? 'Vera.' : 'Nobody.')).join('\n\n')
  const lines = await indexOf({d1: text})
  expect(lines.map((line) => [line.split(' → ')[0], line.split('→').length - 1])).toEqual([
    ['Vera Lind, ¶ 1', 120],
    ['¶ 241', 5]
  ])
})
