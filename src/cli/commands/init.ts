// `recension init DIR`: a small edition to start from; nothing that exists is touched.
import {constants} from 'node:fs'
import {copyFile, mkdir, readdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeSchemas} from '../schema-files.ts'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'

const TEMPLATE = fileURLToPath(new URL('../../../templates/init', import.meta.url))

/** Copies the template into a new or empty folder. */
export async function initCommand(dir: string, host: Host): Promise<Status> {
  await expectEmpty(dir)
  const files = (await readdir(TEMPLATE, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile())
  for (const {parentPath, name} of files) {
    const source = join(parentPath, name)
    const target = join(dir, source.slice(TEMPLATE.length + 1))
    await mkdir(dirname(target), {recursive: true})
    await copyFile(source, target, constants.COPYFILE_EXCL)
    host.out(`${target}\n`)
  }
  for (const file of await writeSchemas(dir)) host.out(`${file}\n`)
  host.err(`A small edition is ready. \`recension build ${quoted(dir)}\` makes the book and the e-book of it.\n`)
  return STATUS.fine
}

async function expectEmpty(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => undefined)
  if (!found) return
  if (!found.isDirectory()) throw new WrongUse(`${dir} is a file, expected a new or empty folder`)
  if ((await readdir(dir)).length > 0)
    throw new WrongUse(
      `The folder ${dir} is not empty, expected a new or empty one: nothing that exists is overwritten`
    )
}

const quoted = (path: string): string => (/\s/.test(path) ? `"${path}"` : path)
