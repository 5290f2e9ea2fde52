// The headings of a text as entries of the contents, one under the other.
import {SKIP, visit} from 'unist-util-visit'
import type {Element, ElementContent, Root} from 'hast'
import type {BookPart} from '../html/book.ts'
import {wordsIn} from '../html/index.ts'
import {hasClass} from './classes.ts'
import type {NavPoint, PartFiles} from './model.ts'

/** Headings below the third level of a text are too many to find one's way by. */
const DEEPEST = 3

/** Names the headings of a text, so that the contents can lead to them: `d1-section-2`. */
export function nameHeadings(body: Root, {anchor}: BookPart): void {
  let count = 0
  visit(body, 'element', ({tagName, properties}) => {
    if (!isHeading(tagName)) return
    count++
    properties.id ??= `${anchor}-section-${count}`
  })
}

/** A heading that a later file stands under. */
export interface Heading {
  level: number
  words: string
}

/** Headings between the title and the first heading of a piece, which stand in the files before it. */
export function headingsOver(before: readonly {body: Root}[], {body}: {body: Root}): Heading[] {
  const [first] = headingsIn(body)
  const over: Heading[] = []
  for (const heading of before.flatMap((piece) => headingsIn(piece.body))) {
    while ((over.at(-1)?.level ?? 0) >= heading.level) over.pop()
    over.push(heading)
  }
  return first ? over.filter(({level}) => level > 1 && level < first.level) : []
}

function headingsIn(body: Root): Heading[] {
  const found: Heading[] = []
  visit(body, 'element', (element: Element) => {
    if (isHeading(element.tagName)) found.push({level: levelOf(element), words: wordsOf(element)})
  })
  return found
}

const levelOf = ({tagName}: Element): number => Number(tagName.slice(1))

interface Open {
  level: number
  children: NavPoint[]
}

/** Headings under the title of a part, in all its files; of a text beside its counterpart those of the document itself. `book` is its language. */
export function outlineOf({part, files}: PartFiles, book: string): NavPoint[] {
  const title = files[0] && headingsOf(files[0].content, part).find(({tagName}) => tagName === 'h1')
  const top: Open = {level: 0, children: []}
  const open: Open[] = [top]
  for (const {page, content} of files)
    for (const heading of headingsOf(content, part)) {
      const level = levelOf(heading)
      if (heading === title || level > DEEPEST) continue
      while (open.length > 1 && (open.at(-1)?.level ?? 0) >= level) open.pop()
      const point = {
        title: [wordsIn(wordsOf(heading), part.lang, book)],
        href: `${page.file}#${String(heading.properties.id)}`,
        children: []
      }
      ;(open.at(-1) ?? top).children.push(point)
      open.push({level, children: point.children})
    }
  return top.children
}

/** Generated headings, such as those of notes, head no words of the text. */
function headingsOf(content: Element, {id, parallel}: BookPart): Element[] {
  const found: Element[] = []
  visit(content, 'element', (element: Element) => {
    const {tagName, properties} = element
    if (hasClass(properties, 'generated') || properties.dataNote !== undefined) return SKIP
    if (parallel && hasClass(properties, 'side') && properties.dataDocument !== id) return SKIP
    if (isHeading(tagName) && wordsOf(element) !== '') found.push(element)
    return undefined
  })
  return found
}

const isHeading = (tagName: string): boolean => /^h[1-6]$/.test(tagName)

/** Words of a heading without marks of notes and of leaves. */
function wordsOf(element: Element): string {
  const text = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || hasClass(node.properties, 'generated')) return ''
    return node.tagName === 'br' ? ' ' : node.children.map(text).join('')
  }
  return text(element).replace(/\s+/gu, ' ').trim()
}
