// Running heads and folios: literal text at the top or foot of a page, no part of the book's own words.
import type {Book, BookPart} from '../html/book.ts'
import {escapeHtml} from './markup.ts'
import type {BookPage} from './page-labels.ts'

/**
 * Head and folio of a page.
 *
 *   verso   12      Title of the book
 *   recto           Title of the part      13
 *
 * The first page of a part has its folio at the foot and no head; a bare page and a blank one have neither.
 */
export function furniture(page: BookPage, part: BookPart | undefined, book: Book): string {
  if (!part || part.bare) return ''
  const opening = page.of?.page === 0
  const folio = set(opening ? 'folio drop-folio' : 'folio', page.label)
  if (opening) return folio
  return set('running-head', page.side === 'verso' ? book.shortTitle : part.shortTitle) + folio
}

/** Readers that hear the page do not hear its furniture. */
const set = (name: string, text: string): string =>
  `<div class="furniture ${name}" aria-hidden="true">${escapeHtml(text)}</div>`
