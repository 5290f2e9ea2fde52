// Each case of this folder: a document, and its part of the book as HTML with its notes below it.
import type {Element, Root} from 'hast'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {SKIP, visitParents} from 'unist-util-visit-parents'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {Edition} from '../../src/document/edition.ts'
import {seriesOf} from '../../src/document/edition.ts'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'
import {makeBook, type BookPart} from '../../src/html/index.ts'
import {parse} from '../../src/syntax/index.ts'
import {transform} from '../../src/transforms/index.ts'
import {casesOf, expectFile, fileOf} from '../syntax/cases.ts'

const toHtml = (root: Root): string => unified().use(rehypeStringify).stringify(root)

const folder = new URL('./', import.meta.url)
const cases = casesOf(folder)

/** The one document of a case as a part of a book, its anchors all on page 7. */
function partOf(name: string, by: 'line' | 'mark' = 'mark'): BookPart {
  const body = fileOf(folder, `${name}/input.md`) ?? ''
  const [settingsFile, file] = [new VFile({path: 'edition.yaml'}), new VFile({path: 'd1.md'})]
  const yaml = `id: x\ntitle: X\ndate: 2026\n${fileOf(folder, `${name}/edition.yaml`) ?? ''}outputs: {reader: {formats: [epub], line-numbers: ${by === 'line'}}}\n`
  const settings = editionSchema.parse(readYaml(settingsFile, {text: yaml}, editionSchema.loose() as never))
  const {source} = matterSchema.parse({source: copies(fileOf(folder, `${name}/copies.txt`) ?? '')})
  const tree = parse(file, body, {series: seriesOf(settings).map(({key}) => key)})
  const edition: Edition = {
    dir: '.',
    settings,
    people: {},
    places: {},
    terms: {},
    archives: {},
    documents: [
      {id: 'd1', role: 'document', file, matter: {title: {text: 'T', by: undefined}, source}, body, bodyLine: 0, tree}
    ],
    front: [],
    back: [],
    images: new Map(),
    files: [settingsFile, file],
    output: settings.outputs['reader']
  }
  transform(edition, settingsFile)
  const book = makeBook(edition, {
    locate: {by: 'page', label: () => '7'},
    paragraphNumbers: true
  })
  return book.parts.find(({id}) => id === 'd1') as BookPart
}

/** Sigla of collated copies, as the front matter has them. */
const copies = (sigla: string): Record<string, unknown> =>
  Object.fromEntries((sigla.match(/\S+/g) ?? []).map((siglum) => [siglum, {title: siglum, status: 'collated'}]))

const rootsOf = ({body, notes}: BookPart): Root[] => [
  body,
  ...notes.map((note): Root => ({type: 'root', children: note.body}))
]

const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'blockquote',
  'header',
  'h1',
  'h2',
  'h3',
  'hr'
])
const PHRASING = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'span', 'em', 'a', 'del'])

/** Places where HTML does not allow what stands there. */
function faultsOf(root: Root): string[] {
  const faults: string[] = []
  visitParents(root, 'element', (node, ancestors) => {
    const above = ancestors.filter((one): one is Element => one.type === 'element').map(({tagName}) => tagName)
    if (BLOCKS.has(node.tagName) && above.some((name) => PHRASING.has(name)))
      faults.push(`${node.tagName} in ${above.join(' ')}`)
    if (node.tagName === 'a' && above.includes('a')) faults.push('a in a')
    return node.tagName === 'svg' ? SKIP : undefined
  })
  return faults
}

async function expectPart(part: BookPart, file: string): Promise<void> {
  const [body = '', ...notes] = rootsOf(part).map((root) => toHtml(root))
  const lines = notes.map(
    (note, index) => `<!-- ${part.notes[index]?.anchor} ${part.notes[index]?.mark} -->\n${note}\n`
  )
  await expectFile(`${body}\n${lines.join('')}`, folder, file)
  expect(rootsOf(part).flatMap(faultsOf)).toEqual([])
}

describe('html', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(7))

  // oxlint-disable-next-line vitest/expect-expect -- expectPart asserts
  test.each(cases)('%s', async (name) => {
    await expectPart(partOf(name), `${name}/expected.html`)
  })

  // oxlint-disable-next-line vitest/expect-expect -- expectPart asserts
  test.each(['spans', 'sources'])('%s found by the numbers of their lines', async (name) => {
    await expectPart(partOf(name, 'line'), `${name}/by-line.html`)
  })

  test('a block in a paragraph and a link in a link are seen', () => {
    const text = {type: 'text', value: 'x'} as const
    const element = (tagName: string, child: Element | typeof text): Element => ({
      type: 'element',
      tagName,
      properties: {},
      children: [child]
    })
    expect(faultsOf({type: 'root', children: [element('p', element('ul', text))]})).toEqual(['ul in p'])
    expect(faultsOf({type: 'root', children: [element('a', element('a', text))]})).toEqual(['a in a'])
  })
})
