// Reads laid-out pages back as text, with a parser of HTML and nothing of the script that made them.
import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {FlowPart, LaidOut} from '../../../src/print/contract.ts'

/** A note, or a piece of one, as it stands at the foot of a page. */
export interface Piece {
  page: number
  note: string
  register: string
  text: string
  continued: boolean
}

/** Text of the pages without notes, one space between words. */
export const textOfPages = (laidOut: LaidOut): string =>
  bare(
    laidOut.pages
      .map((page) =>
        all(fromHtml(page), 'pagedjs_page_content')
          .map((content) => textOf(content))
          .join('')
      )
      .join('')
  )

/** Text of HTML as it was given, in the same form. */
export const textGiven = (html: string): string => bare(textOf(fromHtml(html, {fragment: true})))

/** All pieces of notes in the order of pages and registers. */
export const pieces = (laidOut: LaidOut): Piece[] =>
  laidOut.pages.flatMap((html, page) =>
    all(fromHtml(html), 'note').map((note) => ({
      page,
      note: String(note.properties['dataNote']),
      register: String(note.properties['dataRegister']),
      text: textOf(note),
      continued: note.properties['dataContinued'] !== undefined
    }))
  )

/** What is wrong with the notes of a layout: words lost or doubled, order, page. Empty when all is well. */
export function noteFaults(part: FlowPart, laidOut: LaidOut): string[] {
  const found = pieces(laidOut)
  const told = new Set(
    laidOut.problems.flatMap(({kind, detail}) => (kind === 'layout-note' ? [/^Note (\S+) /.exec(detail)?.[1]] : []))
  )
  const lost = part.notes.filter(({anchor, html}) => {
    const own = found.filter(({note}) => note === anchor)
    return bare(own.map(({text}) => text).join('')) !== textGiven(html)
  })
  const pageOf = (anchor: string): number | undefined => found.find(({note}) => note === anchor)?.page
  const called = callPages(laidOut)
  const away = part.notes.filter(({anchor}) => pageOf(anchor) !== called.get(anchor) && !told.has(anchor))
  const wronglyTold = part.notes.filter(({anchor}) => told.has(anchor) && pageOf(anchor) === called.get(anchor))
  return [
    ...lost.map(({anchor}) => `${anchor} does not have its text`),
    ...away.map(({anchor}) => `${anchor} does not begin on the page of its call`),
    ...wronglyTold.map(({anchor}) => `${anchor} begins on the page of its call, against what was told`),
    ...part.registers.flatMap(({key}) => orderFaults(part, found, key))
  ]
}

/** Pages of marks, and pages on which lemmas of entries keyed by line begin. */
function callPages({pages, anchors}: LaidOut): Map<string, number> {
  const found = new Map<string, number>()
  for (const [id, page] of Object.entries(anchors)) if (id.endsWith('-call')) found.set(id.slice(0, -5), page)
  pages.forEach((html, page) => {
    for (const {properties} of elements(fromHtml(html)))
      for (const anchor of String(properties['dataEntry'] ?? '').split(' '))
        if (!found.has(anchor)) found.set(anchor, page)
  })
  return found
}

/** The pieces of a register must come note by note, in the order of the calls. */
function orderFaults(part: FlowPart, found: Piece[], register: string): string[] {
  const expected = part.notes.filter((note) => note.register === register).map(({anchor}) => anchor)
  const own = found.filter((piece) => piece.register === register).map(({note}) => note)
  const runs = own.filter((note, i) => note !== own[i - 1])
  return runs.join() === expected.join() ? [] : [`${register} comes as ${runs.join()}, expected ${expected.join()}`]
}

/** The numbered paragraph on a page. */
export function paragraphOf(page: string, n: string): Nodes {
  const found = elements(fromHtml(page)).find((element) => element.properties['dataP'] === n)
  if (!found) throw new Error(`No paragraph ${n}`)
  return found
}

/** All elements of one name on a page. */
export const elementsOn = (page: string, name: string): Element[] =>
  elements(fromHtml(page)).filter(({tagName}) => tagName === name)

/** All elements inside a node. */
export const elements = (node: Nodes): Element[] =>
  ('children' in node ? node.children : []).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : []
  )

/** Styles of the columns of a table. */
export const columnWidths = (table: Element): unknown[] =>
  elements(table).flatMap(({tagName, properties}) => (tagName === 'col' ? [properties['style']] : []))

/** Text without generated words and visible hyphens. */
/** With hyphens and signs of the program. */
export const wholeText = (node: Nodes): string => textOf(node, [])

export const ownText = (node: Nodes): string => textOf(node, ['hyphen', 'generated'])

/** Text without soft hyphens, one space between words. */
export const bare = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const all = (node: Nodes, name: string): Element[] => elements(node).filter((element) => hasClass(element, name))

function hasClass({properties}: Element, name: string): boolean {
  const {className} = properties
  return Array.isArray(className) && className.includes(name)
}

/** What the layout puts in: hyphens at line ends, lines and ranks of lemmas, signs between notes, heads of tables that go on. */
const OF_THE_LAYOUT = ['hyphen', 'entry-line', 'occurrence', 'separator', 'repeated-head']

/** Text without what the layout puts in, and with the mark that is cited where the page has one of its own. */
function textOf(node: Nodes, without: readonly string[] = OF_THE_LAYOUT): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && without.some((name) => hasClass(node, name))) return ''
  if (node.type === 'element' && node.properties['dataMark'] !== undefined) return String(node.properties['dataMark'])
  return 'children' in node ? node.children.map((child) => textOf(child, without)).join('') : ''
}
