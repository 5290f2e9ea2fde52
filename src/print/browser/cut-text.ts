// Marks a paragraph that a page end cuts, so that its last line on the page is set to full measure.
import {blockOf} from './lines/index.ts'

/** Marks all blocks that the end of the page cuts; the innermost says whether its last line must be justified. */
export function markCut(range: Range, rendered: Element): void {
  const {startContainer, startOffset} = range
  const node = startContainer instanceof Text ? startContainer : startContainer.childNodes[startOffset]
  const parent = node?.parentElement
  parent?.closest('table')?.setAttribute('data-split-to', '')
  if (!node || !parent || (node instanceof Element && blockOf(node, rendered) === node)) return
  const block = blockOf(parent, rendered)
  if (block === rendered) return
  if (getComputedStyle(block).textAlign === 'justify') block.setAttribute('data-cut', '')
  for (let here: Element | null = block; here && here !== rendered; here = here.parentElement)
    here.setAttribute('data-split-to', '')
}
