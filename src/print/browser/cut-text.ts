// Marks a paragraph that a page end cuts, so that its last line on the page is set to full measure.
import {blockOf} from './lines.ts'

/** Marks the blocks that the beginning of a range lies in; the innermost says whether its last line must be justified. */
export function markCut(range: Range): void {
  const {startContainer} = range
  if (!(startContainer instanceof Text) || !startContainer.parentElement) return
  const block = blockOf(startContainer.parentElement, document.body)
  block.setAttribute('data-split-to', '')
  if (getComputedStyle(block).textAlign === 'justify') block.setAttribute('data-cut', '')
}
