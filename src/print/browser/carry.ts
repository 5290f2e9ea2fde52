// Cuts a note at a line, so that its rest can stand on the next page; two lines stay on each side.
import {hyphenAfter} from './hyphens.ts'
import {textRects} from './lines.ts'
import {hasContentBefore} from './breaks.ts'

/** Lines of a note that must stay together on either side of a cut. */
const KEEP = 2

/** By how much a note can be shortened by a cut, in pixels. */
export function linesToGive(note: HTMLElement): number {
  if (note.dataset['cut'] !== undefined) return 0
  const lines = noteLines(note, -Infinity)
  const second = lines[KEEP - 1]
  if (lines.length < 2 * KEEP || !second) return 0
  return note.getBoundingClientRect().bottom - second.bottom
}

/** Shortens a note by at least `over` pixels where it can, else as far as it can; returns the rest. */
export function cutNote(note: HTMLElement, over: number): HTMLElement | undefined {
  const limit = note.getBoundingClientRect().bottom - over + TOLERANCE
  const lines = noteLines(note, limit)
  if (lines.length < 2 * KEEP) return undefined
  const fitting = lines.filter((line) => line.bottom <= limit).length
  const keep = Math.max(KEEP, Math.min(fitting, lines.length - KEEP))
  const next = lines[keep]
  return next ? splitAt(note, next) : undefined
}

interface NoteLine {
  top: number
  bottom: number
  /** First piece of text on the line. */
  start: Text
}

const TOLERANCE = 0.1
/** Lines looked at beyond the limit: those that a cut must leave for the next page, and some to spare for cells side by side. */
const MORE_LINES = 12

/** Lines of a note from its top: as many as a cut must know of that lies no lower than a limit. */
function noteLines(note: HTMLElement, limit: number): NoteLine[] {
  const lines: NoteLine[] = []
  for (const {node, rects} of textRects(note)) {
    for (const rect of rects) {
      const line = lines.findLast((one) => sameLine(one, rect))
      if (!line) lines.push({top: rect.top, bottom: rect.bottom, start: node})
      else if (rect.height > line.bottom - line.top) Object.assign(line, {top: rect.top, bottom: rect.bottom})
    }
    if (lines.length > MORE_LINES && (lines.at(-MORE_LINES)?.top ?? limit) > limit) break
  }
  return lines.toSorted((a, b) => a.top - b.top)
}

function sameLine(line: NoteLine, rect: DOMRect): boolean {
  const shared = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top)
  return shared >= 0.4 * Math.min(line.bottom - line.top, rect.height)
}

function splitAt(note: HTMLElement, line: NoteLine): HTMLElement {
  const offset = firstOn(line)
  const range = document.createRange()
  if (offset > 0) range.setStart(line.start, offset)
  else range.setStartBefore(climb(line.start, note))
  if (note.lastChild) range.setEndAfter(note.lastChild)
  const node = range.startContainer
  const cut = ancestors(node instanceof Element ? node : node.parentElement, note)
  const rest = note.cloneNode(false) as HTMLElement
  rest.append(range.extractContents())
  if (offset > 0) hyphenAfter(line.start)
  markHalves(note, rest, cut)
  return rest
}

/** Elements inside the note that the cut goes through, the outermost first. */
function ancestors(start: Element | null, note: HTMLElement): Element[] {
  const found: Element[] = []
  for (let element = start; element && element !== note; element = element.parentElement) found.unshift(element)
  return found
}

function firstOn(line: NoteLine): number {
  const range = document.createRange()
  const middle = line.top
  const on = (from: number): boolean => {
    for (let i = from; i < line.start.length; i++) {
      range.setStart(line.start, i)
      range.setEnd(line.start, i + 1)
      const rect = [...range.getClientRects()].findLast((one) => one.width > 0)
      if (rect) return (rect.top + rect.bottom) / 2 > middle
    }
    return true
  }
  let low = 0
  let high = line.start.length
  while (low < high) {
    const half = (low + high) >> 1
    if (on(half)) high = half
    else low = half + 1
  }
  return low
}

function climb(start: Node, note: HTMLElement): Node {
  let node = start
  while (node.parentNode && node.parentNode !== note && !hasContentBefore(node)) node = node.parentNode
  return node
}

/** Says of both halves what they are, so that the styles set them as one note over two pages. */
function markHalves(note: HTMLElement, rest: HTMLElement, cut: Element[]): void {
  note.dataset['cut'] = ''
  rest.removeAttribute('data-cut')
  rest.dataset['continued'] = ''
  let half: Element = rest
  for (const element of [note, ...cut]) {
    const twin: Element | null = element === note ? rest : half.firstElementChild
    if (!twin) return
    twin.removeAttribute('id')
    if (element !== note) {
      element.setAttribute('data-split-to', '')
      twin.setAttribute('data-split-from', '')
    }
    if (element instanceof HTMLOListElement && twin instanceof HTMLOListElement)
      twin.start = element.start + element.children.length - (cut.some((one) => one.parentElement === element) ? 1 : 0)
    half = twin
  }
}
