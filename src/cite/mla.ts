// MLA Handbook, 9th edition: entries of works cited, and the references in the text that point to them.
import type {KeptIn} from './holdings.ts'
import {areSame, firstInverted, inOrder, surname, type Limit, type Person} from './people.ts'
import {capitalized, citation, italic, listed, quoted, roman, sentences} from './segments.ts'
import type {Citation, Phrase} from './segments.ts'
import {mlaDate} from './when-words.ts'
import {fullTitle, leadingTitle, type DocumentWork, type EditionWork, type ItemWork} from './work.ts'

/** The forms of MLA. */
export interface Mla {
  worksCited: Citation
  inText: Citation
}

/** One or two are named, of three or more the first. */
const LIMIT: Limit = {most: 2, shown: 1}

/**
 * A document in the edition: the template of core elements with the edition as its one container. A description has no
 * quotation marks; the document's own date and its translator stand in the middle supplemental element, as for a letter and
 * for a translated work in an anthology. A paragraph is cited in the text, `par. 45`.
 */
export function mlaDocument(work: DocumentWork, paragraph?: string): Mla {
  const {book, label, translators, excerpt} = work
  const container = listed(
    bookTitle(book),
    made('by', book.authors),
    ...makersOf(book, areSame(translators, book.translators) ? [] : book.translators),
    roman(publisherOf(book)),
    roman(yearOf(book)),
    roman(label)
  )
  const {lead, item} = partsOf(work)
  return {
    worksCited: citation(
      sentences(
        lead,
        item,
        dateOf(work),
        roman(excerpt === undefined ? undefined : 'Excerpt'),
        capital(made('translated by', translators)),
        container
      )
    ),
    inText: pointer(work, roman(label), paragraphs(paragraph ?? excerpt))
  }
}

/**
 * The edition as a whole: editors, else translators, stand where there is no author; a body that publishes its own book is
 * named as its publisher only.
 */
export function mlaEdition(work: EditionWork): Mla {
  const authors = work.authors.filter(({name, family}) => family !== undefined || name !== work.publisher)
  const lead = authors.length > 0 ? authors : work.editors.length > 0 ? work.editors : work.translators
  const role = lead === work.editors ? 'editor' : lead === work.translators ? 'translator' : undefined
  const title = bookTitle(work)
  const makers = makersOf(
    {...work, editors: role === 'editor' ? [] : work.editors},
    role === 'translator' ? [] : work.translators
  )
  const names = roman(firstInverted(lead, LIMIT))
  const roles = roman(role === undefined || lead.length === 0 ? undefined : `${role}${lead.length > 1 ? 's' : ''}`)
  return {
    worksCited: citation(
      sentences(
        listed(names, roles),
        title,
        listed(...capitalFirst(makers), roman(publisherOf(work)), roman(yearOf(work)))
      )
    ),
    inText: inParentheses(
      lead.length > 0 ? roman(inOrder(lead.map(bySurname), LIMIT)) : italic(leadingTitle(work.title, work.shortTitle))
    )
  }
}

/**
 * The original in its archive, as MLA’s guide to physical archives has it: author, title or description, date, then the
 * collection as container with archive, place and call number. An unknown date is
 * left out.
 */
export function mlaOriginal(work: ItemWork, kept: KeptIn): Mla {
  const {lead, item} = partsOf(work)
  const place = listed(roman(kept.collection), roman(kept.archive), roman(kept.place), roman(kept.locator))
  return {worksCited: citation(sentences(lead, item, dateOf(work), place)), inText: pointer(work)}
}

const bySurname = (person: Person): Person => ({...person, name: surname(person)})

function partsOf(work: ItemWork): {lead: Phrase; item: Phrase} {
  const {title, authors} = work
  const item = title.isDescription ? roman(capitalized(title.text)) : quoted(title.text)
  return {lead: roman(firstInverted(authors, LIMIT)), item}
}

const dateOf = ({date}: ItemWork): Phrase => roman(date ? capitalized(mlaDate(date)) : undefined)

function made(role: string, people: readonly Person[]): Phrase {
  return people.length === 0 ? [] : roman(`${role} ${inOrder(people, LIMIT)}`)
}

function makersOf({editors}: EditionWork, translators: readonly Person[]): Phrase[] {
  if (editors.length > 0 && areSame(editors, translators)) return [made('edited and translated by', editors)]
  return [made('edited by', editors), made('translated by', translators)]
}

const capital = ([first, ...rest]: Phrase): Phrase =>
  first ? [{...first, text: capitalized(first.text)}, ...rest] : []

/** After a title the first contributor begins a sentence. */
function capitalFirst(phrases: readonly Phrase[]): Phrase[] {
  const [first = [], ...rest] = phrases.filter(({length}) => length > 0)
  return [capital(first), ...rest]
}

const bookTitle = (work: EditionWork): Phrase => italic(fullTitle(work))

const yearOf = ({date}: EditionWork): string => date.slice(0, 4)

/** University presses are shortened: Oxford UP, U of Texas P. */
function publisherOf({publisher}: EditionWork): string | undefined {
  if (publisher === undefined || !/\bUniversity\b.*\bPress\b/.test(publisher)) return publisher
  return publisher
    .replace(/\bUniversity Press\b/, 'UP')
    .replaceAll(/\bUniversity\b/g, 'U')
    .replaceAll(/\bPress\b/g, 'P')
}

function paragraphs(paragraph: string | undefined): Phrase {
  if (paragraph === undefined) return []
  const range = paragraph.replaceAll('-', '–')
  return roman(`${/[–,]/.test(range) ? 'pars.' : 'par.'}\u00A0${range}`)
}

/** `(Benton)`, or the title where nobody wrote it; commas divide what is no page. */
function pointer(work: ItemWork, ...places: Phrase[]): Citation {
  const short = leadingTitle(work.title.text, work.shortTitle)
  const title = work.title.isDescription ? roman(capitalized(short)) : quoted(short)
  const who = work.authors.length > 0 ? roman(inOrder(work.authors.map(bySurname), LIMIT)) : title
  return inParentheses(listed(who, ...places))
}

function inParentheses(phrase: Phrase): Citation {
  return citation([...roman('('), ...phrase, ...roman(')')])
}
