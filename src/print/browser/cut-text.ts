// Marks a paragraph that a page end cuts, so that its last line on the page is set to full measure.
import {blockOf} from './lines.ts'

/** Marks the block that the beginning of a range cuts; it says itself whether its last line must be justified. */
export function markCut(range: Range): void {
  const parent = parentOfCut(range)
  if (!parent) return
  const block = blockOf(parent, document.body)
  if (!hasTextBefore(block, range)) return
  block.setAttribute('data-split-to', '')
  if (getComputedStyle(block).textAlign === 'justify') block.setAttribute('data-cut', '')
}

/** The element whose line is cut: in a text, or before an inline element such as a word with its mark; none between blocks. */
function parentOfCut({startContainer, startOffset}: Range): Element | null {
  if (startContainer instanceof Text) return startContainer.parentElement
  const next = startContainer.childNodes[startOffset]
  const inline =
    next instanceof Text || (next instanceof Element && getComputedStyle(next).display.startsWith('inline'))
  return inline && startContainer instanceof Element ? startContainer : null
}

function hasTextBefore(block: Element, {startContainer, startOffset}: Range): boolean {
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(startContainer, startOffset)
  return /\S/.test(before.toString())
}
