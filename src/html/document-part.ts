// A document or a chapter of front or back matter as a part of the book.
import type {Element} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {documentAnchor} from '../document/anchors.ts'
import {dateInWords, firstDay} from '../document/dates.ts'
import {baseSiglum, type Edition, type EditionDocument} from '../document/edition.ts'
import {plainText} from '../document/nodes.ts'
import type {BookNote, BookPart, FootRegister, Locate} from './book.ts'
import {direction} from '../document/direction.ts'
import {glue} from './glue.ts'
import {placeKeys} from './keyed.ts'
import {toText, type TextContext} from './text.ts'

/** What the parts of a book are made with. */
export interface Making {
  edition: Edition
  locate: Locate
  registers: readonly FootRegister[]
}

/** Makes the part of a document: its text as one element, its notes and entries apart. */
export function documentPart(document: EditionDocument, {edition, locate, registers}: Making): BookPart {
  const {id, matter, role, tree} = document
  const lang = matter.language ?? edition.settings.language
  const notes: BookNote[] = []
  const context: TextContext = {
    id,
    registers,
    base: baseSiglum(document),
    locate,
    spanning: [],
    notes,
    quoted: false,
    inNote: false
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
  placeKeys(element, context)
  levelHeadings(element)
  glue(element)
  for (const note of notes) glue({type: 'root', children: note.body})
  const title = titleOf(document)
  return {
    id,
    anchor: documentAnchor(id),
    kind: role === 'document' ? 'document' : 'text',
    matter: role === 'document' ? 'body' : role,
    lang,
    title,
    ...(matter.number !== undefined && {number: matter.number}),
    shortTitle: matter.shortTitle ?? title,
    date: matter.dateText ?? (matter.date ? dateInWords(matter.date) : undefined),
    ownDate: matter.dateText !== undefined,
    when: matter.date === undefined ? undefined : firstDay(matter.date),
    body: {type: 'root', children: [element]},
    notes,
    inContents: true,
    starts: 'recto',
    bare: false
  }
}

/** What a document or chapter is called: by its front matter, its first heading, or its id. */
export const titleOf = (document: EditionDocument): string =>
  document.matter.title?.text ?? firstHeading(document) ?? document.id

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
