// Which browser is taken, how it is unpacked, and that none is left behind.
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeAll, afterAll, describe, expect, test, vi} from 'vitest'
import {cacheFolder} from '../../src/kept/index.ts'
import {describeBrowser, ensureBrowser} from '../../src/print/chromium/choose-browser.ts'
import {launch} from '../../src/print/chromium/launch.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recension-test-'))
})
afterAll(() => rm(folder, {recursive: true, force: true}))
afterEach(() => {
  vi.unstubAllEnvs()
  Object.defineProperty(process, 'platform', {value: platform})
})
const platform = process.platform

/** As on a machine of this kind with nothing installed. */
function bareMachine(name: NodeJS.Platform): void {
  Object.defineProperty(process, 'platform', {value: name})
  for (const variable of ['PATH', 'HOME', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'])
    vi.stubEnv(variable, folder)
}

const NONE = `No browser was found, and a browser is needed to make the PDF.
Windows: install Google Chrome, or use the Microsoft Edge that comes with Windows.
macOS: install Google Chrome, Chromium or Microsoft Edge into Applications.
Linux on a PC (x64): nothing to install, a browser comes with Recension (on Alpine, install the package chromium); on other processors, install chromium or Google Chrome.
If a browser is installed in another place, name it: \`recension build --browser PATH\`, or set the environment variable RECENSION_BROWSER.
Without a browser the e-book can still be made.`

describe('where there is no browser', () => {
  test.each(['win32', 'darwin', 'freebsd'] as const)('on %s, the message says what works', async (name) => {
    bareMachine(name)
    await expect(ensureBrowser()).rejects.toThrow(expect.objectContaining({name: 'EnvironmentError', message: NONE}))
    expect(await describeBrowser()).toMatchObject({kind: 'none', text: NONE})
  })

  test('an installed one is found in the usual places', async () => {
    bareMachine('win32')
    const edge = join(folder, 'Microsoft/Edge/Application/msedge.exe')
    await mkdir(join(edge, '..'), {recursive: true})
    await writeFile(edge, '', {mode: 0o755})
    expect(await ensureBrowser()).toEqual({path: edge, env: {}, kind: 'installed'})
  })
})

describe('a browser that was named', () => {
  test('must exist', async () => {
    await expect(ensureBrowser('/no/such/chrome')).rejects.toThrow(
      'There is no browser at /no/such/chrome, the path given by --browser. Expected the program file of Chrome, Chromium or Edge. Correct the path, or leave it out to let Recension look for a browser itself.'
    )
    vi.stubEnv('RECENSION_BROWSER', '/no/such/edge')
    await expect(ensureBrowser()).rejects.toThrow(
      'There is no browser at /no/such/edge, the path given by the environment variable RECENSION_BROWSER. Expected the program file of Chrome, Chromium or Edge. Correct the path, or leave it out to let Recension look for a browser itself.'
    )
  })

  test('is taken; the command line before the environment', async () => {
    const path = join(folder, 'chrome')
    await writeFile(path, '', {mode: 0o755})
    vi.stubEnv('RECENSION_BROWSER', '/no/such/edge')
    expect(await ensureBrowser(path)).toEqual({path, env: {}, kind: 'given'})
    vi.stubEnv('RECENSION_BROWSER', path)
    expect(await ensureBrowser()).toEqual({path, env: {}, kind: 'given'})
  })
})

describe('the cache folder', () => {
  test('that cannot be made is replaced by a temporary one, and this is said', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    vi.stubEnv('XDG_CACHE_HOME', file)
    const {path, temporary} = await cacheFolder()
    expect((await stat(path)).mode & 0o777).toBe(0o700)
    expect(temporary).toBe(
      `The cache folder ${file}/recension cannot be used (not a directory), so nothing is kept for the next time.`
    )
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  const home = () => join(folder, 'cache')
  const unpacked = () => join(home(), 'recension', 'chromium-147.0.0')

  test('is unpacked whole by two at once, for its owner alone; one with parts missing is replaced', async () => {
    vi.stubEnv('XDG_CACHE_HOME', home())
    expect((await describeBrowser()).text).toBe(
      `The embedded Chromium 147.0.0, will be unpacked into ${unpacked()} the first time.`
    )
    await mkdir(unpacked(), {recursive: true, mode: 0o700})
    await chmod(unpacked(), 0o700)
    const [one, two] = await Promise.all([ensureBrowser(), ensureBrowser()])
    expect(two).toEqual(one)
    expect(one).toEqual({
      path: join(unpacked(), 'chromium'),
      env: {LD_LIBRARY_PATH: join(unpacked(), 'lib'), FONTCONFIG_FILE: join(unpacked(), 'fonts.conf')},
      kind: 'embedded',
      version: '147.0.0',
      note: undefined
    })
    expect(await readdir(join(home(), 'recension'))).toEqual(['chromium-147.0.0'])
    expect((await stat(unpacked())).mode & 0o777).toBe(0o700)
    expect((await stat(join(unpacked(), 'lib', 'libnss3.so'))).size).toBeGreaterThan(1_000_000)
    expect((await describeBrowser()).text).toBe(`The embedded Chromium 147.0.0, unpacked in ${unpacked()}.`)
  })

  test('is not taken from a folder that others can write to', async () => {
    vi.stubEnv('XDG_CACHE_HOME', home())
    await chmod(unpacked(), 0o777)
    expect((await describeBrowser()).text).toContain('will be unpacked')
    await chmod(unpacked(), 0o700)
    expect((await describeBrowser()).text).not.toContain('will be unpacked')
  })

  test('sweeps the profiles of killed processes away, and only those', async () => {
    vi.stubEnv('XDG_CACHE_HOME', home())
    vi.stubEnv('TMPDIR', folder)
    const long = new Date('2026-01-01')
    const names = [
      'recension-browser-999999999-old',
      `recension-browser-${process.pid}-alive`,
      'recension-browser-999999999-new'
    ]
    for (const name of names) await mkdir(join(folder, name), {mode: 0o700})
    for (const name of names.slice(0, 2)) await utimes(join(folder, name), long, long)
    await (await launch(await ensureBrowser())).close()
    const left = (await readdir(folder)).filter((name) => name.startsWith('recension-browser-'))
    expect(left.toSorted()).toEqual(names.slice(1).toSorted())
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves neither it nor its profile', async (signal) => {
    expect(await leftAfter(signal, {})).toEqual({by: signal, profile: false, process: false})
  })

  test('what still writes its profile when it is ended leaves none', async () => {
    vi.stubEnv('XDG_CACHE_HOME', home())
    const {path, env} = await ensureBrowser()
    const writing = join(folder, 'writing-browser')
    const variables = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`)
    const profile = 'for word; do case "$word" in --user-data-dir=*) profile="${word#*=}";; esac; done'
    const write = `while [ -d '${folder}' ]; do mkdir -p "$profile/more"; sleep 0.01; done &`
    await writeFile(writing, ['#!/bin/sh', ...variables, profile, write, `exec '${path}' "$@"`].join('\n'), {
      mode: 0o755
    })
    expect(await leftAfter('SIGINT', {RECENSION_BROWSER: writing})).toEqual({
      by: 'SIGINT',
      profile: false,
      process: false
    })
  })

  /** What there is of a browser after a program that held it open was ended by the signal. */
  async function leftAfter(
    signal: NodeJS.Signals,
    environment: Record<string, string>
  ): Promise<Record<string, unknown>> {
    const child = spawn(process.execPath, ['--import', 'tsx', new URL('hold-browser.ts', import.meta.url).pathname], {
      env: {PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: home(), ...environment},
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const said = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
    const {profile, pid} = JSON.parse(said) as {profile: string; pid: number}
    expect(existsSync(profile)).toBe(true)
    const ended = new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
    child.kill(signal)
    const by = await ended
    const stays = existsSync(profile)
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 3000).catch(() => {})
    return {by, profile: stays, process: isRunning(pid)}
  }
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
