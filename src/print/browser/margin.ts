// The margin of a page: numbers of paragraphs and labels of leaves at the height of their lines, outside the tagged text.
import {lineAt} from './lines.ts'
import type {Line} from './lines.ts'
import type {PageState} from './page-state.ts'

/** Adds the margin layer to a finished page; where leaves of several copies are marked, each says of which. */
export function addMargin(state: PageState, lines: Line[], severalCopies: boolean): void {
  const box = state.page.element.querySelector('.pagedjs_pagebox')
  if (!box) return
  const layer = document.createElement('div')
  layer.className = 'margin-layer'
  layer.setAttribute('aria-hidden', 'true')
  layer.append(...labels(state, lines, {top: box.getBoundingClientRect().top, severalCopies}).map(toBox))
  if (layer.firstChild) box.append(layer)
}

/** Whether the leaves that are marked on some pages are those of more than one copy. */
export function marksSeveralCopies(pages: readonly PageState[]): boolean {
  const copies = pages.flatMap(({content}) =>
    [...content.querySelectorAll<HTMLElement>('.leaf-break')].map((leaf) => leaf.dataset['wit'])
  )
  return new Set(copies).size > 1
}

interface Label {
  kind: 'margin-paragraph' | 'margin-leaf'
  text: string
  top: number
}

interface Margin {
  top: number
  severalCopies: boolean
}

/** Labels of one kind that stand on one line are one label. */
function labels(state: PageState, lines: Line[], {top, severalCopies}: Margin): Label[] {
  const marked = state.content.querySelectorAll<HTMLElement>('p[data-p]:not([data-split-from]), .leaf-break[data-leaf]')
  if (marked.length === 0) return []
  const found: Label[] = []
  for (const element of marked) {
    const rect = firstRect(element)
    if (!rect) continue
    const made = {...labelOf(element, severalCopies), top: (lineAt(lines, state.frame, rect)?.top ?? rect.top) - top}
    const same = found.find(({kind, top: other}) => kind === made.kind && Math.abs(other - made.top) < SAME_LINE)
    if (same) same.text += `, ${made.text}`
    else found.push(made)
  }
  return found
}

const SAME_LINE = 2

// The first piece of text, not the block: a paragraph that opens with a raised mark still has its number on the line.
function firstRect(element: HTMLElement): DOMRect | undefined {
  const range = document.createRange()
  range.selectNodeContents(element)
  const rects = [...range.getClientRects(), ...element.getClientRects()]
  return rects.find((rect) => rect.width > 0.01 && rect.height > 1) ?? rects[0]
}

function labelOf({dataset}: HTMLElement, severalCopies: boolean): Omit<Label, 'top'> {
  const {leaf, wit, p = ''} = dataset
  if (leaf === undefined) return {kind: 'margin-paragraph', text: p}
  return {kind: 'margin-leaf', text: severalCopies && wit ? `${wit} ${leaf}` : leaf}
}

function toBox({kind, text, top}: Label): HTMLElement {
  const box = document.createElement('div')
  const words = document.createElement('span')
  box.className = kind
  words.textContent = text
  box.style.top = `${top.toFixed(2)}px`
  box.append(words)
  return box
}
