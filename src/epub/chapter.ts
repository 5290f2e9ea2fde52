// One part of the book as the body of one file: wrapped with its role, links set, paragraphs numbered, notes after it.
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Element, ElementContent, Properties, Root} from 'hast'
import type {BookPart, FootRegister} from '../html/book.ts'
import {setLinks, type Whereabouts} from './links.ts'
import {noteSections, setEndNotes} from './notes.ts'
import {roleOf} from './roles.ts'

/** What a chapter takes from the book and from the package. */
export interface ChapterContext extends Whereabouts {
  registers: readonly FootRegister[]
  paragraphNumbers: boolean
  /** Path as written in the document → file of the package. */
  images: ReadonlyMap<string, string>
}

/** Makes the content of `<body>`; the part itself is left as it is. */
export function chapter(part: BookPart, context: ChapterContext): ElementContent[] {
  const body = structuredClone(part.body)
  const title = titleHeading(body)
  if (title) title.properties.id ??= `${part.anchor}-title`
  setCalls(body, context)
  setEndNotes(body)
  if (context.paragraphNumbers) numberParagraphs(body)
  const notes = notesOf(part, context.registers, title ? 'h2' : 'h1')
  for (const section of notes) setCalls(section, context)
  const wrapper = h('section', sectionProperties(part, title), [...elements(body), ...notes])
  holdNumbers(wrapper)
  setLinks(wrapper, context)
  setImages(wrapper, context)
  return [wrapper]
}

/** The notes of a text beside its counterpart are each side's own. */
function notesOf(part: BookPart, registers: readonly FootRegister[], heading: 'h1' | 'h2'): Element[] {
  if (!part.parallel) return noteSections(part.notes, registers, heading)
  return part.parallel.sides.flatMap(({id, lang}) => {
    const own = part.notes.filter(({document}) => document === id)
    const sections = noteSections(own, registers, heading)
    for (const {children} of sections)
      for (const aside of children)
        if (aside.type === 'element' && aside.tagName === 'aside') aside.properties.lang = lang
    return sections.length === 0 ? [] : [h('div', {className: ['side-notes'], dataDocument: id}, sections)]
  })
}

function sectionProperties(part: BookPart, title: Element | undefined): Properties {
  const {type, role} = roleOf(part)
  const properties: Properties = {className: ['book-part', `book-part-${part.kind}`]}
  if (type) properties['epub:type'] = type
  if (role) properties.role = role
  if (title) properties.ariaLabelledBy = [String(title.properties.id)]
  else properties.ariaLabel = part.title
  return properties
}

function titleHeading(body: Root): Element | undefined {
  let heading: Element | undefined
  visit(body, {tagName: 'h1'}, (element: Element) => {
    heading ??= element
  })
  return heading
}

const elements = (root: Root): ElementContent[] => root.children.filter((child) => child.type !== 'doctype')

/** Calls get the two marks by which reading systems know that a note can pop up. */
function setCalls(tree: Root | Element, {file, anchors}: ChapterContext): void {
  visit(tree, {tagName: 'a'}, ({properties}: Element) => {
    if (!hasClass(properties, 'call')) return
    const note = String(properties.href).slice(1)
    if (!anchors.has(note)) throw new Error(`${file} calls the note #${note}, which the book does not have`)
    Object.assign(properties, {'epub:type': 'noteref', role: 'doc-noteref'})
  })
}

/** `¶ 45` opens the paragraph, quietly: it is what one cites, and an edge of its own is not to be had on a phone. */
function numberParagraphs(body: Root): void {
  visit(body, 'element', ({properties, children}) => {
    const number = properties.dataP
    if (number === undefined || number === null) return
    children.unshift(h('span', {className: ['pn', 'generated']}, `¶ ${String(number)} `))
  })
}

/** In references and locators `¶` and its number stay on one line. */
function holdNumbers(tree: Element): void {
  visit(tree, 'element', ({properties, children}) => {
    if (!hasClass(properties, 'locator') && !hasClass(properties, 'ref')) return
    for (const child of children) if (child.type === 'text') child.value = child.value.replaceAll('¶ ', '¶\u00A0')
  })
}

function setImages(tree: Element, {file, images}: ChapterContext): void {
  visit(tree, {tagName: 'img'}, ({properties}: Element) => {
    const href = images.get(String(properties.src))
    if (href === undefined)
      throw new Error(`${file} shows the image ${String(properties.src)}, which the edition does not have`)
    properties.src = href
  })
}

/** Whether an element has a class. */
export function hasClass(properties: Properties, name: string): boolean {
  const classes = properties.className
  return Array.isArray(classes) ? classes.includes(name) : classes === name
}
