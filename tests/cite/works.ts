// Works to be cited, said in few words by the tests of the manuals.
import {personOf} from '../../src/cite/people.ts'
import {whenOf} from '../../src/cite/when.ts'
import type {DocumentWork, EditionWork, ItemWork} from '../../src/cite/work.ts'

/** `Frank, L. K.` or a body. */
const person = (sort: string) => {
  const [family, given] = sort.split(', ')
  return personOf(given === undefined ? {name: sort, sort: undefined} : {name: `${given} ${family}`, sort})
}

/** What a test says of a document. */
export interface Given {
  by?: string[]
  description?: string
  title?: string
  kind?: string
  date?: string
  place?: string
}

/** A document as such. */
export function item({by = [], description, title, kind, date, place}: Given): ItemWork {
  return {
    authors: by.map(person),
    title: {text: description ?? title ?? '', isDescription: description !== undefined},
    kind,
    date: whenOf(date),
    place
  }
}

/** What a test says of a book. */
export interface GivenBook {
  title: string
  by?: string[]
  editors?: string[]
  translators?: string[]
  publisher?: string
  place?: string
  year: string
}

/** An edition. */
export function book({title, by = [], editors = [], translators = [], publisher, place, year}: GivenBook): EditionWork {
  return {
    key: 'k',
    title,
    authors: by.map(person),
    editors: editors.map(person),
    translators: translators.map(person),
    publisher,
    place,
    date: year,
    language: 'en'
  }
}

/** A document in an edition. */
export function inBook(given: Given & {label?: string; translators?: string[]}, edition: GivenBook): DocumentWork {
  return {
    ...item(given),
    key: 'k:d',
    label: given.label ?? '',
    translators: (given.translators ?? []).map(person),
    language: 'en',
    keywords: [],
    book: book(edition),
    holdings: []
  }
}
