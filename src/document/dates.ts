// Dates of documents: EDTF in, words of a book out.
import edtf from 'edtf'

/** Whether a date is EDTF (ISO 8601-2), levels 0 to 2: `1952-09-04`, `1952-09~`, `[1937..1938]`. */
export function isDate(date: string): boolean {
  const known = read.get(date) ?? reads(date)
  read.set(date, known)
  return known
}

/** Each date is asked for several times, and its grammar is slow. */
const read = new Map<string, boolean>()

function reads(date: string): boolean {
  try {
    edtf(date)
    return true
  } catch {
    return false
  }
}

/** Whether a date, or some day of it, lies in a span (both EDTF); undefined where one of them is no date. */
export function isWithin(date: string, span: string): boolean | undefined {
  if (!isDate(date) || !isDate(span)) return undefined
  const [one, other] = [edtf(date), edtf(span)]
  return one.min <= other.max && other.min <= one.max
}

/** First day that a date may mean, in milliseconds since 1970; undefined where it is no EDTF. */
export const firstDay = (date: string): number | undefined => (isDate(date) ? edtf(date).min : undefined)

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `1952-09-04` as `4 September 1952`; what is not a plain day, month or year is printed as written, doubt in words. */
export function dateInWords(date: string): string {
  const [from, to] = date.split('/')
  if (from && to) return interval(dateInWords(from), dateInWords(to))
  const [, year, month, day, doubt] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?$/.exec(date) ?? []
  if (year === undefined) return date
  const name = month ? MONTHS[Number(month) - 1] : undefined
  if (month && !name) return date
  const words = [day ? String(Number(day)) : '', name ?? '', year].filter((word) => word !== '').join(' ')
  if (doubt === '~') return `about ${words}`
  return doubt ? `${words}?` : words
}

/** `1 November 1921`, `9 November 1921` as `1–9 November 1921`: what both end with is said once. */
function interval(from: string, to: string): string {
  if (from === to) return to
  const first = from.split(' ')
  const last = to.split(' ')
  while (first.length > 1 && first.at(-1) === last.pop()) first.pop()
  return `${first.join(' ')}${first.length === 1 ? '–' : ' – '}${to}`
}
