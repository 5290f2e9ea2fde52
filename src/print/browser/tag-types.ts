// Which tag of a PDF an element of the pages becomes, and what the tag says beside its text.
import type {Tag, TagType} from '../contract.ts'

/** Elements by their names. */
const NAMES: Readonly<Record<string, TagType>> = {
  article: 'Art',
  blockquote: 'BlockQuote',
  caption: 'Caption',
  dd: 'LBody',
  dl: 'L',
  dt: 'Lbl',
  figcaption: 'Caption',
  figure: 'Figure',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  li: 'LI',
  ol: 'L',
  p: 'P',
  pre: 'P',
  section: 'Sect',
  table: 'Table',
  td: 'TD',
  th: 'TH',
  tr: 'TR',
  ul: 'L'
}

/** Elements by their classes, which say more than their names. */
const CLASSES: readonly (readonly [string, TagType])[] = [
  ['call', 'Reference'],
  ['note', 'Note'],
  ['note-mark', 'Lbl'],
  ['entry-line', 'Lbl'],
  ['contents-entry', 'TOCI'],
  ['index', 'Index'],
  ['part-attachment', 'Sect']
]

/** What an element is; undefined where it is only a part of what holds it. */
export function typeOf(
  element: HTMLElement,
  {lang, block}: {lang: string; block?: number | undefined}
): TagType | undefined {
  const {classList, localName} = element
  for (const [name, type] of CLASSES) if (classList.contains(name)) return type
  if (localName === 'a') return element.hasAttribute('href') ? 'Link' : undefined
  if (localName === 'img') return element.closest('figure') ? undefined : 'Figure'
  const named = NAMES[localName]
  if (named) return named
  if (block === undefined && holdsText(element)) return 'P'
  return (element.lang !== '' && element.lang !== lang) || isGenerated(element) || isStruck(element)
    ? 'Span'
    : undefined
}

const isStruck = ({localName}: Element): boolean => localName === 'del'

/** Words of the program itself; an entry is made of so many of them that only its own words are told. */
const isGenerated = (element: HTMLElement): boolean =>
  element.classList.contains('generated') && element.closest('.entry') === null

const holdsText = ({childNodes}: Element): boolean =>
  [...childNodes].some((child) => child instanceof Text && /\S/.test(child.data))

/** Tags that stand in a line of text. */
export const isInline = (type: TagType): boolean => INLINE.has(type)
const INLINE: ReadonlySet<TagType> = new Set(['Lbl', 'Link', 'Reference', 'Span'])

/** Tags whose own text is heard; others hold tags only. */
export const takesText = (type: TagType): boolean => !GROUPS.has(type)
const GROUPS: ReadonlySet<TagType> = new Set(['Art', 'Index', 'L', 'Sect', 'Table', 'TR'])

/** What the tag says beside its text. */
export function factsOf(element: HTMLElement, type: TagType): Partial<Tag> {
  return {...ownFacts(element, type), ...(isGenerated(element) && {generated: true})}
}

function ownFacts(element: HTMLElement, type: TagType): Partial<Tag> {
  if (type === 'Figure') return figure(element.localName === 'img' ? element : element.querySelector('img'))
  if (type === 'Note') return {id: element.dataset['note'] ?? '', stays: true}
  if (type === 'TH') return {...cell(element), scope: element.getAttribute('scope') === 'row' ? 'Row' : 'Column'}
  if (type === 'TD') return cell(element)
  if (isStruck(element)) return {struck: true}
  if (GROUPS.has(type) && element.id !== '') return {id: element.id}
  if (element.localName === 'ol') return {list: 'Decimal'}
  if (element.localName === 'ul') return {list: 'Disc'}
  return {}
}

function cell(element: HTMLElement): Partial<Tag> {
  if (!(element instanceof HTMLTableCellElement)) return {}
  const {colSpan, rowSpan} = element
  return {...(colSpan > 1 && {columns: colSpan}), ...(rowSpan > 1 && {rows: rowSpan})}
}

/** Description and place of an image, in points from the left and lower edges of its page. */
function figure(image: Element | null): Partial<Tag> {
  const page = image?.closest('.pagedjs_page')?.getBoundingClientRect()
  if (!image || !page) return {}
  const box = image.getBoundingClientRect()
  const edges = [box.left - page.left, page.bottom - box.bottom, box.right - page.left, page.bottom - box.top]
  return {alt: image.getAttribute('alt') ?? '', box: edges.map((edge) => Math.round(edge * POINTS * 100) / 100)}
}

const POINTS = 0.75
