// JSON Schema of every YAML file, for the completion and the explanations of editors: made from the schemas that check the files.
import {z} from 'zod'
import {numberingSchema} from './numbering.ts'
import {archivesSchema, editionSchema, matterSchema, registerSchema} from './settings.ts'

interface Described {
  schema: z.ZodType
  /** What it is for, as the editor names it. */
  title: string
  /** The files that an author writes by hand and that it checks. */
  files: readonly string[]
}

/** The schemas by their names. */
export const SCHEMAS = {
  edition: {schema: editionSchema, title: 'Settings of an edition', files: ['edition.yaml']},
  document: {schema: matterSchema, title: 'Front matter of a document', files: []},
  register: {
    schema: registerSchema,
    title: 'A register of people, places or terms',
    files: ['people.yaml', 'places.yaml', 'terms.yaml']
  },
  archives: {schema: archivesSchema, title: 'Archives by their sigla', files: ['archives.yaml']},
  numbering: {schema: numberingSchema, title: 'Numbers of paragraphs that were frozen', files: []}
} as const satisfies Record<string, Described>

/** Name of a schema. */
export type SchemaName = keyof typeof SCHEMAS

/** A JSON Schema as plain data. */
export type JsonSchema = z.core.JSONSchema.JSONSchema

/** The JSON Schema of what an author may write: draft 7, the one that every editor understands. */
export function jsonSchema(name: SchemaName): JsonSchema {
  const {schema, title} = SCHEMAS[name]
  const made = z.toJSONSchema(schema, {io: 'input', target: 'draft-7', override: ({jsonSchema: one}) => plain(one)})
  return {...made, title}
}

/** Without the bounds that zod gives to every whole number. */
function plain(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
