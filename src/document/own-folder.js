// The folder of the user's own cache, and whether a folder is the user's own. Plain JavaScript: the command asks before it reads TypeScript.
import {lstat} from 'node:fs/promises'
import {homedir} from 'node:os'
import {join} from 'node:path'
import process from 'node:process'

/** `$XDG_CACHE_HOME/recension`, or what the system has in its place. */
export function cachePath() {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'recension')
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'recension', 'cache')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'recension')
  return join(homedir(), '.cache', 'recension')
}

/** True for a folder of this user that no other can write to: nothing of another's making is run or trusted. */
export async function mine(path) {
  const entry = await lstat(path).catch(() => undefined)
  if (!entry?.isDirectory()) return false
  if (process.getuid === undefined) return true
  return entry.uid === process.getuid() && (entry.mode & 0o022) === 0
}
