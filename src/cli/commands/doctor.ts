// `recension doctor`: what a build needs of the machine, whether it is there, and what a lack means.
import {spawnSync} from 'node:child_process'
import {access, constants, statfs} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cachePath} from '../../document/own-folder.js'
import {STATUS, type GlobalOptions, type Host, type Status} from '../host.ts'
import {missingPackages} from '../packages.js'

/** One thing that was looked at. Only a `lack` forbids a build. */
interface Finding {
  what: string
  state: 'fine' | 'note' | 'lack'
  text: string
}

/** Looks at everything and prints a line for each; status 0 when a build can run. */
export async function doctorCommand({browser}: GlobalOptions, host: Host): Promise<Status> {
  const list = [node(), packages(), ...(await browserAndSandbox(browser)), await cache(), await space(), java()]
  const width = Math.max(...list.map(({what}) => what.length))
  for (const {what, state, text} of list) {
    const [first, ...more] = text.split('\n')
    host.out(`${WORDS[state]}  ${what.padEnd(width)}  ${first}\n`)
    for (const line of more) host.out(`${' '.repeat(width + 8)}${line}\n`)
  }
  const lacks = list.some(({state}) => state === 'lack')
  host.out(lacks ? 'A build cannot run before the lines marked LACK are mended.\n' : 'A build can run here.\n')
  return lacks ? STATUS.environment : STATUS.fine
}

const WORDS = {fine: 'fine', note: 'note', lack: 'LACK'} as const satisfies Record<Finding['state'], string>

const node = (): Finding => ({what: 'Node', state: 'fine', text: `${process.version}, 20.19 or later is needed.`})

function packages(): Finding {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const missing = missingPackages(root, {dev: false})
  if (missing.length === 0) return {what: 'Packages', state: 'fine', text: 'All are installed.'}
  return {
    what: 'Packages',
    state: 'lack',
    text: `Missing or of another version: ${missing.join(', ')}. Run \`npm ci\` in the folder ${root}.`
  }
}

async function browserAndSandbox(path: string | undefined): Promise<Finding[]> {
  const {describeBrowser} = await import('../../print/index.ts')
  const {kind, text, sandbox} = await describeBrowser(path)
  const browser: Finding = {what: 'Browser', state: kind === 'none' ? 'lack' : 'fine', text}
  if (kind === 'none') return [browser]
  const without = `${sandbox.why ?? 'The browser runs without its sandbox.'} It opens only the files of the edition, and nothing of the network.`
  const inside = sandbox.sandbox ? 'The browser runs in its sandbox.' : without
  return [browser, {what: 'Sandbox', state: sandbox.sandbox ? 'fine' : 'note', text: inside}]
}

async function cache(): Promise<Finding> {
  const path = cachePath()
  const writable = await access(await existing(path), constants.W_OK).then(
    () => true,
    () => false
  )
  if (writable) return {what: 'Cache', state: 'fine', text: `${path} can be written.`}
  const text = `${path} cannot be written. Builds run, but the browser is unpacked and every page laid out anew each time. The environment variable XDG_CACHE_HOME names another folder.`
  return {what: 'Cache', state: 'note', text}
}

/** The nearest folder above that exists. */
async function existing(path: string): Promise<string> {
  const found = await access(path).then(
    () => true,
    () => false
  )
  return found || dirname(path) === path ? path : existing(dirname(path))
}

/** The unpacked browser takes 200 MB, a book a few. */
const NEEDED_MB = 500

async function space(): Promise<Finding> {
  const here = resolve('.')
  const {bavail, bsize} = await statfs(here)
  const megabytes = Math.floor((bavail * bsize) / 1e6)
  const text = `${megabytes} MB free in ${here}`
  if (megabytes >= NEEDED_MB) return {what: 'Disk', state: 'fine', text: `${text}.`}
  const what = megabytes < 20 ? 'lack' : 'note'
  return {what: 'Disk', state: what, text: `${text}, about ${NEEDED_MB} MB are needed the first time. Free some space.`}
}

function java(): Finding {
  const {status, stderr} = spawnSync('java', ['-version'], {encoding: 'utf8'})
  const version = /"([^"]+)"/.exec(stderr ?? '')?.[1]
  if (status === 0) return {what: 'Java', state: 'fine', text: `${version ?? 'found'}, for EPUBCheck in the tests.`}
  return {what: 'Java', state: 'note', text: 'Not found. Builds do not need it; the tests leave EPUBCheck out.'}
}
