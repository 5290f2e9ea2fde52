// The browser that comes with the program: Chromium's headless shell, unpacked once into the user's cache.
import {createReadStream, createWriteStream, rmSync} from 'node:fs'
import {access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {promisify} from 'node:util'
import {brotliDecompress, createBrotliDecompress} from 'node:zlib'
import {EnvironmentError} from '../../document/environment.ts'
import {cachePath, mine} from '../../document/own-folder.js'
import {cacheFolder, packageFolder, packageVersion, reasonOf, sweep, undoAtEnd} from '../../kept/index.ts'
import {readTar} from './tar.ts'

const PACKAGE = '@sparticuz/chromium'

/** The unpacked browser and what it needs to run. */
export interface EmbeddedBrowser {
  path: string
  /** Environment of the browser process alone: its own libraries, its own fonts. */
  env: Record<string, string>
  version: string
  /** Why it had to be unpacked into a temporary folder. */
  temporary?: string | undefined
}

/** True where the embedded browser runs: Linux with the GNU C library on x64. */
export function embeddedRunsHere(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false
  const {header} = process.report.getReport() as {header?: {glibcVersionRuntime?: string}}
  return header?.glibcVersionRuntime !== undefined
}

/** Where the embedded browser lies or would lie, and whether it is there. */
export async function embeddedState(): Promise<{folder: string; version: string; unpacked: boolean}> {
  const version = packageVersion(PACKAGE)
  const folder = join(cachePath(), `chromium-${version}`)
  return {folder, version, unpacked: await usable(folder)}
}

/** The embedded browser, unpacked where it was not yet. */
export async function embeddedBrowser(): Promise<EmbeddedBrowser> {
  const version = packageVersion(PACKAGE)
  const {path: cache, temporary} = await cacheFolder()
  const folder = join(cache, `chromium-${version}`)
  if (!(await usable(folder))) await unpackInto(folder)
  return {path: join(folder, 'chromium'), env: environment(folder), version, temporary}
}

/** A folder appears under its name only when everything is in it, so one file stands for all. */
async function usable(folder: string): Promise<boolean> {
  if (!(await mine(folder))) return false
  return access(join(folder, 'chromium')).then(
    () => true,
    () => false
  )
}

async function unpackInto(folder: string): Promise<void> {
  const cache = dirname(folder)
  const partial = `${basename(folder)}.partial-`
  await sweep(cache, partial)
  try {
    const half = await mkdtemp(join(cache, partial))
    const keep = undoAtEnd(() => rmSync(half, {recursive: true, force: true}))
    try {
      await unpack(half)
      await putInPlace(half, folder)
    } finally {
      await rm(half, {recursive: true, force: true})
      keep()
    }
  } catch (cause) {
    throw new EnvironmentError(
      `The embedded browser cannot be unpacked into ${cache} (${reasonOf(cause)}). It needs 200 MB of free space there; the environment variable XDG_CACHE_HOME names another folder.`,
      {cause}
    )
  }
}

async function unpack(folder: string): Promise<void> {
  const bin = join(packageFolder(PACKAGE), 'bin')
  await chmod(folder, 0o700)
  const browser = join(folder, 'chromium')
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(browser, {mode: 0o700})
  )
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) await unpackTar(join(bin, archive), folder)
  await writeFile(join(folder, 'fonts.conf'), FONTS_CONF)
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  for (const {path, bytes} of readTar(await promisify(brotliDecompress)(await readFile(archive)))) {
    const file = join(folder, path)
    await mkdir(dirname(file), {recursive: true, mode: 0o700})
    await writeFile(file, bytes, {mode: 0o700})
  }
}

/** Another process may have been faster; its folder is as good. One that is damaged gives way. */
async function putInPlace(half: string, folder: string): Promise<void> {
  try {
    await rename(half, folder)
  } catch (error) {
    if (await usable(folder)) return
    await rm(folder, {recursive: true, force: true})
    await rename(half, folder).catch(() => {
      throw error
    })
  }
}

/** The browser sees no font of the machine: line breaks are the same everywhere, and a stranger is found in the PDF. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`

function environment(folder: string): Record<string, string> {
  return {LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf')}
}
