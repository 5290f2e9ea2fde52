// Each case below this folder: a document with its settings, the tree after all transforms, and all that is told of it.
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import type {Edition, EditionDocument} from '../../src/document/edition.ts'
import {archivesSchema, editionSchema, matterSchema, registerSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'
import {parse, splitMatter} from '../../src/syntax/index.ts'
import {transform} from '../../src/transforms/index.ts'
import {casesOf, expectFile, expectMessages, fileOf, messagesOf} from '../syntax/cases.ts'
import {dump} from '../syntax/dump.ts'

const folder = new URL('./', import.meta.url)
const cases = casesOf(folder)

/** One document `d1` with the settings and registers that the case lays beside it. */
function editionOf(name: string): {edition: Edition; document: EditionDocument; settingsFile: VFile} {
  const yaml = (of: string): string => fileOf(folder, `${name}/${of}.yaml`) ?? ''
  const settingsFile = new VFile({path: 'edition.yaml'})
  const text = `id: x\ntitle: X\ndate: 2026-01-31\n${yaml('edition')}`
  const settings = editionSchema.parse(readYaml(settingsFile, {text}, editionSchema.loose() as never))
  const file = new VFile({path: 'd1.md'})
  const {
    matter: front,
    matterLine,
    body,
    bodyLine
  } = splitMatter(fileOf(folder, `${name}/input.md`) ?? '') ?? {
    matter: '',
    matterLine: 0,
    body: '',
    bodyLine: 0
  }
  const matter = readYaml(file, {text: front, lineOffset: matterLine}, matterSchema) ?? {}
  const tree = parse(file, body, {series: ['tn', 'en', 'an'], bodyLine})
  const document: EditionDocument = {id: 'd1', role: 'document', file, matter, body, bodyLine, tree}
  const register = (of: string) => readYaml(settingsFile, {text: yaml(of)}, registerSchema) ?? {}
  const edition: Edition = {
    dir: '.',
    settings,
    people: register('people'),
    places: register('places'),
    terms: register('terms'),
    archives: readYaml(settingsFile, {text: yaml('archives')}, archivesSchema) ?? {},
    documents: [document],
    front: [],
    back: [],
    images: new Map(),
    files: [settingsFile, file]
  }
  return {edition, document, settingsFile}
}

describe('transforms', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(8))

  test.each(cases)('%s', async (name) => {
    expect.hasAssertions()
    const {edition, document, settingsFile} = editionOf(name)
    const rows = transform(edition, settingsFile)
    const table = rows.map(({line, column, text, type, rule, suggestion}) =>
      [`${line}:${column}`, text, type, rule, suggestion && `suggests ${suggestion}`].filter(Boolean).join('  ')
    )
    await expectFile([dump(document.tree), ...table.map((row) => `${row}\n`)].join(''), folder, `${name}/expected.txt`)
    await expectMessages(messagesOf(settingsFile, document.file), folder, name)
  })
})
