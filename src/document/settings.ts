// What edition.yaml and the front matter of a document may hold: one zod schema for types, checks and JSON Schema.
import {z} from 'zod'
import {ANN_KINDS, GAP_REASONS} from './nodes.ts'
import {SUBSTITUTIONS} from './typography.ts'
import {date, order, strings, text} from './fields.ts'
import {KEYS, MARKS, registerFields, type Marks} from './output-settings.ts'
import {division, profileSchema, resolveProfiles, withDefaults} from './profiles.ts'
import {nonsenseOf} from './sense.ts'

export type {Output} from './profiles.ts'
export type {LineNumbers, Marks, NotesPlace, RegisterKey, RegisterLayout, RunningHeads} from './output-settings.ts'

/** A person who made the edition: `Gary Goldberg`, or fields. `sort` is the form for catalogues. */
const contributor = z.union([
  text.transform((name) => ({name, sort: undefined})),
  z.strictObject({name: text, sort: text.optional()})
])

/** A title or summary and whose it is. */
const attributed = z.union([
  text.transform((value) => ({text: value, by: undefined})),
  z.strictObject({text, by: text.optional()})
])

const bracketTypes = [
  'supplied',
  'orig',
  'gap',
  'unclear',
  'ann',
  'note',
  'sic-mark',
  'name-completion',
  'name-variant',
  'original-bracket',
  'leave'
] as const

const bracketRule = z.union([
  z.strictObject({otherwise: z.enum(['supplied', 'leave'])}),
  z
    .strictObject({
      match: text.optional(),
      words: z.array(text).optional(),
      as: z.enum(bracketTypes),
      in: z.array(text).optional(),
      by: text.optional(),
      lang: text.optional(),
      kind: z.enum(ANN_KINDS).optional(),
      reason: z.enum(GAP_REASONS).optional(),
      series: text.optional(),
      place: z.enum(['inline', 'foot']).optional()
    })
    .refine((rule) => (rule.match === undefined) !== (rule.words === undefined), {
      error: 'a rule needs either match: or words:'
    })
])

const series = z.strictObject({
  title: text,
  by: text.optional(),
  marks: z.enum(MARKS).default('decimal'),
  numbering: z
    .enum(['document', 'page', 'book'])
    .default('document')
    .describe('Where marks begin anew on paper; what one cites is always the number in the document.'),
  keyed: z
    .enum(KEYS)
    .default('mark')
    .describe('`line` for a register of sources (apparatus fontium): no mark in the text.'),
  ...registerFields
})

/** Series that need no declaration. */
export const DEFAULT_SERIES = {
  tn: {title: 'Translator’s notes', by: 'translator', marks: 'lower-alpha'},
  en: {title: 'Editor’s notes', by: 'ed', marks: 'decimal'},
  an: {title: 'Author’s notes', by: 'author', marks: 'symbols'}
} as const satisfies Record<string, {title: string; by: string; marks: Marks}>

const editionKeys = z.strictObject({
  id: text.describe('A lasting identifier of the edition; the UUID of the EPUB is made from it.'),
  title: text,
  subtitle: text.optional(),
  shortTitle: text.optional().describe('For running heads; default: the title.'),
  authors: z.array(contributor).default([]),
  editors: z.array(contributor).default([]),
  translators: z.array(contributor).default([]),
  publisher: text.optional(),
  place: text.optional(),
  date: date
    .refine((value) => /^\d{4}(-\d\d){0,2}$/.test(value), {
      error: 'expected a date such as `2026-01-31`, `2026-01` or `2026`'
    })
    .describe('Date of this version of the edition, YYYY-MM-DD. The clock is never asked.'),
  version: z.union([text, z.number().transform(String)]).default('1'),
  language: text.default('en'),
  rights: text.optional(),
  imprint: z.array(text).default([]).describe('Paragraphs for the imprint page.'),
  colophon: z.array(text).default([]),
  description: text.optional(),
  isbn: text.optional(),
  sigla: z
    .record(
      text,
      z.union([
        text.transform((title) => ({title, date: undefined})),
        z.strictObject({title: text, date: date.optional().describe('When the copy was made, as printed or EDTF.')})
      ])
    )
    .default({})
    .describe('Copies of the text by their sigla.'),
  brackets: z
    .strictObject({resp: text.default('unknown'), table: z.array(bracketRule).default([])})
    .default({resp: 'unknown', table: []}),
  series: z.record(z.string().regex(/^[a-z]+$/, {error: 'expected small letters only'}), series).default({}),
  entries: z
    .strictObject({
      title: text.optional(),
      marks: z.enum(MARKS).default('lower-roman'),
      form: z
        .enum(['negative', 'positive'])
        .default('negative')
        .describe('Whether entries name only the copies that differ, or all of them.'),
      ...registerFields
    })
    .default({marks: 'lower-roman', form: 'negative'}),
  registers: order
    .optional()
    .describe('Order of the registers at the foot: `entries` and keys of series; default: entries first.'),
  names: z
    .strictObject({find: z.boolean().default(false).describe('Find the listed forms of names in the text.')})
    .default({find: false}),
  typography: z
    .array(z.enum(SUBSTITUTIONS))
    .default([])
    .describe('Signs of the received text that are set as books have them; the key to the signs states them.'),
  front: order.optional(),
  documents: order.optional(),
  back: order.optional(),
  parts: z.array(division).optional().describe('Parts of the edition: their titles and documents, in order.'),
  outputs: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, {error: 'expected small letters, digits and - only'}), profileSchema)
    .refine((outputs) => Object.keys(outputs).length > 0, {error: 'expected at least one output, such as `reader: {}`'})
    .prefault({reader: {}})
    .transform(resolveProfiles)
})

