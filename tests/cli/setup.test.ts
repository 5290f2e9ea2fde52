// The set-up before start and test: calls npm only when something is missing, and says what happened when npm fails.
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {temporaryFolder} from '../support/temporary.ts'

const FAKE_NPM = new URL('npm-cli.js', import.meta.url).pathname
const elsewhere = process.platform === 'win32' ? 'linux' : 'win32'

/** A lock file with a package of each sort. */
const LOCK = {
  '': {name: 'recension', version: '1.0.0'},
  'node_modules/needed': {version: '1.0.0'},
  'node_modules/needed/node_modules/inner': {version: '2.0.0'},
  'node_modules/@scope/tool': {version: '3.0.0', dev: true},
  'node_modules/other-system': {version: '1.0.0', optional: true, os: [elsewhere]},
  'node_modules/not-here': {version: '1.0.0', optional: true, os: [`!${process.platform}`]},
  'node_modules/this-system': {version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch]},
  'node_modules/of-other-system': {version: '1.0.0', optional: true}
}

type Lock = Record<string, object>

/** A project with the real set-up script; `installed` is what npm says that it installed. */
function project(installed: Lock | undefined, lock: Lock = LOCK): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'src/cli'), {recursive: true})
  for (const name of ['setup.js', 'packages.js']) cpSync(`src/cli/${name}`, join(root, 'src/cli', name))
  writeFileSync(join(root, 'package.json'), '{"type": "module"}')
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({packages: lock}))
  if (installed) install(root, installed)
  return root
}

function install(root: string, installed: Lock): void {
  for (const path of Object.keys(installed)) {
    mkdirSync(join(root, path), {recursive: true})
    writeFileSync(join(root, path, 'package.json'), '{"type": "module"}')
  }
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({packages: installed}))
}

function setUp(root: string, args: string[] = [], env: Record<string, string> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(root, 'src/cli/setup.js'), ...args], {
    cwd: '/',
    encoding: 'utf8',
    env: {...process.env, npm_execpath: FAKE_NPM, ...env}
  })
  const calls = existsSync(join(root, 'npm-calls.txt')) ? readFileSync(join(root, 'npm-calls.txt'), 'utf8') : ''
  return {status, stdout, stderr, calls}
}

const without = (...paths: string[]): Lock =>
  Object.fromEntries(Object.entries(LOCK).filter(([path]) => path !== '' && !paths.includes(path)))

const ABSENT = ['node_modules/other-system', 'node_modules/not-here', 'node_modules/of-other-system']
const SILENT = {status: 0, stdout: '', stderr: '', calls: ''}
const one = 'Setting up: 1 package is missing. npm fetches what it needs; this may take a minute.\n'
const START = 'ci --omit=dev --no-audit --no-fund --loglevel=error skip=1 list=false\n'
const TEST = 'ci --include=dev --no-audit --no-fund --loglevel=error skip=1 list=false\n'

describe('nothing is missing', () => {
  it('for the tests', () => {
    expect(setUp(project(without(...ABSENT)), ['--dev'], {FAKE_NPM: 'must not run'})).toEqual(SILENT)
  })

  it('for a build, with or without the tools for tests', () => {
    expect(setUp(project(without(...ABSENT, 'node_modules/@scope/tool')))).toEqual(SILENT)
    expect(setUp(project(without(...ABSENT)))).toEqual(SILENT)
  })

  it('in this project itself', () => {
    const {status, stdout, stderr} = spawnSync(process.execPath, ['src/cli/setup.js', '--dev'], {
      encoding: 'utf8',
      env: {...process.env, npm_execpath: FAKE_NPM, FAKE_NPM: 'must not run'}
    })
    expect({status, stdout, stderr}).toEqual({status: 0, stdout: '', stderr: ''})
  })
})

