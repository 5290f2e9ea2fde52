// What edition.yaml and the front matter of a document may hold: one zod schema for types, checks and JSON Schema.
import {z} from 'zod'
import {SUBSTITUTIONS} from './typography.ts'
import {brackets} from './brackets.ts'
import {studyFields, timelineField} from './course-fields.ts'
import {libraryFields} from './library-fields.ts'
import {date, order, scalar, strings, text} from './fields.ts'
import {KEYS, MARKS, registerFields, type Marks} from './output-settings.ts'
import {BACK_PARTS, COURSE_PARTS, FRONT_PARTS} from './parts.ts'
import {division, profileSchema, resolveProfiles, withDefaults} from './profiles.ts'
import {copy, received} from './sources.ts'
import {nonsenseOf} from './sense.ts'

export type {BracketRule} from './brackets.ts'
export type {CitationFields, Copy} from './sources.ts'
export type {Output} from './profiles.ts'
export type {LineNumbers, Marks, NotesPlace, RegisterKey, RegisterLayout, RunningHeads} from './output-settings.ts'

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ')

/** A person who made the edition: `Gary Goldberg`, or fields. `sort` is the form for catalogues. */
const contributor = z.union([
  text.transform((name) => ({name, sort: undefined})),
  z.strictObject({
    name: text.describe('The name as printed on the title page.'),
    sort: text.optional().describe('The form for catalogues: `Roe, Jane`.')
  })
])

/** A title or summary and whose it is. */
const attributed = z.union([
  text.transform((value) => ({text: value, by: undefined})),
  z.strictObject({
    text: text.describe('The words.'),
    by: text.optional().describe('Whose words they are, such as `ed` or the name of an archive.')
  })
])

const series = z.strictObject({
  title: text.describe('Title of the series in the key to the signs: `Editor’s notes`.'),
  by: text.optional().describe('Whose notes these are.'),
  marks: z
    .enum(MARKS)
    .default('decimal')
    .describe('What its notes are numbered with; each series needs marks of its own.'),
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
  title: text.describe('Title of the edition.'),
  subtitle: text.optional().describe('Second line of the title page.'),
  shortTitle: text.optional().describe('For running heads; default: the title.'),
  authors: z.array(contributor).default([]).describe('Who wrote the texts, where that is one person for all.'),
  editors: z.array(contributor).default([]).describe('Who made the edition: names, or `{name: …, sort: …}`.'),
  translators: z.array(contributor).default([]).describe('Who translated the texts.'),
  publisher: text.optional().describe('For the title page, the imprint and the e-book.'),
  place: text.optional().describe('Place of publication.'),
  date: date
    .refine((value) => /^\d{4}(-\d\d){0,2}$/.test(value), {
      error: 'expected a date such as `2026-01-31`, `2026-01` or `2026`'
    })
    .describe('Date of this version of the edition, YYYY-MM-DD. The clock is never asked.'),
  version: scalar.default('1').describe('Version of the edition; change it together with `date`.'),
  language: text.default('en').describe('Language of the edition by its code: `en`, `en-GB`, `ru`.'),
  rights: text.optional().describe('Who holds the rights, and what readers may do.'),
  imprint: z.array(text).default([]).describe('Paragraphs for the imprint page.'),
  colophon: z.array(text).default([]).describe('Paragraphs for the last page: how the book was made.'),
  description: text.optional().describe('What the edition is, for catalogues.'),
  isbn: text.optional().describe('ISBN of the book.'),
  ...libraryFields,
  sigla: z
    .record(
      text,
      z.union([
        text.transform((title) => ({title, date: undefined})),
        z.strictObject({
          title: text.describe('What the copy is: `Typescript, National Archive`.'),
          date: date.optional().describe('When the copy was made, as printed or EDTF.')
        })
      ])
    )
    .default({})
    .describe('Copies of the text by their sigla.'),
  brackets: brackets
    .default({resp: 'unknown', table: []})
    .describe('What the square brackets of the received texts are; without it all print as typed.'),
  series: z
    .record(z.string().regex(/^[a-z]+$/, {error: 'expected small letters only'}), series)
    .default({})
    .describe('Series of notes by their keys in labels, `en` in `[^en-2]`. tn, en and an need no declaration.'),
  entries: z
    .strictObject({
      title: text
        .optional()
        .describe('Title of the apparatus; default: Emendations, or Apparatus with several copies.'),
      marks: z.enum(MARKS).default('lower-roman').describe('What entries are numbered with where they have marks.'),
      form: z
        .enum(['negative', 'positive'])
        .default('negative')
        .describe('Whether entries name only the copies that differ, or all of them.'),
      ...registerFields
    })
    .default({marks: 'lower-roman', form: 'negative'})
    .describe('The apparatus: emendations and variant readings.'),
  registers: order
    .optional()
    .describe('Order of the registers at the foot: `entries` and keys of series; default: entries first.'),
  names: z
    .strictObject({find: z.boolean().default(false).describe('Find the listed forms of names in the text.')})
    .default({find: false})
    .describe('How names of people.yaml, places.yaml and terms.yaml get into the index.'),
  typography: z
    .array(z.enum(SUBSTITUTIONS))
    .default([])
    .describe('Signs of the received text that are set as books have them; the key to the signs states them.'),
  front: order
    .optional()
    .describe(
      `What stands before the text, in order: files of front/, and of what the program makes ${listed([...FRONT_PARTS, ...COURSE_PARTS])}.`
    ),
  documents: order
    .optional()
    .describe('Documents in their order, by the names of their files or their ids; default: by date.'),
  back: order
    .optional()
    .describe(
      `What stands after the text, in order: files of back/, and of what the program makes ${listed([...BACK_PARTS, ...COURSE_PARTS])}.`
    ),
  timeline: timelineField,
  parts: z.array(division).optional().describe('Parts of the edition: their titles and documents, in order.'),
  outputs: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, {error: 'expected small letters, digits and - only'}), profileSchema)
    .refine((outputs) => Object.keys(outputs).length > 0, {error: 'expected at least one output, such as `reader: {}`'})
    .meta({minProperties: 1})
    .prefault({reader: {}})
    .transform(resolveProfiles)
    .describe('What is made of the edition: each output is a book with its own documents, form and formats.')
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
export type Contributor = z.infer<typeof contributor>

