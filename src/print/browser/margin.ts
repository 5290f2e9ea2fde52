// The margin of a page: numbers of paragraphs and labels of leaves at the height of their lines, outside the tagged text.
import {findLines, lineAt} from './lines.ts'
import type {PageState} from './page-state.ts'

/** Adds the margin layer to a finished page. */
export function addMargin(state: PageState): void {
  const box = state.page.element.querySelector('.pagedjs_pagebox')
  if (!box) return
  const layer = document.createElement('div')
  layer.className = 'margin-layer'
  layer.setAttribute('aria-hidden', 'true')
  layer.append(...labels(state, box.getBoundingClientRect().top))
  if (layer.firstChild) box.append(layer)
}

function labels(state: PageState, top: number): HTMLElement[] {
  const marked = state.content.querySelectorAll<HTMLElement>('p[data-p]:not([data-split-from]), .leaf-break[data-leaf]')
  if (marked.length === 0) return []
  const lines = findLines(state.content, state.frame)
  return [...marked].flatMap((element) => {
    const rect = firstRect(element)
    if (!rect) return []
    const line = lineAt(lines, state.frame, rect)
    return [label(element, (line?.top ?? rect.top) - top)]
  })
}

// The first piece of text, not the block: a paragraph that opens with a raised mark still has its number on the line.
function firstRect(element: HTMLElement): DOMRect | undefined {
  const range = document.createRange()
  range.selectNodeContents(element)
  const rects = [...range.getClientRects(), ...element.getClientRects()]
  return rects.find((rect) => rect.width > 0.01 && rect.height > 1) ?? rects[0]
}

function label(element: HTMLElement, top: number): HTMLElement {
  const box = document.createElement('div')
  const text = document.createElement('span')
  const leaf = element.dataset['leaf']
  box.className = leaf === undefined ? 'margin-paragraph' : 'margin-leaf'
  text.textContent = leaf === undefined ? (element.dataset['p'] ?? '') : (element.dataset['label'] ?? `l. ${leaf}`)
  box.style.top = `${top.toFixed(2)}px`
  box.append(text)
  return box
}
