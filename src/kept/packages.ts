// Where npm packages lie and which versions they are: some are read as files (browser, fonts, Paged.js), and what is kept depends on them.
import {existsSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../document/environment.ts'

const require = createRequire(import.meta.url)

/** Folder of an installed package: the nearest one above its main file that holds a package.json with its name. */
export function packageFolder(name: string): string {
  const main = mainFile(name)
  for (let folder = dirname(main); folder !== dirname(folder); folder = dirname(folder)) {
    if (manifest(folder)?.name === name) return folder
  }
  throw new EnvironmentError(`The package ${name} lies in an unexpected place (${main}). Run \`npm install\` again.`)
}

/** Version of an installed package, as its package.json says. */
export function packageVersion(name: string): string {
  return manifest(packageFolder(name))?.version ?? 'unknown'
}

function mainFile(name: string): string {
  try {
    return require.resolve(name)
  } catch (cause) {
    throw new EnvironmentError(`The package ${name} is not installed. Run \`npm install\` in the program's folder.`, {
      cause
    })
  }
}

/** A folder of built files may hold a package.json that says no more than the kind of its modules. */
function manifest(folder: string): {name?: string; version?: string} | undefined {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return undefined
  return JSON.parse(readFileSync(file, 'utf8')) as {name?: string; version?: string}
}
