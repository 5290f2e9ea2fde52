// What makes an output a course pack, and what a document has for one: parts of the schemas of edition.yaml and of front matter.
import {z} from 'zod'
import {isDate} from './dates.ts'
import {date, scalar, strings, text} from './fields.ts'

const course = z.strictObject({
  name: text.describe('Name of the course or seminar.'),
  code: text.optional().describe('Its number in the catalogue: `HIST 3410`.'),
  term: text.optional().describe('`Spring 2027`'),
  teacher: strings.optional().describe('Who teaches it, by name.'),
  institution: text.optional().describe('School or university.'),
  note: text.optional().describe('A paragraph on the cover, such as where the pack may be used.')
})
export type Course = z.infer<typeof course>

/** Where the questions of a document stand. */
export const QUESTION_PLACES = ['before', 'after', 'none'] as const

/** What an output has for those who study. */
export const courseFields = {
  course: course.optional().describe('The course that the output is a pack for: its cover is made from this.'),
  questions: z
    .enum(QUESTION_PLACES)
    .optional()
    .describe('Where the questions of a document stand; default: after it in a course pack, nowhere else.'),
  answers: z
    .boolean()
    .optional()
    .describe('Whether the answers are printed under the questions, for the teacher’s copy; default: false.'),
  'answer-space': z
    .number()
    .int()
    .min(0)
    .max(60)
    .optional()
    .describe('Ruled lines for an answer under each question that has no `space` of its own; default: none.'),
  'reading-time': z
    .boolean()
    .optional()
    .describe('Whether the head of a document says how long it takes to read; default: true in a course pack.'),
  facsimiles: z
    .boolean()
    .optional()
    .describe('Whether the facsimiles of a document follow it; default: true in a course pack.'),
  glossary: z
    .enum(['document', 'book'])
    .optional()
    .describe('Whether people and terms are explained after each document, or in lists of the book; default: book.'),
  starts: z
    .enum(['recto', 'next'])
    .optional()
    .describe(
      'Whether documents and chapters begin on a right page or on the next one; default: right, and next in a course pack, which saves paper.'
    ),
  allow: strings
    .optional()
    .describe('Ids of documents that are copied although `permission` of their front matter says `refused` or `asked`.')
}

const question = z.union([
  text.transform((value) => ({question: value, answer: undefined, space: undefined})),
  z.strictObject({
    question: text.describe('The question.'),
    answer: text.optional().describe('Printed in outputs that have `answers: true` only.'),
    space: z.number().int().min(0).max(60).optional().describe('Ruled lines for the answer.')
  })
])
export type Question = z.infer<typeof question>

/** Whether copies may be made. */
export const PERMISSIONS = ['free', 'granted', 'asked', 'refused'] as const
export type PermissionStatus = (typeof PERMISSIONS)[number]

const permission = z.strictObject({
  status: z
    .enum(PERMISSIONS)
    .describe('`free`: nobody need be asked; `granted`; `asked`: no answer yet; `refused`: no copies may be made.'),
  holder: text.optional().describe('Who has the rights.'),
  fee: scalar.optional().describe('What the copies cost, as agreed: `$0.15 a page`.'),
  date: date.optional().describe('When it was given or asked for.'),
  note: text.optional().describe('Conditions, or the words of a credit line.')
})
export type Permission = z.infer<typeof permission>

const facsimile = z.strictObject({
  src: text.describe('The picture, as a path in the edition: `images/leaf-1.png`.'),
  alt: text.describe('What is seen on it, for readers who cannot see it.'),
  caption: text.optional().describe('Words under the picture.')
})
export type Facsimile = z.infer<typeof facsimile>

/** What the front matter of a document has for courses. */
export const studyFields = {
  facsimiles: z.array(facsimile).optional().describe('Pictures of the original, or a map, that follow the document.'),
  questions: z
    .array(question)
    .optional()
    .describe('Questions for those who study the document: words, or a question with its answer and lines for it.'),
  permission: permission
    .optional()
    .describe('Whether the document may be copied for a course, who says so, and for what fee.')
}

const event = z.strictObject({
  date: date
    .refine(isDate, {error: 'expected EDTF such as `1952-09-04`, `1952-09` or `1952~`'})
    .describe('When it happened: `1952-09-04`, `1952-09`.'),
  text: text.describe('What happened.'),
  source: text.optional().describe('Where it is documented.')
})

/** Dates for the timeline beside those of the documents. */
export const timelineField = z
  .array(event)
  .optional()
  .describe('Events for the timeline of a course pack, beside the dates of its documents.')
