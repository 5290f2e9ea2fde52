// Waits for changes in the folder of an edition. Events of the system only wake it: what has changed is what reads differently.
import {watch, type FSWatcher} from 'node:fs'
import {basename} from 'node:path'
import {changesBetween, readSources, type Sources} from './sources.ts'

/** A folder under watch. */
export interface Watching {
  /** The folder now. */
  look(before?: Sources): Promise<Sources>
  /** Waits until files differ from what they were, and for the end of the writing. */
  change(before: Sources): Promise<{sources: Sources; changed: string[]}>
  close(): void
}

/** Editors write a file in several steps; so long nothing must happen before it counts as written. Milliseconds. */
const SETTLE = 150
/** Where a system sends no events (network folders, containers), the folder is looked at so often. Milliseconds. */
const GLANCE = 2000

/** Begins to watch. `except`: the folder of the results, which may lie inside. */
export function watchFolder(dir: string, except: string): Watching {
  const waking = wakers()
  const watchers = new Map<string, FSWatcher>()
  const look = async (before?: Sources): Promise<Sources> => {
    const sources = await readSources(dir, {except, before})
    watchAll(watchers, sources.folders, waking.wake)
    return sources
  }
  const settled = async (first: Sources): Promise<Sources> => {
    let last = first
    for (;;) {
      await waking.sleep(SETTLE, {deaf: true})
      const now = await look(last)
      if (changesBetween(last, now).length === 0) return now
      last = now
    }
  }
  const change: Watching['change'] = async (before) => {
    for (;;) {
      await waking.sleep(GLANCE, {deaf: false})
      const now = await look(before)
      if (changesBetween(before, now).length === 0) continue
      const sources = await settled(now)
      const changed = changesBetween(before, sources)
      // A file that was taken away and put back as it was is no change.
      if (changed.length > 0) return {sources, changed}
    }
  }
  const close = (): void => watchAll(watchers, [], waking.wake)
  return {look, change, close}
}

interface Waking {
  wake: () => void
  /** Ends after some time, or when it is woken, unless it is deaf. */
  sleep: (ms: number, how: {deaf: boolean}) => Promise<void>
}

/** An event that comes while nobody sleeps is not lost. */
function wakers(): Waking {
  let woken = false
  let rouse: (() => void) | undefined
  return {
    wake: () => {
      woken = true
      rouse?.()
    },
    sleep: async (ms, {deaf}) => {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        rouse = deaf ? undefined : () => (clearTimeout(timer), resolve())
        if (woken) rouse?.()
      })
      rouse = undefined
      if (!deaf) woken = false
    }
  }
}

/** One watcher a folder: those of whole trees lose folders that come and go. */
function watchAll(watchers: Map<string, FSWatcher>, folders: readonly string[], wake: () => void): void {
  for (const [folder, watcher] of watchers) {
    if (folders.includes(folder)) continue
    watcher.close()
    watchers.delete(folder)
  }
  for (const folder of folders) if (!watchers.has(folder)) begin(watchers, folder, wake)
}

function begin(watchers: Map<string, FSWatcher>, folder: string, wake: () => void): void {
  try {
    const watcher = watch(folder, {persistent: false}, wake)
    const end = (): void => {
      watcher.close()
      watchers.delete(folder)
    }
    watchers.set(folder, watcher)
    watcher.on('error', end)
    // A folder that was renamed or removed sends nothing any more; the next look begins anew.
    watcher.on('change', (kind, name) => kind === 'rename' && name === basename(folder) && end())
  } catch {
    // No watcher to be had, or the folder is gone: a glance now and then does as well.
  }
}
