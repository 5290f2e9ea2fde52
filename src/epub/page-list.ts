// The list of the printed pages: for each the place in the e-book where it begins.
import type {Book} from '../html/book.ts'
import type {PrintedPage} from '../document/printed-pages.ts'
import {NAV_FILE} from './files.ts'
import type {NcxPoint} from './model.ts'
import type {PageMark} from './page-breaks.ts'

/** An entry of the list. */
export interface PagePoint {
  label: string
  href: string
}

/**
 * Pages that have a place in the text, with the ids of their marks. What stands in print only, such as blank pages and the half title,
 * has none; `files`: the first file of each part.
 */
export function pageMarks(pages: readonly PrintedPage[], book: Book): PageMark[] {
  const taken = idsOf(book)
  return pages
    .filter(({letters, note}) => letters !== undefined || note !== undefined)
    .map((page) => {
      const plain = `page-${page.label}`
      return {...page, id: taken.has(plain) ? `printed-${plain}` : plain}
    })
}

/** Documents may bear any name. */
const idsOf = ({parts}: Book): Set<string> => new Set(parts.map(({anchor}) => anchor))

/** The list in the order of print; `anchors`: the file of every anchor. Pages of the contents begin where the navigation does. */
export function pageList(marks: readonly PageMark[], anchors: ReadonlyMap<string, string>): PagePoint[] {
  return marks.flatMap(({id, label, part}) => {
    const file = anchors.get(id) ?? (part === 'contents' ? NAV_FILE : undefined)
    return file === undefined ? [] : [{label, href: `${file}#${id}`}]
  })
}

/** An entry of the list as NCX wants it. */
export interface NcxPage extends PagePoint {
  id: string
  /** `front` has roman numbers. */
  type: 'front' | 'normal'
  value?: number
  playOrder: number
}

/** The same list for old readers; the order of playing goes on from that of the contents. */
export function ncxPages(pages: readonly PagePoint[], contents: readonly NcxPoint[]): NcxPage[] {
  const after = Math.max(0, ...ordersOf(contents))
  return pages.map(({label, href}, index) => ({
    label,
    href,
    id: `page-target-${index + 1}`,
    ...(/^\d+$/.test(label) ? {type: 'normal' as const, value: Number(label)} : {type: 'front' as const}),
    playOrder: after + index + 1
  }))
}

const ordersOf = (points: readonly NcxPoint[]): number[] =>
  points.flatMap(({playOrder, children}) => [playOrder, ...ordersOf(children)])
