// Every rule has a case in tests/rules: what is wrong, laid over the minimal edition, and all messages that an editor then gets.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {rules} from '../src/document/rules.ts'
import {EditionTest} from './support/edition.ts'
import {sourceFiles} from './support/source.ts'

const folder = new URL('rules/', import.meta.url)
const cases = readdirSync(folder).toSorted()

/** Rules that files laid over an edition cannot raise in `check`, and where they are tested instead. */
const ELSEWHERE: Record<string, string> = {
  'missing-folder': 'below',
  'parse-differs': 'a fault of the program: tests/verify',
  'output-differs': 'a fault of the program: tests/verify, tests/print',
  'off-sheet': 'a fault of the program: tests/verify, tests/print',
  'note-misplaced': 'a fault of the program: tests/verify, tests/print',
  'page-list-differs': 'a fault of the program: tests/verify',
  'e-book-faulty': 'a fault of the program: tests/epub',
  'not-in-standard': 'needs pages: tests/print',
  'not-settled': 'needs pages: tests/print',
  'narrow-margin': 'needs pages: tests/print',
  'missing-glyph': 'needs pages: tests/print',
  'layout-note': 'needs pages: tests/print',
  'image-large': 'needs a file of 50 MB: tests/read',
  'missing-output': 'a wrong use of the command: tests/cli',
  'unknown-output': 'a wrong use of the command: tests/cli'
}

test('the minimal edition has no message', async () => {
  expect(await EditionTest.from('minimal').messages()).toEqual([])
})

describe('each rule', () => {
  test.each(cases)('%s', async (rule) => {
    const expected = readFileSync(new URL(`${rule}/messages.txt`, folder), 'utf8')
    const messages = await EditionTest.from('minimal').with(`rules/${rule}`).messages()
    expect(`${messages.join('\n')}\n`).toBe(expected)
    expect(messages.some((message) => message.endsWith(`  ${rule}`))).toBe(true)
  })

  test.each(cases)('%s ends the command with the status of its worst message', async (rule) => {
    const edition = EditionTest.from('minimal').with(`rules/${rule}`)
    const messages = await edition.messages()
    const {status, stderr} = await edition.runInside('check')
    expect(stderr.replaceAll('edition/', '').split('\n').slice(0, messages.length)).toEqual(messages)
    expect(status).toBe(messages.some((message) => message.includes('  error  ')) ? 1 : 0)
  })

  test('missing-folder', async () => {
    const messages = await EditionTest.empty().messages()
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatch(
      /^edition\.yaml:1:1 {2}error {2}No folder `.*`, expected an edition there; `recension init .*` makes one {2}missing-folder$/
    )
  })
})

describe('no rule is forgotten', () => {
  test('every case is called as a rule', () => {
    expect(cases.filter((rule) => !Object.hasOwn(rules, rule))).toEqual([])
  })

  test('every rule has a case, or a place where it is tested', () => {
    expect(Object.keys(rules).filter((rule) => !cases.includes(rule) && !(rule in ELSEWHERE))).toEqual([])
    expect(Object.keys(ELSEWHERE).filter((rule) => cases.includes(rule))).toEqual([])
  })

  test('every rule is one that the program can raise', () => {
    const source = sourceFiles('src', ['.ts']).filter(({path}) => !path.endsWith('document/rules.ts'))
    const raised = (rule: string): boolean => source.some(({text}) => text.includes(`'${rule}'`))
    expect(Object.keys(rules).filter((rule) => !raised(rule))).toEqual([])
  })

  test('every case says what is expected', () => {
    expect(cases.filter((rule) => !existsSync(new URL(`${rule}/messages.txt`, folder)))).toEqual([])
  })
})
