// Puts right what a killed run left: the old set back in its place, half-written sets away.
import {readdir, rename, rm, mkdir, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {codeOf, filesIn, isFolder, realFolder} from './folders.ts'

/** In the hidden names beside the folder: `.dist` + this + the number of the process. */
export const NEW = '.recension-new-'
/** The same for the old set while the new one takes its place. */
export const OLD = '.recension-old-'

/** Inside a folder that cannot be renamed: a whole new set whose files only wait to be moved up. */
export const READY = '.recension-ready'

/** No run writes so long: a folder older than this belongs to nobody, even if its process number is in use again. */
const ABANDONED_AFTER_MS = 600_000

/** Ends the work of a run that was killed. Does nothing where there is nothing to do. */
export async function recover(out: string): Promise<void> {
  const target = await realFolder(out)
  for (const old of await leftovers(target, OLD)) {
    if (await isFolder(target)) await discard(old)
    // Where that is not allowed the old set keeps its hidden name until it is.
    else await rename(old, target).catch(() => undefined)
  }
  for (const fresh of await leftovers(target, NEW)) await discard(fresh)
  await finishInside(target)
}

/** Hidden folders beside the target, or inside it, that no living run works on. */
async function leftovers(target: string, kind: string): Promise<string[]> {
  const beside = await abandoned(dirname(target), `.${basename(target)}${kind}`)
  return kind === NEW ? [...beside, ...(await abandoned(target, kind))] : beside
}

async function abandoned(folder: string, prefix: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.filter((name) => name.startsWith(prefix)).map((name) => join(folder, name))
  const free = await Promise.all(
    found.map(async (path) => !(await inUse(path, Number(path.slice(path.lastIndexOf('-') + 1)))))
  )
  return found.filter((_, index) => free[index])
}

async function inUse(path: string, pid: number): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false
  const changed = await stat(path).then(
    (found) => found.ctimeMs,
    () => 0
  )
  return Date.now() - changed < ABANDONED_AFTER_MS
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Moves what a committed set inside the folder still holds. Each move replaces one file in one step and can be repeated. */
async function finishInside(target: string): Promise<void> {
  const ready = join(target, READY)
  if (!(await isFolder(ready))) return
  for (const file of await filesIn(ready)) {
    await mkdir(dirname(join(target, file)), {recursive: true})
    await rename(join(ready, file), join(target, file))
  }
  await discard(ready)
}

async function discard(path: string): Promise<void> {
  await rm(path, {recursive: true, force: true}).catch(() => undefined)
}
