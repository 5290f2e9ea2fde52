// One part of the book as the bodies of its files: wrapped with its role, paragraphs numbered, pages marked, notes after the text.
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Element, ElementContent, Properties, Root} from 'hast'
import {direction, directionWithin} from '../document/direction.ts'
import {languageName} from '../document/language-names.ts'
import type {BookPart, FootRegister} from '../html/book.ts'
import {hasClass} from './classes.ts'
import {setLinks, type Whereabouts} from './links.ts'
import {noteSections, setEndNotes, turnNotes} from './notes.ts'
import {headingsOver, nameHeadings, type Heading} from './outline.ts'
import {markNotes, markPages, type PageMark} from './page-breaks.ts'
import {piecesOf} from './pieces.ts'
import {roleOf} from './roles.ts'

/** What a chapter takes from the book and from the package. */
export interface ChapterContext {
  registers: readonly FootRegister[]
  /** Language of the book, in which the program says what it says. */
  lang: string
  paragraphNumbers: boolean
  /** Pages of the printed book that begin in the part. */
  pages: readonly PageMark[]
  /** Bytes of a file after which a part goes on in another. */
  mostBytes: number
}

/** Makes the content of `<body>`, one element for each file of the part; the part itself is left as it is. */
export function chapter(part: BookPart, context: ChapterContext): Element[] {
  const body = structuredClone(part.body)
  const own = structuredClone(part.notes)
  const title = titleHeading(body)
  if (title) title.properties.id ??= `${part.anchor}-title`
  nameHeadings(body, part)
  for (const tree of [body, ...own.map((note): Root => ({type: 'root', children: note.body}))]) setCalls(tree)
  setEndNotes(body)
  if (part.parallel) plainHeads(body)
  if (context.paragraphNumbers) numberParagraphs(body)
  markPages(body, context.pages, part.id)
  const pieces = piecesOf(body, own, context.mostBytes)
  return pieces.map((piece, index) => {
    const over = headingsOver(pieces.slice(0, index), piece)
    const goesOn = index === 0 ? [] : continued(part, index, over)
    const heading = index === 0 ? title : goesOn[0]
    const notes = notesOf({...part, notes: piece.notes}, context, heading ? 'h2' : 'h1')
    const properties = {...sectionProperties(part, heading), ...(index > 0 && {dataDocument: part.id})}
    const wrapper = h('section', properties, [...goesOn, ...elements(piece.body), ...notes])
    markNotes(wrapper, context.pages)
    if (part.parallel || direction(part.lang)) turnGaps(wrapper)
    holdNumbers(wrapper)
    return wrapper
  })
}

/** Sets what depends on where everything else stands: links, calls, images. */
export function setTargets(wrapper: Element, place: Whereabouts, images: ReadonlyMap<string, string>): void {
  visit(wrapper, {tagName: 'a'}, ({properties}: Element) => {
    const note = String(properties.href).slice(1)
    if (hasClass(properties, 'call') && !place.anchors.has(note))
      throw new Error(`${place.file} calls the note #${note}, which the book does not have`)
  })
  setLinks(wrapper, place)
  setImages(wrapper, place.file, images)
}

/** Whoever opens a later file is told what he reads; no level of headings is left out. */
const continued = (part: BookPart, index: number, over: readonly Heading[]): Element[] => {
  const className = ['continued', 'generated']
  const title = h('h1', {className, id: `${part.anchor}-continued-${index}`}, `${part.title}, continued`)
  return [title, ...over.map(({level, words}) => h(`h${level}`, {className}, `${words}, continued`))]
}

/** The notes of a text beside its counterpart are each side's own. */
function notesOf(part: BookPart, {registers, lang: own}: ChapterContext, tagName: 'h1' | 'h2'): Element[] {
  // In a text from right to left the words of the program run their own way.
  const dir = part.parallel ? undefined : directionWithin(own, part.lang)
  const heading = {tagName, lang: own === part.lang ? undefined : own, dir}
  if (!part.parallel) {
    const sections = noteSections(part.notes, registers, heading)
    turnNotes(sections, part.lang)
    return sections
  }
  return part.parallel.sides.flatMap(({id, lang}) => {
    const notes = part.notes.filter(({document}) => document === id)
    const sections = noteSections(notes, registers, heading)
    for (const {properties, children} of sections) {
      // Who jumps from section to section is told whose notes these are.
      properties.ariaLabel = `${String(properties.ariaLabel)}, ${languageName(lang)}`
      for (const aside of children)
        if (aside.type === 'element' && aside.tagName === 'aside')
          Object.assign(aside.properties, {lang, dir: direction(lang)})
    }
    turnNotes(sections, lang)
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

/** What the program says of a gap goes from left to right whatever stands around it; style sheets of e-books may not say so. */
function turnGaps(wrapper: Element): void {
  visit(wrapper, {tagName: 'span'}, ({properties}: Element) => {
    if (hasClass(properties, 'gap')) properties.dir = 'auto'
  })
}

/** Two heads of one file, in no article of their own, would each be heard as the banner of the file. */
function plainHeads(body: Root): void {
  visit(body, {tagName: 'header'}, (element: Element) => void (element.tagName = 'div'))
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
function setCalls(tree: Root): void {
  visit(tree, {tagName: 'a'}, ({properties}: Element) => {
    if (hasClass(properties, 'call')) Object.assign(properties, {'epub:type': 'noteref', role: 'doc-noteref'})
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

function setImages(tree: Element, file: string, images: ReadonlyMap<string, string>): void {
  visit(tree, {tagName: 'img'}, ({properties}: Element) => {
    const href = images.get(String(properties.src))
    if (href === undefined)
      throw new Error(`${file} shows the image ${String(properties.src)}, which the edition does not have`)
    properties.src = href
  })
}
