// Dates for citations: what an EDTF date says, as plain data that every form of citation can put into its own words.

/** A year, a season, a month or a day; `years` is 10 for a decade (`195X`) and 100 for a century (`19XX`). */
export interface Moment {
  year: number
  years: 1 | 10 | 100
  month?: number | undefined
  day?: number | undefined
  season?: 'Spring' | 'Summer' | 'Autumn' | 'Winter' | undefined
}

/**
 *   one       1952-09-04               text      what is no EDTF that can be put into words, as written
 *   range     1952/1953                before    ../1952, the last day known
 *   after     1952/..                  between   [1951..1953], one day in it
 *   or        [1951,1953]              and       {1951,1953}
 */
export type When = DatedWhen | {form: 'text'; text: string}

/** A date whose parts are known. */
export interface DatedWhen {
  form: 'one' | 'range' | 'after' | 'before' | 'between' | 'or' | 'and'
  /** One, or the first and the last, or all of them. */
  moments: [Moment, ...Moment[]]
  /** `~` and `%` of EDTF: about. */
  approximate: boolean
  /** `?` and `%` of EDTF. */
  uncertain: boolean
  edtf: string
}

/** Reads a date; nothing where it is not known (`XXXX`, an empty interval). A doubt about a part is a doubt about the date. */
export function whenOf(date: string | undefined): When | undefined {
  const edtf = date?.trim() ?? ''
  if (/^[X/.[\]{}-]*$/.test(edtf)) return undefined
  const {form, parts} = formOf(edtf.replaceAll(/[~?%]/g, ''))
  const moments = parts.map(momentOf).filter((moment) => moment !== undefined)
  const [first, ...others] = moments
  if (!first || moments.length < parts.length) return {form: 'text', text: edtf}
  return {
    form,
    moments: [first, ...others],
    approximate: /[~%]/.test(edtf),
    uncertain: /[?%]/.test(edtf),
    edtf
  }
}

function formOf(date: string): {form: DatedWhen['form']; parts: string[]} {
  const set = /^([[{])(.*)[\]}]$/.exec(date)
  if (set) return formOfSet(set[2] ?? '', set[1] === '[')
  const [from = '', to] = date.split('/')
  if (to === undefined) return {form: 'one', parts: [from]}
  if (isOpen(from)) return {form: 'before', parts: [to]}
  if (isOpen(to)) return {form: 'after', parts: [from]}
  return from === to ? {form: 'one', parts: [from]} : {form: 'range', parts: [from, to]}
}

/** `[…]` is one of its members, `{…}` all of them. */
function formOfSet(members: string, one: boolean): {form: DatedWhen['form']; parts: string[]} {
  const range = /^([^.,]*)\.\.([^.,]*)$/.exec(members)
  if (!range) return {form: one ? 'or' : 'and', parts: members.split(',').map((member) => member.trim())}
  const [, from = '', to = ''] = range
  if (from === '') return {form: 'before', parts: [to]}
  if (to === '') return {form: 'after', parts: [from]}
  return {form: one ? 'between' : 'range', parts: [from, to]}
}

const isOpen = (end: string): boolean => end === '' || end === '..' || /^X+(-XX)*$/.test(end)

const SEASONS = {21: 'Spring', 22: 'Summer', 23: 'Autumn', 24: 'Winter'} as const

const isSeason = (month: number): month is keyof typeof SEASONS => month in SEASONS

function momentOf(date: string): Moment | undefined {
  const [, year, month, day] = /^(-?\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?$/.exec(date) ?? []
  if (year === undefined) return undefined
  const years = year.endsWith('XX') ? 100 : year.endsWith('X') ? 10 : 1
  const moment: Moment = {year: Number(year.replaceAll('X', '0')), years}
  if (month === undefined || month === 'XX' || years > 1) return moment
  const number = Number(month)
  if (isSeason(number)) return {...moment, season: SEASONS[number]}
  if (number < 1 || number > 12) return undefined
  return day === undefined || day === 'XX' ? {...moment, month: number} : {...moment, month: number, day: Number(day)}
}
