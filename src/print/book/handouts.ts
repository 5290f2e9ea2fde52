// Handouts: each document of a book by itself, from the pages that are laid out already; numbers of pages, paragraphs and lines are
// those of the book, and its first page says which book it is from.
import type {BookPart} from '../../html/book.ts'
import type {LaidPart, Resolved} from '../layout/resolve.ts'
import type {BookPage} from './page-labels.ts'

/** A document by itself. */
export interface HandoutPages {
  part: BookPart
  resolved: Resolved
  /** Number of its first page. */
  first: number
}

/** The handouts of a book, in its order. */
export function handoutsOf(resolved: Resolved): HandoutPages[] {
  return resolved.parts.flatMap((laid, index) => {
    const {part} = laid
    if (part.kind !== 'document') return []
    const pages = pagesOf(laid, index, resolved.pages)
    const {book} = resolved
    const named = {...book, title: `${part.title} (${book.title})`, subtitle: undefined}
    return [{part, resolved: {...resolved, book: named, parts: [laid], pages}, first: Number(pages[0]?.label ?? 1)}]
  })
}

/** The first page is a right one; facing texts begin on a left one, behind a blank. */
function pagesOf({part}: LaidPart, index: number, all: readonly BookPage[]): BookPage[] {
  const own = all.filter(({of}) => of?.part === index)
  const blank = part.parallel?.layout === 'facing' ? [{label: String(Number(own[0]?.label ?? 1) - 1)}] : []
  return [...blank, ...own.map(({label, of}) => ({label, of: {part: 0, page: of?.page ?? 0}}))].map(
    (page, at): BookPage => ({...page, side: at % 2 === 0 ? 'recto' : 'verso'})
  )
}
