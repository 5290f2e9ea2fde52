// A cache folder for one test file: no layout of others is in it, but their browser, which takes seconds to unpack.
import {mkdirSync, readdirSync, symlinkSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {afterAll, beforeAll, vi} from 'vitest'
import {ensureBrowser} from '../../src/print/chromium/choose-browser.ts'
import {temporaryFolder} from './temporary.ts'

/** Gives the test file a cache of its own, gone when it ends. */
export function withOwnCache(): void {
  beforeAll(async () => {
    vi.stubEnv('XDG_CACHE_HOME', await newCache())
  })
  afterAll(() => vi.unstubAllEnvs())
}

/** A cache that has nothing but the browser, for `XDG_CACHE_HOME`. */
export async function newCache(): Promise<string> {
  const cache = temporaryFolder()
  const {kind, path} = await ensureBrowser()
  if (kind !== 'embedded') return cache
  // The program takes no link for a folder of the user's own, so the folder is a real one and what is in it are links.
  const unpacked = dirname(path)
  const folder = join(cache, 'recension', basename(unpacked))
  mkdirSync(folder, {recursive: true, mode: 0o700})
  for (const name of readdirSync(unpacked)) symlinkSync(join(unpacked, name), join(folder, name))
  return cache
}
