// The index of persons and places: locators are pages read from the laid-out book, or paragraphs in an e-book.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import {nameAnchor, paragraphAnchor} from '../../document/anchors.ts'
import {allDocuments, seriesOf, type Edition, type EditionDocument} from '../../document/edition.ts'
import {mark} from '../../document/marks.ts'
import type {Name, Note} from '../../document/nodes.ts'
import type {Register} from '../../document/settings.ts'
import type {Locate} from '../book.ts'
import {byPage, ranges, type Locator, type Spot} from './locators.ts'
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

interface Occurrence {
  document: EditionDocument
  n: number
  paragraph: {n: string; place: number} | undefined
  /** The note in which the name stands. */
  note: Note | undefined
}

function occurrences(edition: Edition): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>()
  for (const document of allDocuments(edition)) {
    let paragraph: Occurrence['paragraph']
    const walk = (node: Nodes, note?: Note): void => {
      if (node.type === 'paragraph' && node.data?.n) paragraph = {n: node.data.n, place: node.data.place ?? 0}
      if (node.type === 'person' || node.type === 'place' || node.type === 'term') {
        const key = `${node.type} ${node.id}`
        const places = found.get(key) ?? []
        places.push({document, n: node.n ?? 0, paragraph, note})
        found.set(key, places)
      }
      const inside = node.type === 'note' && node.place === 'foot' ? node : note
      if ('children' in node) for (const child of node.children) walk(child, inside)
    }
    walk(document.tree)
  }
  return found
}

function entriesOf(
  type: Name['type'],
  register: Register,
  {found, locate, edition}: {found: Map<string, Occurrence[]>; locate: Locate; edition: Edition}
): Element[] {
  return sorted(register).flatMap(([id, {name, sort}]) => {
    const places = found.get(`${type} ${id}`)
    if (!places) return []
    const byLine = edition.output?.['index-locators'] === 'page-line'
    const spots = places.map((place) => spotOf(place, edition))
    const groups = locate.by === 'page' ? byPage(spots, locate, byLine) : byParagraph(places)
    const locators = ranges(groups).flatMap((one): ElementContent[] => [{type: 'text', value: ', '}, one])
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

/** Names in front and back matter have no ¶: the chapter is named instead. */
function byParagraph(places: Occurrence[]): Locator[] {
  const seen = new Map<string, Locator>()
  const documents = [...new Set(places.map(({document}) => document))]
  const several = documents.filter(({role}) => role === 'document').length > 1
  for (const {document, n, paragraph} of places) {
    const numbered = document.role === 'document' && paragraph !== undefined
    const title = document.matter.shortTitle ?? document.matter.title?.text ?? document.id
    const label = numbered
      ? `${several ? `${document.matter.number ?? document.id} ` : ''}¶\u00A0${paragraph.n}`
      : title
    const key = `${document.id} ${label}`
    const anchor = numbered ? paragraphAnchor(document.id, paragraph.n) : nameAnchor(document.id, n)
    if (!seen.has(key))
      seen.set(key, {
        anchor,
        label,
        end: paragraph?.n ?? '',
        order: numbered ? documents.indexOf(document) * 1e6 + paragraph.place : Number.NaN
      })
  }
  return [...seen.values()]
}
