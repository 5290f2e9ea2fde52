// Temporary folders of tests, removed when the test file ends.
import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir, userInfo} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'

const folders: string[] = []

/** A new empty folder. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recension-test-'))
  folders.push(folder)
  return folder
}

/** An empty `TMPDIR` for a command, but for the way to what tsx keeps there: without it all files are made into JavaScript anew. */
export function temporaryForCommand(): string {
  const folder = temporaryFolder()
  const name = `tsx-${process.geteuid?.() ?? userInfo().username}`
  const kept = join(tmpdir(), name)
  mkdirSync(kept, {recursive: true})
  symlinkSync(kept, join(folder, name), 'junction')
  return folder
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true})
})
