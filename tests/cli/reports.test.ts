// What build, check and verify say of what the stages give them: messages, summary, books, progress, exit status.
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import type {BuildOptions, BuildResult} from '../../src/build.ts'
import {report} from '../../src/document/report.ts'
import {runInside} from '../support/host.ts'
import {temporaryFolder} from '../support/temporary.ts'
import {join} from 'node:path'
import {readFileSync} from 'node:fs'

/** Two files with messages of every severity, out of order. */
function files(): VFile[] {
  const d10 = new VFile({path: 'mine/documents/d10.md'})
  report(d10, 'markdown-mark', 'Markdown took `*`', {line: 3, column: 1})
  report(d10, 'unknown-person', 'Unexpected person `stalni`,\n  did you mean `stalin`?', {line: 12, column: 5})
  const d2 = new VFile({path: 'mine/documents/d2.md'})
  report(d2, 'bracket-unknown', 'No rule fits the bracket `[50%, a: b]`', {line: 9, column: 2})
  report(d2, 'missing-file', 'No file for `d3`')
  return [d10, d2]
}

const WARNED = (): VFile[] =>
  files()
    .slice(1)
    .map((file) => {
      file.messages = file.messages.filter(({ruleId}) => ruleId === 'bracket-unknown')
      return file
    })

const MISSING = 'mine/documents/d2.md:1:1  error  No file for `d3`  missing-file\n'
const BRACKET = 'mine/documents/d2.md:9:2  warning  No rule fits the bracket `[50%, a: b]`  bracket-unknown\n'
const MARK = 'mine/documents/d10.md:3:1  info  Markdown took `*`  markdown-mark\n'
const PERSON = 'mine/documents/d10.md:12:5  error  Unexpected person `stalni`, did you mean `stalin`?  unknown-person\n'

describe('check', () => {
  const check = async () => ({files: files(), brackets: []})

  it('prints all messages by file and place, then a summary', async () => {
    expect(await runInside(['check', 'mine'], {check})).toEqual({
      status: 1,
      stdout: '',
      stderr: `${MISSING}${BRACKET}${MARK}${PERSON}2 errors, 1 warning, 1 info message\n`
    })
  })

  it('prints each message once, though a file is given twice', async () => {
    const twice = files()
    const {stderr} = await runInside(['check', 'mine'], {
      check: async () => ({files: [...twice, ...twice], brackets: []})
    })
    expect(stderr.match(/unknown-person/g)).toHaveLength(1)
  })

  it('says so when nothing is wrong', async () => {
    const nothing = async () => ({files: [new VFile({path: 'mine/edition.yaml'})], brackets: []})
    expect(await runInside(['check', 'mine'], {check: nothing})).toEqual({
      status: 0,
      stdout: '',
      stderr: '0 errors, 0 warnings\n'
    })
  })

  it('fails for warnings only with --strict', async () => {
    const warned = async () => ({files: WARNED(), brackets: []})
    const said = {stdout: '', stderr: `${BRACKET}0 errors, 1 warning\n`}
    expect(await runInside(['check', 'mine'], {check: warned})).toEqual({status: 0, ...said})
    expect(await runInside(['check', 'mine', '--strict'], {check: warned})).toEqual({status: 1, ...said})
  })

  it('gives JSON on standard output', async () => {
    const {status, stdout} = await runInside(['check', 'mine', '--format', 'json'], {check})
    expect(status).toBe(1)
    const list = JSON.parse(stdout) as object[]
    expect(list).toHaveLength(4)
    expect(list[1]).toEqual({
      file: 'mine/documents/d2.md',
      line: 9,
      column: 2,
      severity: 'warning',
      rule: 'bracket-unknown',
      message: 'No rule fits the bracket `[50%, a: b]`'
    })
  })

  it('gives an empty JSON array when nothing is wrong', async () => {
    const nothing = async () => ({files: [], brackets: []})
    expect((await runInside(['check', '--format', 'json'], {check: nothing})).stdout).toBe('[]\n')
  })

  it('gives annotations of GitHub', async () => {
    const {stdout} = await runInside(['check', 'mine', '--format', 'github'], {check})
    expect(stdout.split('\n')).toEqual([
      '::error file=mine/documents/d2.md,line=1,col=1,title=missing-file::No file for `d3`',
      '::warning file=mine/documents/d2.md,line=9,col=2,title=bracket-unknown::No rule fits the bracket `[50%25, a: b]`',
      '::notice file=mine/documents/d10.md,line=3,col=1,title=markdown-mark::Markdown took `*`',
      '::error file=mine/documents/d10.md,line=12,col=5,title=unknown-person::Unexpected person `stalni`,%0A  did you mean `stalin`?',
      ''
    ])
  })

  it('colours the severity on a terminal', async () => {
    const {stderr} = await runInside(['check', 'mine'], {check}, {colour: true})
    expect(stderr).toContain(
      'mine/documents/d2.md:1:1  \u001b[31merror\u001b[0m  No file for `d3`  \u001b[2mmissing-file\u001b[0m\n'
    )
  })
})

