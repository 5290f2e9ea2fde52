// The parse is proved by the raw scan: faults planted in the tree are found with line and column of the file.
import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {report} from '../../src/document/report.ts'
import {verifyParse} from '../../src/verify/index.ts'
import {corr, documentOf, em, note, p, root} from './fixture/edition.ts'

/** Verifies a tree against a body that begins on line 4 of its file. */
function verify(body: string, tree: ReturnType<typeof root>, file = new VFile({path: 'documents/d1.md'})): string[] {
  verifyParse(documentOf('d1', tree, {file, body, bodyLine: 3}))
  return file.messages.map((message) => `${message} ${message.ruleId}`)
}

const HINT =
  'as the file has it; put a backslash before signs that are text, or tell the makers of the program parse-differs'

test('a faithful tree gives no message', () => {
  const body = 'We *support* your :corr[position]{rec="postion"}[^en-1].\n\n[^en-1]: A slip.\n'
  const tree = root(p('We ', em('support'), ' your ', corr(1, 'postion', 'position'), note('en', 1, p('A slip.')), '.'))
  expect(verify(body, tree)).toEqual([])
})

test('what transforms add is no part of the file', () => {
  const tree = root(
    {type: 'head', children: [{type: 'headPart', kind: 'title', children: [{type: 'text', value: 'Title'}]}]},
    p(
      {type: 'citation', raw: 'll. 1-2', children: [{type: 'text', value: 'll. 1–2'}]},
      ' see ',
      {type: 'ref', target: 'd2', page: false, line: false, text: 'document 2'},
      ' ',
      {type: 'note', series: 'tn', place: 'foot', marker: {open: '[Note: ', close: ']'}, children: [p('moved')]}
    )
  )
  expect(verify('ll. 1-2 see :ref[d2] [Note: moved]', tree)).toEqual([])
})

test('a word lost by the parse', () => {
  expect(verify('One two\nthree four', root(p('One two four')))).toEqual([
    `documents/d1.md:5:1: Unexpected gap after \`One two\` before \`four\` in the parsed text (the text as received), expected word \`three\` ${HINT}`
  ])
})

test('a word lost that only print has', () => {
  expect(verify('your :corr[new position]{rec="postion"}', root(p('your ', corr(1, 'postion', 'position'))))).toEqual([
    `documents/d1.md:4:12: Unexpected gap after \`your\` before \`position\` in the parsed text (the text as printed), expected word \`new\` ${HINT}`
  ])
})

test('a word of a note changed', () => {
  const tree = root(p('Text', note('en', 1, p('The slip.'))))
  expect(verify('Text[^en-1]\n\n[^en-1]: A slip.', tree)).toEqual([
    `documents/d1.md:6:10: Unexpected word \`The\` at the beginning in the parsed text (note 1 as received), expected \`A\` ${HINT}`
  ])
})

test('a note lost', () => {
  expect(verify('Text[^en-1]\n\n[^en-1]: A slip.', root(p('Text')))).toEqual([
    'documents/d1.md:4:1: Unexpected 0 notes in the parsed text, expected 1, as many as the file calls parse-differs'
  ])
})

test('words that the file does not have, at its end', () => {
  expect(verify('One', root(p('One two')))).toEqual([
    `documents/d1.md:4:1: Unexpected word \`two\` after \`One\` in the parsed text (the text as received), expected the end of the text ${HINT}`
  ])
})

test('many differences are told by their number', () => {
  const words = Array.from({length: 60}, (_, index) => `w${index}`)
  const tree = root(p(words.map((word, index) => (index % 8 === 4 ? `x${index}` : word)).join(' ')))
  const messages = verify(words.join(' '), tree)
  expect(messages).toHaveLength(6)
  expect(messages[5]).toBe(
    'documents/d1.md:4:1: Unexpected words in 2 more places of the parsed text (the text as received), expected those of the file parse-differs'
  )
})

test('a file with a broken directive has its own message and no second one', () => {
  const file = new VFile({path: 'documents/d1.md'})
  report(file, 'broken-directive', 'Broken.')
  expect(verify('One two', root(p('One')), file)).toEqual(['documents/d1.md:1:1: Broken. broken-directive'])
})

test('definitions that no transform has moved to their calls are read too, each at its first call', () => {
  const body = 'A[^en-1] b[^EN-1]\n\n[^en-1]: Note [^en-1].\n\n[^en-1]: Second.'
  const tree = {
    type: 'root',
    children: [
      p('A', {type: 'footnoteReference', identifier: 'en-1', label: 'en-1'}, ' b', {
        type: 'footnoteReference',
        identifier: 'en-1',
        label: 'EN-1'
      }),
      {
        type: 'footnoteDefinition',
        identifier: 'en-1',
        children: [p('Note ', {type: 'footnoteReference', identifier: 'en-1', label: 'en-1'}, '.')]
      },
      {type: 'footnoteDefinition', identifier: 'en-1', children: [p('Second.')]}
    ]
  } as const
  expect(verify(body, tree as never)).toEqual([])
})
