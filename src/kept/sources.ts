// The program's own files as something that kept things depend on: what another version has made is made again.
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {sha256} from './cache.ts'

/** Hash of the source files in these folders and below. */
export async function hashOfSources(folders: readonly string[]): Promise<string> {
  return sha256(JSON.stringify(await Promise.all(folders.map(hashOfFolder))))
}

async function hashOfFolder(folder: string): Promise<[name: string, hash: string][]> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => /\.(ts|js)$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, sha256(await readFile(join(folder, name)))])
  )
}
