// The rules of the house that a reader of the source relies on: which folder may know which, sizes, first lines, comments.
import {describe, expect, test} from 'vitest'
import {cyclesOf, importsOf, sourceFiles, undocumented, type Import, type SourceFile} from './support/source.ts'

/** Folders of src/ and what each may import besides itself. `.` is the top: index.ts, build.ts and the like. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  document: [],
  syntax: ['document'],
  kept: ['document'],
  read: ['document', 'syntax', 'kept'],
  transforms: ['document'],
  selection: ['document'],
  cite: ['document'],
  html: ['document', 'cite'],
  print: ['html', 'kept', 'document'],
  'print/browser': [],
  epub: ['html', 'document'],
  import: ['syntax', 'document'],
  verify: ['document'],
  publish: ['document'],
  '.': [
    'document',
    'syntax',
    'kept',
    'read',
    'transforms',
    'selection',
    'html',
    'print',
    'epub',
    'verify',
    'publish',
    'cite',
    '.'
  ],
  preview: ['.', 'import', 'verify', 'document'],
  // `doctor` asks print whether there is a browser.
  cli: ['.', 'import', 'preview', 'verify', 'print', 'cite', 'document']
}

/** The script in the page and the program share the types of one file. */
const CONTRACT = 'src/print/contract.ts'

/** A folder is entered by its index.ts; the book is what html hands on; publish.ts is the door of publish/. */
function isDoor(from: string, to: string): boolean {
  const other = folderOf(to)
  if (other === 'document' || other === '.') return true
  return [`src/${other}/index.ts`, 'src/html/book.ts'].includes(to) || from === `src/${other}.ts`
}

function folderOf(file: string): string {
  const [, folder, deeper] = file.split('/')
  if (!folder || folder.includes('.')) return '.'
  return folder === 'print' && deeper === 'browser' ? 'print/browser' : folder
}

/** What is wrong with an import, or nothing. */
function wrong({from, to, typesOnly}: Import): string | undefined {
  const [own, other] = [folderOf(from), folderOf(to)]
  if (own === other) return undefined
  if (own === 'print/browser' && to === CONTRACT)
    return typesOnly ? undefined : `${from} imports more than types from ${to}`
  if (!MAY_IMPORT[own]?.includes(other)) return `${from} imports ${to}: ${own} may not know ${other}`
  return isDoor(from, to) ? undefined : `${from} imports ${to}: ${other} is entered by its index.ts`
}

const files = sourceFiles('src', ['.ts', '.js']).filter(({path}) => !path.endsWith('.d.ts'))
const tests = sourceFiles('tests', ['.ts'])
const imports = files.flatMap(importsOf)

describe('imports', () => {
  test('are seen at all', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(imports.length).toBeGreaterThan(60)
    expect(imports).toContainEqual({from: 'src/document/edition.ts', to: 'src/document/settings.ts', typesOnly: false})
    expect(imports.map(({to}) => to).filter((to) => !/\.(ts|js|json)$/.test(to))).toEqual([])
  })

  test('every folder is on the list', () => {
    expect(files.map(({path}) => folderOf(path)).filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
  })

  test('go only where the house allows', () => {
    expect(imports.map(wrong).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('go in no circle', () => {
    expect(cyclesOf(imports)).toEqual([])
  })

  test.each([
    [
      'src/document/a.ts',
      "import {b} from '../syntax/index.ts'",
      'src/document/a.ts imports src/syntax/index.ts: document may not know syntax'
    ],
    [
      'src/verify/a.ts',
      "import type {B} from '../html/book.ts'",
      'src/verify/a.ts imports src/html/book.ts: verify may not know html'
    ],
    [
      'src/cli/commands/a.ts',
      "\nimport {\n  b\n} from '../../verify/seen.ts'",
      'src/cli/commands/a.ts imports src/verify/seen.ts: verify is entered by its index.ts'
    ],
    [
      'src/build.ts',
      "export {b} from './print/tabs.ts'",
      'src/build.ts imports src/print/tabs.ts: print is entered by its index.ts'
    ],
    [
      'src/epub/a.ts',
      "const b = await import('../print/index.ts')",
      'src/epub/a.ts imports src/print/index.ts: epub may not know print'
    ],
    [
      'src/print/browser/a.ts',
      "import {b} from '../contract.ts'",
      'src/print/browser/a.ts imports more than types from src/print/contract.ts'
    ],
    [
      'src/print/browser/a.ts',
      "import type {B} from '../tabs.ts'",
      'src/print/browser/a.ts imports src/print/tabs.ts: print/browser may not know print'
    ],
    [
      'src/transforms/a.ts',
      "import '../build.ts'",
      'src/transforms/a.ts imports src/build.ts: transforms may not know .'
    ]
  ])('a wrong one is seen: %s', (path, text, expected) => {
    expect(importsOf({path, text}).map(wrong)).toEqual([expected])
  })

  test('right ones pass', () => {
    const right: SourceFile[] = [
      {
        path: 'src/cli/commands/a.ts',
        text: "import {b} from '../../build.ts'\nimport {c} from '../../document/report.ts'"
      },
      {path: 'src/print/browser/a.ts', text: "import type {B} from '../contract.ts'\nimport {c} from './lines.ts'"},
      {
        path: 'src/build.ts',
        text: "import {b} from './print/index.ts'\nimport type {C} from './html/book.ts'\nimport zod from 'zod'"
      }
    ]
    const all = right.flatMap(importsOf)
    expect(all).toHaveLength(6)
    expect(all.map(wrong).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('a circle is seen', () => {
    const line = (from: string, to: string): Import => ({from, to, typesOnly: true})
    expect(cyclesOf([line('c', 'a'), line('a', 'b'), line('b', 'c'), line('b', 'd'), line('x', 'b')])).toEqual([
      'a → b → c'
    ])
  })
})

describe('every file', () => {
  const ours = [...files, ...tests]

  test('says its purpose in its first line', () => {
    const silent = ours.filter(({text}) => !/^(?:#!.*\n)?\/\/ \S.{10,}/.test(text))
    expect(silent.map(({path}) => path)).toEqual([])
  })

  test('has no more than 300 lines', () => {
    const long = ours.filter(({text}) => text.split('\n').length > 301)
    expect(long.map(({path, text}) => `${path}: ${text.split('\n').length - 1}`)).toEqual([])
  })

  test('has a name that says something', () => {
    expect(ours.map(({path}) => path).filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc)\b/.test(path))).toEqual(
      []
    )
  })

  test('names no place of the machine that it was written on', () => {
    const machine = /\/(?:wor[k]|roo[t]|hom[e])\//
    expect(ours.filter(({text}) => machine.test(text)).map(({path}) => path)).toEqual([])
  })

  test('leaves nothing undone, skipped or silenced', () => {
    const mark = /TOD[O]|FIXM[E]|@ts-(?:ignor[e]|nochec[k])|as an[y]\b|\.(?:onl[y]|ski[p])\(/
    expect(ours.filter(({text}) => mark.test(text)).map(({path}) => path)).toEqual([])
  })
})

describe('every export', () => {
  test('has a comment that says what it is', () => {
    expect(files.flatMap(undocumented)).toEqual([])
  })

  test('one without is seen', () => {
    const text =
      '// What it is for\n/** Says a. */\nexport const a = 1\n\nexport function b() {}\nexport {c} from "./c.ts"\n'
    expect(undocumented({path: 'x.ts', text})).toEqual(['x.ts: b'])
  })
})
