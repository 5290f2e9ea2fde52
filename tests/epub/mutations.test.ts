// Each broken e-book is caught, and by whom: what our own proof does not see, EPUBCheck or Ace does.
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {verifyEpub} from '../../src/verify/index.ts'
import {ace, type Judgement} from '../support/ace.ts'
import {epubcheck, JAVA, NO_JAVA, type Remark} from '../support/epubcheck.ts'
import {temporaryFolder} from '../support/temporary.ts'
import type {Mutation} from './mutations/changes.ts'
import {BEYOND} from './mutations/beyond.ts'
import {PAGES} from './mutations/pages.ts'
import {STUDY} from './mutations/study.ts'
import {broken, proved, type Proved} from './proved.ts'

const MUTATIONS: Readonly<Record<string, Mutation>> = {...STUDY, ...BEYOND, ...PAGES}
const NAMES = Object.keys(MUTATIONS)
const WHOLE = 'the whole book'
/** Ace opens each text in a browser, so it is asked only about what EPUBCheck does not see, and about the whole book. */
const FOR_ACE = NAMES.filter((name) => MUTATIONS[name]?.ace !== undefined)
const REPORT = '. This is a fault of the program; please report it.'

let book: Proved
const books = new Map<string, Uint8Array>()
const remarks = new Map<string, Remark[]>()
const judgements = new Map<string, Judgement>()

beforeAll(async () => {
  book = await proved()
  const folder = temporaryFolder()
  const names = [WHOLE, ...NAMES]
  const fileOf = (name: string): string => join(folder, String(names.indexOf(name)), 'book.epub')
  for (const name of names) {
    const mutation = MUTATIONS[name]
    const bytes = mutation ? broken(book.epub, mutation.change) : book.epub
    books.set(name, bytes)
    mkdirSync(dirname(fileOf(name)))
    writeFileSync(fileOf(name), bytes)
  }
  if (JAVA)
    for (const [index, list] of (await epubcheck(names.map(fileOf))).entries()) remarks.set(names[index] ?? '', list)
  const asked = [WHOLE, ...FOR_ACE]
  for (const [index, one] of (await ace(asked.map(fileOf))).entries()) judgements.set(asked[index] ?? '', one)
}, 600_000)

/** Findings of our own, without the sentence that asks for a report. */
function ours(name: string): string[] {
  const findings = verifyEpub(book.edition, books.get(name) ?? new Uint8Array(), {pages: book.pages})
  return findings.map(({rule, reason}) => `${rule}: ${reason.replace(REPORT, '')}`)
}

const once = (list: string[]): string[] => [...new Set(list)]
const theirs = (name: string): string[] =>
  once((remarks.get(name) ?? []).map(({severity, id, file}) => `${severity} ${id} ${file}`))
const ofAce = (name: string): string[] =>
  once((judgements.get(name)?.violations ?? []).map(({rule, file}) => `${rule} ${file}`))

describe('the whole book', () => {
  test('has no fault of its own', () => {
    expect(ours(WHOLE)).toEqual([])
  })

  test('passes EPUBCheck', ({skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(remarks.get(WHOLE)).toEqual([])
  })

  test('passes Ace', () => {
    expect(judgements.get(WHOLE)).toEqual({outcome: 'pass', violations: []})
  })
})

describe('our own proof', () => {
  test.each(NAMES)('%s', (name) => {
    expect(ours(name)).toEqual(MUTATIONS[name]?.own)
  })

  test('asks to report what it finds', () => {
    const [finding] = verifyEpub(book.edition, books.get('a font that is none') ?? new Uint8Array(), {
      pages: book.pages
    })
    expect(finding).toEqual({
      rule: 'e-book-faulty',
      reason: `Unexpected font \`OEBPS/fonts/regular.ttf\`, expected a file that can be opened as a font${REPORT}`
    })
  })
})

describe('EPUBCheck', () => {
  test.for(NAMES)('%s', (name, {skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(theirs(name)).toEqual(MUTATIONS[name]?.epubcheck)
  })

  test('says why, not only where', ({skip}) => {
    skip(!JAVA, NO_JAVA)
    expect(remarks.get('an id twice in a document')?.[0]).toEqual({
      severity: 'ERROR',
      id: 'RSC-005',
      file: 'd1.xhtml',
      text: 'Error while parsing file: Duplicate ID "d1-p2"'
    })
  })
})

describe('Ace', () => {
  test.each(FOR_ACE)('%s', (name) => {
    expect(ofAce(name)).toEqual(MUTATIONS[name]?.ace)
    expect(judgements.get(name)?.outcome).toBe(ofAce(name).length > 0 ? 'fail' : 'pass')
  })
})

describe('every broken book', () => {
  test('is caught by somebody', () => {
    const passed = Object.entries(MUTATIONS).filter(
      ([, {own, epubcheck: their, ace: of = []}]) => own.length + their.length + of.length === 0
    )
    expect(passed).toEqual([])
  })

  test('is caught on every build, but for what only a browser sees', () => {
    expect(NAMES.filter((name) => MUTATIONS[name]?.own.length === 0)).toEqual(['text in pale grey'])
  })

  test('is broken: a change that changes nothing is an error', () => {
    expect(() => broken(book.epub, (entries) => entries)).toThrow('Nothing was changed')
  })
})
