// The files of an edition's folder as they are at one moment, told apart by what is in them.
import {createHash} from 'node:crypto'
import type {BigIntStats} from 'node:fs'
import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import path from 'node:path'

/** A folder at one moment. */
export interface Sources {
  /** Paths below the folder → what was seen there. */
  files: Map<string, Seen>
  /** The folder and all below it. */
  folders: string[]
}

interface Seen {
  /** Size, times and number of the file: as long as these are the same, nobody has written into it. */
  stamp: string
  /** SHA-256 of the content. */
  hash: string
}

/** Names that editors and systems give to files of their own: locks, drafts, copies, notes on a folder. */
const NO_SOURCE = [
  // Hidden: .letter.md.swp, .#letter.md, .DS_Store, .~lock.letter.odt#, .git
  /^\./,
  // letter.md~, #letter.md#, ~$letter.docx, ~WRL0001.tmp
  /~$/,
  /^#.*#$/,
  /^~/,
  /\.(?:tmp|temp|part|partial|bak|sw[a-z]|crdownload)$/i,
  // Vim tries with this name whether it may write; TextEdit and JetBrains keep the old file beside the new one for a moment.
  /^4913$/,
  /\.sb-[0-9a-f]+(?:-\w+)?$/,
  /___jb_(?:old|tmp)___$/,
  /^(?:Thumbs\.db|desktop\.ini|Icon\r)$/i,
  /^node_modules$/
]

/** Whether a name is none that an author gives. */
export const isNoSource = (name: string): boolean => NO_SOURCE.some((pattern) => pattern.test(name))

/** Looks at every file below a folder. What has not been written since `before` is not read again. */
export async function readSources(
  dir: string,
  {except, before}: {except: string; before?: Sources | undefined}
): Promise<Sources> {
  const sources: Sources = {files: new Map(), folders: []}
  await walk({sources, dir, except: path.resolve(except), before, seen: new Set()}, '')
  return sources
}

/** Paths of files that came, went, or have another content. */
export function changesBetween(before: Sources, after: Sources): string[] {
  const names = new Set([...before.files.keys(), ...after.files.keys()])
  const differs = (name: string): boolean => before.files.get(name)?.hash !== after.files.get(name)?.hash
  return [...names].filter(differs).toSorted()
}

interface Walk {
  sources: Sources
  dir: string
  /** Folder of the results: what is written there is no change of the edition. */
  except: string
  before: Sources | undefined
  /** Real paths of folders, since links may lead in a circle. */
  seen: Set<string>
}

/** Whatever goes away while it is looked at was not there. */
async function walk(on: Walk, inside: string): Promise<void> {
  const folder = path.join(on.dir, inside)
  const real = await realpath(folder).catch(() => undefined)
  if (real === undefined || real === on.except || on.seen.has(real)) return
  on.seen.add(real)
  const names = await readdir(folder).catch(() => undefined)
  if (!names) return
  on.sources.folders.push(folder)
  for (const name of names.toSorted()) {
    if (isNoSource(name)) continue
    const below = path.join(inside, name)
    const stats = await stat(path.join(on.dir, below), {bigint: true}).catch(() => undefined)
    if (stats?.isDirectory()) await walk(on, below)
    else if (stats?.isFile()) await look(on, below, stats)
  }
}

async function look({sources, dir, before}: Walk, name: string, stats: BigIntStats): Promise<void> {
  const stamp = [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join(' ')
  const known = before?.files.get(name)
  if (known?.stamp === stamp) {
    sources.files.set(name, known)
    return
  }
  const bytes = await readFile(path.join(dir, name)).catch(() => undefined)
  if (bytes) sources.files.set(name, {stamp, hash: createHash('sha256').update(bytes).digest('hex')})
}
