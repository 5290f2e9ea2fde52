// Reads laid-out pages again, by a way of its own.
import type {Element, Nodes} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {LaidOut} from '../../../src/print/contract.ts'

/** All text of the flow, one space between words. */
export function flowText(laidOut: LaidOut): string {
  return bare(laidOut.pages.map((page) => all(fromHtml(page), 'pagedjs_page_content').map(textOf).join('')).join(''))
}

/** Text of every note, its pieces joined. */
export function noteTexts(laidOut: LaidOut): Map<string, string> {
  const texts = new Map<string, string>()
  for (const page of laidOut.pages)
    for (const note of all(fromHtml(page), 'note')) {
      const key = String(note.properties['dataNote'])
      texts.set(key, (texts.get(key) ?? '') + textOf(note))
    }
  return new Map([...texts].map(([key, text]) => [key, bare(text)]))
}

/** Text of a note as it was given. */
export const noteText = (html: string): string => bare(textOf(fromHtml(html, {fragment: true})))

/** The numbered paragraph on a page. */
export function paragraphOf(page: string, n: string): Nodes {
  const found = elements(fromHtml(page)).find((element) => element.properties['dataP'] === n)
  if (!found) throw new Error(`No paragraph ${n}`)
  return found
}

/** All elements inside a node. */
export const elements = (node: Nodes): Element[] =>
  ('children' in node ? node.children : []).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : []
  )

/** Styles of the first two cells of a table. */
export const cellWidths = (table: Element): unknown[] =>
  elements(table)
    .filter(({tagName}) => tagName === 'td' || tagName === 'th')
    .slice(0, 2)
    .map((cell) => cell.properties['style'])

const all = (node: Nodes, className: string): Element[] =>
  elements(node).filter((element) => hasClass(element, className))

function hasClass(element: Element, name: string): boolean {
  const classes = element.properties['className']
  return Array.isArray(classes) && classes.includes(name)
}

/** Text without visible hyphens at line ends. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && hasClass(node, 'hyphen')) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Text without generated words and visible hyphens. */
export function ownText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && (hasClass(node, 'hyphen') || hasClass(node, 'generated'))) return ''
  return 'children' in node ? node.children.map(ownText).join('') : ''
}

/** Text without soft hyphens, one space between words. */
export const bare = (text: string): string =>
  text
    .replace(/\u00AD/g, '')
    .replace(/\s+/g, ' ')
    .trim()
