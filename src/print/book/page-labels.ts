// Which page is which: the order of pages in the book, blanks included, and the number that each bears.
import {mark, roman} from '../../document/marks.ts'
import type {BookPart} from '../../html/book.ts'

/** A page of the book. */
export interface BookPage {
  /** `iv`, `12`; a blank page has one too, which is not printed. */
  label: string
  side: 'recto' | 'verso'
  /** Index of the part and of the page within it; absent on a blank page. */
  of?: {part: number; page: number} | undefined
}

/** What decides over page numbers. */
export type CountedPart = Pick<BookPart, 'matter' | 'starts'> & {pages: number}

/**
 * Puts the pages of all parts in order. Front matter is counted i, ii, iii; the first part after it opens on a right page and counts
 * from 1. A part that starts on a right page, or on a left one, has a blank before it where needed.
 */
export function numberPages(parts: readonly CountedPart[]): BookPage[] {
  const pages: BookPage[] = []
  const bodyStarts = parts.findIndex(({matter}) => matter !== 'front')
  let body = Infinity
  const add = (of?: BookPage['of']): void => {
    const at = pages.length
    const label = at >= body ? mark(at - body + 1, 'decimal') : roman(at + 1)
    pages.push({label, side: at % 2 === 0 ? 'recto' : 'verso', ...(of && {of})})
  }
  for (const [part, {starts, pages: count}] of parts.entries()) {
    if ((starts === 'recto' || part === bodyStarts) && pages.length % 2 === 1) add()
    if (part === bodyStarts) body = pages.length
    if (starts === 'verso' && pages.length % 2 === 0) add()
    for (let page = 0; page < count; page++) add({part, page})
  }
  return pages
}

/** How many pages have roman numbers. */
export function romanPages(pages: readonly BookPage[]): number {
  const first = pages.findIndex(({label}) => label === '1')
  return first < 0 ? pages.length : first
}
