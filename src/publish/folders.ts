// What the publisher needs to know about folders and to do with them.
import {constants} from 'node:fs'
import {copyFile, link, mkdir, open, readdir, readlink, realpath, stat, symlink} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'

/** The folder itself where its name is a symbolic link, so that the link stays; a name that does not exist stays as it is. */
export async function realFolder(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

/** True for a folder that exists. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
}

/** True for a mount point, which cannot be renamed. */
export async function mountedApart(path: string): Promise<boolean> {
  if (!(await isFolder(path))) return false
  const [folder, parent] = await Promise.all([stat(path), stat(dirname(path))])
  return folder.dev !== parent.dev || folder.ino === parent.ino
}

/** Puts everything of the old folder that the new one lacks into the new one, without copying where the disk allows hard links. */
export async function carryOver(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, {withFileTypes: true})) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) {
      await mkdir(target).catch(unlessThere)
      // A file of the new set may stand where the old set had a folder: the new set counts.
      if (await isFolder(target)) await carryOver(source, target)
    } else if (entry.isSymbolicLink()) await symlink(await readlink(source), target).catch(unlessThere)
    else if (entry.isFile()) await linkOrCopy(source, target)
  }
}

/** Makes sure that the names in a folder are on the disk. Windows has no such call and needs none. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Paths of all files below a folder, relative to it. */
export async function filesIn(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), {withFileTypes: true})
  const lists = entries.map(async (entry) => {
    const path = join(below, entry.name)
    return entry.isDirectory() ? filesIn(folder, path) : [path]
  })
  return (await Promise.all(lists)).flat()
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    await copyFile(source, target, constants.COPYFILE_EXCL)
  }
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

/** The system's code of an error, `ENOENT` and the like. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
