// Outputs as profiles: what an output chooses of the edition and of its form, and what it takes over from another output.
import {z} from 'zod'
import {FORMATS, type Format} from './formats.ts'
import {courseFields} from './course-fields.ts'
import {date, order, strings, text} from './fields.ts'
import {pageFields} from './output-settings.ts'
import {formFields, withPreset} from './print-form.ts'
import {nearest} from './report.ts'

/** A part of the edition or a unit of a course: a title, and the documents or excerpts that stand under it. */
export const division = z.strictObject({
  title: text.describe('Title of the part, the unit or the week.'),
  documents: order
    .refine((names) => names.length > 0, {error: 'expected at least one document'})
    .meta({minItems: 1})
    .describe('Ids of documents, or of their paragraphs: `d1`, `d1 ¶12-34`.'),
  note: text.optional().describe('A paragraph that stands under the title.')
})
export type Division = z.infer<typeof division>

const choice = z.strictObject({
  dates: date.optional().describe('A date or a span of dates (EDTF): `1952`, `1951-06/1952-09`.'),
  keywords: strings.optional().describe('Documents with one of these keywords.'),
  people: strings.optional().describe('Documents with one of these people, by their ids.'),
  parts: strings.optional().describe('Documents of these parts of the edition, by their titles.')
})
export type Choice = z.infer<typeof choice>

/** Which documents an output has: one choice, taken over or made anew as a whole. */
const choiceFields = {
  documents: order
    .refine((names) => names.length > 0, {error: 'expected at least one document'})
    .meta({minItems: 1})
    .optional()
    .describe('Documents by their names, in their order; default: all of the edition.'),
  excerpts: order
    .refine((names) => names.length > 0, {error: 'expected at least one excerpt, such as `d1 ¶12-34`'})
    .meta({minItems: 1})
    .optional()
    .describe('Parts of documents by their paragraphs: `d1 ¶12-34`, `d1 ¶3, 7-9`.'),
  select: choice.optional().describe('Documents by date, keyword, person or part; all that is asked must fit.'),
  units: z
    .array(division)
    .refine((units) => units.length > 0, {
      error: 'expected at least one unit, such as `{title: Week 1, documents: [d1]}`'
    })
    .meta({minItems: 1})
    .optional()
    .describe('Units or weeks in their order, each with its documents.')
}

/** An output as edition.yaml has it. */
export const profileSchema = z.strictObject({
  like: text.optional().describe('Another output, whose settings hold wherever this one has none of its own.'),
  title: text.optional().describe('Title of the book; default: that of the edition.'),
  subtitle: text.optional().describe('Second line of the title page; default: that of the edition, with its title.'),
  formats: z
    .array(z.enum(FORMATS))
    .refine((formats) => formats.length > 0, {
      error: 'expected at least one of `pdf`, `print`, `booklet`, `handouts`, `epub` and `citations`'
    })
    .meta({minItems: 1})
    .optional()
    .describe('Default: pdf and epub.'),
  ...choiceFields,
  front: order.optional().describe('Parts before the text; default: those of the edition.'),
  back: order.optional().describe('Parts after the text; default: those of the edition.'),
  audience: strings.optional().describe('Whose `:::only{for=…}` parts are printed; others are left out.'),
  'paragraph-numbers': z.boolean().optional().describe('Whether ¶ numbers are printed; default: true.'),
  ...courseFields,
  ...pageFields,
  ...formFields
})
export type Profile = z.infer<typeof profileSchema>

const DEFAULTS = {
  formats: ['pdf', 'epub'] as Format[],
  'paragraph-numbers': true,
  apparatus: 'full' as const,
  notes: 'foot' as const,
  'index-locators': 'page' as const,
  'running-heads': 'title' as const,
  parallel: 'none' as const,
  paper: '6x9in',
  bleed: 0,
  'attach-sources': false
}

const FOR_READERS = {
  questions: 'none' as const,
  'reading-time': false,
  answers: false,
  facsimiles: false,
  glossary: 'book' as const,
  starts: 'recto' as 'recto' | 'next'
}
const FOR_COURSES = {
  ...FOR_READERS,
  questions: 'after' as const,
  'reading-time': true,
  facsimiles: true,
  starts: 'next' as const
}

