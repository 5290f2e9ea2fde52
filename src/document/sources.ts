// Where a document comes from, for its front matter: copies in archives, and the text as received.
import {z} from 'zod'
import {date, scalar, text} from './fields.ts'

/** Fields of an archival citation; see citation.ts. */
const citationFields = z.strictObject({
  archive: text.describe('Siglum of the archive, as archives.yaml has it: `APRF`.'),
  collection: text.optional().describe('Collection or record group.'),
  fond: scalar.optional().describe('Fond: `45`.'),
  opis: scalar.optional().describe('Opis (inventory): `1`.'),
  papka: scalar.optional().describe('Papka (folder).'),
  delo: scalar.optional().describe('Delo (file): `348`.'),
  leaves: scalar.optional().describe('Leaves: `71-82`.'),
  id: scalar.optional().describe('Number of the item in the archive.')
})

/** What such fields are when they are read. */
export type CitationFields = z.infer<typeof citationFields>

/** A copy of the text: its archival citation, or fields. */
export const copy = z.union([
  text.transform((citation) => ({citation, status: 'cited' as const, note: undefined})),
  z
    .strictObject({
      citation: z
        .union([text, citationFields])
        .optional()
        .describe('Where the copy is: `APRF, f. 45, o. 1, d. 348, ll. 71-82`, or its parts one by one.'),
      title: text.optional().describe('What the copy is, where it lies in no archive.'),
      date: date.optional().describe('When the copy was made, as printed or EDTF.'),
      status: z
        .enum(['collated', 'cited'])
        .default('cited')
        .describe(
          '`collated` where the edition was compared with the copy word by word, `cited` where it is only named.'
        ),
      note: text.optional().describe('Words about the copy.')
    })
    .refine((value) => value.citation !== undefined || value.title !== undefined, {
      error: 'a copy needs a citation: or a title:'
    })
    .meta({anyOf: [{required: ['citation']}, {required: ['title']}]})
])
export type Copy = z.infer<typeof copy>

/** `"1-3"`, `7` or a list of them: lines of the transcript, counted from 1. */
const lines = z.union([
  z.number().int().positive().transform(String),
  z.string().regex(/^\d+(-\d+)?(, *\d+(-\d+)?)*$/, {error: 'expected line numbers such as "3" or "1-4, 7"'})
])

/** `received` of front matter. */
export const received = z.strictObject({
  file: text.describe('Name of the file in transcripts/.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, {error: 'expected 64 hexadecimal digits'})
    .describe('SHA-256 of the file, by which a change of it is seen.'),
  furniture: z
    .array(
      z.strictObject({
        lines: lines.describe('Lines of the transcript: `"1-3"`, `7`.'),
        why: text.describe('What they are: `name of the web page`.')
      })
    )
    .default([])
    .describe('Lines that are no text of the document.'),
  metadata: z
    .array(
      z.strictObject({
        lines: lines.describe('Lines of the transcript: `"1-3"`, `7`.'),
        field: text.describe('Where they have gone: `title`, `date`, `summary`.')
      })
    )
    .default([])
    .describe('Lines that have become fields of the front matter.')
})