describe('something is missing', () => {
  it('installs for a build without the tools for tests', () => {
    expect(setUp(project(without(...ABSENT, 'node_modules/needed/node_modules/inner')))).toEqual({
      status: 0,
      stdout: '',
      stderr: one,
      calls: START
    })
  })

  it('installs the tools for tests, too, in production as well', () => {
    const root = project(without(...ABSENT, 'node_modules/@scope/tool'))
    expect(setUp(root, ['--dev'], {NODE_ENV: 'production'})).toEqual({status: 0, stdout: '', stderr: one, calls: TEST})
    expect(setUp(root, ['--dev'], {FAKE_NPM: 'must not run'})).toMatchObject({status: 0, stderr: '', calls: TEST})
  })

  it.each([
    ['a package of another version', {...without(...ABSENT), 'node_modules/needed': {version: '1.0.1'}}],
    [
      'a package put in the place of another',
      {...without(...ABSENT), 'node_modules/needed': {version: '1.0.0', name: 'x'}}
    ],
    ['the optional package for this system', without(...ABSENT, 'node_modules/this-system')]
  ])('%s', (_what, installed) => {
    expect(setUp(project(installed), ['--dev'])).toMatchObject({status: 0, stderr: one, calls: TEST})
  })

  it('a folder that was removed by hand', () => {
    const root = project(without(...ABSENT))
    rmSync(join(root, 'node_modules/needed/node_modules'), {recursive: true})
    expect(setUp(root)).toMatchObject({status: 0, stderr: one, calls: START})
  })

  it('everything', () => {
    expect(setUp(project(undefined), ['--dev'])).toMatchObject({
      status: 0,
      stderr: 'Setting up: 4 packages are missing. npm fetches what it needs; this may take a minute.\n',
      calls: TEST
    })
  })

  it('is seen again after an installation that was interrupted', () => {
    const root = project(without(...ABSENT, 'node_modules/needed'))
    expect(setUp(root, [], {FAKE_NPM: 'killed'})).toMatchObject({status: 3, calls: START})
    // npm got as far as the folders, but not to the end.
    mkdirSync(join(root, 'node_modules/needed'), {recursive: true})
    writeFileSync(join(root, 'node_modules/needed/package.json'), '{}')
    expect(setUp(root)).toMatchObject({status: 0, calls: START + START})
  })
})

describe('npm fails', () => {
  const failed = (said: string) => {
    const {status, stderr} = setUp(project(without(...ABSENT, 'node_modules/needed')), [], {FAKE_NPM: said})
    return {status, stderr: stderr.replace(one, '').replace(/the folder \S+ cannot/, 'the folder X cannot')}
  }

  it.each([
    [
      'npm error code ENOTFOUND',
      'the package registry cannot be reached. Connect to the network and try again; the network is needed this once only.'
    ],
    [
      'npm error code ETIMEDOUT',
      'the package registry cannot be reached. Connect to the network and try again; the network is needed this once only.'
    ],
    [
      'npm error code E407',
      'the proxy refuses the connection. Give npm its address and name: `npm config set proxy` and `npm config set https-proxy`.'
    ],
    [
      'npm error code SELF_SIGNED_CERT_IN_CHAIN',
      'the connection to the package registry is not trusted. A proxy may stand between; name its certificate with `npm config set cafile`.'
    ],
    [
      'npm error code E403',
      'the package registry refuses access. Look at the registry and the login that npm is set to: `npm config list`.'
    ],
    [
      'npm error code E404',
      'the package registry does not have one of the packages. Look at the registry that npm is set to: `npm config get registry`.'
    ],
    ['npm error code E503', 'the package registry has a fault of its own. Try again later.'],
    ['npm error code ENOSPC', 'the disk is full. Free about 1 GB and try again.'],
    [
      'npm error code EACCES',
      'the folder X cannot be written. Allow writing there, or put Recension into a folder of your own.'
    ],
    ['npm error code EINTEGRITY', 'a package arrived damaged. Run `npm cache verify` and try again.'],
    [
      'npm error code EUSAGE',
      'package.json and package-lock.json do not agree. Take both from the same version of Recension.'
    ],
    ['npm error strange', 'npm failed. Read what it says below and try again with `npm ci`.']
  ])('%s', (said, message) => {
    expect(failed(said)).toEqual({status: 3, stderr: `The packages could not be set up: ${message}\n${said}\n`})
  })

  it('says so when npm ends well and a package is still missing', () => {
    expect(failed('nothing')).toEqual({
      status: 3,
      stderr: 'npm ended well, but these packages are still missing: needed, inner, this-system.\n'
    })
  })

  it('says so when there is no npm', () => {
    const root = project(without(...ABSENT, 'node_modules/needed'))
    const {status, stderr} = setUp(root, [], {npm_execpath: '', PATH: '/nowhere'})
    expect({status, stderr}).toEqual({
      status: 3,
      stderr: `${one}The packages could not be set up: npm is not found. Install Node 20.19 or later from nodejs.org, npm comes with it.\nspawnSync npm ENOENT\n`
    })
  })
})
