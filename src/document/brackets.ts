// The bracket table of edition.yaml: what the square brackets of the received texts are.
import {z} from 'zod'
import {text} from './fields.ts'
import {ANN_KINDS, GAP_REASONS} from './nodes.ts'

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
  z.strictObject({
    otherwise: z
      .enum(['supplied', 'leave'])
      .describe('What a bracket is that no entry above fits: words put in, or text to be left as it is.')
  }),
  z
    .strictObject({
      match: text
        .optional()
        .describe(
          "A pattern (regular expression) that the whole text of the bracket must fit, `Translator's note: (.*)`. What stands in `(…)` is the text that is left."
        ),
      words: z.array(text).optional().describe('The texts of the brackets, each as it stands: `[training, we]`.'),
      as: z
        .enum(bracketTypes)
        .describe(
          'What such a bracket is: `supplied` words put in, `orig` a word of the original, `gap` text that is not transcribed, `unclear` a doubtful reading, `ann` writing on the document, `note`, `sic-mark`, `name-completion` and `name-variant` of a name, `original-bracket` of the document itself, `leave` as it is.'
        ),
      in: z.array(text).optional().describe('Ids of the only documents that the entry is for.'),
      by: text.optional().describe('Whose bracket it is; default: `resp` of the table.'),
      lang: text.optional().describe('Language of a word of the original, by its code: `ru-Latn`.'),
      kind: z
        .enum(ANN_KINDS)
        .optional()
        .describe('What writing on the document it is; `description` for words that only tell of it. Default: hand.'),
      reason: z.enum(GAP_REASONS).optional().describe('Why the text of a gap is missing.'),
      series: text.optional().describe('Series that a note belongs to: `tn`, `en`.'),
      place: z
        .enum(['inline', 'foot'])
        .optional()
        .describe('Whether a note stays in its bracket in the text or moves to the foot of the page.')
    })
    .refine((rule) => (rule.match === undefined) !== (rule.words === undefined), {
      error: 'a rule needs either match: or words:'
    })
    .meta({oneOf: [{required: ['match']}, {required: ['words']}]})
])
export type BracketRule = z.infer<typeof bracketRule>

/** `brackets` of edition.yaml. */
export const brackets = z.strictObject({
  resp: text.default('unknown').describe('Whose brackets these are unless said otherwise: a name, or `unknown`.'),
  table: z
    .array(bracketRule)
    .default([])
    .describe(
      'What the brackets are; the first entry that fits counts. `recension check --brackets` lists all brackets and suggests entries.'
    )
})
