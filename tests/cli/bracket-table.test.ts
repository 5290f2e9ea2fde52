// Entries are added to the bracket table and every other character of edition.yaml stays.
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {addBracketRules, rulesFor} from '../../src/cli/bracket-table.ts'
import type {BracketRow} from '../../src/cli/host.ts'
import type {BracketRule} from '../../src/document/settings.ts'

const RULES: BracketRule[] = [{words: ['we', 'Mun Il'], as: 'supplied'}]
const ENTRY = '- {words: [we, Mun Il], as: supplied}'

const HEAD = `# My edition
id:   x   # lasting
title: "A  title"
rights: >-
  Two lines
  of text.

`

describe('addBracketRules', () => {
  it('adds behind the last entry, keeping comments and layout', () => {
    const before = `${HEAD}brackets:\n  resp: translator # who\n  table:\n      # a word\n      - {words: [new], as: supplied} # one\n      - match: 'x (.*)'\n        as: ann   # two\n\n# the end\nnames: {find: true}\n`
    const after = before.replace('as: ann   # two\n', `as: ann   # two\n      ${ENTRY}\n`)
    expect(addBracketRules(before, RULES)).toBe(after)
  })

  it('adds before an entry for all others, and before its comment', () => {
    const before = `brackets:\n  table:\n  - {words: [new], as: supplied}\n  # all others\n  - {otherwise: leave}\n`
    const after = `brackets:\n  table:\n  - {words: [new], as: supplied}\n  ${ENTRY}\n  # all others\n  - {otherwise: leave}\n`
    expect(addBracketRules(before, RULES)).toBe(after)
  })

  it.each([
    ['no brackets', HEAD, `${HEAD.trimEnd()}\nbrackets:\n  table:\n    ${ENTRY}\n\n`],
    ['no line end', 'id: x', `id: x\nbrackets:\n  table:\n    ${ENTRY}\n`],
    ['an end mark', 'id: x\n...\n', `id: x\nbrackets:\n  table:\n    ${ENTRY}\n...\n`],
    ['an empty file', '', `brackets:\n  table:\n    ${ENTRY}\n`],
    ['brackets without value', 'brackets: # later\nid: x\n', `brackets: # later\n  table:\n    ${ENTRY}\nid: x\n`],
    [
      'brackets without table',
      'brackets:\n    resp: tr # who\nid: x\n',
      `brackets:\n    resp: tr # who\n    table:\n      ${ENTRY}\nid: x\n`
    ],
    [
      'an empty table',
      'brackets:\n  table: [] # none yet\nid: x\n',
      `brackets:\n  table: # none yet\n    ${ENTRY}\nid: x\n`
    ],
    ['a table without value', 'brackets:\n  table:\n  resp: tr\n', `brackets:\n  table:\n    ${ENTRY}\n  resp: tr\n`]
  ])('makes what is missing: %s', (_what, before, after) => {
    expect(addBracketRules(before, RULES)).toBe(after)
  })

  it('keeps the line ends of Windows', () => {
    const before = 'brackets:\r\n  table:\r\n    - {otherwise: leave}\r\nid: x\r\n'
    expect(addBracketRules(before, RULES)).toBe(
      `brackets:\r\n  table:\r\n    ${ENTRY}\r\n    - {otherwise: leave}\r\nid: x\r\n`
    )
  })

  it.each([
    'brackets: {resp: tr, table: [{words: [new], as: supplied}]} # short\nid: x\n',
    '{id: x, brackets: {resp: tr}}\n'
  ])('leaves an odd layout to the yaml package: %s', (before) => {
    const after = addBracketRules(before, RULES)
    const old = parse(before) as {brackets: {table?: object[]}}
    expect(parse(after)).toEqual({
      ...old,
      brackets: {...old.brackets, table: [...(old.brackets.table ?? []), ...RULES]}
    })
    if (before.includes('# short')) expect(after).toContain('# short')
  })

  it('does nothing without rules', () => {
    expect(addBracketRules(HEAD, [])).toBe(HEAD)
  })

  it('writes words that look like YAML so that they are read again', () => {
    const words = ['yes: no', '# x', "it's", '…', '1952', '[a', 'a, b']
    const after = addBracketRules('id: x\n', [{words, as: 'supplied'}])
    expect(parse(after)).toEqual({id: 'x', brackets: {table: [{words, as: 'supplied'}]}})
  })
})

describe('rulesFor', () => {
  const row = (text: string, more: Partial<BracketRow>): BracketRow => ({
    document: 'd1',
    file: 'documents/d1.md',
    line: 1,
    column: 1,
    text,
    type: 'untyped',
    rule: 'none',
    ...more
  })

  it('makes one entry for all words of a type, and none where nothing is suggested or a rule knows the bracket', () => {
    const rows = [
      row('[we]', {suggestion: 'supplied', reason: 'a small word that the sentence needs'}),
      row('[Beria?]', {}),
      row('[they]', {suggestion: 'supplied', reason: 'a small word that the sentence needs'}),
      row('[we]', {suggestion: 'supplied', reason: 'a small word that the sentence needs'}),
      row('[new]', {type: 'supplied', rule: 'words', suggestion: 'orig'})
    ]
    expect(rulesFor(rows)).toEqual([{words: ['we', 'they'], as: 'supplied'}])
  })

  it('adds what a type needs, as far as the words say it', () => {
    const rows = [
      row('[…]', {suggestion: 'gap'}),
      row('[illegible]', {suggestion: 'gap'}),
      row('[2 lines not declassified]', {suggestion: 'gap'}),
      row('[Here follow 6 pages.]', {suggestion: 'gap'}),
      row('[trans. note—a holiday]', {suggestion: 'note'}),
      row('[in a later column-ed.]', {suggestion: 'note'}),
      row('[stamp: received]', {suggestion: 'ann'}),
      row('[signature]', {suggestion: 'ann'}),
      row('[in the margin: no]', {suggestion: 'ann'}),
      row('[handwritten: 5.IX]', {suggestion: 'ann'}),
      row('[sic]', {suggestion: 'sic-mark'})
    ]
    expect(rulesFor(rows)).toEqual([
      {words: ['…'], as: 'gap', reason: 'omitted', by: 'unknown'},
      {words: ['illegible'], as: 'gap', reason: 'illegible'},
      {words: ['2 lines not declassified'], as: 'gap', reason: 'withheld'},
      {words: ['Here follow 6 pages.'], as: 'gap', reason: 'omitted'},
      {words: ['trans. note—a holiday'], as: 'note', series: 'tn', place: 'inline'},
      {words: ['in a later column-ed.'], as: 'note', series: 'en', place: 'inline'},
      {words: ['stamp: received'], as: 'ann', kind: 'stamp'},
      {words: ['signature'], as: 'ann', kind: 'signature'},
      {words: ['in the margin: no'], as: 'ann', kind: 'marginal'},
      {words: ['handwritten: 5.IX'], as: 'ann', kind: 'description'},
      {words: ['sic'], as: 'sic-mark'}
    ])
  })
})
