// The door of html: an edition in, a book out, shared by print and EPUB.
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {documentAnchor} from '../document/anchors.ts'
import {dateInWords} from '../document/dates.ts'
import {baseSiglum, ENTRIES, entriesTitle, seriesOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {FRONT_PARTS, isGenerated, type GeneratedPart} from '../document/parts.ts'
import {plainText} from '../document/nodes.ts'
import type {LineNumbers} from '../document/settings.ts'
import type {Book, BookNote, BookPart, Locate, PartKind} from './book.ts'
import {direction} from './direction.ts'
import {glue} from './glue.ts'
import {colophon, contents, halfTitle, imprint, titlePage} from './parts/front.ts'
import {indexOfNames} from './parts/index-of-names.ts'
import {abbreviations, people} from './parts/people.ts'
import {signs} from './parts/signs.ts'
import {toText, type TextContext} from './text.ts'
import {wholeWords} from './whole-words.ts'

export type {Book, BookNote, BookPart, Locate} from './book.ts'

/** How a book is made. */
export interface BookOptions {
  locate: Locate
  /** Whether ¶ numbers are printed. */
  paragraphNumbers: boolean
  /** How lines are numbered; absent where they have no numbers. */
  lineNumbers?: LineNumbers | undefined
}

/** Makes the book of an edition; called again with page labels when they are known. */
export function makeBook(edition: Edition, {locate, paragraphNumbers, lineNumbers}: BookOptions): Book {
  const {settings} = edition
  const {id, title, subtitle, language: lang} = settings
  const shortTitle = settings.shortTitle ?? title
  const parts = [
    ...matterParts(edition, 'front', locate),
    ...edition.documents.map((document) => documentPart(edition, document, locate)),
    ...matterParts(edition, 'back', locate)
  ]
  for (const part of parts) if (part.kind === 'contents') part.body = rootOf(contents(parts, locate))
  for (const {body} of parts) wholeWords(body)
  unlinkMissing(parts)
  if (!paragraphNumbers) for (const part of parts) hideNumbers(part)
  const registers = [
    {key: ENTRIES, title: entriesTitle(edition), marks: settings.entries.marks},
    ...seriesOf(settings).map(({key, title: name, marks}) => ({key, title: name, marks}))
  ]
  return {id, title, shortTitle, subtitle, lang, parts, registers, ...(lineNumbers && {lineNumbers})}
}

/** A reference to what this book does not hold keeps its words and loses its link. */
function unlinkMissing(parts: BookPart[]): void {
  const ids = new Set<unknown>(parts.flatMap(({notes}) => notes.map(({anchor}) => anchor)))
  const trees = parts.flatMap(({body, notes}): Root[] => [
    body,
    ...notes.map((note): Root => ({type: 'root', children: note.body}))
  ])
  for (const tree of trees) visit(tree, 'element', ({properties}) => void ids.add(properties['id']))
  for (const tree of trees) {
    visit(tree, {tagName: 'a'}, ({properties}: Element) => {
      const {href} = properties
      if (typeof href === 'string' && href.startsWith('#') && !ids.has(href.slice(1))) delete properties.href
    })
  }
}

function hideNumbers({body}: BookPart): void {
  const [element] = body.children
  if (element?.type === 'element')
    element.properties['className'] = [...((element.properties['className'] as string[]) ?? []), 'without-numbers']
}

const rootOf = (element: ElementContent): Root => ({type: 'root', children: [element]})

/** Files and generated parts in the order of edition.yaml, or in the usual one. */
function matterParts(edition: Edition, matter: 'front' | 'back', locate: Locate): BookPart[] {
  const documents = edition[matter]
  const named = edition.settings[matter] ?? usualOrder(edition, matter)
  return named.flatMap((name) => {
    if (isGenerated(name)) return [generatedPart(edition, name, {matter, locate})]
    const document = documents.find(({id, file}) => id === name || file.stem === name)
    return document ? [documentPart(edition, document, locate)] : []
  })
}

function usualOrder(edition: Edition, matter: 'front' | 'back'): string[] {
  const files = edition[matter].map(({id}) => id)
  const empty = (object: object) => Object.keys(object).length === 0
  if (matter === 'back') return [...files, ...(edition.settings.names.find ? ['index'] : []), 'colophon']
  const lists = FRONT_PARTS.slice(4).filter((name) => {
    if (name === 'people') return !empty(edition.people)
    return name === 'abbreviations' ? !empty(edition.archives) || !empty(edition.settings.sigla) : true
  })
  return [...FRONT_PARTS.slice(0, 4), ...files, ...lists]
}

interface Generated {
  kind: PartKind
  title: string
  make: (edition: Edition, locate: Locate) => Element
  inContents: boolean
  starts: BookPart['starts']
  bare: boolean
}

const page = {inContents: false, starts: 'recto', bare: true} as const
const list = {inContents: true, starts: 'next', bare: false} as const

const GENERATED = {
  'half-title': {kind: 'half-title', title: 'Half title', make: ({settings}) => halfTitle(settings), ...page},
  title: {kind: 'title', title: 'Title page', make: ({settings}) => titlePage(settings), ...page},
  imprint: {kind: 'imprint', title: 'Imprint', make: ({settings}) => imprint(settings), ...page, starts: 'next'},
  // Filled in when all parts are known.
  contents: {
    kind: 'contents',
    title: 'Contents',
    make: () => h('section', {id: 'contents'}),
    ...list,
    inContents: false,
    starts: 'recto'
  },
  people: {kind: 'people', title: 'People', make: people, ...list},
  abbreviations: {kind: 'abbreviations', title: 'Abbreviations', make: abbreviations, ...list},
  signs: {kind: 'signs', title: 'Signs Used in This Edition', make: signs, ...list},
  index: {kind: 'index', title: 'Index', make: indexOfNames, ...list, starts: 'recto'},
  colophon: {kind: 'colophon', title: 'Colophon', make: ({settings}) => colophon(settings), ...page, starts: 'next'}
} as const satisfies Record<GeneratedPart, Generated>

function generatedPart(
  edition: Edition,
  name: GeneratedPart,
  {matter, locate}: {matter: 'front' | 'back'; locate: Locate}
): BookPart {
  const {kind, title, make, inContents, starts, bare}: Generated = GENERATED[name]
  const body = make(edition, locate)
  return {
    id: name,
    anchor: name,
    kind,
    matter,
    lang: edition.settings.language,
    title: headingOf(body) ?? title,
    shortTitle: headingOf(body) ?? title,
    body: rootOf(body),
    notes: [],
    inContents,
    starts,
    bare
  }
}

function headingOf(element: Element): string | undefined {
  let text: string | undefined
  if (element.properties['id'] === 'title') return undefined
  visit(element, {tagName: 'h1'}, (heading: Element) => {
    text ??= heading.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  })
  return text
}

function documentPart(edition: Edition, document: EditionDocument, locate: Locate): BookPart {
  const {id, matter, role, tree} = document
  const lang = matter.language ?? edition.settings.language
  const notes: BookNote[] = []
  const context: TextContext = {
    id,
    series: seriesOf(edition.settings),
    entryMarks: edition.settings.entries.marks,
    base: baseSiglum(document),
    locate,
    notes,
    quoted: false
  }
  const children = toText(tree.children, context)
  const element = h(
    role === 'document' ? 'article' : 'section',
    {
      className: [role === 'document' ? 'document' : `text-${role}`],
      id: documentAnchor(id),
      lang,
      dir: direction(lang)
    },
    children
  )
  levelHeadings(element)
  glue(element)
  for (const note of notes) glue({type: 'root', children: note.body})
  const title = matter.title?.text ?? firstHeading(document) ?? id
  return {
    id,
    anchor: documentAnchor(id),
    kind: role === 'document' ? 'document' : 'text',
    matter: role === 'document' ? 'body' : role,
    lang,
    title,
    shortTitle: matter.shortTitle ?? title,
    date: matter.dateText ?? (matter.date ? dateInWords(matter.date) : undefined),
    body: rootOf(element),
    notes,
    inContents: true,
    starts: 'recto',
    bare: false
  }
}

function firstHeading({tree}: EditionDocument): string | undefined {
  const heading = tree.children.find((child) => child.type === 'heading' && child.depth === 1)
  return heading ? plainText(heading) : undefined
}

/** The level of a heading is how many headings it stands under: below a title of its own the first is h2, and none skips a level. */
function levelHeadings(element: Element): void {
  const above: number[] = []
  let titled = 0
  visit(element, 'element', (node) => {
    const written = /^h([1-6])$/.exec(node.tagName)?.[1]
    if (written === undefined) return
    if (isTitle(node)) {
      titled = 1
      return
    }
    while ((above.at(-1) ?? 0) >= Number(written)) above.pop()
    above.push(Number(written))
    node.tagName = `h${Math.min(6, above.length + titled)}`
  })
}

const isTitle = ({properties}: Element): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('head-title')
