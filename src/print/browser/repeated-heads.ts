// Shows the head of a table again above its rows on each further page: for the eye only, and never where it would cost the page its text.
import type {PageState} from './page-state.ts'

/** What is shown again is no part of the text: its words are heard, counted and numbered where the head itself stands. */
export const REPEATED_HEAD = '.repeated-head'

/** Share of a page that a head may take where it is repeated; Chromium repeats no higher one either. */
const MOST_OF_PAGE = 0.25

/** Puts the head above the first that is rendered of a table that comes from the page before. */
export function repeatHead(copy: Node, source: Node, {frame}: PageState): void {
  // Columns stand before any head.
  if (copy instanceof Element && copy.matches('colgroup, col')) return
  const table = copy.parentElement?.closest('table')
  const head = source.parentElement?.closest('table')?.tHead
  if (!table?.hasAttribute('data-split-from') || !head || table.tHead || withoutHead.has(table)) return
  const repeated = forTheEye(head)
  table.prepend(repeated)
  if (repeated.getBoundingClientRect().height > frame.height * MOST_OF_PAGE) drop(repeated)
}

/** Takes away a head under which nothing of its table would stand; says whether there was one. */
export function dropLoneHead(range: Range | undefined, rendered: HTMLElement): boolean {
  const head = rendered.querySelector<HTMLElement>(REPEATED_HEAD)
  const first = head && firstTextAfter(head, rendered)
  if (!range || !first || range.comparePoint(first, 0) < 0) return false
  drop(head)
  return true
}

/** Tables that go on without their head. */
const withoutHead = new WeakSet<Element>()

function drop(head: HTMLElement): void {
  if (head.parentElement) withoutHead.add(head.parentElement)
  head.remove()
}

/** A copy of a head that nothing leads to or from: a note is called where the head itself stands, and so is its mark. */
export function forTheEye(head: HTMLElement): HTMLElement {
  const copy = head.cloneNode(true) as HTMLElement
  copy.querySelectorAll('.call').forEach((call) => call.remove())
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const name of element.getAttributeNames())
      if (/^(?:id|href|data-.*)$/.test(name)) element.removeAttribute(name)
  copy.className = 'repeated-head generated'
  copy.setAttribute('aria-hidden', 'true')
  return copy
}

function firstTextAfter(head: Node, root: Node): Text | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const follows = (head.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    if (follows && !head.contains(node) && /\S/.test((node as Text).data)) return node as Text
  }
  return undefined
}
