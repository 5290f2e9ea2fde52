// What the lists of a book say of a text beside its counterpart: signs and copies that only the counterpart has are in them.
import {join} from 'node:path'
import type {Element, Nodes} from 'hast'
import {expect, test} from 'vitest'
import {check} from '../../src/build.ts'
import {makeBook} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {EditionTest} from '../support/edition.ts'

const SETTINGS = [
  'sigla: {M: A museum’s notebook, R: The reading copy, Z: A copy that nothing names}',
  'front: [signs, witnesses, abbreviations]',
  'documents: [d3]',
  'back: []',
  'outputs:',
  '  both: {formats: [epub], parallel: columns, paragraph-numbers: false}',
  '  one: {formats: [epub], paragraph-numbers: false}'
].join('\n')

const RUSSIAN = [
  '---',
  'title: Письмо',
  'source:',
  '  M: {title: "Тетрадь 2", status: collated}',
  '---',
  '',
  ':pb[1]{unit=leaf wit=M} Раз :corr[четыре]{rec="четыри"} и :app[дом]{rdg="дым" wit=R}, :gap{reason=illegible}.'
].join('\n')

/** Rows of the lists of an output: `term: what is said of it`. */
async function listsOf(output: string): Promise<Record<string, string[]>> {
  const edition = EditionTest.from('minimal').with({
    'documents/d3.md': '---\ntitle: A Letter\n---\n\nOne.\n',
    'documents/d3.ru.md': RUSSIAN
  })
  edition.with({'edition.yaml': `id: x\ntitle: X\ndate: 2026-01-31\n${SETTINGS}\n`})
  const {edition: read} = await check({dir: join(edition.cwd, 'edition')})
  if (!read) throw new Error('The edition cannot be read')
  const {parts} = makeBook(selection(read, output), {locate: {by: 'paragraph'}, paragraphNumbers: false})
  const rows = (id: string): string[] => rowsOf(parts.find((part) => part.id === id)?.body)
  return {signs: rows('signs'), witnesses: rows('witnesses'), abbreviations: rows('abbreviations')}
}

function rowsOf(node: Nodes | undefined): string[] {
  if (!node || !('children' in node)) return []
  if (node.type === 'element' && node.tagName === 'dl') {
    const cells = node.children.filter((child): child is Element => child.type === 'element')
    return cells.flatMap((cell, index) =>
      cell.tagName === 'dt' ? [`${textOf(cell)}: ${textOf(cells[index + 1])}`.replaceAll('\u00A0', ' ')] : []
    )
  }
  return node.children.flatMap(rowsOf)
}

function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  return node && 'children' in node ? node.children.map(textOf).join(' ').replace(/\s+/g, ' ').trim() : ''
}

test('they count the counterpart where it is printed', async () => {
  expect(await listsOf('both')).toEqual({
    signs: [
      '[…]: Text not transcribed; the words in the bracket say what is known of it.',
      '|: A leaf or page of a copy begins; its number stands beside it.',
      'word i: Copies differ, or the text departs from the received text: see “Emendations” after the text.',
      'lemma] reading M: Before the bracket stand the words of the text, behind it what the copy M has.',
      '] ed. ;: The words of the text are put there by the editor of this edition.'
    ],
    witnesses: ['M: A museum’s notebook. Письмо: Тетрадь 2, collated.', 'R: The reading copy.'],
    abbreviations: ['Z: A copy that nothing names']
  })
})

test('they leave it out where it is not', async () => {
  expect(await listsOf('one')).toEqual({
    signs: [],
    witnesses: [],
    abbreviations: ['M: A museum’s notebook', 'R: The reading copy', 'Z: A copy that nothing names']
  })
})
