// The folder of the user's cache that holds the unpacked browser and all that is kept from one build to the next.
import {chmod, lstat, mkdir, mkdtemp, readdir, rm, access} from 'node:fs/promises'
import {constants, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {EnvironmentError} from '../document/environment.ts'
import {cachePath, mine} from '../document/own-folder.js'
import {undoAtEnd} from './leftovers.ts'

/** Where things are kept, and whether for longer than this process. */
export interface CacheFolder {
  path: string
  /** Why the folder is a temporary one that goes with the process; absent for the user's own cache. */
  temporary?: string | undefined
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
