// The index of persons and places: locators are pages read from the laid-out book, or paragraphs in an e-book.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {nameAnchor, paragraphAnchor} from '../../document/anchors.ts'
import {allDocuments, type Edition, type EditionDocument} from '../../document/edition.ts'
import {roman} from '../../document/marks.ts'
import type {Name} from '../../document/nodes.ts'
import type {Register} from '../../document/settings.ts'
import type {Locate} from '../book.ts'
import {sorted} from './people.ts'

interface Locator {
  anchor: string
  label: string
  /** Place in the book, to tell which labels follow each other. */
  order: number
}

/** One section a register that has names in the text. */
export function indexOfNames(edition: Edition, locate: Locate): Element {
  const found = occurrences(edition)
  const sections = (
    [
      ['person', 'Persons', edition.people],
      ['place', 'Places', edition.places],
      ['term', 'Terms', edition.terms]
    ] as const
  ).map(([type, title, register]) => ({title, entries: entriesOf(type, register, {found, locate})}))
  const shown = sections.filter(({entries}) => entries.length > 0)
  const body = shown.flatMap(({title, entries}) => (shown.length > 1 ? [h('h2', title), ...entries] : entries))
  const title = shown.length === 1 ? `Index of ${shown[0]?.title ?? ''}` : 'Index'
  return h('section', {className: ['index'], id: 'index'}, [h('h1', title), ...body])
}

interface Occurrence {
  document: EditionDocument
  n: number
  paragraph: {n: string; place: number} | undefined
}

function occurrences(edition: Edition): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>()
  for (const document of allDocuments(edition)) {
    let paragraph: Occurrence['paragraph']
    visit(document.tree, (node) => {
      if (node.type === 'paragraph' && node.data?.n) paragraph = {n: node.data.n, place: node.data.place ?? 0}
      if (node.type !== 'person' && node.type !== 'place' && node.type !== 'term') return
      const key = `${node.type} ${node.id}`
      const places = found.get(key)
      const place = {document, n: node.n ?? 0, paragraph}
      if (places) places.push(place)
      else found.set(key, [place])
    })
  }
  return found
}

function entriesOf(
  type: Name['type'],
  register: Register,
  {found, locate}: {found: Map<string, Occurrence[]>; locate: Locate}
): Element[] {
  return sorted(register).flatMap(([id, {name, sort}]) => {
    const places = found.get(`${type} ${id}`)
    if (!places) return []
    const groups = locate.by === 'page' ? ranges(byPage(places, locate.label)) : ranges(byParagraph(places))
    const locators = groups.flatMap((one): ElementContent[] => [{type: 'text', value: ', '}, one])
    return [
      h('p', {className: ['index-entry']}, [sort ?? name, h('span', {className: ['locators', 'generated']}, locators)])
    ]
  })
}

function byPage(places: Occurrence[], label: (anchor: string) => string | undefined): Locator[] {
  const pages = new Map<string, Locator>()
  for (const {document, n} of places) {
    const anchor = nameAnchor(document.id, n)
    const page = label(anchor) ?? '000'
    if (!pages.has(page)) pages.set(page, {anchor, label: page, order: placeOf(page)})
  }
  // A long note runs on to later pages than the text after its call.
  return [...pages.values()].toSorted((a, b) => a.order - b.order)
}

/** Roman folios stand before the arabic ones and are never joined to them. */
function placeOf(label: string): number {
  if (/^\d+$/.test(label)) return Number(label)
  const folio = ROMANS.indexOf(label)
  return folio < 0 ? Number.NEGATIVE_INFINITY : folio - ROMANS.length - 1
}

const ROMANS = Array.from({length: 500}, (_, index) => roman(index + 1))

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
      seen.set(key, {anchor, label, order: numbered ? documents.indexOf(document) * 1e6 + paragraph.place : Number.NaN})
  }
  return [...seen.values()]
}

/** `3, 5–7`: neighbours are joined; a link leads to the first. */
function ranges(locators: Locator[]): Element[] {
  const groups: Locator[][] = []
  for (const locator of locators) {
    const last = groups.at(-1)
    if (last?.at(-1)?.order === locator.order - 1) last.push(locator)
    else groups.push([locator])
  }
  return groups.map((group) => {
    const [first, last] = [group[0] as Locator, group.at(-1) as Locator]
    const to = first === last ? '' : `–${last.label.replace(/^.*¶\u00A0/, '')}`
    return h('a', {className: ['locator'], href: `#${first.anchor}`}, `${first.label}${to}`)
  })
}
