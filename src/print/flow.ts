// A part of the book as the page gets it: HTML with soft hyphens, each note with its mark.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {mark} from '../document/marks.ts'
import type {Book, BookNote, BookPart, FootRegister} from '../html/book.ts'
import type {FlowNote, FlowPart, FlowRegister} from './contract.ts'
import {hyphenate} from './hyphenate.ts'
import {imagePath} from './kept-layouts.ts'

const stringifier = unified().use(rehypeStringify)

/** Makes a part ready for layout; the part itself is left as it is. */
export function toFlow(part: BookPart, book: Book): FlowPart {
  const body = structuredClone(part.body)
  visit(body, 'element', pointImage)
  hyphenate(body, part.lang)
  return {
    id: part.id,
    lang: part.lang,
    html: stringifier.stringify(body),
    notes: part.notes.map((note) => toFlowNote(note, part.lang)),
    registers: book.registers.map((register) => toFlowRegister(register, part)),
    // Prefaces and lists are read, not cited by line.
    ...(book.lineNumbers && part.kind === 'document' && {lineNumbers: book.lineNumbers})
  }
}

function toFlowRegister({numbering, marks, ...register}: FootRegister, {notes}: BookPart): FlowRegister {
  const {key, keyed = 'mark', layout = 'list', rule = 'none', size = 'small'} = register
  const own = notes.filter((note) => note.register === key)
  const perPage = numbering === 'page' ? own.map((_, index) => mark(index + 1, marks)) : undefined
  return {key, keyed, layout, rule, size, perPage}
}

function toFlowNote(note: BookNote, lang: string): FlowNote {
  const body = structuredClone(note.body)
  const element = h('div', {className: ['note'], id: note.anchor, dataNote: note.anchor, dataRegister: note.register}, [
    ...(note.keyed === 'line' ? body : withMark(body, note.mark))
  ])
  const root: Root = {type: 'root', children: [element]}
  visit(root, 'element', pointImage)
  hyphenate(root, lang)
  const {anchor, register: key, keyed = 'mark'} = note
  return {anchor, register: key, html: stringifier.stringify(root), keyed}
}

/** The mark opens the first paragraph; a note that begins with a list gets a paragraph for it. */
function withMark(body: ElementContent[], sign: string): ElementContent[] {
  const box = h('span', {className: ['note-mark', 'generated']}, sign)
  const first = body.find((node): node is Element => node.type === 'element')
  if (first?.tagName !== 'p') return [h('p', [box]), ...body]
  first.children.unshift(box, {type: 'text', value: ' '})
  return body
}

/** Images are served under one path, wherever the document says that they lie; addresses of the network stay, to be refused. */
function pointImage({tagName, properties}: Element): void {
  const {src} = properties
  if (tagName === 'img' && typeof src === 'string' && !/^[a-z]+:|^\/\//i.test(src)) properties.src = imagePath(src)
}
