// What an output may choose, and how the registers at the foot of a page are set: parts of the schema of edition.yaml.
import {z} from 'zod'

/** Kinds of marks that a series of notes may be numbered with. */
export const MARKS = ['decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'symbols'] as const
export type Marks = (typeof MARKS)[number]

/** How a register at the foot of the page is set: each note from a line of its own, all in one paragraph, or in columns. */
export const LAYOUTS = ['list', 'run-in', 'two-columns', 'three-columns'] as const
export type RegisterLayout = (typeof LAYOUTS)[number]

/** By what the reader finds the place of a note: a mark in the text, or the number of its line. */
export const KEYS = ['mark', 'line'] as const
export type RegisterKey = (typeof KEYS)[number]

/** Settings that notes and entries share. */
export const registerFields = {
  layout: z
    .enum(LAYOUTS)
    .optional()
    .describe(
      'How the register is set at the foot of the page; default: list, and run-in for entries keyed by line. Columns that would be narrower than 84 points are fewer.'
    ),
  rule: z
    .enum(['short', 'full', 'none'])
    .optional()
    .describe('The rule above the register; default: short above the first register, none above the others.'),
  size: z.enum(['small', 'text']).optional().describe('Size of its type; default: small.')
}

const lineNumbers = z.strictObject({
  every: z.number().int().positive().default(5).describe('Every how many lines a number is printed.'),
  margin: z
    .enum(['outer', 'inner', 'left', 'right'])
    .default('outer')
    .describe('Side of the page on which they stand; paragraph numbers take the other one.'),
  restart: z
    .enum(['page', 'document'])
    .default('page')
    .describe('Whether they begin anew on every page or run through a document.'),
  headings: z.boolean().default(false).describe('Whether headings count as lines.')
})
export type LineNumbers = z.infer<typeof lineNumbers>

const RUNNING_HEADS = ['title', 'date', 'lines', 'leaves', 'paragraphs'] as const
export type RunningHeads = (typeof RUNNING_HEADS)[number]

const places = z.enum(['foot', 'document-end', 'book-end', 'none'])
export type NotesPlace = z.infer<typeof places>

/** What an output chooses for its pages. */
export const pageFields = {
  'line-numbers': z
    .union([
      z.boolean().transform((on) => (on ? lineNumbers.parse({}) : undefined)),
      z
        .number()
        .int()
        .positive()
        .transform((every) => lineNumbers.parse({every})),
      lineNumbers
    ])
    .optional()
    .describe('Numbers of lines in the margin of the printed page: true, every how many, or settings.'),
  entries: z
    .enum(KEYS)
    .optional()
    .describe(
      'Whether entries of the apparatus are keyed by line or by mark in print; default: by line where lines are numbered. An e-book has marks.'
    ),
  apparatus: z
    .enum(['full', 'light', 'none', 'back'])
    .optional()
    .describe('All entries, emendations only, none, or all at the end of their document; default: full.'),
  notes: z
    .union([places, z.record(z.string(), places)])
    .optional()
    .describe(
      'Where notes stand: at the foot, at the end of their document or of the book, or not at all; for all series or for each by its key. Default: foot.'
    ),
  'index-locators': z
    .enum(['page', 'page-line'])
    .optional()
    .describe('Whether the index names pages, or pages and lines; default: page.'),
  'running-heads': z
    .enum(RUNNING_HEADS)
    .optional()
    .describe(
      'What right pages say of themselves: the short title, with the date, or with the span of lines, leaves or paragraphs on the page. Default: title.'
    ),
  parallel: z
    .enum(['none', 'facing', 'columns'])
    .optional()
    .describe(
      'Whether a text with its original (`x.ru.md` beside `x.md`) is set with it on facing pages or in two columns; default: none.'
    ),
  counterpart: z
    .string()
    .optional()
    .describe(
      'Language of the text that `parallel` sets beside a document, where there are several (`x.ru.md` and `x.de.md`); default: the original, else the first by name.'
    ),
  'attach-sources': z.boolean().optional().describe('Whether the source texts are attached to the PDF.')
}
