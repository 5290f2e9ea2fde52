// The ways through the book: nested contents, the same for old readers (NCX), and landmarks.
import type {BookPart} from '../html/book.ts'
import {COVER_FILE, NAV_FILE} from './files.ts'

/** An entry of the contents. */
export interface NavPoint {
  title: string
  href: string
  children: NavPoint[]
}

/** An entry of the contents as NCX wants it. */
export interface NcxPoint {
  id: string
  playOrder: number
  title: string
  href: string
  children: NcxPoint[]
}

/** A place that a reading system offers by itself. */
export interface Landmark {
  type: string
  href: string
  title: string
}

/** Front matter, the documents (under one entry when there are several), back matter. */
export function contents(parts: readonly BookPart[], files: ReadonlyMap<string, string>): NavPoint[] {
  const points = (matter: BookPart['matter']): NavPoint[] =>
    parts
      .filter((part) => part.matter === matter && (part.inContents || matter === 'body') && files.has(part.id))
      .map((part) => ({title: label(part), href: files.get(part.id) ?? '', children: []}))
  const body = points('body')
  const [first] = body
  const documents = first && body.length > 1 ? [{title: 'Documents', href: first.href, children: body}] : body
  return [...points('front'), ...documents, ...points('back')]
}

/** Conversations of the same two people are told apart by the date. */
function label({title, date}: BookPart): string {
  return date && !title.includes(date) ? `${title}, ${date}` : title
}

/** Numbers the entries; entries with one target share their place in the order of playing, as NCX demands. */
export function ncxPoints(points: readonly NavPoint[]): NcxPoint[] {
  const order = new Map<string, number>()
  let count = 0
  const number = ({title, href, children}: NavPoint): NcxPoint => {
    if (!order.has(href)) order.set(href, order.size + 1)
    count += 1
    const point = {id: `point-${count}`, playOrder: order.get(href) ?? 0, title, href}
    return {...point, children: children.map(number)}
  }
  return points.map(number)
}

/** Depth of the contents, for NCX. */
export const depthOf = (points: readonly NavPoint[]): number =>
  points.length === 0 ? 0 : 1 + Math.max(...points.map(({children}) => depthOf(children)))

/** Places that a reading system offers by itself. */
export function landmarks(parts: readonly BookPart[], files: ReadonlyMap<string, string>): Landmark[] {
  const to = (type: string, title: string, part: BookPart | undefined): Landmark[] => {
    const href = part && files.get(part.id)
    return href ? [{type, href, title}] : []
  }
  const kind = (wanted: BookPart['kind']): BookPart | undefined => parts.find((part) => part.kind === wanted)
  return [
    {type: 'cover', href: COVER_FILE, title: 'Cover'},
    ...to('titlepage', 'Title page', kind('title')),
    ...to('copyright-page', 'Imprint', kind('imprint')),
    {type: 'toc', href: `${NAV_FILE}#toc`, title: 'Contents'},
    ...to(
      'bodymatter',
      'Start of the documents',
      parts.find(({matter}) => matter === 'body')
    ),
    ...to('index', 'Index', kind('index')),
    ...to('colophon', 'Colophon', kind('colophon'))
  ]
}
