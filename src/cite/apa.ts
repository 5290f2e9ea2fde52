// Publication Manual of the American Psychological Association, 7th edition: references, and the citations in the text.
import type {KeptIn} from './holdings.ts'
import {areSame, initialsFirst, surname, withInitials, type Person} from './people.ts'
import {capitalized, citation, italic, listed, quoted, roman, sentences, spaced} from './segments.ts'
import type {Citation, Phrase} from './segments.ts'
import {apaDate, apaDateInText} from './when-words.ts'
import {fullTitle, leadingTitle, type DocumentWork, type EditionWork, type ItemWork} from './work.ts'

/** The forms of APA. */
export interface Apa {
  reference: Citation
  inText: Citation
}

/**
 * A document in the edition: a part of an edited book (10.3) with the edition's year. A description stands in
 * square brackets (9.22) and holds the document's own date and translator, as APA's page on archival documents puts them
 * there. Without an author the title comes first (9.12). Capitals stay as the edition has them: which are names is not ours
 * to guess, so titles are not set in sentence case.
 */
export function apaDocument(work: DocumentWork, paragraph?: string): Apa {
  const {book, label} = work
  const year = yearOf(book)
  const source = spaced(roman('In'), containerOf(book, work.translators, label))
  return {
    reference: citation(sentences(...opened(work, titleInBook(work), year), source, roman(book.publisher))),
    inText: pointer(work, year, roman(label), paragraphs(paragraph ?? work.excerpt))
  }
}

/** The edition as a whole: an edited book (10.2); who publishes his own book is not named twice (9.29). */
export function apaEdition(work: EditionWork): Apa {
  const {authors, editors, translators, publisher} = work
  const lead = authors.length > 0 ? authors : editors
  const sameBoth = areSame(editors, translators)
  const roles = authors.length > 0 ? '' : roleOf(editors, sameBoth)
  const rest = notes(
    authors.length > 0 ? inRole(editors, roleOf(editors, sameBoth)) : undefined,
    sameBoth ? undefined : inRole(translators, 'Trans.')
  )
  const title = spaced(bookTitle(work), rest)
  const year = roman(`(${yearOf(work)})`)
  const names = spaced(roman(references(lead)), roman(roles === '' || lead.length === 0 ? undefined : `(${roles})`))
  const isPublisher = lead.length === 1 && lead[0]?.name === publisher
  return {
    reference: citation(
      sentences(...(lead.length > 0 ? [names, year, title] : [title, year]), roman(isPublisher ? undefined : publisher))
    ),
    inText: inParentheses(
      listed(
        lead.length > 0 ? roman(inPassing(lead)) : italic(leadingTitle(work.title, work.shortTitle)),
        roman(yearOf(work))
      )
    )
  }
}

/**
 * The original in its archive, after APA's page on archival documents and collections: author, date, title in italics or
 * description in brackets, collection with call number, archive and place; without a collection the call number follows the
 * archive. An unknown date is n.d. (9.17).
 */
export function apaOriginal(work: ItemWork, kept: KeptIn): Apa {
  const date = work.date ? apaDate(work.date) : 'n.d.'
  const number = roman(kept.locator === undefined ? undefined : `(${kept.locator})`)
  const [first, second] = kept.collection === undefined ? [kept.archive, undefined] : [kept.collection, kept.archive]
  const place = listed(spaced(roman(first), number), roman(second), roman(kept.place))
  const kind = work.kind === undefined ? [] : roman(`[${capitalized(work.kind)}]`)
  const title = work.title.isDescription
    ? roman(`[${capitalized(work.title.text)}]`)
    : spaced(italic(work.title.text), kind)
  const year = work.date ? apaDate(work.date).split(',')[0] : undefined
  return {
    reference: citation(sentences(...opened(work, title, date), place)),
    inText: pointer(work, year ?? 'n.d.')
  }
}

/** Author, date, title; or title, date. */
function opened({authors}: ItemWork, title: Phrase, date: string): Phrase[] {
  const when = roman(`(${date})`)
  return authors.length > 0 ? [roman(references(authors)), when, title] : [title, when]
}

