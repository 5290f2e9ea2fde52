// The processes that run on the machine, to see that none is left behind.
import {execFileSync} from 'node:child_process'

/** Command lines of all processes that name a folder. */
export function processesWith(folder: string): string[] {
  const list = execFileSync('ps', ['-eo', 'args'], {encoding: 'utf8'}).split('\n')
  return list.filter((line) => line.includes(folder))
}
