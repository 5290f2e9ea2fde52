// Marks in the text where a page of the printed book begins: before the word with which it begins, also before one that is cut.
import {h} from 'hastscript'
import type {Element, ElementContent, Parents, Text} from 'hast'
import {lettersOf, type PrintedPage} from '../document/printed-pages.ts'
import {hasClass} from './classes.ts'

/** A page that the e-book can point at, and the id of its mark. */
export interface PageMark extends PrintedPage {
  id: string
}

/** Marks the pages of a part in its body; those of a text beside its counterpart stand in their own side. */
export function markPages(body: Parents, pages: readonly PageMark[], part: string): void {
  for (const of of new Set(pages.map((page) => page.part))) {
    const own = pages.filter((page) => page.part === of && page.letters !== undefined)
    const leaves = leavesOf(body, of ?? part, of === part)
    const text = leaves.map(({node}) => lettersOf(node.value)).join('')
    const places = new Map<number, PageMark[]>()
    for (const page of own) {
      const place = placeIn(text, page)
      places.set(place, [...(places.get(place) ?? []), page])
    }
    // From the last to the first: what is put in changes no place before it.
    for (const [place, marks] of [...places].toSorted(([a], [b]) => b - a)) put({body, leaves, marks}, place)
  }
}

/** Marks the pages that hold notes alone, before the first note that begins there. */
export function markNotes(chapter: Element, pages: readonly PageMark[]): void {
  for (const page of pages) if (page.note !== undefined) beforeNote(chapter, page)
}

/** `<span role="doc-pagebreak" epub:type="pagebreak" id="page-12" aria-label="12"></span>` */
export const pageBreak = ({id, label}: Pick<PageMark, 'id' | 'label'>, tagName: 'span' | 'div' = 'span'): Element =>
  h(tagName, {id, role: 'doc-pagebreak', 'epub:type': 'pagebreak', ariaLabel: label})

/**
 * Lists that the program makes say in print what they do not say here, such as how lines are numbered: a page of theirs is found by
 * its words, nearest to its place.
 */
function placeIn(text: string, {letters = 0, begins = ''}: PageMark): number {
  const words = lettersOf(begins)
  if (text.startsWith(words, letters)) return letters
  const [before, after] = [text.lastIndexOf(words, letters), text.indexOf(words, letters)]
  if (before < 0 && after < 0) return Math.min(letters, text.length)
  if (before < 0 || after < 0) return Math.max(before, after)
  return letters - before <= after - letters ? before : after
}

/** A piece of text and the elements that it stands in, the innermost last. */
interface Leaf {
  node: Text
  parents: Parents[]
  /** Letters before it. */
  before: number
}

/** Text of the part, or of one side of it, without generated words and notes. */
function leavesOf(body: Parents, side: string, whole: boolean): Leaf[] {
  const leaves: Leaf[] = []
  let before = 0
  const walk = (parent: Parents, parents: Parents[], inside: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'text' && inside) {
        leaves.push({node: child, parents, before})
        before += lettersOf(child.value).length
      }
      if (child.type !== 'element' || hasClass(child.properties, 'generated') || isNote(child)) continue
      const {dataDocument} = child.properties
      const within = dataDocument === undefined ? inside : dataDocument === side
      walk(child, [...parents, child], within)
    }
  }
  walk(body, [body], whole)
  return leaves
}

const isNote = ({properties}: Element): boolean => properties.dataNote !== undefined && hasClass(properties, 'note')

/** Pages that begin with one letter: one that holds notes alone has no letter of its own. */
interface Putting {
  body: Parents
  leaves: readonly Leaf[]
  marks: readonly PageMark[]
}

function put({body, leaves, marks}: Putting, at: number): void {
  const index = leaves.findLastIndex(({before}) => before <= at)
  const last = leaves[index]
  if (!last || lettersOf(last.node.value).length <= at - last.before) {
    // White space between the items of a list is no place for a mark.
    const said = leaves.findLast(({node}) => lettersOf(node.value) !== '')
    return putAtEnd(body, said, marks)
  }
  const {leaf, offset} = wordStart(leaves, index, at)
  if (lettersOf(leaf.node.value.slice(0, offset)) === '') putFirst(leaf, marks)
  else split(leaf, offset, marks)
}

const spans = (marks: readonly PageMark[]): Element[] => marks.map((mark) => pageBreak(mark))
const blocks = (marks: readonly PageMark[]): Element[] => marks.map((mark) => pageBreak(mark, 'div'))

