// The folder of the user's cache that holds the unpacked browser and the kept layouts.
import {chmod, lstat, mkdir, mkdtemp, readdir, rm, access} from 'node:fs/promises'
import {constants, rmSync} from 'node:fs'
import {homedir, tmpdir} from 'node:os'
import {join} from 'node:path'
import {EnvironmentError} from '../../document/environment.ts'
import {undoAtEnd} from '../chromium/leftovers.ts'

/** Where things are kept, and whether for longer than this process. */
export interface CacheFolder {
  path: string
  /** Why the folder is a temporary one that goes with the process; absent for the user's own cache. */
  temporary?: string | undefined
}

/** `$XDG_CACHE_HOME/recension`, or what the system has in its place. */
export function cachePath(): string {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'recension')
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'recension', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'recension')
  return join(homedir(), '.cache', 'recension')
}

let temporary: Promise<CacheFolder> | undefined

/** The cache folder, made where it is missing; a temporary one where it cannot be written, removed when the process ends. */
export async function cacheFolder(): Promise<CacheFolder> {
  const path = cachePath()
  try {
    await mkdir(path, {recursive: true, mode: 0o700})
    await access(path, constants.W_OK | constants.X_OK)
    if (await mine(path)) return {path}
    throw new Error('other users can write to it')
  } catch (cause) {
    temporary ??= substitute(`The cache folder ${path} cannot be used (${reasonOf(cause)})`)
    return temporary
  }
}

async function substitute(why: string): Promise<CacheFolder> {
  const path = await temporaryFolder('recension-cache-')
  undoAtEnd(() => rmSync(path, {recursive: true, force: true}))
  return {path, temporary: `${why}, so nothing is kept for the next time.`}
}

/** A fresh folder that nobody else may enter. */
export async function temporaryFolder(prefix: string): Promise<string> {
  try {
    const folder = await mkdtemp(join(tmpdir(), prefix))
    await chmod(folder, 0o700)
    return folder
  } catch (cause) {
    throw new EnvironmentError(
      `No temporary folder can be made in ${tmpdir()} (${reasonOf(cause)}). Free some space there, or set the environment variable TMPDIR to a folder that can be written.`,
      {cause}
    )
  }
}

/** True for a folder of this user that no other can write to: nothing of another's making is run or trusted. */
export async function mine(path: string): Promise<boolean> {
  const entry = await lstat(path).catch(() => undefined)
  if (!entry?.isDirectory()) return false
  if (process.getuid === undefined) return true
  return entry.uid === process.getuid() && (entry.mode & 0o022) === 0
}

const HOUR = 3_600_000

/** Removes what a killed process left: this user's entries with this prefix that nobody has touched for an hour. */
export async function sweep(
  folder: string,
  prefix: string,
  isLeft: (name: string) => boolean = () => true
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.startsWith(prefix) || !isLeft(name)) continue
    const path = join(folder, name)
    const entry = await lstat(path).catch(() => undefined)
    if (!entry || Date.now() - entry.mtimeMs < HOUR || !(await mine(path))) continue
    await rm(path, {recursive: true, force: true}).catch(() => {})
  }
}

/** `no space left on device`: what the system says, without its codes. */
export function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return /^E[A-Z]+: ([^,]+),/.exec(message)?.[1] ?? message
}
