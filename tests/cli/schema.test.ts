// `recension schema`: JSON Schemas beside edition.yaml, and the lines by which editors find them.
import {describe, expect, it} from 'vitest'
import {jsonSchema} from '../../src/document/json-schemas.ts'
import {EditionTest} from '../support/edition.ts'

const NAMES = ['edition', 'document', 'register', 'archives', 'numbering'] as const

describe('recension schema', () => {
  it('writes the schemas and says which files do not name theirs', async () => {
    const edition = EditionTest.from('minimal')
    const {status, stdout, stderr} = await edition.runInside('schema')
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, -1)).toEqual(NAMES.map((name) => `edition/.recension/${name}.schema.json`))
    expect(stderr).toBe(
      'For an editor to find them, these files need a first line of their own:\n' +
        'edition/edition.yaml  # yaml-language-server: $schema=.recension/edition.schema.json\n' +
        'edition/people.yaml  # yaml-language-server: $schema=.recension/register.schema.json\n'
    )
    for (const name of NAMES)
      expect(JSON.parse(edition.read(`.recension/${name}.schema.json`))).toEqual(jsonSchema(name))
    expect(await edition.messages()).toEqual([])
  })

  it('replaces those of an earlier version; what init has written names them', async () => {
    const edition = EditionTest.empty()
    await edition.runInside('init', 'edition')
    for (const file of ['edition.yaml', 'people.yaml']) {
      const [first = ''] = edition.read(file).split('\n')
      expect(first).toMatch(/^# yaml-language-server: \$schema=/)
      expect(JSON.parse(edition.read(first.slice(first.indexOf('=') + 1)))).toHaveProperty('title')
    }
    const fresh = edition.read('.recension/edition.schema.json')
    edition.with({'.recension/edition.schema.json': '{}'})
    expect(await edition.runInside('schema')).toMatchObject({status: 0, stderr: ''})
    expect(edition.read('.recension/edition.schema.json')).toBe(fresh)
  })

  it('wants an edition there', async () => {
    expect(await EditionTest.empty().runInside('schema', 'mine')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'No file mine/edition.yaml, expected the folder of an edition\n'
    })
  })

  it('says so where the folder cannot be written', async () => {
    const edition = EditionTest.from('minimal').with({'.recension': 'a file'})
    const {status, stderr} = await edition.runInside('schema')
    expect({status, stderr}).toEqual({
      status: 3,
      stderr: 'The schemas cannot be written to edition/.recension. Look whether the folder may be written to.\n'
    })
  })
})
