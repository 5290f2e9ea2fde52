// What the package says about the book: identifier, titles, people, dates, accessibility. Nothing that the edition does not say.
import {createHash} from 'node:crypto'
import type {Contributor, Settings} from '../document/settings.ts'

/** What the settings of an edition give to the package. */
export type Metadata = Pick<
  Settings,
  | 'id'
  | 'title'
  | 'subtitle'
  | 'authors'
  | 'editors'
  | 'translators'
  | 'publisher'
  | 'rights'
  | 'description'
  | 'language'
  | 'date'
  | 'isbn'
  | 'version'
  | 'bookSeries'
  | 'sources'
  | 'accessibility'
  | 'cover'
>

/** MARC relators: author, editor, translator. */
export type Relator = 'aut' | 'edt' | 'trl'

/** Somebody who made the edition, as the package names him. */
export interface PackagePerson {
  element: 'creator' | 'contributor'
  name: string
  fileAs: string
  relators: Relator[]
}

const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/** `urn:isbn:…` where the edition has an ISBN, else a UUID made from its lasting id (version 5, RFC 9562). */
export function identifierOf({id, isbn}: Metadata): string {
  return isbn ? `urn:isbn:${isbn.replace(/[^0-9X]/gi, '')}` : `urn:uuid:${uuid5(id)}`
}

/** The printed book whose pages are marked: its ISBN, or its title. */
export function pageSourceOf({isbn, title, subtitle, publisher, date}: Metadata): string {
  if (isbn) return `urn:isbn:${isbn.replace(/[^0-9X]/gi, '')}`
  const whole = subtitle ? `${title}: ${subtitle}` : title
  return [whole, ...(publisher ? [publisher] : []), date, 'printed edition'].join(', ')
}

/** A UUID that is the same for the same name, always and everywhere. */
export function uuid5(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(URL_NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const digits = hash.toString('hex', 0, 16)
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-'
  )
}

/** Authors are creators; an edition without authors is its editors' work. Who does two things is named once. */
export function peopleOf({authors, editors, translators}: Metadata): PackagePerson[] {
  const people = new Map<string, PackagePerson>()
  const add = (list: readonly Contributor[], relator: Relator, element: PackagePerson['element']): void => {
    for (const {name, sort} of list) {
      const known = people.get(name)
      if (known) known.relators.push(relator)
      // A name is filed as it stands unless the editor says how: which of its words is the surname is not ours to guess.
      else people.set(name, {element, name, fileAs: sort ?? name, relators: [relator]})
    }
  }
  add(authors, 'aut', 'creator')
  add(editors, 'edt', authors.length > 0 ? 'contributor' : 'creator')
  add(translators, 'trl', 'contributor')
  return [...people.values()]
}

/** The date of this version of the edition, to the day. Asserts the form, which the settings promise. */
export function dayOf({date}: Pick<Metadata, 'date'>): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? []
  if (year === undefined || Number.isNaN(Date.parse(`${year}-${month}-${day}`))) {
    throw new Error(`Unexpected date \`${date}\` of the edition, expected a day such as 2026-11-24`)
  }
  return `${year}-${month}-${day}`
}

/** What the chapters hold that somebody must know before opening the book. */
export interface Contains {
  /** Images that tell something, all with a description. */
  images: boolean
  notes: boolean
  index: boolean
  paragraphNumbers: boolean
  /** Marks of the pages of the printed book, and their list. */
  pages: boolean
}

/** schema.org accessibility metadata: property and value. The cover is no image of the book's content. */
export function accessibilityOf(book: Contains): [property: string, value: string][] {
  const features = [
    'ARIA',
    ...(book.images ? ['alternativeText'] : []),
    'displayTransformability',
    ...(book.index ? ['index'] : []),
    ...(book.pages ? ['pageBreakMarkers', 'pageNavigation', 'printPageNumbers'] : []),
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
    'unlocked'
  ]
  return [
    ['accessMode', 'textual'],
    ...(book.images ? ([['accessMode', 'visual']] as [string, string][]) : []),
    ['accessModeSufficient', 'textual'],
    ...features.map((feature): [string, string] => ['accessibilityFeature', feature]),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', summary(book)]
  ]
}

function summary(book: Contains): string {
  const sentences = [
    'The text reflows and follows the reader’s settings of type and colour.',
    'Headings and a table of contents lead through the book.',
    ...(book.pages ? ['The pages of the printed edition are marked and listed.'] : []),
    ...(book.paragraphNumbers ? ['Paragraphs are numbered as in print.'] : []),
    ...(book.notes ? ['Notes are linked both ways.'] : []),
    ...(book.index ? ['The index links to the paragraphs.'] : []),
    ...(book.images ? ['Images are described.'] : [])
  ]
  return sentences.join(' ')
}

/** What a book claims that somebody certifies: the one form of EPUB Accessibility 1.1, 4.2. */
export const CONFORMS_TO = 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'

/** When the package was changed: the date of the edition, or what the environment sets for it (reproducible-builds.org). */
export function modifiedOf(metadata: Pick<Metadata, 'date'>, epoch: string | undefined): string {
  if (epoch === undefined || !/^\d{1,11}$/.test(epoch)) return `${dayOf(metadata)}T00:00:00Z`
  return new Date(Number(epoch) * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}
