// Text of an element for counting and comparing.
import {REPEATED_HEAD} from './repeated-heads.ts'

/** The words of the text: without generated marks, visible hyphens and soft hyphens. */
export function ownText(root: Node): string {
  return collect(root, '.generated, .hyphen')
}

/** The words of the text without those of notes at its end: what outputs without pages count too. */
export function runningText(root: Node): string {
  return collect(root, '.generated, .hyphen, .note')
}

/** The last piece of text that is not white space. */
export function lastTextIn(root: Node): Text | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.lastChild() ?? undefined; node; node = walker.previousNode() ?? undefined)
    if (node instanceof Text && /\S/.test(node.data)) return node
  return undefined
}

/** The first words of the running text, for those who look for the place. */
export function firstWords(root: Element, most: number): string {
  let text = ''
  let block: Element | null = null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('.generated, .hyphen, .note')) continue
    const own: Element | null = node.parentElement?.closest(BLOCKS) ?? null
    text += `${own === block ? '' : ' '}${(node as Text).data.replaceAll('\u00AD', '')}`
    block = own
    if (text.trim().split(/\s+/).length > most) break
  }
  return text.trim().split(/\s+/).slice(0, most).join(' ')
}

/**
 * Everything that must be on the pages exactly once, generated words too: pieces of blocks joined, one space between
 * words and between blocks, hyphens at line ends left out.
 */
export function provenText(roots: readonly Node[]): string {
  let text = ''
  for (const root of roots) text += spaced(root)
  return text.replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim()
}

function collect(root: Node, without: string): string {
  let text = ''
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(without)) continue
    text += (node as Text).data
  }
  return text.replaceAll('\u00AD', '')
}

/** Blocks are told by their names, since a source that is not laid out has no styles. */
const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, li, ul, ol, dl, dt, dd, div, section, article, header, nav, aside, blockquote, figure, figcaption, table, caption, thead, tbody, tfoot, tr, th, td, pre'

/** What the layout itself puts into the pages: hyphens at line ends, lines of lemmas, ranks of same words, signs between notes, heads of tables again. */
const MADE_HERE = `.hyphen, .entry-line, .occurrence, .separator, ${REPEATED_HEAD}`

function spaced(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof Element && node.matches(MADE_HERE)) return ''
  // What is printed in place of a mark that is numbered per page.
  if (node instanceof HTMLElement && node.dataset['mark'] !== undefined) return node.dataset['mark']
  const inner = [...node.childNodes].map(spaced).join('')
  if (!(node instanceof Element)) return inner
  if (node.matches('br')) return ' '
  // A block that goes on elsewhere ends without a space, one that comes from elsewhere begins without one.
  if (!node.matches(BLOCKS)) return inner
  return `${node.hasAttribute('data-split-from') ? '' : ' '}${inner}${node.hasAttribute('data-split-to') ? '' : ' '}`
}
