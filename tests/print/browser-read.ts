// Reads laid-out pages back as text, with a parser of HTML and nothing of the script that made them.
import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {FlowPart, LaidOut} from '../../src/print/contract.ts'

/** A note, or a piece of one, as it stands at the foot of a page. */
export interface Piece {
  page: number
  note: string
  register: string
  text: string
  continued: boolean
}

/** Text of the pages without notes and without white space. */
export const textOfPages = (laidOut: LaidOut): string =>
  laidOut.pages.map((page) => all(fromHtml(page), 'pagedjs_page_content').map(bare).join('')).join('')

/** Text that was given, in the same form. */
export const textGiven = (part: FlowPart): string => bare(fromHtml(part.html, {fragment: true}))

/** All pieces of notes in the order of pages and registers. */
export const pieces = (laidOut: LaidOut): Piece[] =>
  laidOut.pages.flatMap((html, page) =>
    all(fromHtml(html), 'note').map((note) => ({
      page,
      note: String(note.properties['dataNote']),
      register: String(note.properties['dataRegister']),
      text: bare(note),
      continued: note.properties['dataContinued'] !== undefined
    }))
  )

/** What is wrong with the notes of a layout: words lost or doubled, order, page. Empty when all is well. */
export function noteFaults(part: FlowPart, laidOut: LaidOut): string[] {
  const found = pieces(laidOut)
  const told = new Set(
    laidOut.problems.flatMap(({kind, detail}) => (kind === 'layout-note' ? [detail.split(' ')[1]] : []))
  )
  const lost = part.notes.filter(({anchor, html}) => {
    const own = found.filter(({note}) => note === anchor)
    return own.map(({text}) => text).join('') !== bare(fromHtml(html, {fragment: true}))
  })
  const away = part.notes.filter(({anchor}) => {
    const from = found.find(({note}) => note === anchor)?.page
    return from !== laidOut.anchors[`${anchor}-call`] && !told.has(anchor)
  })
  return [
    ...lost.map(({anchor}) => `${anchor} does not have its text`),
    ...away.map(({anchor}) => `${anchor} does not begin on the page of its call`),
    ...part.registers.flatMap(({key}) => orderFaults(part, found, key))
  ]
}

/** The pieces of a register must come note by note, in the order of the calls. */
function orderFaults(part: FlowPart, found: Piece[], register: string): string[] {
  const expected = part.notes.filter((note) => note.register === register).map(({anchor}) => anchor)
  const own = found.filter((piece) => piece.register === register).map(({note}) => note)
  const runs = own.filter((note, i) => note !== own[i - 1])
  return runs.join() === expected.join() ? [] : [`${register} comes as ${runs.join()}, expected ${expected.join()}`]
}

const elements = (node: Nodes): Element[] =>
  ('children' in node ? node.children : []).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : []
  )

const all = (node: Nodes, name: string): Element[] => elements(node).filter((element) => hasClass(element, name))

function hasClass({properties}: Element, name: string): boolean {
  const {className} = properties
  return Array.isArray(className) && className.includes(name)
}

/** Text without white space, soft hyphens and the visible hyphens at line ends. */
function bare(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/[\s\u00AD]/g, '')
  if (node.type === 'element' && hasClass(node, 'hyphen')) return ''
  return 'children' in node ? node.children.map(bare).join('') : ''
}
