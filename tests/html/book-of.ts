// Makes the book of one document from its words and its settings, without files.
import {expect} from 'vitest'
import {VFile} from 'vfile'
import type {Edition} from '../../src/document/edition.ts'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'
import {makeBook, type Book, type Locate} from '../../src/html/index.ts'
import {selection} from '../../src/selection/index.ts'
import {parse} from '../../src/syntax/index.ts'
import {transform} from '../../src/transforms/index.ts'

interface Making {
  locate?: Locate
  /** Front matter of the document. */
  matter?: Record<string, unknown>
}

/** The book of one document in the output `reader`; `matter`: its front matter. */
export function bookOf(
  body: string,
  settings: Record<string, unknown>,
  {locate = PAGES, matter = {}}: Making = {}
): Book {
  const [settingsFile, file] = [new VFile({path: 'edition.yaml'}), new VFile({path: 'd1.md'})]
  const parsed = editionSchema.parse({id: 'x', title: 'X', date: '2026', ...settings})
  const tree = parse(file, body, {series: [...Object.keys(parsed.series), 'tn', 'en', 'an']})
  const edition: Edition = {
    dir: '.',
    settings: parsed,
    people: {},
    places: {},
    terms: {},
    archives: {},
    documents: [{id: 'd1', role: 'document', file, matter: matterSchema.parse(matter), body, bodyLine: 0, tree}],
    front: [],
    back: [],
    images: new Map(),
    files: [settingsFile, file]
  }
  transform(edition, settingsFile)
  expect([...settingsFile.messages, ...file.messages].map(String)).toEqual([])
  return makeBook(selection(edition, 'reader'), {locate, paragraphNumbers: false})
}

/** Every anchor on page 7. */
const PAGES: Locate = {by: 'page', label: () => '7'}
