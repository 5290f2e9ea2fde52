// Chicago Manual of Style, notes and bibliography, 17th and 18th editions.
import type {KeptIn} from './holdings.ts'
import {areSame, firstInverted, inOrder, surname, type Limit, type Person} from './people.ts'
import {capitalized, citation, italic, listed, quoted, roman, sentences, spaced} from './segments.ts'
import type {Citation, Phrase} from './segments.ts'
import {chicagoDate, isBracketed} from './when-words.ts'
import {fullTitle, type DocumentWork, type EditionWork, type ItemWork} from './work.ts'

/** The forms of Chicago's notes and bibliography. */
export interface Chicago {
  note: Citation
  /** For every note after the first. */
  shortNote: Citation
  bibliography: Citation
}

/** The 18th edition (2024) names fewer people and leaves out the place of publication. */
export type ChicagoEdition = 17 | 18

/** 17: 14.76; 18: 13.23. */
const LIMITS = {
  17: {note: {most: 3, shown: 1}, bibliography: {most: 10, shown: 7}, hasPlace: true},
  18: {note: {most: 2, shown: 1}, bibliography: {most: 6, shown: 3}, hasPlace: false}
} as const satisfies Record<ChicagoEdition, {note: Limit; bibliography: Limit; hasPlace: boolean}>

/**
 * A document in the edition, as 14.111 cites a letter or memorandum in a published collection and the manual's own answer
 * cites a document of a documentary edition: item, place, date, in *Edition*, ed. …, doc. 190. The bibliography entry is that
 * of a part of a book (14.107). Titles stand as the edition has them: no capital is changed.
 */
export function chicagoDocument(work: DocumentWork, manual: ChicagoEdition, paragraph?: string): Chicago {
  const {note, bibliography} = LIMITS[manual]
  const {book, label, translators} = work
  const excerpt = roman(work.excerpt === undefined ? undefined : 'excerpt')
  const place = listed(roman(label), pilcrow(paragraph ?? work.excerpt))
  const inBook = spaced(roman('in'), listed(bookTitle(book), ...makersOf(book, work, SHORT, note)))
  const byTranslator = made(SHORT.translated, translators, note)
  return {
    note: done(listed(itemOf(work, note), excerpt, byTranslator, listed(spaced(inBook, imprint(book, manual)), place))),
    shortNote: done(listed(shortItem(work, note), place)),
    bibliography: citation(
      sentences(
        roman(firstInverted(work.authors, bibliography)),
        ...itemSentences(work, excerpt),
        capital(made(LONG.translated, translators, bibliography)),
        listed(spaced(roman('In'), bookTitle(book)), ...makersOf(book, work, LONG, bibliography), roman(label)),
        published(book, manual)
      )
    )
  }
}

/** The edition as a whole: its author, else its editor or translator in the author's place (14.103), others after the title (14.104). */
export function chicagoEdition(work: EditionWork, manual: ChicagoEdition): Chicago {
  const {note, bibliography} = LIMITS[manual]
  const [lead, role] = leadOf(work)
  const rest = {...work, authors: [], ...(role === undefined ? {} : {[role]: []})}
  const suffix = (people: readonly Person[], one: string, many: string): Phrase =>
    roman(role === undefined ? undefined : role === 'translators' ? 'trans.' : people.length > 1 ? many : one)
  return {
    note: done(
      listed(
        roman(inOrder(lead, note)),
        suffix(lead, 'ed.', 'eds.'),
        spaced(listed(bookTitle(work), ...makersOf(rest, undefined, SHORT, note)), imprint(work, manual))
      )
    ),
    shortNote: done(listed(roman(inOrder(lead.map(bySurname), note)), italic(work.shortTitle ?? work.title))),
    bibliography: citation(
      sentences(
        listed(roman(firstInverted(lead, bibliography)), suffix(lead, 'ed.', 'eds.')),
        bookTitle(work),
        ...makersOf(rest, undefined, LONG, bibliography).map(capital),
        published(work, manual)
      )
    )
  }
}

/**
 * The original in its archive: manuscript collections, 14.221–14.231. A note goes from the item to the depository and its
 * place, with n.d. where no date is known. The bibliography, which mostly names whole collections, may name one item; its
 * parts are sentences.
 */
export function chicagoOriginal(work: ItemWork, kept: KeptIn, manual: ChicagoEdition): Chicago {
  const {note, bibliography} = LIMITS[manual]
  const unit = listed(roman(kept.collection), roman(kept.locator))
  const archive = listed(roman(kept.archive), roman(kept.place))
  // A call number such as "f. 45" opens no sentence.
  const keptIn = kept.collection === undefined ? [listed(archive, unit)] : [unit, archive]
  return {
    note: done(listed(itemOf(work, note), unit, archive)),
    shortNote: done(listed(shortItem(work, note), roman(kept.collection ?? kept.locator))),
    bibliography: citation(
      sentences(roman(firstInverted(work.authors, bibliography)), ...itemSentences(work, []), ...keptIn)
    )
  }
}

