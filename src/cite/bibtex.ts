// BibTeX that BibLaTeX reads too: escaped for TeX, capitals kept, Unicode as it is.
import type {Person} from './people.ts'
import {callNumber, oneLine, remarkOf, type CitedRecord} from './records.ts'
import {chicagoDate} from './when-words.ts'
import type {When} from './when.ts'
import {fullTitle, type DocumentWork, type EditionWork} from './work.ts'

/**
 * The file. An edition is `@book`, a document in it `@incollection`, an original `@unpublished`: types that both programs know.
 * Years stand in `year`; days, which BibTeX cannot hold, in `date` and `origdate`, which it passes over.
 */
export function bibTex(records: readonly CitedRecord[]): string {
  return records.map(entry).join('\n')
}

/** A text safe inside braces: every sign that TeX takes for a command prints itself, and braces stay in pairs. */
export function escapeTex(text: string): string {
  return oneLine(text).replaceAll(/[\\{}#$%&_^~]/g, (sign) => ESCAPES[sign] ?? sign)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}'
}

type Field = [name: string, value: string | undefined]

function entry(record: CitedRecord): string {
  const [type, key, fields] = partsOf(record)
  const lines = [...fields, ...text('note', noteOf(record))].filter(([, value]) => value !== undefined && value !== '')
  return `@${type}{${key},\n${lines.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

function partsOf(record: CitedRecord): [type: string, key: string, fields: Field[]] {
  if (record.kind === 'edition') return ['book', record.work.key, ofEdition(record.work)]
  const {work} = record
  if (record.kind === 'document') return ['incollection', work.key, ofDocument(work)]
  const keywords = text('keywords', work.keywords.join(', '))
  return ['unpublished', record.kept.key, [...ofItem(work), ...dated('date', work.date), ...keywords]]
}

function ofEdition(work: EditionWork): Field[] {
  return [
    title('title', fullTitle(work)),
    ...people('author', work.authors),
    ...people('editor', work.editors),
    ...people('translator', work.translators),
    ...ofPublisher(work)
  ]
}

function ofPublisher({publisher, place, date, isbn}: EditionWork): Field[] {
  return [
    ...text('publisher', publisher),
    ...text('address', place),
    ...text('year', date.slice(0, 4)),
    ...text('isbn', isbn)
  ]
}

function ofItem({title: {text: words}, shortTitle, authors, kind}: DocumentWork): Field[] {
  return [
    title('title', words),
    ...(shortTitle === undefined ? [] : [title('shorttitle', shortTitle)]),
    ...people('author', authors),
    ...text('type', kind)
  ]
}

function ofDocument(work: DocumentWork): Field[] {
  const {book, translators} = work
  return [
    ...ofItem(work),
    title('booktitle', fullTitle(book)),
    ...people('bookauthor', book.authors),
    ...people('editor', book.editors),
    ...people('translator', translators.length > 0 ? translators : book.translators),
    ...ofPublisher(book),
    ...text('chapter', work.number),
    ...dated('origdate', work.date).filter(([name]) => name === 'origdate'),
    ...text('keywords', work.keywords.join(', '))
  ]
}

/** Where the original is kept belongs to the note of both: BibTeX has no field for it. */
function noteOf(record: CitedRecord): string | undefined {
  if (record.kind === 'edition') return undefined
  const [kept] = record.kind === 'original' ? [record.kept] : record.work.holdings
  const where = kept && [callNumber(kept), kept.archive, kept.place].filter((part) => part !== undefined).join(', ')
  const original = record.kind === 'document' && where ? `Original: ${where}` : where
  const sentences = [original ? `${original.replace(/\.$/, '')}.` : undefined, remarkOf(record)]
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}

const text = (name: string, value: string | undefined): Field[] =>
  value === undefined ? [] : [[name, escapeTex(value)]]

/** A second pair of braces keeps the capitals: which words are names is not ours to guess. */
const title = (name: string, value: string): Field => [name, `{${escapeTex(value)}}`]

function people(role: string, some: readonly Person[]): Field[] {
  return some.length === 0 ? [] : [[role, some.map(personName).join(' and ')]]
}

/** `Goldberg, Gary`; `King, Jr., Martin Luther`; a body, and whatever BibTeX would take apart, in braces. */
function personName({name, family, given, suffix}: Person): string {
  if (family === undefined || given === undefined) return `{${escapeTex(name)}}`
  return [family, suffix, given]
    .filter((part) => part !== undefined)
    .map((part) => (/\band\b|,/i.test(part) ? `{${escapeTex(part)}}` : escapeTex(part)))
    .join(', ')
}

/** EDTF of the levels that BibLaTeX knows as a date; the rest, and a year for BibTeX, in words. */
function dated(name: string, when: When | undefined): Field[] {
  if (!when) return []
  const words = chicagoDate(when).replace(/^\[(.*)\]$/, '$1')
  if (when.form === 'text' || !/^[\dX-]+[~?%]?(?:\/(?:[\dX-]+[~?%]?|\.\.)?)?$/.test(when.edtf))
    return text('year', words)
  const [first] = when.moments
  const year = when.form === 'one' && first.years === 1 && first.year > 0 ? String(first.year) : words
  return [...text('year', year), [name, when.edtf]]
}
