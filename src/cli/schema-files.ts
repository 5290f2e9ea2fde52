// JSON Schemas beside the settings of an edition, so that editors find them without a network.
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../document/environment.ts'
import {jsonSchema, SCHEMAS, type SchemaName} from '../document/json-schemas.ts'

/** Folder of the schemas, inside that of the edition. */
export const SCHEMA_FOLDER = '.recension'

/** Writes all schemas, in the place of those that an earlier version has written; gives their paths. */
export async function writeSchemas(dir: string): Promise<string[]> {
  const folder = join(dir, SCHEMA_FOLDER)
  const names = Object.keys(SCHEMAS) as SchemaName[]
  try {
    await mkdir(folder, {recursive: true})
    for (const name of names)
      await writeFile(join(folder, fileOf(name)), `${JSON.stringify(jsonSchema(name), null, 2)}\n`)
  } catch (cause) {
    throw new EnvironmentError(
      `The schemas cannot be written to ${folder}. Look whether the folder may be written to.`,
      {
        cause
      }
    )
  }
  return names.map((name) => join(folder, fileOf(name)))
}

const fileOf = (name: SchemaName): string => `${name}.schema.json`

/** The remark at the top of a YAML file by which editors find its schema. */
const schemaLine = (name: SchemaName): string => `# yaml-language-server: $schema=${SCHEMA_FOLDER}/${fileOf(name)}`

/** YAML files of an edition that do not name their schema yet, with the line that would. */
export async function filesWithoutSchema(dir: string): Promise<{file: string; line: string}[]> {
  const files = Object.entries(SCHEMAS).flatMap(([name, {files: own}]) =>
    own.map((file) => ({file, line: schemaLine(name as SchemaName)}))
  )
  const texts = await Promise.all(files.map(({file}) => readFile(join(dir, file), 'utf8').catch(() => undefined)))
  return files.filter(
    (_, index) => texts[index] !== undefined && !/^# *yaml-language-server:/m.test(texts[index] ?? '')
  )
}
