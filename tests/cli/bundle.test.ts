// The bundle that the command runs: of just these sources, whoever else begins at the same time, and done without where it cannot be kept.
import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {temporaryFolder} from '../support/temporary.ts'

/** A copy of the program as npm installs it in a project, with all that a path may hold; its packages are links. */
const project = join(temporaryFolder(), 'Моя книга №1, 100% #2')
const packages = join(project, 'node_modules')
const program = join(packages, 'recension')

beforeAll(() => {
  mkdirSync(packages, {recursive: true})
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.')))
    symlinkSync(resolve('node_modules', name), join(packages, name))
  for (const name of ['package.json', 'src', 'styles', 'templates'])
    cpSync(name, join(program, name), {recursive: true})
})

interface Said {
  status: number | null
  stdout: string
  stderr: string
}

async function run(env: Record<string, string>, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [join(program, 'src/cli/recension.js'), ...args], {
    cwd: project,
    env: {...process.env, ...env}
  })
  const said = {stdout: '', stderr: ''}
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return new Promise((done) => child.on('close', (status) => done({status, ...said})))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const newCache = (): string => join(temporaryFolder(), 'кэш 1')
const kept = (cache: string): string[] => readdirSync(join(cache, 'recension/program'))

/** Changes a source for as long as something runs; neither its size nor its time tells that it has changed. */
async function changed<T>(path: string, [from, to]: [string, string], then: () => Promise<T>): Promise<T> {
  const file = join(program, path)
  const {atime, mtime} = statSync(file)
  const before = readFileSync(file, 'utf8')
  const write = (text: string): void => {
    writeFileSync(file, text)
    utimesSync(file, atime, mtime)
  }
  expect(before).toContain(from)
  write(before.replace(from, to))
  try {
    return await then()
  } finally {
    write(before)
  }
}

const NOTHING = {status: 0, stdout: '', stderr: 'There is no folder none: nothing to remove.\n'}
const clean = (cache: string, env: Record<string, string> = {}): Promise<Said> =>
  run({XDG_CACHE_HOME: cache, RECENSION_DEBUG: '', ...env}, 'clean', '--out', 'none')

