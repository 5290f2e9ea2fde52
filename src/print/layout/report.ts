// How the pages of a book came out: what a maker of books looks over, as plain data for report.json.
import type {Resolved} from './resolve.ts'
import type {LayoutReport} from '../result.ts'

/** Reads what the parts tell of their pages; pages are named by their labels. */
export function layoutReport({parts, pages, passes}: Pick<Resolved, 'parts' | 'pages' | 'passes'>): LayoutReport {
  const told = pages.map(({label, of}) => {
    const stats = of && parts[of.part]?.laidOut.stats
    return {
      label,
      foot: stats?.feet[of?.page ?? 0] ?? null,
      short: stats?.shortPages.includes(of?.page ?? 0) ?? false,
      shortLines: stats?.shortLines.filter(({page}) => page === of?.page) ?? [],
      looseLines: stats?.looseLines.filter(({page}) => page === of?.page) ?? []
    }
  })
  const linesOf = (kind: 'shortLines' | 'looseLines'): {page: string; words: string}[] =>
    told.flatMap(({label, [kind]: lines}) => lines.map(({words}) => ({page: label, words})))
  return {
    passes,
    shortPages: told.filter(({short}) => short).map(({label}) => label),
    unevenPages: told.flatMap((left, at) => {
      const right = told[at + 1]
      // A left page is the second, fourth, … of the book.
      if (at % 2 === 0 || !right || left.foot === null || right.foot === null) return []
      return Math.abs(left.foot - right.foot) > MOST_UNEVEN ? [[left.label, right.label]] : []
    }),
    shortLines: linesOf('shortLines'),
    looseLines: linesOf('looseLines')
  }
}

/** Lines by which the feet of facing pages may differ. */
const MOST_UNEVEN = 1
