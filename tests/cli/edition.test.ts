// The real command on real folders: what an editor meets when something is wrong, and what is never touched.
import {execFileSync} from 'node:child_process'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'
import {processesWith} from '../support/processes.ts'
import {temporaryFolder} from '../support/temporary.ts'

const mounts: string[] = []
afterAll(() => {
  for (const mount of mounts) execFileSync('umount', [mount])
})

const NOTHING_WRONG = {status: 0, stdout: '', stderr: '0 errors, 0 warnings\n'}

describe('recension check', () => {
  it('has nothing to say of the minimal edition', async () => {
    expect(await EditionTest.from('minimal').run('check')).toEqual(NOTHING_WRONG)
  })

  it.each(['edition', 'coursepack'])('has nothing to say of the %s that init makes', async (template) => {
    const edition = EditionTest.empty()
    await edition.runInside('init', 'mine', '--template', template)
    expect(await edition.runInside('check', 'mine')).toEqual(NOTHING_WRONG)
  })

  it('names a folder that is not there', async () => {
    expect(await EditionTest.empty().runInside('check', 'mine')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'mine/edition.yaml:1:1  error  No folder `mine`, expected an edition there; `recension init mine` makes one  missing-folder\n1 error, 0 warnings\n'
    })
  })

  it('names a folder without edition.yaml', async () => {
    const edition = EditionTest.from('minimal').with({'edition.yaml': undefined})
    expect(await edition.runInside('check')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'edition/edition.yaml:1:1  error  No file `edition/edition.yaml`, expected the settings of the edition there  missing-file\n1 error, 0 warnings\n'
    })
  })

  it('names the place of YAML that cannot be read', async () => {
    const edition = EditionTest.from('minimal').edit('edition.yaml', 'title: Two', 'title: "Two')
    const {status, stdout, stderr} = await edition.runInside('check')
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toMatch(/^edition\/edition\.yaml:3:8 {2}error {2}.+ {2}unreadable-yaml\n/m)
  })

  it('names an unknown key with the nearest', async () => {
    const edition = EditionTest.from('minimal').edit('edition.yaml', 'editors:', 'editor:')
    const {status, stderr} = await edition.runInside('check')
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^edition\/edition\.yaml:4:1 {2}error {2}Unexpected key `editor`, did you mean `editors`\?.* {2}unknown-key\n1 error, 0 warnings\n$/
    )
  })

  it('gives the same as JSON, with paths from where the command runs', async () => {
    const edition = EditionTest.from('minimal').edit('documents/d2.md', 'Lind: lind', 'Lind: linda')
    const {status, stdout} = await edition.runInside('check', '--format', 'json', edition.dir)
    const found = JSON.parse(stdout) as {file: string; rule: string}[]
    expect({status, rules: found.map(({rule}) => rule)}).toEqual({status: 1, rules: ['unknown-person']})
    expect(found[0]?.file).toBe(join(edition.dir, 'documents/d2.md'))
  })

  it('gives the messages inside a test as the command does', async () => {
    const edition = EditionTest.from('minimal').edit('documents/d1.md', '[^en-1]: The', '[^en-2]: The')
    const {stderr} = await edition.run('check')
    const lines = await edition.messages()
    expect(lines.length).toBeGreaterThan(0)
    expect(stderr.replaceAll('edition/', '').split('\n').slice(0, -2)).toEqual(lines)
    expect(stderr).toMatch(/^edition\/documents\/d1\.md:/)
  })
})

describe('recension check --brackets', () => {
  /** The talk without transcript, with brackets that the table does not know. */
  const edition = (): EditionTest =>
    EditionTest.from('minimal').with({
      'documents/d1.md': undefined,
      'documents/d2.md': 'A talk.\n\nShall [we] go to the [new] quay? [Varnov] asks [they].\n'
    })
  const LISTED = [
    'edition/documents/d2.md:3:7  [we]  untyped  no rule  suggestion: supplied, a small word that the sentence needs',
    'edition/documents/d2.md:3:22  [new]  supplied  words',
    'edition/documents/d2.md:3:34  [Varnov]  untyped  no rule  no suggestion',
    'edition/documents/d2.md:3:48  [they]  untyped  no rule  suggestion: supplied, a small word that the sentence needs',
    ''
  ].join('\n')

  it('lists each bracket with place, type and rule, and suggestions with their reason', async () => {
    const one = edition()
    const before = one.read('edition.yaml')
    expect(await one.runInside('check', '--brackets')).toEqual({
      status: 0,
      stdout: LISTED,
      stderr: '4 brackets, 3 that no rule of the bracket table knows\n'
    })
    expect(one.read('edition.yaml')).toBe(before)
  })

  it('adds the suggestions to edition.yaml and changes nothing else', async () => {
    const one = edition()
    const before = one.read('edition.yaml')
    const files = one.files()
    expect(await one.runInside('check', '--brackets', '--write')).toEqual({
      status: 0,
      stdout: LISTED,
      stderr:
        '4 brackets, 3 that no rule of the bracket table knows\n1 entry added to the bracket table of edition/edition.yaml. Look through them: they are guesses.\n'
    })
    expect(one.read('edition.yaml')).toBe(`${before}    - {words: [we, they], as: supplied}\n`)
    expect(one.files()).toEqual(files)
    expect(await one.runInside('check', '--brackets', '--write')).toMatchObject({
      status: 0,
      stderr:
        '4 brackets, 1 that no rule of the bracket table knows\nNothing was added to edition/edition.yaml: there is no suggestion to write\n'
    })
  })
})

