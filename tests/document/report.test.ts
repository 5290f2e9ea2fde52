// Messages: place, rule and severity; the nearest of some words.
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {nearest, report, severityOf} from '../../src/document/report.ts'
import {rules, type RuleId} from '../../src/document/rules.ts'

describe('a message', () => {
  test('carries its place, its rule, and the severity of the registry', () => {
    const file = new VFile({path: 'documents/d1.md'})
    const at = {start: {line: 3, column: 5}, end: {line: 3, column: 9}}
    report(file, 'unknown-person', 'Unexpected person', at)
    report(file, 'bracket-unknown', 'Unexpected bracket', {type: 'bracket', position: at})
    report(file, 'turn-continued', 'Taken to continue', {line: 4, column: 1})
    report(file, 'empty-edition', 'Nothing here')
    expect(file.messages.map((message) => [String(message), message.ruleId, severityOf(message)])).toEqual([
      ['documents/d1.md:3:5-3:9: Unexpected person', 'unknown-person', 'error'],
      ['documents/d1.md:3:5-3:9: Unexpected bracket', 'bracket-unknown', 'warning'],
      ['documents/d1.md:4:1: Taken to continue', 'turn-continued', 'info'],
      ['documents/d1.md:1:1: Nothing here', 'empty-edition', 'error']
    ])
  })

  test('has the severity of its rule, for every rule', () => {
    for (const id of Object.keys(rules) as RuleId[]) {
      expect([id, severityOf(report(new VFile(), id, 'x'))]).toEqual([id, rules[id].severity])
    }
  })
})

describe('the rules', () => {
  test.each(Object.entries(rules))('%s is said in whole sentences', (id, {text}) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(text).toMatch(/^\p{Lu}.*\.$/su)
  })
})

describe('the nearest word', () => {
  test.each([
    ['publsher', ['publisher', 'place'], 'publisher'],
    ['Publisher', ['publisher'], 'publisher'],
    ['asintext', ['name', 'asInText'], 'asInText'],
    ['zzz', ['title', 'marks'], undefined],
    ['<<', ['id'], undefined],
    ['x', [], undefined],
    ['ptn', ['person', 'place', 'tn'], 'tn']
  ])('%s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })
})
