// Which folders may take the results: one of their own, never one that holds the edition or the place where one works.
import {homedir} from 'node:os'
import {relative, resolve} from 'node:path'
import {WrongUse} from './host.ts'

/** Folders of an edition that the editor fills. */
const SOURCES = ['documents', 'front', 'back', 'transcripts', 'images']

/** Refuses a folder that holds more than results; the writer renames the whole folder. */
export function publishable(out: string, dir: string): void {
  const source = SOURCES.map((name) => resolve(dir, name)).find((place) => holds(place, resolve(out)))
  if (source !== undefined) {
    throw new WrongUse(
      `Unexpected \`--out ${out}\`: the edition has its own files in ${source}, expected a folder for the results alone, such as \`dist\``
    )
  }
  const held = [process.cwd(), resolve(dir), homedir()].find((place) => holds(out, place))
  if (held === undefined) return
  throw new WrongUse(
    `Unexpected \`--out ${out}\`: that folder holds ${held === resolve(dir) ? 'the edition' : held}, expected a folder for the results alone, such as \`dist\``
  )
}

function holds(folder: string, place: string): boolean {
  const path = relative(resolve(folder), place)
  return path === '' || (!path.startsWith('..') && resolve(path) !== path)
}
