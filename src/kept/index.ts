// The door of what is kept from one build to the next: the folder, the caches in it, and what their keys are made of.
import {bytesCache, type Cache} from './cache.ts'
import {cacheFolder} from './cache-folder.ts'

export {bytesCache, cacheKey, sha256, textCache, type Cache} from './cache.ts'
export {cacheFolder, reasonOf, sweep, temporaryFolder, type CacheFolder} from './cache-folder.ts'
export {undoAtEnd} from './leftovers.ts'
export {packageFolder, packageVersion} from './packages.ts'
export {hashOfSources} from './sources.ts'

/** What is kept of a kind, from one build to the next. */
export async function openCache<Kept>(name: string): Promise<Cache<Kept>> {
  return bytesCache<Kept>((await cacheFolder()).path, name)
}