/** Words before the names of those who made a book. */
interface Roles {
  edited: string
  translated: string
  both: string
}

const SHORT: Roles = {edited: 'ed.', translated: 'trans.', both: 'ed. and trans.'}
const LONG: Roles = {edited: 'edited by', translated: 'translated by', both: 'edited and translated by'}

const done = (phrase: Phrase): Citation => citation(sentences(phrase))

const capital = ([first, ...rest]: Phrase): Phrase =>
  first ? [{...first, text: capitalized(first.text)}, ...rest] : []

const bySurname = (person: Person): Person => ({...person, name: surname(person)})

function made(role: string, people: readonly Person[], limit: Limit): Phrase {
  return people.length === 0 ? [] : roman(`${role} ${inOrder(people, limit)}`)
}

/** Who made the book, without the translators whom the part in it has named already. */
function makersOf(book: EditionWork, part: DocumentWork | undefined, roles: Roles, limit: Limit): Phrase[] {
  const {editors} = book
  const translators = part && areSame(part.translators, book.translators) ? [] : book.translators
  const authors = part ? made('by', book.authors, limit) : []
  if (editors.length > 0 && areSame(editors, translators)) return [authors, made(roles.both, editors, limit)]
  return [authors, made(roles.edited, editors, limit), made(roles.translated, translators, limit)]
}

function leadOf({authors, editors, translators}: EditionWork): [Person[], ('editors' | 'translators')?] {
  if (authors.length > 0) return [authors]
  if (editors.length > 0) return [editors, 'editors']
  return translators.length > 0 ? [translators, 'translators'] : [[]]
}

const bookTitle = (work: EditionWork): Phrase => italic(fullTitle(work))

const yearOf = ({date}: EditionWork): string => date.slice(0, 4)

function publisherOf({place, publisher}: EditionWork, manual: ChicagoEdition): string {
  if (publisher === undefined) return place ?? ''
  return place === undefined || !LIMITS[manual].hasPlace ? publisher : `${place}: ${publisher}`
}

/** `(Boston: Houghton Mifflin, 1930)`. */
function imprint(book: EditionWork, manual: ChicagoEdition): Phrase {
  return roman(`(${[publisherOf(book, manual), yearOf(book)].filter((part) => part !== '').join(', ')})`)
}

const published = (book: EditionWork, manual: ChicagoEdition): Phrase =>
  listed(roman(publisherOf(book, manual)), roman(yearOf(book)))

const pilcrow = (paragraph: string | undefined): Phrase => {
  if (paragraph === undefined) return []
  const range = paragraph.replaceAll('-', '–')
  return roman(`${/[–,]/.test(range) ? '¶¶' : '¶'}\u00A0${range}`)
}

/** The item in a note; generic titles have no quotation marks, a letter is not called one (14.111, 14.221–14.231). */
function itemOf(work: ItemWork, limit: Limit): Phrase {
  const {title, authors} = work
  const kind = roman(kindOf(work))
  const named = title.isDescription ? [roman(title.text), kind] : [kind, quoted(title.text)]
  const item = listed(roman(inOrder(authors, limit)), ...named, roman(work.place))
  const dated = withDate(item, work, 'n.d.')
  return authors.length > 0 ? dated : capital(dated)
}

/** What kind of document it is, where its description does not say so. */
function kindOf({kind, title}: ItemWork): string | undefined {
  if (kind === undefined || kind.toLowerCase() === 'letter') return undefined
  return title.isDescription && title.text.toLowerCase().includes(kind.toLowerCase()) ? undefined : kind
}

function withDate(phrase: Phrase, {date}: ItemWork, unknown: string | undefined): Phrase {
  const words = roman(date ? chicagoDate(date) : unknown)
  return date && isBracketed(date) ? spaced(phrase, words) : listed(phrase, words)
}

/** The item in the bibliography: a title is a sentence by itself, a description goes on. */
function itemSentences(work: ItemWork, excerpt: Phrase): Phrase[] {
  const {title} = work
  const kind = roman(kindOf(work))
  const ended = (...phrases: Phrase[]): Phrase =>
    capital(listed(withDate(listed(...phrases, roman(work.place)), work, undefined), excerpt))
  return title.isDescription ? [ended(roman(title.text), kind)] : [quoted(title.text), ended(kind)]
}

/** Surname and short title (14.30); the short title of a description is none either. */
function shortItem(work: ItemWork, limit: Limit): Phrase {
  const short = work.shortTitle ?? work.title.text
  const words = work.title.isDescription ? roman(short) : quoted(short)
  return listed(roman(inOrder(work.authors.map(bySurname), limit)), words)
}
