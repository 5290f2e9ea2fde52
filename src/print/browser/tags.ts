// Says of every element of the printed pages what it is for a reader who hears them, and marks it so that it is found in the PDF.
import type {Tag, Tags} from '../contract.ts'
import {joinPieces} from './joined.ts'
import {factsOf, isInline, takesText, typeOf} from './tag-types.ts'

/**
 * Tags of the pages that stand in the document. Each element gets its tag's number as a private part of its language,
 * `en-x-12`: that is what the browser carries into the PDF as it is. Pieces of one element on several pages share a tag.
 */
export function tagPages(): Tags {
  const walk: Walk = {tags: [], numbers: new Map(), firsts: new Map(), notes: new Map(), after: new Map()}
  const ends = new Map<string, Element>()
  const book = document.documentElement.lang
  for (const page of document.querySelectorAll<HTMLElement>('.pagedjs_page:not(.column)')) {
    const part = page.dataset['part'] ?? ''
    for (const content of page.querySelectorAll('.pagedjs_page_content')) {
      const root = content.firstElementChild
      if (!root?.firstChild) continue
      // Two texts beside each other go on each by itself.
      const text = content.closest<HTMLElement>('[data-document]')?.dataset['document'] ?? part
      const end = ends.get(text)
      if (end) joinPieces(end, root, walk.firsts)
      ends.set(text, root)
      visitAll(root, {walk, lang: book})
    }
    for (const note of page.querySelectorAll<HTMLElement>('.foot .note[data-note]')) visitNote(note, {walk, lang: book})
  }
  for (const [anchor, {number}] of walk.notes) set(walk, number, {after: walk.after.get(anchor)})
  return {tags: walk.tags, area: areaOf(document.querySelector('.pagedjs_page'))}
}

function areaOf(page: Element | null): Tags['area'] {
  const sheet = page?.getBoundingClientRect()
  const area = page?.querySelector('.pagedjs_area')?.getBoundingClientRect()
  return sheet && area ? {top: area.top - sheet.top, bottom: area.bottom - sheet.top} : {top: 0, bottom: 0}
}

interface Walk {
  tags: Tag[]
  /** Number of the tag of each element, by its first piece. */
  numbers: Map<Element, number>
  firsts: Map<Element, Element>
  /** Notes by anchor: their tags and the piece before. */
  notes: Map<string, {number: number; end: Element}>
  /** Tag after which a note stands, by its anchor. */
  after: Map<string, number>
}

/** Where the walk is. */
interface Where {
  walk: Walk
  /** Language around. */
  lang: string
  /** Tag of the block that takes the text. */
  block?: number | undefined
}

function visitAll(parent: Node, where: Where): void {
  for (const child of parent.childNodes) {
    if (child instanceof Text) addText(child.data, where)
    else if (child instanceof HTMLElement && child.getAttribute('aria-hidden') !== 'true') visit(child, where)
  }
}

function visit(element: HTMLElement, where: Where): void {
  if (element.localName === 'br') return addText('\n', where)
  const inner = {...where, lang: element.lang || where.lang}
  const type = typeOf(element, where)
  if ((type === 'TD' || type === 'TH') && isSilent(element)) keepCell(element)
  if (type !== undefined) {
    const number = tagOf(element, {type, ...factsOf(element, type)}, inner)
    if (!isInline(type) || inner.block === undefined) inner.block = takesText(type) ? number : undefined
    if (element.classList.contains('call')) inner.walk.after.set(element.dataset['note'] ?? '', number)
  }
  if (element.dataset['entry'] !== undefined && inner.block !== undefined)
    for (const anchor of element.dataset['entry'].split(/\s+/)) inner.walk.after.set(anchor, inner.block)
  visitAll(element, inner)
}

/** Whether nothing in an element is heard. */
const isSilent = ({childNodes}: Element): boolean =>
  [...childNodes].every((child) => {
    if (!(child instanceof HTMLElement)) return (child.textContent ?? '').trim() === ''
    return child.getAttribute('aria-hidden') === 'true' || (child.localName !== 'img' && isSilent(child))
  })

/** The browser leaves a cell in which nothing is heard out of its row: a word joiner, which has neither form nor width, keeps it. */
function keepCell(cell: Element): void {
  const joiner = document.createElement('span')
  joiner.style.position = 'absolute'
  joiner.textContent = '\u2060'
  cell.append(joiner)
}

function visitNote(note: HTMLElement, {walk, lang}: Where): void {
  const anchor = note.dataset['note'] ?? ''
  const known = walk.notes.get(anchor)
  if (known) {
    joinPieces(known.end, note, walk.firsts)
    walk.firsts.set(note, known.end)
    walk.numbers.set(known.end, known.number)
  }
  const inner = {walk, lang: note.lang || lang}
  const number = tagOf(note, {type: 'Note', id: anchor}, inner)
  walk.notes.set(anchor, {number, end: note})
  const plain = note.querySelector('p, ul, ol, dl, blockquote, table') === null
  visitAll(note, plain ? {...inner, block: number} : inner)
}

function tagOf(element: HTMLElement, tag: Tag, {walk, lang}: Where): number {
  const first = walk.firsts.get(element) ?? element
  const known = walk.numbers.get(first)
  const fromRight = known === undefined && takesText(tag.type) && element.matches(FROM_RIGHT)
  const number = known ?? walk.tags.push({...tag, lang, ...(fromRight && {fromRight})}) - 1
  walk.numbers.set(first, number)
  const bearer = element.localName === 'img' ? wrapped(element) : element
  bearer.lang = `${lang}-x-${number}`
  if (!OWN_ROLES.has(bearer.localName)) bearer.setAttribute('role', 'group')
  return number
}

/** What stands in lines that are filled from the right: notes run in share theirs with notes of any direction. */
const FROM_RIGHT = ':dir(rtl), .register[data-layout="run-in"]:dir(rtl) *'

/** The browser says of links where they lie and of items which number they have, and makes bookmarks of headings. */
const OWN_ROLES = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'ul'])

/** The browser carries no language of an image itself. */
function wrapped(image: HTMLElement): HTMLElement {
  const span = document.createElement('span')
  image.replaceWith(span)
  span.append(image)
  return span
}

function set(walk: Walk, number: number, more: Partial<Tag>): void {
  Object.assign(walk.tags[number] ?? {}, more)
}

function addText(text: string, {walk, block}: Where): void {
  const tag = block === undefined ? undefined : walk.tags[block]
  if (tag) tag.text = (tag.text ?? '') + text
}
