// Cuts a piece out of one side of a row: from one place of its text to another, as blocks of their own.
import {hasContentBefore} from '../breaks.ts'
import {forTheEye} from '../repeated-heads.ts'
import {readRow} from './text.ts'
import type {RowText} from './text.ts'

/** A copy of a row with the text from one place to another; without places, from its beginning or to its end. */
export function pieceOf(row: HTMLElement, from: number | undefined, to: number | undefined): HTMLElement {
  const piece = row.cloneNode(true) as HTMLElement
  const text = readRow(piece)
  // Both places are found before anything is taken away.
  const [end, start] = [to, from].map((at) => (at === undefined ? undefined : placeAt(piece, text, at)))
  if (end) dropFrom(piece, end)
  if (start) dropBefore(piece, start)
  return piece
}

/** Where a cut lies: inside a text, or before a node. */
interface Place {
  node: Node
  offset: number
}

function placeAt(piece: HTMLElement, {pieces}: RowText, at: number): Place | undefined {
  const found = pieces.findLast((one) => one.at <= at)
  if (!found) return undefined
  const {node} = found
  const offset = at - found.at
  if (/\S/.test(node.data.slice(0, offset))) return {node, offset}
  // The bar of a leaf goes with the word after it.
  const bar = node.previousSibling
  const first = bar instanceof Element && bar.matches('.leaf-break') ? bar : node
  let outer: Node = first
  while (outer.parentNode && outer.parentNode !== piece && !hasContentBefore(outer)) outer = outer.parentNode
  return {node: outer, offset: 0}
}

function dropFrom(piece: HTMLElement, {node, offset}: Place): void {
  const range = document.createRange()
  const cut = cutElements(node, piece)
  if (offset > 0) range.setStart(node, offset)
  else range.setStartBefore(node)
  range.setEnd(piece, piece.childNodes.length)
  range.deleteContents()
  for (const element of [...cut, piece]) element.setAttribute('data-split-to', '')
}

function dropBefore(piece: HTMLElement, {node, offset}: Place): void {
  const range = document.createRange()
  const cut = cutElements(node, piece)
  for (const list of cut) if (list instanceof HTMLOListElement) list.start += itemsBefore(list, node)
  const heads = cut.map((table) => (table instanceof HTMLTableElement ? table.tHead : null))
  const columns = cut.map((table) => table.querySelector(':scope > colgroup'))
  range.setStart(piece, 0)
  if (offset > 0) range.setEnd(node, offset)
  else range.setEndBefore(node)
  range.deleteContents()
  for (const element of cut) {
    element.removeAttribute('id')
    element.setAttribute('data-split-from', '')
    if (!element.matches('p')) element.setAttribute('data-goes-on', '')
  }
  for (const [index, head] of heads.entries()) if (head) cut[index]?.prepend(forTheEye(head))
  for (const [index, own] of columns.entries()) if (own) cut[index]?.prepend(own)
  piece.setAttribute('data-split-from', '')
}

/** Items that stand before the one that a cut goes through or before. */
function itemsBefore(list: HTMLOListElement, node: Node): number {
  const items = [...list.children]
  return Math.max(
    0,
    items.findIndex((item) => item.contains(node))
  )
}

/** Elements that a cut goes through. */
function cutElements(node: Node, piece: Element): Element[] {
  const found: Element[] = []
  for (let element = node.parentElement; element && element !== piece; element = element.parentElement)
    found.push(element)
  return found
}
