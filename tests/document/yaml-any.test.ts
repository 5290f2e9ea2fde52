// Whatever a YAML file holds: it is read, or an editor is told why not; nothing is thrown.
import fc from 'fast-check'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {z} from 'zod'
import {editionSchema, matterSchema} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'

const piece = fc.oneof(
  fc.constantFrom(
    'id: x\n',
    'title: ',
    'date: 1952\n',
    'brackets:\n',
    '  table:\n',
    '    - {match: a, as: note}\n',
    'source: {W: ',
    'citation: ',
    'received:\n',
    '- ',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '&a ',
    '*a ',
    '!b ',
    '|\n',
    '>\n',
    '---\n',
    '...\n',
    '\t',
    '  ',
    '\n',
    ',',
    '? ',
    '<<: ',
    '~',
    '0102'
  ),
  fc.string({maxLength: 5})
)
const anything = fc.array(piece, {maxLength: 14}).map((pieces) => pieces.join(''))

test.each<[string, z.ZodType]>([
  ['edition.yaml', editionSchema],
  ['front matter', matterSchema]
])('%s', (_, schema) => {
  fc.assert(
    fc.property(anything, (text) => {
      const file = new VFile({path: 'a.yaml'})
      const data = readYaml(file, {text, lineOffset: 3}, schema)
      expect(data === undefined).toBe(file.messages.length > 0)
      for (const {reason, line, column, fatal} of file.messages) {
        expect(reason).toMatch(/^(?:Unexpected|Missing|Unreadable) /)
        expect(fatal).toBe(true)
        expect(line).toBeGreaterThanOrEqual(4)
        expect(line).toBeLessThanOrEqual(4 + text.split(/\r\n|\n|\r/).length)
        expect(column).toBeGreaterThanOrEqual(1)
      }
    }),
    {seed: 1952, numRuns: 1000}
  )
})
