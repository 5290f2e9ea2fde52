// A part of the book as the page gets it: HTML with soft hyphens, each note with its mark.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {direction} from '../../document/direction.ts'
import {mark} from '../../document/marks.ts'
import type {Book, BookNote, BookPart, FootRegister} from '../../html/book.ts'
import type {FlowNote, FlowPart, FlowRegister} from '../contract.ts'
import {ruleAnswerSpaces} from './answer-space.ts'
import {hyphenate} from './hyphenate.ts'
import {partJoins} from './part-joins.ts'
import {imagePath} from '../kept/layouts.ts'

const stringifier = unified().use(rehypeStringify)

/** Makes a part ready for layout; the part itself is left as it is. */
export function toFlow(part: BookPart, book: Book): FlowPart {
  if (!part.parallel) return flowOf(part, part.body, book)
  const {layout, fromRight, sides} = part.parallel
  const [first, second] = sides.map((side, index) =>
    flowOf(
      {...side, kind: part.kind, notes: part.notes.filter(({document}) => document === side.id)},
      sideBody(part, index),
      book
    )
  )
  if (!first || !second) throw new Error(`The part ${part.id} does not have two sides`)
  return {
    ...first,
    id: part.id,
    html: first.html + second.html,
    notes: [...first.notes, ...second.notes],
    parallel: {layout, fromRight, sides: [first, second]}
  }
}

type Text = Pick<BookPart, 'id' | 'lang' | 'notes' | 'kind'>

function flowOf(part: Text, tree: Root, book: Book): FlowPart {
  const body = structuredClone(tree)
  visit(body, 'element', pointImage)
  ruleAnswerSpaces(body)
  hyphenate(body, part.lang, book.properNames)
  partJoins(body, part.lang)
  return {
    id: part.id,
    lang: part.lang,
    html: stringifier.stringify(body),
    notes: part.notes.map((note) => toFlowNote(note, part.lang, book.properNames)),
    registers: book.registers.map((register) => toFlowRegister(register, part)),
    // Prefaces and lists are read, not cited by line.
    ...(book.lineNumbers && part.kind === 'document' && {lineNumbers: book.lineNumbers})
  }
}

/** One side of a text beside its counterpart as an article of its own, in the same rows. */
function sideBody({body, kind, parallel}: BookPart, index: number): Root {
  const [whole] = body.children
  if (whole?.type !== 'element') throw new Error('A part is not one element')
  const rows = whole.children.flatMap((row) => (row.type === 'element' ? [sideOfRow(row, index)] : []))
  const {lang, anchor} = parallel?.sides[index] ?? {}
  const classes = Array.isArray(whole.properties.className) ? whole.properties.className : []
  const article = h('article', {className: [kind, ...classes], id: anchor, lang, dir: direction(lang)}, rows)
  return {type: 'root', children: [article]}
}

function sideOfRow(row: Element, index: number): Element {
  const side = row.children.filter((child) => child.type === 'element')[index]
  return {...row, children: side?.children ?? []}
}

function toFlowRegister(
  {numbering, marks, ...register}: FootRegister,
  {notes, lang}: Pick<BookPart, 'notes' | 'lang'>
): FlowRegister {
  const {key, keyed = 'mark', layout = 'list', rule = 'none', size = 'small'} = register
  const own = notes.filter((note) => note.register === key)
  const perPage = numbering === 'page' ? own.map((_, index) => mark(index + 1, marks)) : undefined
  const dir = direction(lang)
  return {key, keyed, layout, rule, size, perPage, ...(dir && {dir})}
}

function toFlowNote(note: BookNote, lang: string, names: Book['properNames']): FlowNote {
  const body = structuredClone(note.body)
  // A text that is written from right to left may have notes of its translator that are not: their first letter says so.
  const dir = direction(lang) && 'auto'
  const element = h(
    'div',
    {className: ['note'], id: note.anchor, dir, dataNote: note.anchor, dataRegister: note.register},
    note.keyed === 'line' ? body : withMark(body, note.mark, dir && 'ltr')
  )
  const root: Root = {type: 'root', children: [element]}
  visit(root, 'element', pointImage)
  hyphenate(root, lang, names)
  partJoins(root, lang)
  const {anchor, register: key, keyed = 'mark'} = note
  return {anchor, register: key, html: stringifier.stringify(root), keyed}
}

/** The mark opens the first paragraph and stays at its first word; a note that begins with a list gets a paragraph for it. */
function withMark(body: ElementContent[], sign: string, dir: 'ltr' | undefined): ElementContent[] {
  const box = h('span', {className: ['note-mark', 'generated'], dir}, sign)
  const first = body.find((node): node is Element => node.type === 'element')
  if (first?.tagName !== 'p') return [h('p', [box]), ...body]
  first.children.unshift(box, h('span', {className: ['note-gap', 'generated']}, '\u00A0'))
  return body
}

/** Images are served under one path, wherever the document says that they lie; addresses of the network stay, to be refused. */
function pointImage({tagName, properties}: Element): void {
  const {src} = properties
  if (tagName === 'img' && typeof src === 'string' && !/^[a-z]+:|^\/\//i.test(src)) properties.src = imagePath(src)
}
