// Locators of an index: pages, or pages and lines, of the laid-out book; neighbours are joined.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {roman} from '../../document/marks.ts'
import type {Locate} from '../book.ts'

/** What an index prints for a place, and what it needs to join it to others. */
export interface Locator {
  anchor: string
  label: string
  /** What ends a range that it closes: `14` of `12–14`, `6` of `12.5–6`. */
  end: string
  /** Place in the book, to tell which labels follow each other; NaN where a label is never joined. */
  order: number
}

/** Where a name stands. */
export interface Spot {
  anchor: string
  /** Mark of the note in which it stands: `3`, `c`, empty where marks are given by the pages. */
  note?: string | undefined
}

/**
 * Locators in the order of the pages, each once; a name in a note is found by page and note, unless its page is named already.
 *
 *   12, 14–16, 17 n. 3        by page
 *   12.5, 12.9–10, 17 n. 3    by page and line; in a heading or a preface by page
 */
export function byPage(spots: readonly Spot[], locate: Extract<Locate, {by: 'page'}>, byLine: boolean): Locator[] {
  const found = new Map<string, Locator & Told>()
  for (const {anchor, note} of spots) {
    const page = locate.label(anchor) ?? '000'
    const line = byLine && note === undefined ? locate.line?.(anchor) : undefined
    const locator = {
      anchor,
      page,
      note,
      ...wordsOf(page, line, note),
      rank: [placeOf(page), note === undefined ? 0 : 1, line ?? 0]
    }
    if (!found.has(locator.label)) found.set(locator.label, locator)
  }
  // A long note runs on to later pages than the text after its call.
  const all = [...found.values()].filter(({page, note}) => note === undefined || !found.has(page))
  return all.toSorted((a, b) => compare(a.rank, b.rank))
}

/** What puts a locator in its place among others. */
interface Told {
  page: string
  note: string | undefined
  rank: number[]
}

/** `3, 5–7`: neighbours are joined; a link leads to the first. */
export function ranges(locators: readonly Locator[]): Element[] {
  const groups: Locator[][] = []
  for (const locator of locators) {
    const last = groups.at(-1)
    if (last?.at(-1)?.order === locator.order - 1) last.push(locator)
    else groups.push([locator])
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as Locator, group.at(-1) as Locator]
    const to = first === last ? '' : `–${last.end}`
    return h('a', {className: ['locator'], href: `#${first.anchor}`}, `${first.label}${to}`)
  })
}

/** Lines of a page follow each other, but the last line of a page and the first of the next are not told as neighbours. */
function wordsOf(page: string, line: number | undefined, note: string | undefined): Omit<Locator, 'anchor'> {
  if (note !== undefined) return {label: `${page}\u00A0n.${note && `\u00A0${note}`}`, end: '', order: Number.NaN}
  if (line === undefined) return {label: page, end: page, order: placeOf(page)}
  return {label: `${page}.${line}`, end: `${line}`, order: (placeOf(page) + ROMANS.length + 1) * MOST_LINES + line}
}

/** More than all lines of a book: a place by line never meets a place by page. */
const MOST_LINES = 1e7

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0

/** Roman folios stand before the arabic ones and are never joined to them. */
function placeOf(label: string): number {
  if (/^\d+$/.test(label)) return Number(label)
  const folio = ROMANS.indexOf(label)
  return folio < 0 ? -ROMANS.length - 1 : folio - ROMANS.length - 1
}

const ROMANS = Array.from({length: 500}, (_, index) => roman(index + 1))
