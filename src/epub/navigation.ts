// The ways through the book: nested contents, the same for old readers (NCX), documents by date, and landmarks.
import type {BookPart} from '../html/book.ts'
import {datedTitle, textOfWords, wordsIn, type Words} from '../html/index.ts'
import {COVER_FILE, NAV_FILE} from './files.ts'
import {outlineOf} from './outline.ts'
import type {DatedList, Landmark, NavPoint, NcxPoint, PartFiles} from './model.ts'
import {roleOf} from './roles.ts'

/**
 * Front matter; documents, under the parts of the edition where it has some, else under one entry when there are several; back
 * matter. Each text has its headings under it. `book` is the language of the book.
 */
export function contents(parts: readonly PartFiles[], dated: DatedList | undefined, book: string): NavPoint[] {
  const points = (matter: BookPart['matter']): NavPoint[] =>
    parts
      .filter(({part}) => part.matter === matter && (part.inContents || matter === 'body') && part.within === undefined)
      .map((one) => pointOf(one, parts, book))
  const body = points('body')
  const [first] = body
  const divided = parts.some(({part}) => part.kind === 'division')
  const documents =
    first && body.length > 1 && !divided ? [{title: [{text: 'Documents'}], href: first.href, children: body}] : body
  const list = dated ? [{title: [{text: dated.title}], href: `${NAV_FILE}#${dated.id}`, children: []}] : []
  return [...list, ...points('front'), ...documents, ...points('back')]
}

function pointOf(one: PartFiles, parts: readonly PartFiles[], book: string): NavPoint {
  const {part} = one
  const under =
    part.kind === 'division'
      ? parts.filter(({part: {within}}) => within === part.anchor).map((child) => pointOf(child, parts, book))
      : []
  return {title: label(part, book), href: firstFile(one), children: [...outlineOf(one, book), ...under]}
}

const firstFile = ({files}: PartFiles): string => files[0]?.page.file ?? ''

/** A document is cited by its number; conversations of the same two people are told apart by the date. */
function label(part: BookPart, book: string): Words[] {
  const {number} = part
  const dated = datedTitle(part, book)
  if (number === undefined) return dated
  return [{text: /\s/.test(number) ? `${number}: ` : `${number.replace(/\.$/, '')}. `}, ...dated]
}

/**
 * All dated documents by their first day, where the book has them in another order: an editor who arranges documents by subject or by
 * week still lets them be found by day.
 */
export function byDate(parts: readonly PartFiles[], book: string): DatedList | undefined {
  const dated = parts.flatMap((one) =>
    one.part.kind === 'document' && one.part.when !== undefined ? [{one, when: one.part.when}] : []
  )
  const sorted = dated.toSorted((a, b) => a.when - b.when)
  if (sorted.every(({one}, index) => one === dated[index]?.one)) return undefined
  const points = sorted.map(({one}) => {
    const {number, title, date = '', ownDate, lang} = one.part
    const day = ownDate ? wordsIn(date, lang, book) : {text: date}
    const between = {text: number === undefined ? ': ' : `: ${number}, `}
    return {title: [day, between, wordsIn(title, lang, book)], href: firstFile(one), children: []}
  })
  return {title: 'Documents by date', id: 'by-date', points}
}

/** Numbers the entries; entries with one target share their place in the order of playing, as NCX demands. */
export function ncxPoints(points: readonly NavPoint[]): NcxPoint[] {
  const order = new Map<string, number>()
  let count = 0
  const number = ({title, href, children}: NavPoint): NcxPoint => {
    if (!order.has(href)) order.set(href, order.size + 1)
    count += 1
    const point = {id: `point-${count}`, playOrder: order.get(href) ?? 0, title: textOfWords(title), href}
    return {...point, children: children.map(number)}
  }
  return points.map(number)
}

/** Depth of the contents, for NCX. */
export const depthOf = (points: readonly NavPoint[]): number =>
  points.length === 0 ? 0 : 1 + Math.max(...points.map(({children}) => depthOf(children)))

/** Parts that readers look for by themselves, each by its term; of several with one term the first. */
const SOUGHT = new Set([
  'titlepage',
  'copyright-page',
  'foreword',
  'preface',
  'acknowledgments',
  'introduction',
  'afterword',
  'appendix',
  'endnotes',
  'glossary',
  'bibliography',
  'index',
  'colophon'
])

/** Places that a reading system offers by itself, in the order of the book. */
export function landmarks(parts: readonly PartFiles[], beforeContents: (part: BookPart) => boolean): Landmark[] {
  const found: Landmark[] = [{type: 'cover', href: COVER_FILE, title: 'Cover'}]
  const toc = {type: 'toc', href: `${NAV_FILE}#toc`, title: 'Contents'}
  const add = (landmark: Landmark): void => {
    if (!found.some(({type}) => type === landmark.type)) found.push(landmark)
  }
  for (const one of parts) {
    const {part} = one
    const {type} = roleOf(part)
    if (!beforeContents(part)) add(toc)
    const href = firstFile(one)
    if (part.matter === 'body') add({type: 'bodymatter', href, title: 'Start of the documents'})
    else if (type !== undefined && SOUGHT.has(type)) add({type, href, title: part.title})
  }
  add(toc)
  return found
}