describe('build', () => {
  const built = (more: Partial<BuildResult>): BuildResult => ({
    files: [
      {name: 'reader.pdf', bytes: 1_432_100, pages: 212},
      {name: 'reader.epub', bytes: 60_500},
      {name: 'reader.pages.json', bytes: 12_000},
      {name: 'coursepack.pdf', bytes: 804_000, pages: 1}
    ],
    messages: [],
    notices: [],
    timings: {read: 12.4, print: 900},
    ok: true,
    ...more
  })
  const out = join(temporaryFolder(), 'dist')

  it('says where the books lie, with pages and sizes', async () => {
    const result = await runInside(['build', 'mine', '--out', 'dist'], {build: async () => built({})})
    expect(result).toEqual({
      status: 0,
      stdout: [
        'dist/reader.pdf      212 pages  1.4 MB',
        'dist/reader.epub                 61 kB',
        'dist/coursepack.pdf     1 page  0.8 MB',
        ''
      ].join('\n'),
      stderr: ''
    })
  })

  it('prints errors and warnings and only counts info messages', async () => {
    const failed = built({messages: files(), files: [], notices: ['The browser runs without its sandbox.'], ok: false})
    expect(await runInside(['build', 'mine', '--out', out], {build: async () => failed})).toEqual({
      status: 1,
      stdout: '',
      stderr: `${MISSING}${BRACKET}${PERSON}The browser runs without its sandbox.\n2 errors, 1 warning, 1 info message (\`recension check mine\` lists them all)\nNothing was written to ${out}.\n`
    })
  })

  it('gives all messages to programs on standard output, and the books besides', async () => {
    const build = async () => built({messages: files()})
    const asJson = await runInside(['build', 'mine', '--out', 'dist', '--format', 'json'], {build})
    const list = JSON.parse(asJson.stdout) as {file: string; line: number; column: number; rule: string}[]
    expect(list.map(({file, line, column, rule}) => `${file}:${line}:${column} ${rule}`)).toEqual([
      'mine/documents/d2.md:1:1 missing-file',
      'mine/documents/d2.md:9:2 bracket-unknown',
      'mine/documents/d10.md:3:1 markdown-mark',
      'mine/documents/d10.md:12:5 unknown-person'
    ])
    expect(asJson.stderr).toContain('dist/reader.pdf      212 pages  1.4 MB\n')
    const asGithub = await runInside(['build', 'mine', '--out', 'dist', '--format', 'github'], {build})
    expect(asGithub.stdout.split('\n')).toHaveLength(5)
    expect(asGithub.stdout).toContain('::notice file=mine/documents/d10.md,line=3,col=1,title=markdown-mark::')
    expect(asGithub.stderr).toBe(asJson.stderr)
  })

  it('passes its options on', async () => {
    let given: BuildOptions | undefined
    const build = async (options: BuildOptions) => {
      given = options
      return built({})
    }
    const argv = ['--browser', 'chrome', 'build', 'mine', '--out', out, '--strict', '--output', 'reader', 'coursepack']
    await runInside(argv, {build})
    expect(given).toEqual({
      dir: 'mine',
      out,
      outputs: ['reader', 'coursepack'],
      browser: 'chrome',
      strict: true,
      progress: expect.any(Function) as unknown
    })
  })

  it('takes ./edition and ./dist and names the global options behind the command, too', async () => {
    let given: BuildOptions | undefined
    const build = async (options: BuildOptions) => {
      given = options
      return built({})
    }
    await runInside(['build', '--browser', 'chrome'], {build})
    expect(given).toMatchObject({dir: 'edition', out: 'dist', browser: 'chrome', strict: false})
    expect(given).not.toHaveProperty('outputs')
  })

  it('ends with 2 when an output is named that there is not', async () => {
    const file = new VFile({path: 'mine/edition.yaml'})
    report(file, 'unknown-output', 'Unknown output `raeder`, did you mean `reader`?')
    const build = async () => built({files: [], messages: [file], ok: false})
    expect((await runInside(['build', 'mine', '--out', out, '--output', 'raeder'], {build})).status).toBe(2)
  })

  it('ends with 1 when the build was refused without a message', async () => {
    expect((await runInside(['build', '--out', out], {build: async () => built({ok: false, files: []})})).status).toBe(
      1
    )
  })

  it('writes the timings where they are asked for', async () => {
    const file = join(temporaryFolder(), 'timings.json')
    await runInside(['build', '--out', out, '--timings', file], {build: async () => built({})})
    const timings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
    expect(timings).toEqual({read: 12, print: 900, total: expect.any(Number) as unknown})
  })

  it('says so when the timings cannot be written', async () => {
    const file = join(out, 'no/such/folder.json')
    expect(await runInside(['build', '--out', out, '--timings', file], {build: async () => built({})})).toMatchObject({
      status: 3,
      stderr: `The timings cannot be written to ${file}. Name another file after --timings.\n`
    })
  })

  const events = async ({progress}: BuildOptions) => {
    progress?.({stage: 'read'})
    for (let done = 1; done <= 40; done += 1)
      progress?.({stage: 'layout', detail: `d${done}`, done, of: 40, pages: 2 * done})
    progress?.({stage: 'write'})
    return built({files: []})
  }

  it('tells its progress in plain lines where there is no terminal', async () => {
    const {stderr} = await runInside(['build', '--out', out], {build: events})
    const lines = stderr.split('\n')
    expect(lines).toHaveLength(14)
    expect(lines.slice(0, 3)).toEqual([
      'Reading',
      'Laying out d1 (1 of 40, 2 pages)',
      'Laying out d4 (4 of 40, 8 pages)'
    ])
    expect(lines.slice(-3)).toEqual(['Laying out d40 (40 of 40, 80 pages)', 'Writing', ''])
  })

  it('tells its progress in one line on a terminal and leaves it empty', async () => {
    const {stderr} = await runInside(['build', '--out', out], {build: events}, {terminal: true, columns: 30})
    expect(stderr).not.toContain('\n')
    const lines = stderr.split('\r\u001b[2K')
    expect(lines[7]).toBe('Laying out d6 (6 of 40, 12 pa')
    expect(lines.at(-1)).toBe('')
  })
})

describe('verify', () => {
  it('prints what was compared, and what differs', async () => {
    const file = new VFile({path: 'mine/documents/d1.md'})
    report(file, 'output-differs', 'Word `crane` is lost in reader.pdf, page 3', {line: 7, column: 1})
    const verify = async () => ({files: [file], lines: ['d1  reader.pdf  29 of 30 words'], ok: false})
    expect(await runInside(['verify', 'mine'], {verify})).toEqual({
      status: 1,
      stdout: 'd1  reader.pdf  29 of 30 words\n',
      stderr:
        'mine/documents/d1.md:7:1  error  Word `crane` is lost in reader.pdf, page 3  output-differs\n1 error, 0 warnings\n'
    })
  })

  it('is quiet on stderr when all is well', async () => {
    const verify = async () => ({files: [], lines: ['d1  reader.pdf  30 of 30 words'], ok: true})
    expect(await runInside(['verify', 'mine'], {verify})).toEqual({
      status: 0,
      stdout: 'd1  reader.pdf  30 of 30 words\n',
      stderr: ''
    })
  })
})