/** edition.yaml. */
export const editionSchema = editionKeys.superRefine((settings, context) => {
  const keys = [...new Set([...Object.keys(settings.series), ...Object.keys(DEFAULT_SERIES)])]
  // Of outputs in which something is wrong already, nothing is filled in yet.
  const outputs = Object.fromEntries(Object.entries(settings.outputs).map(([name, one]) => [name, withDefaults(one)]))
  for (const {path, message, atKey} of nonsenseOf({...settings, outputs}, keys)) {
    if (atKey)
      context.addIssue({code: 'invalid_key', origin: 'record', path, issues: [{code: 'custom', path, message}]})
    else context.addIssue({code: 'custom', path, message})
  }
})
export type Settings = z.infer<typeof editionSchema>
export type BracketRule = z.infer<typeof bracketRule>
export type Contributor = z.infer<typeof contributor>

/** Fields of an archival citation; see citation.ts. */
export const citationFields = z.strictObject({
  archive: text,
  collection: text.optional(),
  fond: z.coerce.string().optional(),
  opis: z.coerce.string().optional(),
  papka: z.coerce.string().optional(),
  delo: z.coerce.string().optional(),
  leaves: z.coerce.string().optional(),
  id: z.coerce.string().optional()
})

const copy = z.union([
  text.transform((citation) => ({citation, status: 'cited' as const, note: undefined})),
  z
    .strictObject({
      citation: z.union([text, citationFields]).optional(),
      title: text.optional(),
      date: date.optional().describe('When the copy was made, as printed or EDTF.'),
      status: z.enum(['collated', 'cited']).default('cited'),
      note: text.optional()
    })
    .refine((value) => value.citation !== undefined || value.title !== undefined, {
      error: 'a copy needs a citation: or a title:'
    })
])

/** `"1-3"`, `7` or a list of them: lines of the transcript, counted from 1. */
const lines = z.union([
  z.number().int().positive().transform(String),
  z.string().regex(/^\d+(-\d+)?(, *\d+(-\d+)?)*$/, {error: 'expected line numbers such as "3" or "1-4, 7"'})
])

/** Front matter of a file in documents/, front/ or back/. */
export const matterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, {error: 'an id has letters, digits, - and _ only'})
    .optional(),
  number: z.union([text, z.number().transform(String)]).optional(),
  title: attributed.optional(),
  shortTitle: text.optional(),
  kind: text.optional(),
  date: date.optional(),
  dateText: text.optional().describe('The date as printed; default: made from date.'),
  dateRecorded: date.optional(),
  place: text.optional(),
  participants: z.array(z.strictObject({label: text.optional(), people: z.array(text)})).optional(),
  speakers: z.record(text, text).optional().describe('Label in the text → id in people.yaml.'),
  source: z.record(text, copy).optional(),
  sourceNote: text.optional(),
  language: text.optional(),
  originalLanguage: text.optional(),
  authors: z
    .array(contributor)
    .optional()
    .describe('Who wrote the document, for citations of it; who took it down is `recordedBy`.'),
  translators: z.array(contributor).optional(),
  recordedBy: text.optional(),
  classification: text.optional(),
  summary: attributed.optional(),
  rights: text.optional(),
  received: z
    .strictObject({
      file: text,
      sha256: z.string().regex(/^[0-9a-f]{64}$/, {error: 'expected 64 hexadecimal digits'}),
      furniture: z.array(z.strictObject({lines, why: text})).default([]),
      metadata: z.array(z.strictObject({lines, field: text})).default([])
    })
    .optional(),
  verification: z.union([text, z.array(text)]).optional(),
  questions: z.array(text).optional(),
  keywords: strings.optional()
})
export type Matter = z.infer<typeof matterSchema>
export type Copy = z.infer<typeof copy>
export type CitationFields = z.infer<typeof citationFields>

const person = z.strictObject({
  name: text,
  sort: text.optional(),
  asInText: strings.optional().describe('Forms found in the text; the longest is looked for first.'),
  variants: strings.optional().describe('Other forms, for the register; not looked for.'),
  script: text.optional(),
  role: text.optional().describe('Role at the date of the documents.'),
  source: text.optional().describe('Where the role is documented, or the word unverified.'),
  ids: z.record(text, z.union([text, z.number().transform(String)])).optional()
})

/** people.yaml, places.yaml and terms.yaml: id → entry. */
export const registerSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, {error: 'an id has small letters, digits and - only'}),
  person
)
export type RegisterEntry = z.infer<typeof person>
export type Register = z.infer<typeof registerSchema>

/** archives.yaml: siglum → names. */
export const archivesSchema = z.record(
  text,
  z.strictObject({name: text, translation: text.optional(), place: text.optional(), lang: text.optional()})
)
export type Archives = z.infer<typeof archivesSchema>
