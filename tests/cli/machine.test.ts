// clean and doctor: what is removed and what never is, what a build needs of the machine.
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {publish} from '../../src/publish.ts'
import {EditionTest} from '../support/edition.ts'
import {runInside} from '../support/host.ts'
import {temporaryFolder} from '../support/temporary.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Results as a build writes them, with a report that lists its files. */
async function results(report: unknown = {files: ['reader.pdf', 'web/index.html']}): Promise<string> {
  const out = join(temporaryFolder(), 'dist')
  await publish(
    out,
    new Map([
      ['reader.pdf', bytes('a book')],
      ['web/index.html', bytes('a page')],
      ['report.json', bytes(JSON.stringify(report))]
    ])
  )
  return out
}

describe('clean', () => {
  it('removes the folder when it holds nothing but results', async () => {
    const out = await results()
    expect(await runInside(['clean', '--out', out])).toEqual({
      status: 0,
      stdout: '',
      stderr: `3 files removed from ${out}.\n`
    })
    expect(readdirSync(join(out, '..'))).toEqual([])
  })

  it('takes plain names in the report, too', async () => {
    const out = await results({files: ['reader.pdf', 'web/index.html', 'report.json']})
    expect(await runInside(['clean', '--out', out])).toMatchObject({
      status: 0,
      stderr: `3 files removed from ${out}.\n`
    })
    expect(existsSync(out)).toBe(false)
  })

  it('leaves everything else', async () => {
    const out = await results()
    writeFileSync(join(out, 'letter.txt'), 'to the press')
    writeFileSync(join(out, 'web/notes.txt'), 'mine')
    expect(await runInside(['clean', '--out', out])).toMatchObject({
      status: 0,
      stderr: `3 files removed from ${out}. 2 other entries in it are not of a build and stay.\n`
    })
    expect(readdirSync(out, {recursive: true, encoding: 'utf8'}).toSorted()).toEqual([
      'letter.txt',
      'web',
      'web/notes.txt'
    ])
  })

  it('never leaves its folder', async () => {
    const out = await results({files: ['../precious.txt', 'reader.pdf', '/etc/hosts', 'web/../../precious.txt']})
    writeFileSync(join(out, '../precious.txt'), 'kept')
    await runInside(['clean', '--out', out])
    expect(existsSync(join(out, '../precious.txt'))).toBe(true)
    expect(readdirSync(out)).toEqual(['web'])
  })

  it.each([
    ['no report', undefined],
    ['something else in report.json', '[1, 2]'],
    ['a report without files', '{"files": "all"}'],
    ['a report that is no JSON', '{']
  ])('refuses a folder with %s', async (_what, report) => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'reader.pdf'), 'of somebody else')
    if (report) writeFileSync(join(out, 'report.json'), report)
    const before = readdirSync(out)
    expect(await runInside(['clean', '--out', out])).toEqual({
      status: 2,
      stdout: '',
      stderr: `The folder ${out} has no report.json of a build, so nothing in it was removed: expected the folder of a build\n`
    })
    expect(readdirSync(out)).toEqual(before)
  })

  it('is content when there is nothing', async () => {
    const out = join(temporaryFolder(), 'dist')
    expect(await runInside(['clean', '--out', out])).toEqual({
      status: 0,
      stdout: '',
      stderr: `There is no folder ${out}: nothing to remove.\n`
    })
  })

  it('puts away what a killed build left', async () => {
    const out = await results()
    mkdirSync(join(out, '../.dist.recension-new-4194304999'))
    await runInside(['clean', '--out', out])
    expect(readdirSync(join(out, '..'))).toEqual([])
  })
})

describe('doctor', () => {
  it('names everything that a build needs and ends with 0 where all is there', async () => {
    const {status, stdout, stderr} = await EditionTest.empty().run('doctor')
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    const lines = stdout.trimEnd().split('\n')
    expect(lines.at(-1)).toBe('A build can run here.')
    expect(lines.filter((line) => /^(fine|note)/.test(line)).map((line) => line.split(/ +/)[1])).toEqual([
      'Node',
      'Packages',
      'Browser',
      'Sandbox',
      'Cache',
      'Disk',
      'Java'
    ])
    expect(lines[0]).toBe(`fine  Node      ${process.version}, 20.19 or later is needed.`)
  })

  it('ends with 3 and says what to do where there is no browser', async () => {
    const {status, stdout} = await EditionTest.empty().runWith({RECENSION_BROWSER: '/nonexistent'}, 'doctor')
    expect(status).toBe(3)
    expect(stdout).toContain(
      'LACK  Browser   There is no browser at /nonexistent, the path given by the environment variable RECENSION_BROWSER.'
    )
    expect(stdout).toMatch(/\nA build cannot run before the lines marked LACK are mended\.\n$/)
  })

  it('takes --browser', async () => {
    const {status, stdout} = await runInside(['doctor', '--browser', '/nonexistent'])
    expect(status).toBe(3)
    expect(stdout).toContain('There is no browser at /nonexistent, the path given by --browser.')
  })
})
