// What comes of unusual choices and places: sixty outputs, one that chooses nothing, what is left out, odd paths, closed folders.
import {spawn, spawnSync} from 'node:child_process'
import {chmodSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {json} from 'node:stream/consumers'
import {fileURLToPath} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {EditionTest} from '../support/edition.ts'

const letter = (title: string, text: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n${text}\n`

/** Chapters of an e-book: name → text without tags. */
function chapters(edition: EditionTest, name: string): Record<string, string> {
  const files = unzipSync(readFileSync(join(edition.cwd, 'dist', `${name}.epub`)))
  const pages = Object.entries(files).filter(([file]) => file.endsWith('.xhtml'))
  return Object.fromEntries(
    pages.map(([file, bytes]) => [
      file.replace(/^.*\//, ''),
      strFromU8(bytes)
        .replace(/<head>.*?<\/head>/s, '')
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
    ])
  )
}

describe('sixty outputs in one edition.yaml', () => {
  // Each takes over from the one before; every tenth has a choice of its own.
  const outputs = Array.from({length: 60}, (_, index) => {
    const like = index === 0 ? '' : `like: p${index - 1}`
    const own = index % 10 === 0 ? `documents: [d${(index / 10) % 2 === 0 ? 1 : 2}]` : ''
    return `  p${index}: {${[like, own, index === 0 ? 'formats: [epub]' : ''].filter(Boolean).join(', ')}}`
  })
  const sixty = (): EditionTest => {
    const edition = EditionTest.from('minimal')
    return edition.with({'edition.yaml': `${edition.read('edition.yaml')}outputs:\n${outputs.join('\n')}\n`})
  }

  it('are checked, listed and built like all others', async () => {
    const edition = sixty()
    expect(await edition.messages()).toEqual([])
    const {stdout} = await edition.runInside('outputs', '--format', 'json')
    const listed = JSON.parse(stdout) as {name: string; like: string[]; documents: {id: string}[]}[]
    expect(listed.map(({name}) => name)).toEqual(Array.from({length: 60}, (_, index) => `p${index}`))
    expect(listed[59]?.like).toHaveLength(59)
    expect(listed.map(({documents}) => documents.map(({id}) => id).join())).toEqual(
      Array.from({length: 60}, (_, index) => (Math.floor(index / 10) % 2 === 0 ? 'd1' : 'd2'))
    )
    const {status, stderr} = await edition.runInside('build', '--output', 'p9', 'p59')
    expect({status, stderr}).toMatchObject({status: 0})
    expect(edition.files('dist')).toEqual(['p59.epub', 'p9.epub', 'report.json'])
    expect(Object.values(chapters(edition, 'p9')).join(' ')).toContain('Dear Mr Lind')
    expect(Object.values(chapters(edition, 'p59')).join(' ')).not.toContain('Dear Mr Lind')
  })

  it('tell a fault that many take over once, where it stands', async () => {
    const edition = sixty().edit('edition.yaml', 'documents: [d1], formats: [epub]', 'documents: [d7], formats: [epub]')
    expect(await edition.messages()).toEqual([
      'edition.yaml:12:20  error  Unexpected document `d7` of output `p0`, did you mean `d1`?  missing-file'
    ])
  })
})

describe('what an output leaves out', () => {
  const edition = (): EditionTest =>
    EditionTest.empty().with({
      'edition.yaml':
        'id: x\ntitle: All Letters\ndate: 2026\noutputs:\n  one: {documents: [a], formats: [epub]}\n  none: {documents: [c], formats: [epub]}\nback: [index]\n',
      'people.yaml': 'weber: {name: Anna Weber}\nlind: {name: Olaf Lind}\n',
      'documents/a.md': letter('A', ':person[Mrs Weber]{id=weber} wrote.[^en-1]\n\n[^en-1]: Compare :ref[b].'),
      'documents/b.md': letter('B', ':person[Mr Lind]{id=lind} answered.'),
      'documents/c.md': letter('C', 'Nobody is named.')
    })

  it('has no entry in the index, and a note that points there says where it can be read', async () => {
    const test = edition()
    const {status, stderr} = await test.runInside('build', '--output', 'one')
    expect({status, stderr}).toMatchObject({status: 0})
    const {'index.xhtml': index = '', ...rest} = chapters(test, 'one')
    expect(index).toContain('Anna Weber')
    expect(index).not.toContain('Olaf Lind')
    expect(Object.values(rest).join(' ')).toContain('Compare B (in All Letters, not here).')
    expect(await test.messages()).toEqual([
      'documents/a.md:7:18  info  Unexpected target `b` of `:ref` for output `one`, which leaves it out, so the output says that it is in All Letters; expected a target that the output has  reference-left-out'
    ])
  })

  it('leaves out the whole index where no name is left', async () => {
    const test = edition()
    const {status, stderr} = await test.runInside('build', '--output', 'none')
    expect({status, stderr}).toMatchObject({status: 0})
    expect(Object.keys(chapters(test, 'none'))).not.toContain('index.xhtml')
    expect(chapters(test, 'none')['nav.xhtml']).not.toContain('Index')
  })
})

describe('an output that chooses nothing', () => {
  it.each([
    [
      '{documents: []}',
      '5:29  error  Unexpected empty list of `outputs.none.documents`, expected at least one document  wrong-value'
    ],
    [
      '{select: {keywords: fire}}',
      '5:26  error  No document fits `select` of output `none`, expected at least one of 2; all that `select` asks must fit the same document  nothing-chosen'
    ],
    [
      '{units: []}',
      '5:25  error  Unexpected empty list of `outputs.none.units`, expected at least one unit, such as `{title: Week 1, documents: [d1]}`  wrong-value'
    ],
    [
      '{formats: []}',
      '5:27  error  Unexpected empty list of `outputs.none.formats`, expected at least one of `pdf`, `print`, `booklet`, `handouts`, `epub` and `citations`  wrong-value'
    ]
  ])('%s', async (output, message) => {
    const test = EditionTest.from('minimal').with({
      'edition.yaml': `id: x\ntitle: X\ndate: 2026\nbrackets: {table: [{otherwise: leave}]}\noutputs: {none: ${output}}\n`
    })
    expect(await test.messages()).toEqual([`edition.yaml:${message}`])
    const {status} = await test.runInside('build')
    expect(status).toBe(1)
    expect(test.files()).not.toContain('dist/report.json')
  })
})

describe('a path with spaces and Cyrillic letters', () => {
  const NAME = 'Мои издания 1952'
  const there = (): EditionTest => {
    const test = EditionTest.from('minimal')
    renameSync(test.dir, join(test.cwd, NAME))
    return test
  }

  it('does no harm, to the edition or to the results', async () => {
    const test = there()
    const out = 'Готовые книги/сентябрь 1952'
    const {status, stdout, stderr} = await test.run('build', NAME, '--out', out)
    expect({status, stderr}).toMatchObject({status: 0})
    expect(stdout).toMatch(/^Готовые книги\/сентябрь 1952\/reader\.pdf +\d+ pages/)
    expect(test.files(out)).toEqual(['reader.epub', 'reader.pages.json', 'reader.pdf', 'report.json'])
    expect((await test.runInside('verify', NAME, '--out', out)).status).toBe(0)
    expect((await test.runInside('clean', '--out', out)).status).toBe(0)
    expect(test.files('Готовые книги')).toEqual([])
  })

  it('is named in messages so that it can be opened', async () => {
    const test = there()
    writeFileSync(join(test.cwd, NAME, 'documents/письмо два.md'), letter('Письмо', 'See :ref[d9].'))
    const {stderr} = await test.runInside('check', NAME)
    expect(stderr).toContain(
      'Мои издания 1952/documents/письмо два.md:5:5  error  Unexpected target `d9` of `:ref`, did you mean `d1`?  unknown-reference\n'
    )
  })
})

/** Permissions do not bind the superuser; another user they do. */
const OTHER = process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {}
const SEVERAL = fileURLToPath(new URL('several-commands.mjs', import.meta.url))

const readsCommand = (): boolean =>
  spawnSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(SEVERAL)})`], OTHER).status === 0