/** After the last word: nothing but notes, or lines to write on, stands on the page. */
function putAtEnd(body: Parents, last: Leaf | undefined, marks: readonly PageMark[]): void {
  const block = last && blockOf(last)
  if (block && block !== body) addTo(block, spans(marks))
  else addTo((body.children as ElementContent[]).find((child) => child.type === 'element') ?? body, blocks(marks))
}

const addTo = ({children}: Parents, marks: Element[]): void => void (children as ElementContent[]).push(...marks)

/** Place of the beginning of the word that holds a letter; signs of scripts without spaces are words by themselves. */
function wordStart(leaves: readonly Leaf[], index: number, at: number): {leaf: Leaf; offset: number} {
  let leaf = leaves[index] as Leaf
  let offset = offsetOf(leaf.node.value, at - leaf.before)
  if (SPACELESS.test(leaf.node.value.slice(offset, offset + 2))) return {leaf, offset}
  for (let i = index; ;) {
    const before = leaf.node.value.slice(0, offset)
    const gap = /[\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}](?=\S*$)/u.exec(before)
    if (gap) return {leaf, offset: gap.index + gap[0].length}
    offset = 0
    const previous = leaves[i - 1]
    if (!previous || blockOf(previous) !== blockOf(leaf) || isParted(previous, leaf)) return {leaf, offset}
    if (/\s$/u.test(previous.node.value)) return {leaf, offset}
    i--
    leaf = previous
    offset = previous.node.value.length
  }
}

const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Place in a text before its letter of a number. */
function offsetOf(text: string, letter: number): number {
  let count = 0
  for (let offset = 0; offset < text.length; offset++) {
    if (lettersOf(text[offset] ?? '') === '') continue
    if (count === letter) return offset
    count++
  }
  return text.length
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby rb s samp small span strong sub sup time u var'.split(
    ' '
  )
)

const isInline = (node: Parents): boolean => node.type === 'element' && INLINE.has(node.tagName)
const blockOf = ({parents}: Pick<Leaf, 'parents'>): Parents | undefined =>
  parents.findLast((parent) => !isInline(parent))

/** A line that is broken by hand parts words of one block. */
function isParted(one: Leaf, next: Leaf): boolean {
  const children: readonly unknown[] = blockOf(next)?.children ?? []
  const [from, to] = [one, next].map(({node, parents}) => {
    const whole = [...parents, node] as unknown[]
    return children.findIndex((child) => whole.includes(child))
  })
  return children.slice(from, to).some((child) => (child as Element).tagName === 'br')
}

/** Inside a text: it is cut before the word. */
function split({node, parents}: Leaf, offset: number, marks: readonly PageMark[]): void {
  const siblings = (parents.at(-1) as Parents).children as ElementContent[]
  const rest: Text = {type: 'text', value: node.value.slice(offset)}
  siblings.splice(siblings.indexOf(node) + 1, 0, ...spans(marks), rest)
  node.value = node.value.slice(0, offset)
}

/** Before all that opens the innermost block or inline element with this word; a heading has the mark before itself. */
function putFirst({node, parents}: Leaf, marks: readonly PageMark[]): void {
  let child: Text | Parents = node
  for (let depth = parents.length - 1; depth >= 0; depth--) {
    const parent = parents[depth] as Parents
    const siblings = parent.children as ElementContent[]
    const place = siblings.indexOf(child as ElementContent)
    const opens = siblings.slice(0, place).every(saysNothing)
    const heading = parent.type === 'element' && /^h[1-6]$/.test(parent.tagName)
    if (opens && (isInline(parent) || heading)) {
      child = parent
      continue
    }
    const block = child.type === 'element' && !isInline(child)
    siblings.splice(opens && !block ? 0 : place, 0, ...(block ? blocks(marks) : spans(marks)))
    return
  }
}

/** White space, numbers of paragraphs and the like; a mark of a note belongs to the word before it. */
function saysNothing(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() === ''
  if (node.type !== 'element') return true
  if (hasClass(node.properties, 'call') || node.tagName === 'img') return false
  return hasClass(node.properties, 'generated') || node.children.every(saysNothing)
}

function beforeNote(parent: Parents, page: PageMark): boolean {
  const siblings = parent.children as ElementContent[]
  const place = siblings.findIndex(
    (child) => child.type === 'element' && isNote(child) && child.properties.dataNote === page.note
  )
  if (place >= 0) {
    siblings.splice(place, 0, pageBreak(page, 'div'))
    return true
  }
  return siblings.some((child) => child.type === 'element' && beforeNote(child, page))
}
