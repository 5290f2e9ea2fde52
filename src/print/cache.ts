// Layouts kept from one build to the next, each under a hash of everything that it depends on.
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {gunzip, gzip} from 'node:zlib'
import type {LaidOut} from './contract.ts'

/** Kept layouts by their keys. */
export interface LayoutCache {
  /** The kept layout, undefined where there is none or where it is damaged. */
  get(key: string): Promise<LaidOut | undefined>
  /** Keeps a layout. A full or read-only disk is no fault: the next build takes longer. */
  put(key: string, laidOut: LaidOut): Promise<void>
  /** Drops the layouts that were used longest ago, until the rest fits. */
  prune(): Promise<void>
}

/** 256 MB: some hundred thousand pages. */
const LIMIT = 256 * 1024 * 1024

/** A cache in the folder `layouts` of the given folder. */
export function layoutCache(folder: string, limit = LIMIT): LayoutCache {
  const layouts = join(folder, 'layouts')
  const fileOf = (key: string): string => join(layouts, `${key}.gz`)
  return {
    get: (key) => read(fileOf(key)),
    put: (key, laidOut) => write(fileOf(key), laidOut).catch(() => {}),
    prune: () => prune(layouts, limit).catch(() => {})
  }
}

/** Name for a layout: a hash of all that it depends on, in order. */
export function layoutKey(dependencies: readonly unknown[]): string {
  return sha256(JSON.stringify(dependencies))
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

async function read(file: string): Promise<LaidOut | undefined> {
  try {
    const content = (await promisify(gunzip)(await readFile(file))).toString('utf8')
    const end = content.indexOf('\n')
    const json = content.slice(end + 1)
    if (content.slice(0, end) !== sha256(json)) throw new Error('damaged')
    const now = new Date()
    await utimes(file, now, now).catch(() => {})
    return JSON.parse(json) as LaidOut
  } catch {
    // Absent, cut short, changed: made again.
    return undefined
  }
}

/** Written under another name first, so that a half-written layout is never read. */
async function write(file: string, laidOut: LaidOut): Promise<void> {
  const json = JSON.stringify(laidOut)
  const half = `${file}.${randomUUID()}.partial`
  await mkdir(join(file, '..'), {recursive: true, mode: 0o700})
  try {
    await writeFile(half, await promisify(gzip)(`${sha256(json)}\n${json}`, {level: 1}), {mode: 0o600})
    await rename(half, file)
  } catch (error) {
    await rm(half, {force: true})
    throw error
  }
}

async function prune(layouts: string, limit: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(layouts)).map(async (name) => {
      const path = join(layouts, name)
      const {mtimeMs, size} = await stat(path)
      return {path, mtimeMs, size}
    })
  )
  let total = 0
  for (const {path, size} of files.toSorted((a, b) => b.mtimeMs - a.mtimeMs)) {
    total += size
    if (total > limit) await rm(path, {force: true})
  }
}
