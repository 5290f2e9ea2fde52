// What is kept from one build to the next, each under a hash of everything that it depends on.
import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {deserialize, serialize} from 'node:v8'
import {gunzip, gzip} from 'node:zlib'

/** Kept things of one kind by their keys. */
export interface Cache<Kept> {
  /** What is kept, undefined where there is nothing or where it is damaged. */
  get(key: string): Promise<Kept | undefined>
  /** Keeps something. A full or read-only disk is no fault: the next build takes longer. */
  put(key: string, kept: Kept): Promise<void>
  /** Drops what was used longest ago, until the rest fits; looks at all that is kept only now and then, for that takes a while. */
  prune(): Promise<void>
}

/** 256 MB: some hundred thousand pages laid out, some ten thousand printed. */
const LIMIT = 256 * 1024 * 1024

/** A cache of things that JSON can say, in a folder of that name in the given folder. */
export const textCache = <Kept>(folder: string, name: string, limit = LIMIT): Cache<Kept> =>
  openCache(join(folder, name), limit, {
    encode: (kept) => Buffer.from(JSON.stringify(kept)),
    decode: (bytes) => JSON.parse(bytes.toString('utf8')) as Kept
  })

/** A cache of things that hold bytes, in a folder of that name. */
export const bytesCache = <Kept>(folder: string, name: string, limit = LIMIT): Cache<Kept> =>
  openCache(join(folder, name), limit, {encode: serialize, decode: (bytes) => deserialize(bytes) as Kept})

/** Name for what is kept: a hash of all that it depends on, in order. */
export function cacheKey(dependencies: readonly unknown[]): string {
  return sha256(JSON.stringify(dependencies))
}

/** SHA-256 in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

interface Code<Kept> {
  encode: (kept: Kept) => Buffer
  decode: (bytes: Buffer) => Kept
}

function openCache<Kept>(folder: string, limit: number, {encode, decode}: Code<Kept>): Cache<Kept> {
  const fileOf = (key: string): string => join(folder, `${key}.gz`)
  let due = false
  return {
    get: async (key) => {
      try {
        return decode(await read(fileOf(key)))
      } catch {
        // Absent, cut short, changed: made again.
        return undefined
      }
    },
    put: (key, kept) => {
      due ||= key.startsWith(ONE_IN_SIXTEEN)
      return write(fileOf(key), encode(kept)).catch(() => {})
    },
    prune: () => (due ? prune(folder, limit).catch(() => {}) : Promise.resolve())
  }
}

/** A digit of a hash: what is put under every sixteenth key makes the folder be looked through. */
const ONE_IN_SIXTEEN = '0'

async function read(file: string): Promise<Buffer> {
  const content = await promisify(gunzip)(await readFile(file))
  const end = content.indexOf('\n')
  const bytes = content.subarray(end + 1)
  if (content.toString('latin1', 0, end) !== sha256(bytes)) throw new Error('damaged')
  const now = new Date()
  await utimes(file, now, now).catch(() => {})
  return bytes
}

/** Written under another name first, so that a half-written file is never read. */
async function write(file: string, bytes: Buffer): Promise<void> {
  const half = `${file}.${randomUUID()}.partial`
  await mkdir(join(file, '..'), {recursive: true, mode: 0o700})
  try {
    const content = Buffer.concat([Buffer.from(`${sha256(bytes)}\n`), bytes])
    await writeFile(half, await promisify(gzip)(content, {level: 1}), {mode: 0o600})
    await rename(half, file)
  } catch (error) {
    await rm(half, {force: true})
    throw error
  }
}

async function prune(folder: string, limit: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const path = join(folder, name)
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
