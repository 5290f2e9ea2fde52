// `recension init DIR`: a small edition or course pack to start from; nothing that exists is touched.
import {constants} from 'node:fs'
import {copyFile, mkdir, readdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeSchemas} from '../schema-files.ts'
import type {Template} from '../templates.ts'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'

const READY = {
  edition: (dir) => `A small edition is ready. \`recension build ${dir}\` makes the book and the e-book of it.\n`,
  coursepack: (dir) =>
    `A small course pack is ready. \`recension build ${dir}\` makes it as a book and an e-book, and the teacher’s copy with the answers.\n`
} as const satisfies Record<Template, (dir: string) => string>

/** Copies a template into a new or empty folder. */
export async function initCommand(dir: string, template: Template, host: Host): Promise<Status> {
  await expectEmpty(dir)
  const folder = fileURLToPath(new URL(`../../../templates/init/${template}`, import.meta.url))
  const files = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((entry) => entry.isFile())
  for (const {parentPath, name} of files) {
    const source = join(parentPath, name)
    const target = join(dir, source.slice(folder.length + 1))
    await mkdir(dirname(target), {recursive: true})
    await copyFile(source, target, constants.COPYFILE_EXCL)
    host.out(`${target}\n`)
  }
  for (const file of await writeSchemas(dir)) host.out(`${file}\n`)
  host.err(READY[template](quoted(dir)))
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
