// dist/ holds the old set or the new set, never a mixture: after a kill at any call, a full disk, a forbidden folder.
import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {buildSync} from 'esbuild'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {EnvironmentError} from '../../src/document/environment.ts'
import {publish, recover} from '../../src/publish.ts'
import {temporaryFolder} from '../support/temporary.ts'

const writer = new URL('killed-writer.mjs', import.meta.url).pathname
const NAMES = ['reader.epub', 'reader.pdf', 'web/index.html']
let bundle = ''
const mounts: string[] = []

afterAll(() => {
  for (const mount of mounts) execFileSync('umount', [mount])
})

beforeAll(() => {
  bundle = join(temporaryFolder(), 'publish.mjs')
  const entry = new URL('../../src/publish.ts', import.meta.url).pathname
  buildSync({entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: bundle})
})

const set = (name: string, size = 5000): Map<string, Uint8Array> =>
  new Map(NAMES.map((file) => [file, new TextEncoder().encode(`${name} ${file} `.repeat(Math.ceil(size / 20)))]))

/** Every file of a folder, hidden ones too, with the first word of it: the set that it is of. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8').split(' ')[0] ?? ''])
  )
}

const whole = (name: string): Record<string, string> => Object.fromEntries(NAMES.map((file) => [file, name]))

describe('publish', () => {
  it('makes the folder and its parents', async () => {
    const out = join(temporaryFolder(), 'results/2026/dist')
    await publish(out, set('old'))
    expect(contents(out)).toEqual(whole('old'))
    expect(readdirSync(join(out, '..'))).toEqual(['dist'])
  })

  it('replaces files of the same name and keeps all others, also in subfolders', async () => {
    const parent = temporaryFolder()
    const out = join(parent, 'dist')
    await publish(out, set('old'))
    writeFileSync(join(out, 'course.pdf'), 'kept')
    writeFileSync(join(out, 'web/notes.txt'), 'kept')
    symlinkSync('course.pdf', join(out, 'latest.pdf'))
    chmodSync(out, 0o750)
    await publish(out, set('new'))
    expect(contents(out)).toEqual({...whole('new'), 'course.pdf': 'kept', 'web/notes.txt': 'kept'})
    expect(readFileSync(join(out, 'latest.pdf'), 'utf8')).toBe('kept')
    expect(statSync(out).mode & 0o777).toBe(0o750)
    expect(readdirSync(parent)).toEqual(['dist'])
  })

  it('removes what the old set had and the new one has not, and nothing outside the folder', async () => {
    const parent = temporaryFolder()
    const out = join(parent, 'dist')
    await publish(out, set('old'))
    writeFileSync(join(out, 'course.pdf'), 'stale')
    writeFileSync(join(parent, 'letter.txt'), 'not ours')
    await publish(out, set('new'), ['course.pdf', 'never-there.pdf', '../letter.txt'])
    expect(contents(out)).toEqual(whole('new'))
    expect(readFileSync(join(parent, 'letter.txt'), 'utf8')).toBe('not ours')
  })

  it('keeps a symbolic link that stands for the folder', async () => {
    const parent = temporaryFolder()
    mkdirSync(join(parent, 'real'))
    symlinkSync('real', join(parent, 'dist'))
    await publish(join(parent, 'dist'), set('new'))
    expect(contents(join(parent, 'real'))).toEqual(whole('new'))
    expect(readdirSync(parent).toSorted()).toEqual(['dist', 'real'])
  })

  it('refuses a name outside the folder', async () => {
    const parent = temporaryFolder()
    const escape = new Map([['../other.txt', new Uint8Array(1)]])
    await expect(publish(join(parent, 'dist'), escape)).rejects.toThrow('The file ../other.txt lies outside the folder')
    expect(readdirSync(parent)).toEqual([])
  })

  it('says so when the folder is a file', async () => {
    const parent = temporaryFolder()
    writeFileSync(join(parent, 'dist'), 'a file')
    const failure = publish(join(parent, 'dist'), set('new'))
    await expect(failure).rejects.toThrow(EnvironmentError)
    await expect(failure).rejects.toThrow(
      /dist is a file, expected a folder\. Name another folder with --out\. Nothing was changed\.$/
    )
    expect(contents(parent)).toEqual({dist: 'a'})
  })
})

describe('after a kill', () => {
  it.each([
    ['beside the folder', ''],
    ['inside the folder', 'deny-parent']
  ])(
    'at any call while staging %s the whole old or new set is there',
    async (_where, deny) => {
      const seen = new Set<string>()
      for (let call = 1; ; call += 1) {
        const parent = temporaryFolder()
        const out = join(parent, 'dist')
        writeOldSet(out)
        const run = spawnSync(process.execPath, [writer, bundle, out, 'new', String(call), ...(deny ? [deny] : [])])
        if (run.signal !== 'SIGKILL') {
          expect(run.stderr.toString()).toBe('')
          expect(contents(parent)).toEqual(inDist({...whole('new'), 'kept.txt': 'kept'}))
          expect(call).toBeGreaterThan(20)
          break
        }
        await recover(out)
        const found = contents(parent)
        const name = found['dist/reader.pdf'] ?? 'nothing'
        expect(found, `killed at call ${call}`).toEqual(inDist({...whole(name), 'kept.txt': 'kept'}))
        seen.add(name)
      }
      expect([...seen].toSorted()).toEqual(['new', 'old'])
    },
    120_000
  )

  it('at a random moment of a writer that never stops the set is whole', async () => {
    const out = join(temporaryFolder(), 'dist')
    await publish(out, set('old'))
    for (const delay of [90, 113, 127, 141, 150, 163, 172, 188]) {
      const loop = `const {publish} = await import(${JSON.stringify(bundle)});
        const {setOf} = await import(${JSON.stringify(new URL('sets.mjs', import.meta.url).pathname)});
        for (let n = 1; ; n++) await publish(${JSON.stringify(out)}, setOf('run' + ${delay} + n))`
      const child = spawn(process.execPath, ['--input-type=module', '-e', loop], {stdio: 'ignore'})
      setTimeout(() => child.kill('SIGKILL'), delay)
      await once(child, 'exit')
      await recover(out)
      const found = contents(join(out, '..'))
      expect(found).toEqual(inDist(whole(found['dist/reader.pdf'] ?? 'nothing')))
    }
  })

  it('leaves the staging folder of a living run alone', async () => {
    const parent = temporaryFolder()
    const other = join(parent, `.dist.recension-new-${process.ppid}`)
    mkdirSync(other)
    mkdirSync(join(parent, '.dist.recension-new-4194304999'))
    await recover(join(parent, 'dist'))
    expect(readdirSync(parent)).toEqual([`.dist.recension-new-${process.ppid}`])
  })
})

function writeOldSet(out: string): void {
  mkdirSync(join(out, 'web'), {recursive: true})
  for (const [name, bytes] of set('old')) writeFileSync(join(out, name), bytes)
  writeFileSync(join(out, 'kept.txt'), 'kept')
}

const inDist = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, value]) => [`dist/${name}`, value]))

describe('a disk that fails', () => {
  it.each([
    ['full', 'The disk is full: the folder DIST needs about 1 MB. Free some space or name another folder with --out.'],
    [
      'deny-second-rename',
      'The folder DIST is in use by another program. Close the files that are open in it and try again.'
    ]
  ])('leaves the old set and nothing else: %s', (fault, message) => {
    const parent = temporaryFolder()
    const out = join(parent, 'dist')
    writeOldSet(out)
    const {status, stderr} = spawnSync(process.execPath, [writer, bundle, out, 'new', '0', fault], {encoding: 'utf8'})
    expect({status, stderr: stderr.replace(/\S+dist\b/, 'DIST')}).toEqual({
      status: 3,
      stderr: `${message} Nothing was changed.\n`
    })
    expect(contents(parent)).toEqual(inDist({...whole('old'), 'kept.txt': 'kept'}))
    expect(readdirSync(parent)).toEqual(['dist'])
  })
})

describe('a disk that is full', () => {
  const mount = temporaryMount('size=200k')

  it.skipIf(!mount)('leaves the old set, beside the folder', async () => {
    const out = join(mount ?? '', 'edition/dist')
    await publish(out, set('old', 5000))
    await expectFull(publish(out, set('new', 100_000)), out)
    expect(contents(mount ?? '')).toEqual(Object.fromEntries(NAMES.map((name) => [`edition/dist/${name}`, 'old'])))
  })

  const mounted = temporaryMount('size=200k')

  it.skipIf(!mounted)('leaves the old set, in a folder that is a mount point', async () => {
    const out = mounted ?? ''
    await publish(out, set('old', 5000))
    await publish(out, set('newer', 5000))
    expect(contents(out)).toEqual(whole('newer'))
    await expectFull(publish(out, set('new', 100_000)), out)
    expect(contents(out)).toEqual(whole('newer'))
  })
})

async function expectFull(writing: Promise<void>, out: string): Promise<void> {
  const error = await writing.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(EnvironmentError)
  const folder = out.split('/').slice(-1)[0] ?? ''
  expect((error as Error).message).toMatch(
    new RegExp(
      `^The disk is full: the folder \\S*${folder} needs about 1 MB\\. Free some space or name another folder with --out\\. Nothing was changed\\.$`
    )
  )
}

/** A small disk of its own, where the machine allows to mount one. */
function temporaryMount(options: string): string | undefined {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {stdio: 'ignore'})
  } catch {
    return undefined
  }
  mounts.push(folder)
  return folder
}
