// What the stages ask an edition: its documents in order, its series of notes, the title of its apparatus.
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {
  allDocuments,
  baseSiglum,
  entriesTitle,
  seriesOf,
  type Edition,
  type EditionDocument
} from '../../src/document/edition.ts'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'

const document = (id: string, role: EditionDocument['role'], source?: Record<string, unknown>): EditionDocument => ({
  id,
  role,
  file: new VFile({path: `${id}.md`}),
  matter: matterSchema.parse({source}),
  body: '',
  bodyLine: 0,
  tree: {type: 'root', children: []}
})

const edition = (documents: EditionDocument[], settings: Record<string, unknown> = {}): Edition => ({
  dir: 'edition',
  settings: editionSchema.parse({id: 'x', title: 'T', date: '1952', ...settings}),
  people: {},
  places: {},
  terms: {},
  archives: {},
  front: [document('preface', 'front')],
  documents,
  back: [document('sources', 'back')],
  images: new Map(),
  files: []
})

const collated = {title: 'A copy', status: 'collated'}
const cited = {title: 'A copy'}

test('reading order is front, documents, back', () => {
  const both = edition([document('d2', 'document'), document('d1', 'document')])
  expect(allDocuments(both).map(({id}) => id)).toEqual(['preface', 'd2', 'd1', 'sources'])
})

describe('series of notes', () => {
  test('three need no declaration', () => {
    expect(seriesOf(edition([]).settings)).toEqual([
      {key: 'tn', title: 'Translator’s notes', by: 'translator', marks: 'lower-alpha'},
      {key: 'en', title: 'Editor’s notes', by: 'ed', marks: 'decimal'},
      {key: 'an', title: 'Author’s notes', by: 'author', marks: 'symbols'}
    ])
  })

  test('declared ones come first, in their order, and replace', () => {
    const {settings} = edition([], {series: {gl: {title: 'Glosses', marks: 'upper-alpha'}, en: {title: 'Notes'}}})
    expect(seriesOf(settings).map(({key, title, marks}) => [key, title, marks])).toEqual([
      ['gl', 'Glosses', 'upper-alpha'],
      ['en', 'Notes', 'decimal'],
      ['tn', 'Translator’s notes', 'lower-alpha'],
      ['an', 'Author’s notes', 'symbols']
    ])
  })
})

describe('the apparatus', () => {
  test('is headed Emendations with one copy, Apparatus with several', () => {
    const one = document('d1', 'document', {W: collated, A: cited})
    const two = document('d2', 'document', {W: collated, A: collated})
    expect(entriesTitle(edition([one]))).toBe('Emendations')
    expect(entriesTitle(edition([one, two]))).toBe('Apparatus')
    expect(entriesTitle(edition([two], {entries: {title: 'Readings'}}))).toBe('Readings')
  })

  test('ascribes a reading to a copy only where one alone was collated', () => {
    expect(baseSiglum(document('d1', 'document', {W: collated, A: cited}))).toBe('W')
    expect(baseSiglum(document('d1', 'document', {W: collated, A: collated}))).toBeUndefined()
    expect(baseSiglum(document('d1', 'document', {A: cited}))).toBeUndefined()
    expect(baseSiglum(document('d1', 'document'))).toBeUndefined()
  })
})