describe('the bundle', () => {
  test('is made once and kept', async () => {
    const cache = newCache()
    expect(await clean(cache)).toEqual(NOTHING)
    const [folder = '', ...others] = kept(cache)
    expect(others).toEqual([])
    // It is what is kept that runs: changed together with its sum it says something else.
    const path = join(cache, 'recension/program', folder)
    const name = readdirSync(path).find((one) => one.startsWith('clean-')) ?? ''
    const text = readFileSync(join(path, name), 'utf8').replace('nothing to remove', 'nothing to REMOVE')
    const sums = JSON.parse(readFileSync(join(path, 'sums.json'), 'utf8')) as Record<string, string>
    writeFileSync(join(path, name), text)
    writeFileSync(join(path, 'sums.json'), JSON.stringify({...sums, [name]: sha256(text)}))
    expect(await clean(cache)).toEqual({...NOTHING, stderr: 'There is no folder none: nothing to REMOVE.\n'})
    expect(kept(cache)).toEqual([folder])
  })

  test('finds all that lies beside its sources', async () => {
    const cache = newCache()
    expect(await run({XDG_CACHE_HOME: cache}, 'init', 'an edition')).toMatchObject({status: 0})
    const env = {XDG_CACHE_HOME: cache}
    expect(await run(env, 'check', 'an edition')).toMatchObject({status: 0, stdout: ''})
    expect(kept(cache)).toHaveLength(1)
  })

  test('is never older than a source, and an older one comes back with its source', async () => {
    const cache = newCache()
    expect(await clean(cache)).toEqual(NOTHING)
    const other = ['nothing to remove', 'nothing to REMOVE'] as [string, string]
    const said = await changed('src/cli/commands/clean.ts', other, () => clean(cache))
    expect(said).toEqual({...NOTHING, stderr: 'There is no folder none: nothing to REMOVE.\n'})
    expect(kept(cache)).toHaveLength(2)
    expect(await clean(cache)).toEqual(NOTHING)
    expect(kept(cache)).toHaveLength(2)
  })

  test('takes the packages that lie there now', async () => {
    const cache = newCache()
    expect(await clean(cache)).toEqual(NOTHING)
    const nearer = join(program, 'node_modules/commander')
    mkdirSync(nearer, {recursive: true})
    writeFileSync(join(nearer, 'package.json'), '{"name": "commander", "type": "module", "exports": "./nearer.js"}')
    const real = pathToFileURL(resolve('node_modules/commander/esm.mjs')).href
    writeFileSync(join(nearer, 'nearer.js'), `export * from '${real}'\nconsole.error('The nearer one')\n`)
    try {
      expect(await clean(cache)).toEqual({...NOTHING, stderr: `The nearer one\n${NOTHING.stderr}`})
    } finally {
      rmSync(join(program, 'node_modules'), {recursive: true})
    }
    expect(await clean(cache)).toEqual(NOTHING)
  })

  test('is made again where it was damaged', async () => {
    const cache = newCache()
    await clean(cache)
    const [folder = ''] = kept(cache)
    for (const name of readdirSync(join(cache, 'recension/program', folder)))
      truncateSync(join(cache, 'recension/program', folder, name), 10)
    expect(await clean(cache)).toEqual(NOTHING)
    expect(kept(cache)).toEqual([folder])
    expect(statSync(join(cache, 'recension/program', folder, 'main.mjs')).size).toBeGreaterThan(10)
  })

  test('is one where several first runs begin at once', async () => {
    const cache = newCache()
    const all = await Promise.all([1, 2, 3, 4].map(() => clean(cache)))
    expect(all).toEqual([NOTHING, NOTHING, NOTHING, NOTHING])
    expect(kept(cache)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
  })

  test('goes when twenty newer ones are there and nobody has asked for it for a day', async () => {
    const cache = newCache()
    const folder = join(cache, 'recension/program')
    const days = (count: number): Date => new Date(Date.now() - count * 86_400_000)
    for (let at = 0; at < 25; at++) {
      mkdirSync(join(folder, `old-${at}`), {recursive: true, mode: 0o700})
      utimesSync(join(folder, `old-${at}`), days(2 + at), days(2 + at))
    }
    await clean(cache)
    const left = kept(cache).filter((name) => name.startsWith('old-'))
    expect(left.toSorted()).toEqual(Array.from({length: 19}, (_, at) => `old-${at}`).toSorted())
  })

  test('names the sources in a stack', async () => {
    const cache = newCache()
    const fault = ['await recover(out)', "throw Error('No')"] as [string, string]
    const said = await changed('src/cli/commands/clean.ts', fault, () => clean(cache, {RECENSION_DEBUG: '1'}))
    expect(said.status).toBe(3)
    expect(said.stderr).toMatch(/^This is a fault of Recension, not of your edition: No\nError: No\n {4}at /)
    const line =
      readFileSync('src/cli/commands/clean.ts', 'utf8')
        .split('\n')
        .findIndex((one) => one.includes(fault[0])) + 1
    expect(said.stderr).toContain(`${join(program, 'src/cli/commands/clean.ts')}:${line}:`)
    expect(said.stderr).not.toContain('.mjs')
    expect(kept(cache)).toHaveLength(1)
  })
})

describe('without a bundle the command runs from its sources', () => {
  test('where the cache is no folder', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await clean(file)).toEqual(NOTHING)
  })

  test('where others can write to the cache', async () => {
    const cache = newCache()
    mkdirSync(join(cache, 'recension'), {recursive: true})
    chmodSync(join(cache, 'recension'), 0o777)
    expect(await clean(cache)).toEqual(NOTHING)
    expect(readdirSync(join(cache, 'recension'))).toEqual([])
  })
})

test('nothing is ever written to the folder of the program', async () => {
  const list = (): string[] => readdirSync(program, {recursive: true, encoding: 'utf8'}).toSorted()
  const before = list()
  await clean(newCache())
  expect(list()).toEqual(before)
})
