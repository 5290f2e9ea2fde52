// Containers nested without end: an error with its place, at once.
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {parse} from '../../src/syntax/index.ts'

const messagesOf = (body: string): string[] => {
  const file = new VFile({path: 'd1.md'})
  parse(file, body, {series: ['en']})
  return file.messages.map(({line, column, reason, ruleId}) => `${line}:${column} ${reason} ${ruleId}`)
}

const nested = (depth: number, close: boolean): string =>
  [
    ...Array.from({length: depth}, (_, index) => `${':'.repeat(depth - index + 2)}only{for=teacher}`),
    'Words.',
    ...(close ? Array.from({length: depth}, (_, index) => ':'.repeat(index + 3)) : [])
  ].join('\n')

test('a hundred containers inside each other are no fault of the fences', () => {
  expect(messagesOf(nested(60, true))).toEqual([])
})

test('thousands, closed or not, of one length or not, are told at the first that is too deep', () => {
  const reason =
    '101:1 Unexpected container inside 100 others, expected fewer; close some of them with a line of as many colons nested-too-deep'
  expect(messagesOf(nested(1000, true))).toContain(reason)
  expect(messagesOf(`${':::only{for=teacher}\n'.repeat(5000)}Words.`)).toContain(reason)
  expect(messagesOf(`${':::only{for=teacher}\n'.repeat(5000)}Words.\n${':::\n'.repeat(5000)}`)).toContain(reason)
})
