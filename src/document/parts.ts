// Parts of a book that the program makes, by the names that `front` and `back` of edition.yaml use.

/** Made for the front, in their usual order. */
export const FRONT_PARTS = [
  'half-title',
  'title',
  'imprint',
  'contents',
  'people',
  'abbreviations',
  'witnesses',
  'signs'
] as const
/** Made for the back, in their usual order. */
export const BACK_PARTS = ['notes', 'index', 'colophon'] as const
/** Made for course packs; any other output may have them too. A file of the edition with such an id takes the place of the part. */
export const COURSE_PARTS = ['course', 'timeline', 'speakers', 'glossary', 'sources', 'citing'] as const

/** Names of all parts that the program makes. */
export const GENERATED_PARTS = [...FRONT_PARTS, ...BACK_PARTS, ...COURSE_PARTS] as const
export type GeneratedPart = (typeof GENERATED_PARTS)[number]

/** Whether a name is one that the program uses for a part it makes. */
export const isGenerated = (name: string): name is GeneratedPart =>
  (GENERATED_PARTS as readonly string[]).includes(name)

/** Id of the page that opens a part of the edition or a unit of a course, counted from 1. */
export const divisionId = (n: number): string => `division-${n}`

/** No document may have one of these ids. */
const RESERVED: ReadonlySet<string> = new Set<string>([...FRONT_PARTS, ...BACK_PARTS])

/** Whether an id is that of a page which the program makes and no file can take the place of. */
export const isReserved = (id: string): boolean => RESERVED.has(id) || /^division-\d+$/.test(id)

/** Whether an id is that of a page which the program makes. */
export const isMade = (id: string): boolean => isGenerated(id) || /^division-\d+$/.test(id)