describe('recension build', () => {
  const EXPECTED = ['reader.epub', 'reader.pages.json', 'reader.pdf', 'report.json']

  it('makes the books of the minimal edition without a message, and verify finds every word', async () => {
    const edition = EditionTest.from('minimal')
    const {status, stdout, stderr} = await edition.run('build', '--strict')
    expect(stderr).not.toMatch(/error|warning|info/)
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^dist\/reader\.pdf +\d+ pages {2,}\d+\.?\d* [kM]B\ndist\/reader\.epub {2,}\d+\.?\d* [kM]B\n$/
    )
    expect(edition.files('dist')).toEqual(EXPECTED)
    expect(edition.files()).toEqual(expect.arrayContaining(['edition/edition.yaml']))
    const verified = await edition.run('verify')
    expect(verified).toMatchObject({status: 0, stderr: ''})
    expect(await edition.runInside('clean')).toMatchObject({status: 0, stderr: '4 files removed from dist.\n'})
    expect(edition.files().filter((file) => !file.startsWith('edition/'))).toEqual([])
  })

  it('builds what init makes without a message', async () => {
    const edition = EditionTest.empty()
    await edition.runInside('init', 'mine')
    const {status, stderr} = await edition.runInside('build', 'mine')
    expect(stderr).not.toMatch(/error|warning|info/)
    expect(status).toBe(0)
    expect(edition.files('dist')).toEqual(EXPECTED)
  })

  it('writes nothing when the edition has an error, and keeps the old books', async () => {
    const edition = EditionTest.from('minimal').edit('documents/d2.md', 'Lind: lind', 'Lind: linda')
    mkdirSync(join(edition.cwd, 'dist'))
    writeFileSync(join(edition.cwd, 'dist/reader.pdf'), 'the old book')
    const {status, stdout, stderr} = await edition.runInside('build')
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toMatch(/ {2}unknown-person\n(.*\n)*1 error, 0 warnings\nNothing was written to dist\.\n$/)
    expect(edition.files('dist')).toEqual(['reader.pdf'])
  })

  it('says what to do where there is no browser, without a stack, and leaves nothing behind', async () => {
    const edition = EditionTest.from('minimal')
    const before = edition.files()
    const {status, stdout, stderr} = await edition.runWith({RECENSION_BROWSER: '/nonexistent'}, 'build')
    expect({status, stdout}).toEqual({status: 3, stdout: ''})
    expect(stderr).toContain(
      'There is no browser at /nonexistent, the path given by the environment variable RECENSION_BROWSER.'
    )
    expect(stderr).not.toMatch(/\n {4}at /)
    expect(edition.files()).toEqual(before)
  })

  it('takes an unknown output for wrong use', async () => {
    const {status, stderr} = await EditionTest.from('minimal').runInside('build', '--output', 'raeder')
    expect(stderr).toMatch(/`raeder`.*`reader`.* {2}unknown-output\n/)
    expect(status).toBe(2)
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143]
  ] as const)('%s leaves no browser and no temporary folder behind', async (signal, status) => {
    const edition = EditionTest.from('minimal')
    const temporary = temporaryFolder()
    const before = edition.files()
    const env = {TMPDIR: temporary}
    expect(await edition.interrupt({env, signal, at: 'Laying out'}, 'build')).toMatchObject({status, stdout: ''})
    expect(edition.files()).toEqual(before)
    expect(readdirSync(temporary)).toEqual([])
    expect(processesWith(temporary)).toEqual([])
  })

  const disk = smallDisk()

  it.skipIf(!disk)('keeps the old books when the disk is full', async () => {
    const edition = EditionTest.from('minimal')
    mkdirSync(join(disk ?? '', 'books'))
    writeFileSync(join(disk ?? '', 'books/reader.pdf'), 'the old book')
    const out = join(disk ?? '', 'books')
    const {status, stdout, stderr} = await edition.run('build', '--output', 'reader.epub', '--out', out)
    expect({status, stdout}).toEqual({status: 3, stdout: ''})
    expect(stderr).toMatch(
      /The disk is full: the folder \S+ needs about \d+ MB\. Free some space or name another folder with --out\. Nothing was changed\.\n$/
    )
    expect(execFileSync('find', [disk ?? '', '-type', 'f'], {encoding: 'utf8'})).toBe(`${out}/reader.pdf\n`)
  })
})

/** A disk of 16 kB, where the machine allows to mount one. */
function smallDisk(): string | undefined {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], {stdio: 'ignore'})
  } catch {
    return undefined
  }
  mounts.push(folder)
  return folder
}
