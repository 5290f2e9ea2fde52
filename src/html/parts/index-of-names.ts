// The index of persons and places: locators are pages read from the laid-out book, or paragraphs in an e-book.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import {nameAnchor} from '../../document/anchors.ts'
import {allDocuments, seriesOf, type Edition, type EditionDocument} from '../../document/edition.ts'
import {mark} from '../../document/marks.ts'
import type {Name} from '../../document/nodes.ts'
import type {Register} from '../../document/settings.ts'
import type {Locate} from '../book.ts'
import {byPage, ranges, type Spot} from './locators.ts'
import {byParagraph, type Occurrence} from './paragraph-locators.ts'
import {sorted} from './people.ts'

/** One section a register that has names in the text. */
export function indexOfNames(edition: Edition, locate: Locate): Element {
  const found = occurrences(edition)
  const sections = (
    [
      ['person', 'Persons', edition.people],
      ['place', 'Places', edition.places],
      ['term', 'Terms', edition.terms]
    ] as const
  ).map(([type, title, register]) => ({title, entries: entriesOf(type, register, {found, locate, edition})}))
  const shown = sections.filter(({entries}) => entries.length > 0)
  const body = shown.flatMap(({title, entries}) => (shown.length > 1 ? [h('h2', title), ...entries] : entries))
  const title = shown.length === 1 ? `Index of ${shown[0]?.title ?? ''}` : 'Index'
  return h('section', {className: ['index'], id: 'index'}, [h('h1', title), ...body])
}

/** Whether any name of a register stands in the texts. */
export function hasIndex(edition: Edition): boolean {
  const registers = {person: edition.people, place: edition.places, term: edition.terms}
  return [...occurrences(edition).keys()].some((key) => {
    const [type = '', id = ''] = key.split(' ')
    return Object.hasOwn(registers[type as keyof typeof registers], id)
  })
}

function occurrences(edition: Edition): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>()
  for (const document of allDocuments(edition)) occurrencesIn(document, found)
  return found
}

/** The last numbered paragraph of a document, and names in headings that wait for the next. */
interface Walk {
  document: EditionDocument
  paragraph: Occurrence['paragraph']
  waiting: Occurrence[]
  found: Map<string, Occurrence[]>
}

/** What a node stands in. */
interface Inside extends Pick<Occurrence, 'note' | 'within'> {
  heading: boolean
}

function occurrencesIn(document: EditionDocument, found: Map<string, Occurrence[]>): void {
  const walk: Walk = {document, paragraph: undefined, waiting: [], found}
  const enter = (node: Nodes, at: Inside): void => {
    const numbered = numberOf(node)
    if (numbered) beginParagraph(walk, numbered)
    if (node.type === 'person' || node.type === 'place' || node.type === 'term') add(walk, node, at)
    if (!('children' in node)) return
    const inside: Inside = {
      note: node.type === 'note' && node.place === 'foot' ? node : at.note,
      within: at.within || numbered !== undefined,
      heading: at.heading || node.type === 'heading'
    }
    for (const child of node.children) enter(child, inside)
  }
  enter(document.tree, {note: undefined, within: false, heading: false})
}

function numberOf(node: Nodes): Occurrence['paragraph'] {
  if (node.type !== 'paragraph' || node.data?.n === undefined) return undefined
  return {n: node.data.n, place: node.data.place ?? 0}
}

function beginParagraph(walk: Walk, paragraph: NonNullable<Occurrence['paragraph']>): void {
  walk.paragraph = paragraph
  for (const one of walk.waiting.splice(0)) one.paragraph = paragraph
}

function add({document, paragraph, waiting, found}: Walk, {type, id, n = 0}: Name, at: Inside): void {
  const {note, within, heading} = at
  const one: Occurrence = {document, n, paragraph, within, note}
  if (heading) waiting.push(one)
  const places = found.get(`${type} ${id}`)
  if (places) places.push(one)
  else found.set(`${type} ${id}`, [one])
}

function entriesOf(
  type: Name['type'],
  register: Register,
  {found, locate, edition}: {found: Map<string, Occurrence[]>; locate: Locate; edition: Edition}
): Element[] {
  return sorted(register).flatMap(([id, {name, sort}]) => {
    const places = found.get(`${type} ${id}`)
    if (!places) return []
    if (locate.by === 'paragraph') return byParagraph(sort ?? name, places, edition)
    const byLine = edition.output?.['index-locators'] === 'page-line'
    const spots = places.map((place) => spotOf(place, edition))
    const links = ranges(byPage(spots, locate, byLine))
    const locators = links.flatMap((one): ElementContent[] => [{type: 'text', value: ', '}, one])
    return [
      h('p', {className: ['index-entry']}, [sort ?? name, h('span', {className: ['locators', 'generated']}, locators)])
    ]
  })
}

/** Marks that begin anew on every page or run through the book are not known here: then the page alone is told. */
function spotOf({document, n, note}: Occurrence, edition: Edition): Spot {
  const anchor = nameAnchor(document.id, n)
  if (!note) return {anchor}
  const {marks, numbering} = seriesOf(edition.settings).find(({key}) => key === note.series) ?? {}
  return {anchor, note: numbering && numbering !== 'document' ? '' : mark(note.n ?? 0, marks ?? 'decimal')}
}
