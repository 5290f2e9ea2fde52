// Finds where the text goes over to the next page: the first character or block that stands outside the first column.
import type {Frame} from './lines/index.ts'
import {REPEATED_HEAD} from './repeated-heads.ts'
import {rectAt, rectsIn} from './ruler.ts'

/** From the first thing beyond the page to the end; nothing where all fits. */
export function overflowRange(rendered: HTMLElement, frame: Frame): Range | undefined {
  const place = firstBeyond(rendered, frame.right + 1)
  if (!place || !rendered.lastChild) return undefined
  const range = document.createRange()
  const {node, offset} = wholeRow(wholeCall(place), rendered)
  if (node.nodeType === Node.TEXT_NODE && /\S/.test((node as Text).data.slice(0, offset))) range.setStart(node, offset)
  else range.setStartBefore(outermost(node, rendered))
  range.setEndAfter(rendered.lastChild)
  return range
}

/** Whether an element that takes up room, or text, stands before a node inside its parent. */
export function hasContentBefore(node: Node): boolean {
  for (let other = node.previousSibling; other; other = other.previousSibling) if (isContent(other)) return true
  return false
}

interface Place {
  node: Node
  offset: number
}

const REPLACED = 'IMG, SVG, HR, CANVAS, VIDEO'

function firstBeyond(rendered: HTMLElement, edge: number): Place | undefined {
  const walker = document.createTreeWalker(rendered, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(REPLACED) && [...node.getClientRects()].some((rect) => rect.left >= edge))
        return {node, offset: 0}
      continue
    }
    const text = node as Text
    if (!/\S/.test(text.data)) continue
    if ([...rectsIn(text)].some((rect) => rect.width > 0 && rect.left >= edge))
      return {node, offset: firstCharacterBeyond(text, edge)}
  }
  return undefined
}

// The rectangle of one letter after a hyphenated line end also covers the end of the line before: only its last piece
// says where the letter stands. (Paged.js takes the bounding box, breaks a letter late, and text leaves the sheet.)
function firstCharacterBeyond(text: Text, edge: number): number {
  const beyond = (from: number): boolean => {
    for (let i = from; i < text.length; i++) {
      const last = rectAt(text, i)
      if (last) return last.left >= edge
    }
    return true
  }
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (beyond(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** A call stands on one page, also where a line breaks it. */
function wholeCall(place: Place): Place {
  const call = place.node.parentElement?.closest('.call')
  return call ? {node: call, offset: 0} : place
}

// Cells of a row stand side by side, and a break has one place only: rows are kept whole unless a row opens the page.
function wholeRow(place: Place, rendered: HTMLElement): Place {
  const element = place.node instanceof Element ? place.node : place.node.parentElement
  const row = element?.closest('tr')
  if (!row || !rendered.contains(row)) return place
  if (hasContentBefore(row)) return {node: row, offset: 0}
  const group = row.parentElement
  if (group?.previousElementSibling?.matches('tbody')) return {node: group, offset: 0}
  const table = row.closest('table')
  return table && hasAnythingBefore(table, rendered) ? {node: table, offset: 0} : place
}

/** Whether anything stands before a node inside an element around it. */
export function hasAnythingBefore(node: Node, root: Node): boolean {
  for (let here: Node | null = node; here && here !== root; here = here.parentNode)
    if (hasContentBefore(here)) return true
  return false
}

/** The outermost element that begins with a node. */
export function outermost(node: Node, rendered: Element): Node {
  let here = node
  while (here.parentNode && here.parentNode !== rendered && !hasContentBefore(here)) here = here.parentNode
  return here
}

function isContent(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return /\S/.test((node as Text).data)
  if (!(node instanceof Element) || node.matches(REPEATED_HEAD)) return false
  return /\S/.test(node.textContent) || node.matches(REPLACED) || node.querySelector(REPLACED) !== null
}
