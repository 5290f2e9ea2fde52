// RIS: for EndNote, Mendeley and every other reference manager.
import {inverted, type Person} from './people.ts'
import {callNumber, oneLine, remarkOf, type CitedRecord} from './records.ts'
import {chicagoDate} from './when-words.ts'
import type {When} from './when.ts'
import {fullTitle, type DocumentWork, type EditionWork} from './work.ts'

/**
 * The file: lines `TI  - …` that end with CR and LF, a record from `TY` to `ER`. An edition is BOOK, a document in it CHAP, an
 * original MANSCPT; AV says where the original is kept, AN its call number.
 */
export function ris(records: readonly CitedRecord[]): string {
  return records
    .flatMap((record) => [...linesOf(record), 'ER  - ', ''])
    .map((row) => `${row}\r\n`)
    .join('')
}

function linesOf(record: CitedRecord): string[] {
  const {kind, work} = record
  if (kind === 'edition') return ['TY  - BOOK', ...line('ID', work.key), ...ofEdition(record.work)]
  const remark = line('N1', remarkOf(record))
  if (kind === 'document') return ['TY  - CHAP', ...line('ID', work.key), ...ofDocument(record.work), ...remark]
  const {kept} = record
  const key = line('ID', kept.key)
  return ['TY  - MANSCPT', ...key, ...ofItem(record.work), ...dated(record.work.date), ...keptIn(kept), ...remark]
}

/** `YYYY/MM/DD/words`: what is not known stays empty, what is more than a day is in words. */
export function risDate(when: When): string {
  const words = chicagoDate(when).replace(/^\[(.*)\]$/, '$1')
  if (when.form === 'text' || when.moments[0].year <= 0) return `///${words.replaceAll('/', '-')}`
  const [{year, month, day, years}] = when.moments
  const plain = when.form === 'one' && !when.approximate && !when.uncertain && years === 1 && !when.moments[0].season
  const parts = [String(year).padStart(4, '0'), digits(month), digits(day)]
  return `${parts.join('/')}/${plain ? '' : words}`
}

const digits = (value: number | undefined): string => (value === undefined ? '' : String(value).padStart(2, '0'))

function ofEdition(work: EditionWork): string[] {
  return [
    ...people('AU', work.authors),
    ...people('ED', work.editors),
    ...people('A4', work.translators),
    ...line('TI', fullTitle(work)),
    ...line('ST', work.shortTitle),
    ...ofPublisher(work),
    ...line('LA', work.language)
  ]
}

/** The day of this version of the edition as well as its year. */
function ofPublisher({publisher, place, date, isbn}: EditionWork): string[] {
  const [year = '', month = '', day = ''] = date.split('-')
  return [
    ...line('PY', year),
    ...line('DA', `${year}/${month}/${day}/`),
    ...line('CY', place),
    ...line('PB', publisher),
    ...line('SN', isbn)
  ]
}

function ofItem({title, shortTitle, authors, kind}: DocumentWork): string[] {
  return [...people('AU', authors), ...line('TI', title.text), ...line('ST', shortTitle), ...line('M3', kind)]
}

function ofDocument(work: DocumentWork): string[] {
  const {book, translators, holdings, keywords} = work
  const [kept] = holdings
  return [
    ...ofItem(work),
    ...line('T2', fullTitle(book)),
    ...people('ED', book.editors),
    ...people('A4', translators.length > 0 ? translators : book.translators),
    ...ofPublisher(book),
    ...line('OP', work.date && chicagoDate(work.date).replace(/^\[(.*)\]$/, '$1')),
    ...line('SE', work.number),
    ...(kept ? keptIn(kept) : []),
    ...line('LA', work.language),
    ...keywords.flatMap((keyword) => line('KW', keyword))
  ]
}

function keptIn(kept: DocumentWork['holdings'][number]): string[] {
  const number = callNumber(kept)
  const where = [kept.archive, kept.place, number].filter((part) => part !== undefined)
  return [...line('AV', where.length === 0 ? undefined : where.join(', ')), ...line('AN', number)]
}

function dated(when: When | undefined): string[] {
  if (!when) return []
  const date = risDate(when)
  const year = date.slice(0, date.indexOf('/'))
  return [...(year === '' ? [] : line('PY', year)), ...line('DA', date)]
}

function people(tag: string, some: readonly Person[]): string[] {
  return some.flatMap((person) => line(tag, risName(person)))
}

/** RIS wants `Zhou, Enlai` too; a body stays as it is. */
function risName(person: Person): string {
  return inverted({...person, familyFirst: false})
}

/** A value never holds the end of its line. */
function line(tag: string, value: string | undefined): string[] {
  const text = oneLine(value ?? '')
  return text === '' ? [] : [`${tag}  - ${text}`]
}
