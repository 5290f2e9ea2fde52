// Keeps the columns of a table that the end of a page cuts, also inside a row: Paged.js 0.4.3 leaves out what says how wide they are, and
// for cells that stand on other pages puts some of them, told from the row's own by nothing.
import {lastTextIn} from './words.ts'

/** Gives a table that comes from the page before its columns, and leaves free the places of cells that stand there. */
export function keepColumns(copy: Node, source: Node): void {
  const table = elementOf(copy)?.closest('table')
  const own = elementOf(source)?.closest('table')
  if (!table?.hasAttribute('data-split-from') || !own) return
  copyColumns(own, table)
  keepPlaces(copy, source)
}

/** Puts columns like those of another table into one that has none. */
export function copyColumns(from: Element, into: Element): void {
  const columns = from.querySelector(':scope > colgroup')
  if (!columns || into.querySelector(':scope > colgroup')) return
  const copy = columns.cloneNode(true) as Element
  for (const element of [copy, ...copy.children])
    for (const name of element.getAttributeNames()) if (name !== 'style') element.removeAttribute(name)
  into.prepend(copy)
}

function keepPlaces(copy: Node, source: Node): void {
  const cell = cellOf(copy)
  const row = cell?.closest('tr')
  if (!cell || !row?.hasAttribute('data-split-from') || kept.has(row)) return
  kept.add(row)
  while (cell.previousSibling) cell.previousSibling.remove()
  for (let before = cellOf(source)?.previousElementSibling; before; before = before.previousElementSibling)
    row.prepend(placeOf(before))
}

const kept = new WeakSet<Element>()

/** A place in which nothing stands here, nor is it the end or the beginning of what stands beside it. */
function placeOf(cell: Element): Element {
  const place = document.createElement('td')
  if (cell instanceof HTMLTableCellElement && cell.colSpan > 1) place.colSpan = cell.colSpan
  place.className = 'generated'
  place.setAttribute('aria-hidden', 'true')
  place.setAttribute('data-split-from', '')
  place.setAttribute('data-split-to', '')
  return place
}

/** Takes away the empty cells that Paged.js puts behind one that the end of the page cuts. */
export function dropCellsAfter(rendered: Element): void {
  const last = lastTextIn(rendered)
  const cell = last && cellOf(last)
  if (!cell?.hasAttribute('data-split-to')) return
  while (cell.nextSibling) cell.nextSibling.remove()
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)
const cellOf = (node: Node): Element | null => elementOf(node)?.closest('td, th') ?? null
