// `recension clean`: removes what a build wrote, and nothing else.
import {readdir, rm, rmdir} from 'node:fs/promises'
import {dirname, join, relative} from 'node:path'
import {filesOfLastBuild, REPORT} from '../../last-build.ts'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'
import {amount} from '../messages.ts'

/** The report of a build says what is its own; a folder without one is not touched. */
export async function cleanCommand(out: string, host: Host): Promise<Status> {
  const {recover} = await import('../../publish.ts')
  await recover(out)
  const entries = await readdir(out).catch(() => undefined)
  if (!entries) {
    host.err(`There is no folder ${out}: nothing to remove.\n`)
    return STATUS.fine
  }
  const files = await ownFiles(out)
  for (const file of files) {
    await rm(join(out, file), {force: true})
    await removeEmpty(dirname(join(out, file)), out)
  }
  const left = await removeEmpty(out, dirname(out))
  const kept = left
    ? ` ${amount(left, 'other entry').replace('entrys', 'entries')} in it ${left === 1 ? 'is' : 'are'} not of a build and ${left === 1 ? 'stays' : 'stay'}.`
    : ''
  host.err(`${amount(files.length, 'file')} removed from ${out}.${kept}\n`)
  return STATUS.fine
}

async function ownFiles(out: string): Promise<string[]> {
  const names = await filesOfLastBuild(out)
  if (!names)
    throw new WrongUse(
      `The folder ${out} has no ${REPORT} of a build, so nothing in it was removed: expected the folder of a build`
    )
  return [...new Set([...names, REPORT])].filter((name) => !relative(out, join(out, name)).startsWith('..'))
}

/** Removes a folder and those above it, up to `top`, as long as they are empty; gives the number of entries that forbid it. */
async function removeEmpty(folder: string, top: string): Promise<number> {
  for (let path = folder; path !== top && path.length > top.length - 1; path = dirname(path)) {
    const entries = await readdir(path).catch(() => [])
    if (entries.length > 0) return entries.length
    await rmdir(path).catch(() => undefined)
  }
  return 0
}
