// `recension schema`: what editors need to complete and explain the keys of an edition's YAML.
import {access} from 'node:fs/promises'
import {join} from 'node:path'
import {STATUS, WrongUse, type Host, type Status} from '../host.ts'
import {filesWithoutSchema, writeSchemas} from '../schema-files.ts'

/** Writes the schemas beside edition.yaml, and says which files do not name theirs. */
export async function schemaCommand(dir: string, host: Host): Promise<Status> {
  const settings = join(dir, 'edition.yaml')
  const found = await access(settings).then(
    () => true,
    () => false
  )
  if (!found) throw new WrongUse(`No file ${settings}, expected the folder of an edition`)
  for (const file of await writeSchemas(dir)) host.out(`${file}\n`)
  const without = await filesWithoutSchema(dir)
  if (without.length === 0) return STATUS.fine
  host.err('For an editor to find them, these files need a first line of their own:\n')
  for (const {file, line} of without) host.err(`${join(dir, file)}  ${line}\n`)
  return STATUS.fine
}
