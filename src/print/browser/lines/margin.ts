// The margin of a page: numbers of lines and paragraphs and labels of leaves at the height of their lines, outside the tagged text.
import type {FlowLines} from '../../contract.ts'
import {lineAt} from './index.ts'
import type {Frame, Line} from './index.ts'
import type {PageState} from '../page-state.ts'
import {rectsIn} from '../ruler.ts'

/** Text beside which labels stand: the page, or a column of it. */
export interface Beside {
  root: HTMLElement
  frame: Frame
  lines: Line[]
}

/** What is told in the margin, and how. */
export interface MarginChoice {
  numbers?: FlowLines | undefined
  /** Each leaf says of which copy it is. */
  severalCopies: boolean
}

/**
 * Adds the margin layer to a finished page, measured from the block of its text. Sides are those of a book: which of them is left,
 * the styles know when the page has its place.
 *
 *   paragraph numbers opposite the line numbers, leaves opposite the paragraph numbers; on one line one after the other
 */
export function addMargin(area: HTMLElement, beside: Beside, choice: MarginChoice): void {
  const boxes = boxesOf(labels(beside, choice))
  if (boxes.length === 0) return
  const {top} = area.getBoundingClientRect()
  const layer = document.createElement('div')
  layer.className = 'margin-layer'
  layer.setAttribute('aria-hidden', 'true')
  layer.append(...boxes.map((box) => toElement(box, top)))
  area.append(layer)
}

/** Whether the leaves that are marked on some pages are those of more than one copy. */
export function marksSeveralCopies(pages: readonly PageState[]): boolean {
  const copies = pages.flatMap(({content}) =>
    [...content.querySelectorAll<HTMLElement>('.leaf-break')].map((leaf) => leaf.dataset['wit'])
  )
  return new Set(copies).size > 1
}

type Side = FlowLines['margin']

interface Label {
  kind: 'line' | 'paragraph' | 'leaf'
  side: Side
  text: string
  /** Top of its line. */
  top: number
  /** Of the text of its line. */
  block: Element | undefined
}

const OPPOSITE = {outer: 'inner', inner: 'outer', left: 'right', right: 'left'} as const satisfies Record<Side, Side>

/** Labels from the text outwards. */
function labels(beside: Beside, {numbers, severalCopies}: MarginChoice): Label[] {
  const hidden = beside.root.querySelector('.without-numbers') !== null
  const paragraphs = numbers ? OPPOSITE[numbers.margin] : 'outer'
  const leaves = hidden && numbers ? paragraphs : OPPOSITE[paragraphs]
  const made = numbers ? lineLabels(beside.lines, numbers) : []
  for (const element of beside.root.querySelectorAll<HTMLElement>(MARKED)) {
    const {p, leaf, wit} = element.dataset
    const place = placeOf(element, beside)
    if (!place || (hidden && leaf === undefined)) continue
    if (leaf === undefined) made.push({kind: 'paragraph', side: paragraphs, text: p ?? '', ...place})
    else made.push({kind: 'leaf', side: leaves, text: severalCopies && wit ? `${wit} ${leaf}` : leaf, ...place})
  }
  return made
}

const MARKED = 'p[data-p]:not([data-split-from]), .leaf-break[data-leaf]'

/** Every so many lines; a verse that turns over has its number once. */
function lineLabels(lines: readonly Line[], {every, margin}: FlowLines): Label[] {
  const shown = new Map<number, Label>()
  for (const {n, column, top, block} of lines)
    if (n !== undefined && column === 0 && n % every === 0 && !shown.has(n))
      shown.set(n, {kind: 'line', side: margin, text: String(n), top, block})
  return [...shown.values()]
}

// The first piece of text, not the block: a paragraph that opens with a raised mark still has its number on the line.
function placeOf(element: HTMLElement, {lines, frame}: Beside): Pick<Label, 'top' | 'block'> | undefined {
  const rects = [...rectsIn(element), ...element.getClientRects()]
  const rect = rects.find(({width, height}) => width > 0.01 && height > 1) ?? rects[0]
  const line = rect && lineAt(lines, frame, rect)
  return rect && {top: line?.top ?? rect.top, block: line?.block}
}

/** Labels that stand on one line in one margin, a span for each kind. */
function boxesOf(all: readonly Label[]): Label[][] {
  const boxes: Label[][] = []
  for (const label of all) {
    const box = boxes.find(([first]) => first?.side === label.side && Math.abs(first.top - label.top) < SAME_LINE)
    const same = box?.find(({kind}) => kind === label.kind)
    if (same) same.text += `, ${label.text}`
    else if (box) box.push(label)
    else boxes.push([{...label}])
  }
  return boxes
}

const SAME_LINE = 2

// In a margin on the left the styles turn the box round, so that what comes first stands next to the text.
function toElement(labelled: readonly Label[], from: number): HTMLElement {
  const box = document.createElement('div')
  const [first] = labelled
  if (!first) return box
  box.className = `margin-label margin-${first.side}`
  // The browser counts in 64ths of a pixel: a rounded place could snap to another pixel than its line.
  box.style.top = `${(first.top - from).toFixed(6)}px`
  setBaseLine(box, first.block)
  for (const {kind, text} of labelled) {
    const words = document.createElement('span')
    words.className = `margin-${kind}`
    words.textContent = text
    if (box.firstChild) box.append(GAP)
    box.append(words)
  }
  return box
}

const GAP = '\u2002'

/** Text of another size than that of the book has its base line elsewhere in its line. */
function setBaseLine(box: HTMLElement, block: Element | undefined): void {
  const text = block?.closest('.pagedjs_page_content')
  if (!block || !text) return
  const {fontSize, lineHeight} = getComputedStyle(block)
  const usual = getComputedStyle(text)
  if (fontSize === usual.fontSize && lineHeight === usual.lineHeight) return
  Object.assign(box.style, {fontSize, lineHeight})
}