type WithDefault = keyof typeof DEFAULTS | keyof typeof FOR_READERS

/** An output with everything that it has taken over, and defaults where nothing is said. */
export type Output = Omit<Profile, 'like' | WithDefault> & {[Key in WithDefault]: NonNullable<Profile[Key]>}

/** Fills in what outputs take over from one another; a name that there is not and a circle are complained of at `like`. */
export function resolveProfiles(
  profiles: Record<string, Profile>,
  context: {addIssue: (issue: {code: 'custom'; path: PropertyKey[]; message: string}) => void}
): Record<string, Output> {
  const complain = (name: string, message: string): void =>
    context.addIssue({code: 'custom', path: [name, 'like'], message})
  return Object.fromEntries(
    Object.keys(profiles).map((name) => [name, withDefaults(inherited(name, {profiles, complain, above: []}))])
  )
}

/** Where the settings of an output come from: key → the output that says it. Keys that are absent have their default. */
export function originsOf(profiles: Record<string, object>, name: string): Record<string, string> {
  // The same inheritance, over outputs whose values are all their own name.
  const named = Object.entries(profiles).map(([own, profile]) => {
    const keys = Object.entries(withPreset(profile)).map(([key, value]) => [
      key,
      key === 'like' ? (value as unknown) : own
    ])
    return [own, Object.fromEntries(keys)] as const
  })
  const inheriting = {profiles: Object.fromEntries(named) as Record<string, Profile>, complain: () => {}, above: []}
  return inherited(name, inheriting) as Record<string, string>
}

/** Keys of the settings of an output, in the order of the schema. */
export const OUTPUT_KEYS = Object.keys(profileSchema.shape).filter((key) => key !== 'like')

/** Keys by which an output says which documents it has. */
export const isChoice = (key: string): boolean => (CHOICE as string[]).includes(key)

/** Defaults where nothing is said. What is not written has no key at all, so that no default is overwritten by nothing. */
export const withDefaults = (profile: Omit<Profile, 'like'>): Output =>
  ({...DEFAULTS, ...(profile.course ? FOR_COURSES : FOR_READERS), ...profile}) as Output

interface Inheriting {
  profiles: Record<string, Profile>
  complain: (name: string, message: string) => void
  /** The outputs that take over from this one, the first asked first. */
  above: readonly string[]
}

function inherited(name: string, inheriting: Inheriting): Omit<Profile, 'like'> {
  const {profiles, complain, above} = inheriting
  const {like, ...said} = profiles[name] ?? {}
  // What is taken over gives way to a variant, as it gives way to what the output says.
  const own = withPreset(said)
  if (like === undefined) return own
  if (!(like in profiles)) {
    if (above.length === 0) complain(name, unknownOutput(like, Object.keys(profiles)))
    return own
  }
  if (like === name || above.includes(like)) {
    // Told once at each output of the circle, as the one asked first.
    if (above.length === 0 || above[0] === like) complain(above[0] ?? name, circle([...above, name, like]))
    return own
  }
  const base = inherited(like, {...inheriting, above: [...above, name]})
  return {...(choosesDocuments(own) ? withoutChoice(base) : base), ...own}
}

const unknownOutput = (like: string, names: readonly string[]): string => {
  const near = nearest(like, names)
  return near ? `did you mean \`${near}\`?` : `expected one of ${names.map((one) => `\`${one}\``).join(', ')}`
}

const circle = (names: readonly string[]): string =>
  `expected an output that takes over nothing from this one: ${names.map((one) => `\`${one}\``).join(' → ')} is a circle`

const CHOICE = Object.keys(choiceFields) as (keyof typeof choiceFields)[]

const choosesDocuments = (profile: Omit<Profile, 'like'>): boolean => CHOICE.some((key) => profile[key] !== undefined)

function withoutChoice(profile: Omit<Profile, 'like'>): Omit<Profile, 'like'> {
  const rest = {...profile}
  for (const key of CHOICE) delete rest[key]
  return rest
}
