// CSL-JSON (schema 1.0.2 of the Citation Style Language): for Zotero, pandoc and every processor of citations.
import type {Holding} from './holdings.ts'
import type {Person} from './people.ts'
import {callNumber, oneLine, remarkOf, type CitedRecord} from './records.ts'
import {chicagoDate} from './when-words.ts'
import {whenOf, type Moment, type When} from './when.ts'
import {fullTitle, type DocumentWork, type EditionWork} from './work.ts'

/** A name of CSL: parts, or one piece for a body and for names whose surname the edition does not say. */
export type CslName = {family: string; given: string; suffix?: string; 'static-ordering'?: true} | {literal: string}

/** A date of CSL: parts where it has them, else words. */
export type CslDate = {'date-parts': number[][]; circa?: true; season?: number} | {literal: string}

/** An item of CSL; keys are those of the schema. */
export type CslItem = {id: string; type: 'book' | 'chapter' | 'manuscript'} & Record<string, Value>

/** The file, one item after the other; what is not known has no key. */
export function cslJson(records: readonly CitedRecord[]): string {
  const plain = (_key: string, value: unknown): unknown => (typeof value === 'string' ? oneLine(value) : value)
  return `${JSON.stringify(records.map(cslItem), plain, 2)}\n`
}

/**
 * An edition is a `book`, a document in it a `chapter` with its own date as `original-date`, an original a `manuscript`. Only a
 * document's authors are its `author`: who took it down is in the `note`.
 */
export function cslItem(record: CitedRecord): CslItem {
  if (record.kind === 'edition') return {id: record.work.key, type: 'book', ...known(ofEdition(record.work))}
  const {work} = record
  const note = remarkOf(record)
  if (record.kind === 'document') return {id: work.key, type: 'chapter', ...known({...ofDocument(work), note})}
  const {kept} = record
  return {
    id: kept.key,
    type: 'manuscript',
    ...known({...ofItem(work), issued: cslDate(work.date), ...keptIn(kept), note})
  }
}

type Value = string | CslName[] | CslDate
type Fields = Record<string, Value | undefined>

/** Without the keys that have nothing to say. */
function known(fields: Fields): Record<string, Value> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Value] => isSaid(entry[1])))
}

function isSaid(value: Value | undefined): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function ofEdition(work: EditionWork): Fields {
  return {
    title: fullTitle(work),
    'title-short': work.shortTitle,
    author: work.authors.map(cslName),
    editor: work.editors.map(cslName),
    translator: work.translators.map(cslName),
    ...ofPublisher(work)
  }
}

function ofPublisher({publisher, place, date, language, isbn}: EditionWork): Fields {
  return {publisher, 'publisher-place': place, issued: cslDate(whenOf(date)), language, ISBN: isbn}
}

function ofItem({title, shortTitle, authors, kind, place}: DocumentWork): Fields {
  return {title: title.text, 'title-short': shortTitle, author: authors.map(cslName), genre: kind, 'event-place': place}
}

function ofDocument(work: DocumentWork): Fields {
  const {book, translators} = work
  const [kept] = work.holdings
  return {
    ...ofItem(work),
    translator: (translators.length > 0 ? translators : book.translators).map(cslName),
    'container-title': fullTitle(book),
    'container-title-short': book.shortTitle,
    'container-author': book.authors.map(cslName),
    editor: book.editors.map(cslName),
    'chapter-number': work.number,
    'original-date': cslDate(work.date),
    ...ofPublisher(book),
    language: work.language,
    ...(kept ? keptIn(kept) : {}),
    keyword: work.keywords.join(', ')
  }
}

function keptIn(kept: Holding): Fields {
  return {
    archive: kept.archive,
    archive_collection: kept.collectionAsWritten,
    archive_location: callNumber(kept),
    'archive-place': kept.place
  }
}

function cslName({name, family, given, suffix, familyFirst}: Person): CslName {
  if (family === undefined || given === undefined) return {literal: name}
  return {
    family,
    given,
    ...(suffix === undefined ? {} : {suffix}),
    ...(familyFirst ? {'static-ordering': true as const} : {})
  }
}

/** Days, months, years and their ranges as parts, years before the first of our era as CSL counts them; all else in words. */
function cslDate(when: When | undefined): CslDate | undefined {
  if (!when) return undefined
  const words = {literal: chicagoDate(when).replace(/^\[(.*)\]$/, '$1')}
  if (when.form !== 'one' && when.form !== 'range') return words
  const {moments, approximate, uncertain} = when
  if (moments.some(({years, season}) => years > 1 || season !== undefined)) return words
  return {'date-parts': moments.map(cslParts), ...(approximate || uncertain ? {circa: true as const} : {})}
}

function cslParts({year, month, day}: Moment): number[] {
  return [year > 0 ? year : year - 1, month, day].filter((part) => part !== undefined)
}
