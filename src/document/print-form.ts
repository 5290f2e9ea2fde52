// What an output may choose for its paper and its type, and the variants for readers to whom small or slanted type is a hindrance.
import {z} from 'zod'
import {direction} from './direction.ts'
import {PRESS_STANDARDS} from './press-standards.ts'

/** Points of a millimetre. */
export const POINTS = 72 / 25.4

/** Sizes of trimmed pages by their names, millimetres. */
export const PAPERS = {
  '6x9in': [152.4, 228.6],
  '5.5x8.5in': [139.7, 215.9],
  '5x8in': [127, 203.2],
  A6: [105, 148],
  A5: [148, 210],
  A4: [210, 297],
  B5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6]
} as const satisfies Record<string, readonly [number, number]>

/** A name of `PAPERS`, or width and height such as `140x216mm`. */
export type Paper = string

const UNITS = {mm: 1, cm: 10, in: 25.4, pt: 1 / POINTS} as const

/** Width and height in millimetres; nothing where the size is none. */
export function paperSize(paper: Paper): readonly [number, number] | undefined {
  const named = Object.entries(PAPERS).find(([name]) => name === paper)?.[1]
  if (named) return named
  const [, width, height, unit] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(mm|cm|in)$/.exec(paper) ?? []
  if (unit === undefined) return undefined
  const by = UNITS[unit as keyof typeof UNITS]
  return [Number(width) * by, Number(height) * by]
}

/** The least and the largest side of a page, millimetres. */
const SIDES = [90, 450] as const

/** Whether a page may have these sides. */
export const isPage = (sides: readonly number[]): boolean => sides.every((side) => side >= SIDES[0] && side <= SIDES[1])

const paper = z.string().superRefine((value, context) => {
  const sides = paperSize(value)
  const names = Object.keys(PAPERS).map((name) => `\`${name}\``)
  if (!sides)
    context.addIssue({code: 'custom', message: `expected one of ${names.join(', ')}, or a size such as \`140x216mm\``})
  else if (!isPage(sides))
    context.addIssue({code: 'custom', message: `expected a page with sides from ${SIDES[0]} to ${SIDES[1]} mm`})
})

/** A length in millimetres; text names another unit. */
const length = z.union([
  z.number().min(0).max(200),
  z
    .string()
    .regex(/^\d+(\.\d+)?(mm|cm|in|pt)$/, {error: 'expected millimetres such as `18`, or a length such as `0.75in`'})
    .transform((value) => {
      const [, number, unit] = /^([\d.]+)(\w+)$/.exec(value) ?? []
      return Number(number) * UNITS[unit as keyof typeof UNITS]
    })
])

const noteMargin = z.strictObject({
  width: length.optional().describe('How wide it is, millimetres; default: a fifth of the page.'),
  ruled: z.boolean().default(true).describe('Whether it has lines to write on.')
})
export type NoteMargin = z.infer<typeof noteMargin>

/** Edges at which the leaves are bound. */
export const BINDINGS = ['left', 'right', 'top'] as const
export type Binding = (typeof BINDINGS)[number]

/** Families that the program brings along; what one lacks is taken from the others. */
export const TYPEFACES = ['EB Garamond', 'Noto Serif', 'Noto Sans'] as const
export type Typeface = (typeof TYPEFACES)[number]

/** Named sets of settings, for readers whom the usual page keeps out. */
export const VARIANTS = ['large-print', 'dyslexia'] as const
export type Variant = (typeof VARIANTS)[number]

const points = (least: number, most: number): z.ZodNumber => z.number().min(least).max(most)

