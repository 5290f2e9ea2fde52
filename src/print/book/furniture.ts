// Running heads and folios: literal text at the top or foot of a page, no part of the book's own words.
import {TURNED} from '../../document/direction.ts'
import type {Geometry} from '../../document/page-geometry.ts'
import type {Book, BookPart} from '../../html/book.ts'
import {escapeHtml} from './markup.ts'
import type {BookPage} from './page-labels.ts'

/**
 * Head and folio of a page; `span` is what stands on it of the part.
 *
 *   verso   12      Title of the book
 *   recto           4. Title of the part, ¶ 12–19      13
 *
 * The first page of a part has its folio at the foot and no head; a bare page and a blank one have neither. Of a head that is too
 * long its title is shortened, never its span (`browser/shorten-heads.ts`).
 */
export function furniture(
  page: BookPage,
  part: BookPart | undefined,
  {book, span, from}: {book: Book; span: string; from?: string | undefined}
): string {
  if (!part || part.bare) return ''
  const facing = part.parallel?.layout === 'facing' ? part.parallel.sides : undefined
  // Facing texts open with both pages of their first spread.
  const opening = (page.of?.page ?? 1) < (facing ? 2 : 1)
  const folio = set(opening ? 'folio drop-folio' : 'folio', escapeHtml(page.label))
  if (opening) return (from === undefined ? '' : set('running-head', escapeHtml(`From ${from}`))) + folio
  if (page.side === 'verso') return set('running-head', escapeHtml(facing?.[0].shortTitle ?? book.shortTitle)) + folio
  return set('running-head', titleOf(part, facing?.[1].shortTitle) + spanOf(span)) + folio
}

/** Lines for the reader's own notes beside the text, where the page has a margin for them. */
export function writingMargin(geometry: Geometry | undefined): string {
  if (!geometry?.notes?.ruled) return ''
  const count = Math.floor((geometry.lines * geometry.type.line) / geometry.notes.every)
  return set('writing-margin', '<div></div>'.repeat(count))
}

function titleOf({number, shortTitle: own}: BookPart, shortTitle = own): string {
  const title = escapeHtml(number ? `${number}. ${shortTitle}` : shortTitle)
  // The span behind it is read from the left.
  return TURNED.test(title) ? `<bdi>${title}</bdi>` : title
}

const spanOf = (span: string): string => span && `<span class="head-span">, ${escapeHtml(span)}</span>`

/** Readers that hear the page do not hear its furniture. */
const set = (name: string, html: string): string => `<div class="furniture ${name}" aria-hidden="true">${html}</div>`
