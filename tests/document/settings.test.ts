// What the settings make of YAML: text as written, defaults, short forms.
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {z} from 'zod'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'

function read<T>(schema: z.ZodType<T>, lines: string[]): T | undefined {
  const file = new VFile({path: 'edition.yaml'})
  const data = readYaml(file, {text: lines.join('\n')}, schema)
  expect(file.messages.map(String)).toEqual([])
  return data
}

const edition = (...lines: string[]) => read(editionSchema, ['id: x', 'title: A title', 'date: 1952-09-04', ...lines])
const matter = (...lines: string[]) => read(matterSchema, lines)

describe('values as written', () => {
  test('a date stays text, a number keeps its zeros', () => {
    const data = matter(
      'date: 1952-09-04',
      'number: 1.10',
      'source: {A: {citation: {archive: AVP RF, fond: 0102, opis: 13, leaves: 0071}}}'
    )
    expect(data).toEqual({
      date: '1952-09-04',
      number: '1.10',
      source: {A: {citation: {archive: 'AVP RF', fond: '0102', opis: '13', leaves: '0071'}, status: 'cited'}}
    })
  })

  test('words that other versions of YAML take for something else stay words', () => {
    const data = edition('subtitle: no', 'rights: on', 'place: 12:30', 'version: 1.10', 'language: no')
    expect(data).toMatchObject({subtitle: 'no', rights: 'on', place: '12:30', version: '1.10', language: 'no'})
  })

  test('what is left out has its default', () => {
    expect(edition()).toMatchObject({
      language: 'en',
      version: '1',
      brackets: {resp: 'unknown', table: []},
      entries: {marks: 'lower-roman'},
      outputs: {reader: {formats: ['pdf', 'epub'], 'paragraph-numbers': true}}
    })
  })

  test('short forms become full ones', () => {
    const data = edition('editors: [Otto Lind, {name: Ida Falk, sort: Falk}]', 'sigla: {W: A web page}')
    expect(data).toMatchObject({
      editors: [{name: 'Otto Lind'}, {name: 'Ida Falk', sort: 'Falk'}],
      sigla: {W: {title: 'A web page'}}
    })
    expect(matter('title: A', 'source: {W: "APRF, f. 45"}', 'keywords: peace')).toMatchObject({
      title: {text: 'A'},
      source: {W: {citation: 'APRF, f. 45', status: 'cited'}},
      keywords: ['peace']
    })
  })
})