describe('a folder that may be read and not written', () => {
  const closed = (): EditionTest => {
    const test = EditionTest.from('minimal')
    spawnSync('chmod', ['-R', 'a+rX', test.cwd])
    chmodSync(test.cwd, 0o555)
    chmodSync(test.dir, 0o555)
    return test
  }
  /** What command lines say in one process of the other user. */
  const runAll = async (test: EditionTest, lines: string[][]): Promise<{status: number; stderr: string}[]> => {
    const env = {...process.env, RECENSION_BROWSER: '/nonexistent/browser', HOME: '/nonexistent'}
    const child = spawn(process.execPath, [SEVERAL, JSON.stringify(lines)], {
      cwd: test.cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      ...OTHER
    })
    return (await json(child.stdout)) as {status: number; stderr: string}[]
  }

  it('can be checked, and every command that would write there says so and leaves all as it is', async ({skip}) => {
    skip(!readsCommand(), 'the other user may not read the program')
    const test = closed()
    const before = test.files()
    const [check, build, freeze, schema, init] = await runAll(test, [
      ['check'],
      ['build', '--output', 'reader.epub'],
      ['freeze'],
      ['schema'],
      ['init', 'mine']
    ])
    expect(check).toEqual({status: 0, stderr: '0 errors, 0 warnings\n'})
    expect(build?.status).toBe(3)
    expect(build?.stderr).toContain(
      'The folder dist cannot be written: permission is denied. Allow writing there or name another folder with --out. Nothing was changed.\n'
    )
    expect(freeze).toEqual({
      status: 3,
      stderr: 'edition/numbering.yaml could not be written. Look whether the folder may be written to.\n'
    })
    expect(schema).toEqual({
      status: 3,
      stderr: 'The schemas cannot be written to edition/.recension. Look whether the folder may be written to.\n'
    })
    expect(init).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('Permission is denied') as string
    })
    expect(test.files()).toEqual(before)
    chmodSync(test.cwd, 0o755)
    chmodSync(test.dir, 0o755)
  })
})
