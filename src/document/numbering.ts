// numbering.yaml: the numbers of paragraphs (¶) that were frozen, and what each paragraph was known by then.
import {createHash} from 'node:crypto'
import type {Paragraph} from 'mdast'
import {z} from 'zod'
import {scalar} from './fields.ts'
import {words} from './layers.ts'

/** A paragraph as it was when its number was frozen. */
export interface FrozenParagraph {
  /** `45`, or `45a` for one that came in between later. */
  n: string
  /** Its first and last words, by which it is known again when it was corrected. */
  begins: string
  ends: string
  /** First 16 digits of the SHA-256 of its words. */
  sha: string
  /** Taken out on purpose: the number is not given again. */
  gone?: true | undefined
}

/** Frozen paragraphs by the id of their document. */
export type Numbering = Record<string, FrozenParagraph[]>

/** Words as they are; a paragraph may begin with a number, and have no words at all. */
const anyWords = z.union([z.string(), z.number().transform(String)])

/** numbering.yaml. */
export const numberingSchema: z.ZodType<Numbering> = z.record(
  z.string(),
  z.array(
    z.strictObject({
      n: scalar
        .refine((value) => /^\d+[a-z]*$/.test(value), {error: 'expected a number such as `45` or `45a`'})
        .describe('Number of the paragraph: `45`, or `45a` for one that came in later.'),
      begins: anyWords.default('').describe('Its first words.'),
      ends: anyWords.default('').describe('Its last words.'),
      sha: scalar.describe('The first 16 digits of the SHA-256 of its words.'),
      gone: z.literal(true).optional().describe('Taken out on purpose: the number is not given again.')
    })
  )
)

/** How many words at either end a paragraph is known by. */
const KNOWN_BY = 6

/** What a paragraph is known by: its received words, which no mark of an editor changes; of one that he put in, its own. */
export function knownParagraph(paragraph: Paragraph): Omit<FrozenParagraph, 'n'> {
  const received = words(paragraph, 'received')
  return knownBy(received.length > 0 ? received : words(paragraph, 'reading'))
}

/** What a paragraph of these words is known by. */
export function knownBy(known: readonly string[]): Omit<FrozenParagraph, 'n'> {
  const sha = createHash('sha256').update(known.join(' ')).digest('hex').slice(0, 16)
  return {begins: known.slice(0, KNOWN_BY).join(' '), ends: known.slice(-KNOWN_BY).join(' '), sha}
}