/** What an output chooses for its paper and its type. An e-book has none of it: there the reader chooses. */
export const formFields = {
  paper: paper
    .optional()
    .describe('Trimmed size of the page: a name such as `A4`, or a size such as `140x216mm`; default: `6x9in`.'),
  margins: z
    .strictObject({
      top: length.optional().describe('From the upper edge to the text; the running head stands in it.'),
      bottom: length.optional().describe('From the text to the lower edge; the folio stands in it.'),
      inner: length.optional().describe('Beside the binding.'),
      outer: length.optional().describe('At the edge where the leaves are turned.')
    })
    .optional()
    .describe('Millimetres, or lengths such as `0.75in`; `inner` is at the binding. Default: by the size of the page.'),
  binding: z
    .enum(BINDINGS)
    .optional()
    .describe(
      'Edge at which the leaves are bound: `right` for books read from right to left, `top` for pads. Default: right where the language of the edition is written from right to left, else left.'
    ),
  bleed: z.number().min(0).max(20).optional().describe('Millimetres of bleed of the printer’s file.'),
  'crop-marks': z
    .boolean()
    .optional()
    .describe(
      'Whether a printer’s file with bleed has marks where it is cut; default: true. Printers that make books one by one want none.'
    ),
  standard: z
    .enum(PRESS_STANDARDS)
    .optional()
    .describe(
      'Standard of the printer’s file: `PDF/X-4`, or `PDF/X-1a` (PDF/X-1a:2001) for printers that ask for it, where colours of pictures become greys and nothing may be transparent but pictures on white paper. Default: `PDF/X-4`.'
    ),
  typeface: z.enum(TYPEFACES).optional().describe('Family of the type on paper; default: EB Garamond.'),
  'type-size': points(8, 28).optional().describe('Size of the text, points; default: 11. All other sizes follow it.'),
  leading: points(9, 48)
    .optional()
    .describe('From line to line, points; default: 14 for 11-point type, and in proportion for others.'),
  'smallest-type': points(5, 24).optional().describe('No notes, heads or labels are smaller than this, points.'),
  'letter-spacing': points(0, 0.2).optional().describe('Space put between letters, in widths of an em; default: none.'),
  'word-spacing': points(0, 0.5).optional().describe('Space put between words, in widths of an em; default: none.'),
  justified: z.boolean().optional().describe('Whether lines are spaced to one width; default: true.'),
  hyphenation: z.boolean().optional().describe('Whether words are divided at line ends; default: true.'),
  italics: z
    .boolean()
    .optional()
    .describe('Whether there are italics and small capitals; without them such words are bold. Default: true.'),
  variant: z
    .enum(VARIANTS)
    .optional()
    .describe(
      '`large-print` or `dyslexia`: a set of the settings of the type; what the output says itself goes before it.'
    ),
  booklet: z
    .strictObject({
      signature: z
        .number()
        .int()
        .positive()
        .max(40)
        .optional()
        .describe('Sheets that are folded together; default: all up to ten, else four or five.'),
      sheet: paper
        .optional()
        .describe('Paper of the copier, such as `A4`: pages are made smaller to fit; default: twice the page.'),
      creep: z
        .number()
        .min(0)
        .max(2)
        .optional()
        .describe('Millimetres by which pages of each sheet further in move to the fold.')
    })
    .optional()
    .describe('How the sheets of `formats: [booklet]` are folded.'),
  'note-margin': z
    .union([
      z.boolean().transform((on) => (on ? noteMargin.parse({}) : undefined)),
      length.transform((width): NoteMargin => ({width, ruled: true})),
      noteMargin
    ])
    .optional()
    .describe('A wide margin for the reader’s own notes, outside: true, its width in millimetres, or settings.')
}

/** Paper and type as an output chooses them; what it does not say is as usual. */
export type Form = {[Key in keyof typeof formFields]?: z.infer<(typeof formFields)[Key]> | undefined}

/**
 * What a variant stands for. Large print as RNIB’s Clear Print guidelines and the American Printing House for the Blind want it: from
 * 16 points, here 18, nothing smaller than 16. The other by the style guide of the British Dyslexia Association: a face without
 * serifs of 12 to 14 points, one and a half lines, wider spaces. Both: ragged lines, whole words, bold for italics and capitals.
 */
export const PRESETS = {
  'large-print': {
    typeface: 'Noto Sans',
    'type-size': 18,
    leading: 25,
    'smallest-type': 16,
    justified: false,
    hyphenation: false,
    italics: false
  },
  dyslexia: {
    typeface: 'Noto Sans',
    'type-size': 13,
    leading: 20,
    'smallest-type': 12,
    'letter-spacing': 0.04,
    'word-spacing': 0.14,
    justified: false,
    hyphenation: false,
    italics: false
  }
} as const satisfies Record<Variant, Form>

/** Settings with those of their variant, which give way to what is said. */
export const withPreset = <Said extends Form>(said: Said): Said =>
  said.variant === undefined ? said : {...PRESETS[said.variant], ...said}

/** An output with its binding: where it does not say one, a language that is written from right to left binds it on the right. */
export function bound<Chosen extends Form>(output: Chosen, language: string): Chosen {
  return output.binding === undefined && direction(language) === 'rtl' ? {...output, binding: 'right'} : output
}
