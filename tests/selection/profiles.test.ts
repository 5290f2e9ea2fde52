// Outputs that take over from one another: what is given holds, the rest is that of the other output.
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {editionSchema, type Output} from '../../src/document/settings.ts'
import {readYaml} from '../../src/document/yaml.ts'

function read(outputs: string): {outputs: Record<string, Output> | undefined; messages: string[]} {
  const file = new VFile({path: 'edition.yaml'})
  const settings = readYaml(file, {text: `id: x\ntitle: X\ndate: 2026\noutputs:\n${outputs}`}, editionSchema)
  const messages = file.messages.map(({line, column, ruleId, reason}) => `${line}:${column} ${ruleId} ${reason}`)
  return {outputs: settings?.outputs, messages}
}

test('an output takes over from another what it does not say itself, over several steps', () => {
  const {outputs, messages} = read(
    [
      '  large: {like: course, paper: A4}',
      '  course: {like: reader, documents: [d2], formats: [pdf]}',
      '  reader: {line-numbers: 5, notes: {en: document-end}, paper: A5}'
    ].join('\n')
  )
  expect(messages).toEqual([])
  expect(outputs?.['large']).toEqual({
    answers: false,
    facsimiles: false,
    glossary: 'book',
    questions: 'none',
    starts: 'recto',
    'reading-time': false,
    formats: ['pdf'],
    documents: ['d2'],
    'line-numbers': {every: 5, margin: 'outer', restart: 'page', headings: false},
    notes: {en: 'document-end'},
    paper: 'A4',
    'paragraph-numbers': true,
    apparatus: 'full',
    'index-locators': 'page',
    'running-heads': 'title',
    parallel: 'none',
    bleed: 0,
    'attach-sources': false
  })
})

test('which documents an output has is one choice, taken over or made anew', () => {
  const {outputs} = read(
    ['  one: {documents: [d1], excerpts: [d2 ¶3]}', '  two: {like: one, select: {keywords: war}}'].join('\n')
  )
  expect(outputs?.['two']?.documents).toBeUndefined()
  expect(outputs?.['two']?.excerpts).toBeUndefined()
  expect(outputs?.['two']?.select).toEqual({keywords: ['war']})
})

test('an output that there is not, and circles, are told at `like`', () => {
  expect(read(['  course: {like: raeder}', '  reader: {}'].join('\n')).messages).toEqual([
    '5:18 wrong-value Unexpected value `raeder` of `outputs.course.like`, did you mean `reader`?'
  ])
  expect(read(['  a: {like: b}', '  b: {like: c}', '  c: {like: b}', '  d: {like: d}'].join('\n')).messages).toEqual([
    '6:13 wrong-value Unexpected value `c` of `outputs.b.like`, expected an output that takes over nothing from this one: `b` → `c` → `b` is a circle',
    '7:13 wrong-value Unexpected value `b` of `outputs.c.like`, expected an output that takes over nothing from this one: `c` → `b` → `c` is a circle',
    '8:13 wrong-value Unexpected value `d` of `outputs.d.like`, expected an output that takes over nothing from this one: `d` → `d` is a circle'
  ])
})

test('units and documents side by side contradict each other', () => {
  const {messages} = read('  course: {documents: [d1], units: [{title: Week 1, documents: [d2]}]}')
  expect(messages).toEqual([
    '5:29 wrong-value Unexpected key `units` in `outputs.course`, expected no `documents` beside it, because the units say which documents the output has; list them there, or leave out `units`'
  ])
})

test('keys of an output that there are not are told with the nearest one', () => {
  expect(read('  course: {documnets: [d1], select: {keyword: war}}').messages).toEqual([
    '5:12 unknown-key Unexpected key `documnets` in `outputs.course`, did you mean `documents`?',
    '5:38 unknown-key Unexpected key `keyword` in `outputs.course.select`, did you mean `keywords`?'
  ])
})
