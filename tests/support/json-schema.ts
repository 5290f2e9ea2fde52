// A validator of JSON Schema (draft 7) for the keywords that ours use; any other keyword is an error of the test.
type Json = unknown
type Schema = Record<string, unknown>

/** What does not fit, each as `path keyword`; empty where all does. */
export function misfits(schema: Schema, value: Json, path = ''): string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    const rule = KEYWORDS[keyword]
    if (!rule) throw new Error(`The validator does not know \`${keyword}\``)
    return rule({wanted, value, path, schema}).map((found) => found || `${path} ${keyword}`)
  })
}

interface Asked {
  wanted: unknown
  value: Json
  path: string
  schema: Schema
}

/** Gives the misfits; an empty text stands for "this keyword, here". */
type Keyword = (asked: Asked) => string[]

const fits = (schema: unknown, value: Json): boolean => misfits(schema as Schema, value).length === 0
const here = (ok: boolean): string[] => (ok ? [] : [''])
const isObject = (value: Json): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)
const silent: Keyword = () => []

const TYPES: Record<string, (value: Json) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  object: isObject
}

const KEYWORDS: Record<string, Keyword> = {
  $schema: silent,
  title: silent,
  description: silent,
  default: silent,
  type: ({wanted, value}) => here([wanted].flat().some((one) => TYPES[String(one)]?.(value))),
  enum: ({wanted, value}) => here((wanted as Json[]).includes(value)),
  const: ({wanted, value}) => here(value === wanted),
  minLength: ({wanted, value}) => here(typeof value !== 'string' || value.length >= Number(wanted)),
  pattern: ({wanted, value}) => here(typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value)),
  minimum: ({wanted, value}) => here(typeof value !== 'number' || value >= Number(wanted)),
  maximum: ({wanted, value}) => here(typeof value !== 'number' || value <= Number(wanted)),
  exclusiveMinimum: ({wanted, value}) => here(typeof value !== 'number' || value > Number(wanted)),
  minItems: ({wanted, value}) => here(!Array.isArray(value) || value.length >= Number(wanted)),
  minProperties: ({wanted, value}) => here(!isObject(value) || Object.keys(value).length >= Number(wanted)),
  uniqueItems: ({value}) => here(!Array.isArray(value) || new Set(value).size === value.length),
  anyOf: ({wanted, value}) => here((wanted as unknown[]).some((one) => fits(one, value))),
  oneOf: ({wanted, value}) => here((wanted as unknown[]).filter((one) => fits(one, value)).length === 1),
  required: ({wanted, value}) => here(!isObject(value) || (wanted as string[]).every((key) => key in value)),
  items: ({wanted, value, path}) =>
    Array.isArray(value) ? value.flatMap((one, index) => misfits(wanted as Schema, one, `${path}/${index}`)) : [],
  propertyNames: ({wanted, value}) => here(!isObject(value) || Object.keys(value).every((key) => fits(wanted, key))),
  properties: ({wanted, value, path}) =>
    Object.entries(wanted as Record<string, Schema>).flatMap(([key, schema]) =>
      isObject(value) && key in value ? misfits(schema, value[key], `${path}/${key}`) : []
    ),
  additionalProperties: ({wanted, value, path, schema}) => {
    if (!isObject(value)) return []
    const known = Object.keys((schema['properties'] ?? {}) as object)
    const others = Object.keys(value).filter((key) => !known.includes(key))
    if (wanted === false) return here(others.length === 0)
    return others.flatMap((key) => misfits(wanted as Schema, value[key], `${path}/${key}`))
  }
}
