// Dates in the words of each manual.
import type {DatedWhen, Moment, When} from './when.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** May, June and July are written out. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

/**
 * `13 January 1733`, `1–9 November 1921`; in brackets where it is not on the document but concluded: `[ca. 1772]`,
 * `[1750?]` (Chicago 17, 14.145 and the examples for manuscripts, which set the day first because many dates are clearer so).
 */
export function chicagoDate(when: When): string {
  if (when.form === 'text') return when.text
  const words = phrase(when, (moment) => dayFirst(moment, MONTHS), joinedDayFirst)
  if (!isDoubtful(when)) return words
  return `[${when.approximate ? 'ca. ' : ''}${words}${when.uncertain ? '?' : ''}]`
}

/** Whether Chicago sets the date in brackets, which no comma divides from the words before. */
export function isBracketed(when: When): boolean {
  return when.form !== 'text' && isDoubtful(when)
}

/** `28 Sept. 1954`, `circa 1400`, `1955–60?` (MLA 9, publication date; its guide to physical archives for the doubt). */
export function mlaDate(when: When): string {
  if (when.form === 'text') return when.text
  const join = (from: string, to: string, span: DatedWhen['moments']): string =>
    isYear(span[0]) && isYear(span.at(-1)) ? shortSpan(from, to) : joinedDayFirst(from, to)
  const words = phrase(when, (moment) => dayFirst(moment, SHORT_MONTHS), join)
  return `${when.approximate ? 'circa ' : ''}${words}${when.uncertain ? '?' : ''}`
}

/** `1935, February 4`, `1949, November 5–6`, `ca. 1937` (APA 7, 9.13 and its page on archival documents). */
export function apaDate(when: When): string {
  if (when.form === 'text') return when.text
  return about(when, phrase(when, yearFirst, joinedYearFirst))
}

/** `February 4, 1935`: APA's form outside the date of a reference. */
export function apaDateInText(when: When): string {
  if (when.form === 'text') return when.text
  return about(when, phrase(when, monthFirst, joinedMonthFirst))
}

type Words = (moment: Moment) => string
type Join = (from: string, to: string, span: DatedWhen['moments']) => string

function phrase({form, moments}: DatedWhen, words: Words, join: Join): string {
  const said = moments.map(words)
  const [first = '', last = ''] = [said[0], said.at(-1)]
  if (form === 'range') return join(first, last, moments)
  if (form === 'after') return `${first}–`
  if (form === 'before') return `before ${first}`
  if (form === 'between') return `between ${first} and ${last}`
  return said.length < 3 ? said.join(` ${form} `) : `${said.slice(0, -1).join(', ')}, ${form} ${last}`
}

const isDoubtful = ({approximate, uncertain, form}: DatedWhen): boolean =>
  approximate || uncertain || form === 'or' || form === 'between'

/** APA knows one doubt only. */
const about = ({approximate, uncertain}: DatedWhen, words: string): string =>
  approximate || uncertain ? `ca. ${words}` : words

/** `44 BCE` for the year -43 of EDTF, `1950s` for a decade or a century. */
function yearOf({year, years}: Moment): string {
  if (year <= 0) return `${1 - year} BCE`
  return `${year}${years > 1 ? 's' : ''}`
}

const isYear = (moment: Moment | undefined): boolean =>
  moment !== undefined && moment.month === undefined && moment.season === undefined && moment.years === 1

function dayFirst(moment: Moment, months: readonly string[]): string {
  return [moment.day, monthOf(moment, months), yearOf(moment)].filter((part) => part !== undefined).join(' ')
}

function monthFirst(moment: Moment): string {
  const month = monthAndDay(moment)
  return month === '' ? yearOf(moment) : `${month}${moment.day === undefined ? '' : ','} ${yearOf(moment)}`
}

function yearFirst(moment: Moment): string {
  const month = monthAndDay(moment)
  return month === '' ? yearOf(moment) : `${yearOf(moment)}, ${month}`
}

function monthAndDay(moment: Moment): string {
  return [monthOf(moment, MONTHS), moment.day].filter((part) => part !== undefined).join(' ')
}

function monthOf({month, season}: Moment, months: readonly string[]): string | undefined {
  return season ?? (month === undefined ? undefined : months[month - 1])
}

/** `1 November 1921`, `9 November 1921` as `1–9 November 1921`: what both end with is said once. */
function joinedDayFirst(from: string, to: string): string {
  const first = from.split(' ')
  const last = to.split(' ')
  while (first.length > 1 && first.at(-1) === last.pop()) first.pop()
  return `${first.join(' ')}–${to}`
}

/** `1949, November 5`, `1949, November 6` as `1949, November 5–6`: what both begin with is said once. */
function joinedYearFirst(from: string, to: string): string {
  const first = from.split(' ')
  const last = to.split(' ')
  while (last.length > 1 && first.shift() === last[0]) last.shift()
  return `${from}–${last.join(' ')}`
}

/** `November 5–6, 1949`. */
function joinedMonthFirst(from: string, to: string, [first, last]: DatedWhen['moments']): string {
  if (!last || first.year !== last.year || first.day === undefined || last.day === undefined) return `${from}–${to}`
  const end = first.month === last.month ? String(last.day) : monthAndDay(last)
  return `${monthAndDay(first)}–${end}, ${yearOf(first)}`
}

/** `1955–60`: the last two digits where the century is the same. */
function shortSpan(from: string, to: string): string {
  return /^\d{4}$/.test(from) && from.slice(0, 2) === to.slice(0, 2) ? `${from}–${to.slice(2)}` : `${from}–${to}`
}