/** `[Letter to William Rickel, August 15, 1953 (W. Rickel, Trans.)]`; `Title (W. Rickel, Trans.) [Memorandum, n.d.]`. */
function titleInBook(work: DocumentWork): Phrase {
  const {title, kind, translators, excerpt, date} = work
  const byTranslator = inRole(translators, 'Trans.')
  const trans = byTranslator === undefined ? undefined : `(${byTranslator})`
  const day = date ? apaDateInText(date) : 'n.d.'
  const bracket = (name: string, end: string | undefined): Phrase => {
    const words = listed(roman(capitalized(name)), roman(day), roman(excerpt === undefined ? undefined : 'excerpt'))
    return [...roman('['), ...spaced(words, roman(end)), ...roman(']')]
  }
  if (title.isDescription) return bracket(title.text, trans)
  return spaced(roman(title.text), roman(trans), bracket(kind ?? 'Document', undefined))
}

/** `A. Editor (Ed.), *Book* (B. Translator, Trans.; doc. 12)`; of an author's book `A. Author, *Book* (C. Editor, Ed.; …)`. */
function containerOf(book: EditionWork, named: readonly Person[], label: string): Phrase {
  const {authors, editors} = book
  const translators = areSame(named, book.translators) ? [] : book.translators
  const sameBoth = areSame(editors, translators)
  const role = roleOf(editors, sameBoth)
  const lead = authors.length > 0 ? people(authors) : editors.length > 0 ? `${people(editors)} (${role})` : undefined
  const rest = notes(
    authors.length > 0 ? inRole(editors, role) : undefined,
    sameBoth ? undefined : inRole(translators, 'Trans.'),
    label
  )
  return listed(roman(lead), spaced(bookTitle(book), rest))
}

const roleOf = (editors: readonly Person[], translated: boolean): string =>
  `${editors.length > 1 ? 'Eds.' : 'Ed.'}${translated ? ' & Trans.' : ''}`

function inRole(some: readonly Person[], role: string): string | undefined {
  return some.length === 0 ? undefined : `${people(some)}, ${role}`
}

function notes(...parts: (string | undefined)[]): Phrase {
  const said = parts.filter((part) => part !== undefined)
  return roman(said.length === 0 ? undefined : `(${said.join('; ')})`)
}

/** `Frank, L. K., & Mann, K.`; of more than twenty the first nineteen and the last (9.8). */
function references(some: readonly Person[]): string {
  const names = some.map(withInitials)
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${last}`
  return `${names.slice(0, -1).join(', ')}, & ${last}`
}

/** `L. K. Frank & K. Mann`, after "In" and in parentheses (9.28). */
function people(some: readonly Person[]): string {
  const names = some.map(initialsFirst)
  return names.length < 3 ? names.join(' & ') : `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`
}

/** One or two by surname, of three or more the first (8.17). */
function inPassing(some: readonly Person[]): string {
  const names = some.map(surname)
  return names.length > 2 ? `${names[0]} et al.` : names.join(' & ')
}

const bookTitle = (work: EditionWork): Phrase => italic(fullTitle(work))

const yearOf = ({date}: EditionWork): string => date.slice(0, 4)

/** Without pages a paragraph is cited (8.28). */
function paragraphs(paragraph: string | undefined): Phrase {
  if (paragraph === undefined) return []
  const range = paragraph.replaceAll('-', '–')
  return roman(`${/[–,]/.test(range) ? 'paras.' : 'para.'}\u00A0${range}`)
}

/** The title of a part in quotation marks, a description in brackets, where nobody wrote it (8.14). */
function pointer(work: ItemWork, year: string, ...places: Phrase[]): Citation {
  const short = leadingTitle(work.title.text, work.shortTitle)
  const title = work.title.isDescription ? roman(`[${capitalized(short)}]`) : quoted(short)
  const who = work.authors.length > 0 ? roman(inPassing(work.authors)) : title
  return inParentheses(listed(who, roman(year), ...places))
}

function inParentheses(phrase: Phrase): Citation {
  return citation([...roman('('), ...phrase, ...roman(')')])
}
