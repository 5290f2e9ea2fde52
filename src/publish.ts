// Writes the finished set of files: the folder holds the old set or the new set, never a mixture, also after a kill or a full disk.
//
//   parent/.dist.recension-new-123   the new set grows here, flushed to the disk
//   parent/dist                      1. renamed to .dist.recension-old-123   2. the new set takes its name
//
// Node has no call that exchanges two folders in one step. Between the two renames, which follow each other without a pause, the
// folder is absent for some microseconds. Who is killed just there leaves the whole old set under its hidden name, and `recover`,
// which every command runs first, puts it back.
import {renameSync, rmSync} from 'node:fs'
import {chmod, mkdir, open, rename, rm, rmdir, stat} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {EnvironmentError} from './document/environment.ts'
import {carryOver, codeOf, flushFolder, isFolder, mountedApart, realFolder} from './publish/folders.ts'
import {NEW, OLD, READY, recover} from './publish/recover.ts'

export {recover}

/**
 * Puts `files` (paths inside the folder → bytes) in place of the files of the same names, all at once. Other entries stay.
 * `stale`: files of the old set that the new one no longer has. Throws `EnvironmentError` with the old set untouched and nothing left behind.
 */
export async function publish(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  stale: readonly string[] = []
): Promise<void> {
  const shown = relative(process.cwd(), out) || out
  try {
    await recover(out)
    const target = await realFolder(out)
    await mkdir(dirname(target), {recursive: true})
    if (await canStageBeside(target)) await replaceFolder(target, files, stale)
    else await replaceInside(target, files, stale)
  } catch (error) {
    throw asEnvironmentError(error, shown, files)
  }
}

/** The usual way: a sibling folder that takes the name. */
async function replaceFolder(
  target: string,
  files: ReadonlyMap<string, Uint8Array>,
  stale: readonly string[]
): Promise<void> {
  const fresh = hidden(target, NEW)
  const old = hidden(target, OLD)
  await whileStaged(fresh, async () => {
    await stage(fresh, files)
    const existed = await isFolder(target)
    if (existed) {
      await carryOver(target, fresh)
      await removeFrom(fresh, stale)
      await chmod(fresh, (await stat(target)).mode)
    }
    await flushFolder(fresh)
    swap(target, {fresh, old, existed})
    await flushFolder(dirname(target))
    // The new set is in place; an old one that cannot be removed now is removed by the next command.
    await rm(old, {recursive: true, force: true}).catch(() => undefined)
  })
}

/** Synchronous, so that nothing runs between the two renames. */
function swap(target: string, {fresh, old, existed}: {fresh: string; old: string; existed: boolean}): void {
  if (existed) renameSync(target, old)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (existed) renameSync(old, target)
    throw error
  }
}

/**
 * For a mount point or a parent that may not be written: staged inside the folder, committed by one rename, then moved file by
 * file. A kill between these moves is finished by `recover`, since the committed folder holds all that is left to move.
 */
async function replaceInside(
  target: string,
  files: ReadonlyMap<string, Uint8Array>,
  stale: readonly string[]
): Promise<void> {
  await mkdir(target, {recursive: true})
  const fresh = join(target, `.recension-new-${process.pid}`)
  await whileStaged(fresh, async () => {
    await stage(fresh, files)
    await rename(fresh, join(target, READY))
    await flushFolder(target)
    await recover(target)
    await removeFrom(target, stale)
  })
}

/** Removes files by names that a report lists; a name that leads out of the folder is none of ours. */
async function removeFrom(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const path = resolve(folder, name)
    if (path.startsWith(folder + sep)) await rm(path, {force: true})
  }
}

async function stage(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder)
  const folders = new Set([folder])
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    if (relative(folder, path).startsWith('..')) throw new Error(`The file ${name} lies outside the folder`)
    await mkdir(dirname(path), {recursive: true})
    folders.add(dirname(path))
    await writeFlushed(path, bytes)
  }
  for (const each of folders) await flushFolder(each)
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Removes the staging folder however the work ends, Ctrl-C included. */
async function whileStaged(folder: string, work: () => Promise<void>): Promise<void> {
  const remove = (): void => rmSync(folder, {recursive: true, force: true})
  process.once('exit', remove)
  try {
    await work()
  } finally {
    process.removeListener('exit', remove)
    remove()
  }
}

/** Tried by doing it: permissions, read-only mounts and network folders all answer truly only then. */
async function canStageBeside(target: string): Promise<boolean> {
  if (await mountedApart(target)) return false
  const probe = hidden(target, NEW)
  try {
    await mkdir(probe)
    await rmdir(probe)
    return true
  } catch (error) {
    if (await isFolder(target)) return false
    throw error
  }
}

const hidden = (target: string, kind: string): string =>
  join(dirname(resolve(target)), `.${basename(target)}${kind}${process.pid}`)

function asEnvironmentError(error: unknown, out: string, files: ReadonlyMap<string, Uint8Array>): unknown {
  const code = codeOf(error)
  const megabytes = Math.ceil([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0) / 1e6)
  const reason = REASONS[code]?.(out, megabytes)
  if (!reason) return error
  return new EnvironmentError(`${reason} Nothing was changed.`, {cause: error})
}

const full = (out: string, megabytes: number): string =>
  `The disk is full: the folder ${out} needs about ${megabytes} MB. Free some space or name another folder with --out.`
const forbidden = (out: string): string =>
  `The folder ${out} cannot be written: permission is denied. Allow writing there or name another folder with --out.`
const busy = (out: string): string =>
  `The folder ${out} is in use by another program. Close the files that are open in it and try again.`

const REASONS: Record<string, (out: string, megabytes: number) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: (out) => `The folder ${out} lies on a disk that is read-only. Name another folder with --out.`,
  EBUSY: busy,
  ENOTEMPTY: busy,
  ENOTDIR: (out) => `${out} is a file, expected a folder. Name another folder with --out.`,
  EEXIST: (out) => `${out} is a file, expected a folder. Name another folder with --out.`,
  EIO: (out) => `The disk of the folder ${out} reports an error. Check the disk or name another folder with --out.`
}