/** Front matter of a file in documents/, front/ or back/. */
export const matterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, {error: 'an id has letters, digits, - and _ only'})
    .optional()
    .describe('A lasting name for references; default: the name of the file.'),
  number: scalar.optional().describe('Number of the document in the edition.'),
  title: attributed.optional().describe('Title of the document, or `{text: …, by: …}` to say whose title it is.'),
  shortTitle: text.optional().describe('For running heads and the index; default: the title.'),
  kind: text.optional().describe('What the document is: letter, telegram, minutes.'),
  date: date
    .optional()
    .describe('Date of what it records (EDTF): `1952-09-04`, `1952-09`, `1952~`, `1952-09/1952-10`.'),
  dateText: text.optional().describe('The date as printed; default: made from date.'),
  dateRecorded: date.optional().describe('When the record was made, where that was later.'),
  place: text.optional().describe('Where it was written or spoken; in brackets when supplied: `[Moscow]`.'),
  participants: z
    .array(
      z.strictObject({
        label: text.optional().describe('What they were: `For the Soviet side`.'),
        people: z.array(text).describe('Ids in people.yaml.')
      })
    )
    .optional()
    .describe('Who was present, in groups.'),
  speakers: z.record(text, text).optional().describe('Label in the text → id in people.yaml.'),
  source: z.record(text, copy).optional().describe('Copies of the text: siglum → archival citation, or fields.'),
  sourceNote: text.optional().describe('A sentence about the sources, for the head of the document.'),
  language: text.optional().describe('Language of the text by its code; default: that of the edition.'),
  originalLanguage: text.optional().describe('Language that it was translated from, by its code.'),
  authors: z
    .array(contributor)
    .optional()
    .describe('Who wrote the document, for citations of it; who took it down is `recordedBy`.'),
  translators: z.array(contributor).optional().describe('Who translated this document.'),
  recordedBy: text.optional().describe('Who took it down.'),
  classification: text.optional().describe('Secrecy as the document has it: `Top secret`.'),
  summary: attributed.optional().describe('What the document is about, in a few sentences.'),
  rights: text.optional().describe('Who holds the rights of this document.'),
  received: received.optional().describe('The text as received, which the document is compared with word by word.'),
  verification: z
    .union([text, z.array(text)])
    .optional()
    .describe('Who compared what with what, and when.'),
  ...studyFields,
  keywords: strings.optional().describe('Keywords by which outputs may choose the document.')
})
export type Matter = z.infer<typeof matterSchema>

const person = z.strictObject({
  name: text.describe('The name as the edition has it.'),
  sort: text.optional().describe('The form by which it is put in order: `Weber, Anna`.'),
  asInText: strings.optional().describe('Forms found in the text; the longest is looked for first.'),
  variants: strings.optional().describe('Other forms, for the register; not looked for.'),
  script: text.optional().describe('The name in its own script: `毛泽东`.'),
  role: text.optional().describe('Role at the date of the documents.'),
  definition: text.optional().describe('What a term means, for the glossary.'),
  pronunciation: text.optional().describe('How the name is said: `bair-ee-uh`.'),
  source: text.optional().describe('Where the role is documented, or the word unverified.'),
  ids: z.record(text, scalar).optional().describe('Its numbers in other registers: `{viaf: 99895088}`.')
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
  z.strictObject({
    name: text.describe('Full name of the archive.'),
    translation: text.optional().describe('The name in the language of the edition.'),
    place: text.optional().describe('Where the archive is.'),
    lang: text.optional().describe('Language of the name, by its code.')
  })
)
export type Archives = z.infer<typeof archivesSchema>
