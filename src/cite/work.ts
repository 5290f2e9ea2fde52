// What is cited: an edition, a document in it, and each copy of the original in an archive. Plain data for all manuals and files.
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {Matter} from '../document/settings.ts'
import {holdingsOf, type Holding} from './holdings.ts'
import {documentKey, editionKey} from './keys.ts'
import {capitalized} from './segments.ts'
import {personOf, type Person} from './people.ts'
import {whenOf, type When} from './when.ts'

/** The edition as a book. */
export interface EditionWork {
  key: string
  title: string
  subtitle?: string | undefined
  shortTitle?: string | undefined
  authors: Person[]
  editors: Person[]
  translators: Person[]
  publisher?: string | undefined
  place?: string | undefined
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date: string
  language: string
  isbn?: string | undefined
}

/** A title of its own, or what an archive or editor calls it, which no manual quotes. */
export interface WorkTitle {
  text: string
  isDescription: boolean
}

/** A document as such, wherever it is read. */
export interface ItemWork {
  title: WorkTitle
  shortTitle?: string | undefined
  /** `memorandum`, `record of a conversation`. */
  kind?: string | undefined
  /** Who wrote it. Who took it down is not its author. */
  authors: Person[]
  recordedBy?: string | undefined
  place?: string | undefined
  date?: When | undefined
}

/** A document in an edition. */
export interface DocumentWork extends ItemWork {
  key: string
  /** `doc. 12` by its number, else its id: where it is found in every form of the edition. */
  label: string
  number?: string | undefined
  translators: Person[]
  language: string
  keywords: string[]
  /** Numbers of the paragraphs that are printed, where they are not all: `12–34, 40`. */
  excerpt?: string | undefined
  book: EditionWork
  holdings: Holding[]
}

/** What of an edition is needed to cite it. */
export type CitedEdition = Pick<Edition, 'settings' | 'archives'>

/** What of a document is needed to cite it. */
export type CitedDocument = Pick<EditionDocument, 'id' | 'matter' | 'excerpt'>

/** The edition as a whole. */
export function editionWork({settings}: CitedEdition): EditionWork {
  const {title, subtitle, shortTitle, publisher, place, date, language, isbn} = settings
  return {
    key: editionKey(settings.id),
    title,
    subtitle,
    shortTitle,
    authors: settings.authors.map(personOf),
    editors: settings.editors.map(personOf),
    translators: settings.translators.map(personOf),
    publisher,
    place,
    date,
    language,
    isbn
  }
}

/** Title and subtitle of the edition in one. */
export function fullTitle({title, subtitle}: EditionWork): string {
  return subtitle === undefined ? title : `${title}${/[?!]$/.test(title) ? '' : ':'} ${subtitle}`
}

/**
 * The short title, where the full one begins with it: what stands in the text must lead to the entry, which begins with the
 * title.
 */
export function leadingTitle(title: string, shortTitle: string | undefined): string {
  return shortTitle !== undefined && title.startsWith(shortTitle) ? shortTitle : title
}

/** A document in its edition. Only who the front matter calls its authors are: whoever recorded it is none. */
export function documentWork(edition: CitedEdition, document: CitedDocument): DocumentWork {
  const {matter, id, excerpt} = document
  const key = documentKey(edition.settings.id, id)
  return {
    key,
    label: labelOf(matter.number ?? id),
    number: matter.number,
    title: titleOf(matter),
    shortTitle: matter.shortTitle,
    kind: matter.kind,
    authors: (matter.authors ?? []).map(personOf),
    recordedBy: matter.recordedBy,
    place: matter.place,
    date: whenOf(matter.date) ?? (matter.dateText === undefined ? undefined : {form: 'text', text: matter.dateText}),
    translators: (matter.translators ?? []).map(personOf),
    language: matter.language ?? edition.settings.language,
    keywords: matter.keywords ?? [],
    excerpt,
    book: editionWork(edition),
    holdings: holdingsOf(matter, edition.archives, key)
  }
}

/** `12` and `XIV` are `doc. 12` and `doc. XIV`; `d1` and `Document 3` say themselves what they are. */
function labelOf(number: string): string {
  return /^(?:\d+\p{Ll}?|[IVXLC]+)$/u.test(number) ? `doc.\u00A0${number}` : number
}

/** Who gives a title to his own document. */
const OWN = new Set(['author', 'document'])

/** A title in brackets, or given by somebody else than the document's author, describes; without one its kind does. */
function titleOf({title, kind = 'document'}: Matter): WorkTitle {
  if (!title) return {text: capitalized(kind), isDescription: true}
  const inner = /^\[([^[\]]*)\]$/.exec(title.text)?.[1]
  return {
    text: inner ?? title.text,
    isDescription: inner !== undefined || (title.by !== undefined && !OWN.has(title.by))
  }
}
