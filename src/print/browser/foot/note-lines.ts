// Lines of a note at the foot in the order in which they are read: down its column, then from column to column.
import {textRects} from '../lines/index.ts'
import {rectAt} from '../ruler.ts'

/** A line of a note. Places are pixels of the viewport. */
export interface NoteLine {
  column: number
  top: number
  bottom: number
  /** First piece of text on the line. */
  start: Text
}

/** Lines of a note from its top; in a single column as many as a cut must know of that lies no lower than a limit. */
export function noteLines(note: HTMLElement, limit = Infinity): NoteLine[] {
  const columnOf = columns(note)
  const lines: NoteLine[] = []
  for (const {node, rects} of textRects(note)) {
    for (const rect of rects) {
      const column = columnOf(rect)
      const line = lines.findLast((one) => one.column === column && sameLine(one, rect))
      if (!line) lines.push({column, top: rect.top, bottom: rect.bottom, start: node})
      else if (rect.height > line.bottom - line.top) Object.assign(line, {top: rect.top, bottom: rect.bottom})
    }
    if (lines.length > MORE_LINES && (lines.at(-MORE_LINES)?.top ?? limit) > limit) break
  }
  return lines.toSorted((a, b) => a.column - b.column || a.top - b.top)
}

/** Where a line begins in its first piece of text. */
export function startOn(line: NoteLine, note: HTMLElement): number {
  const columnOf = columns(note)
  const on = (from: number): boolean => {
    for (let i = from; i < line.start.length; i++) {
      const rect = rectAt(line.start, i)
      if (rect) return columnOf(rect) > line.column || (columnOf(rect) === line.column && middle(rect) > line.top)
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

/** Whether the notes of a register stand in columns. */
export function inColumns(note: HTMLElement): boolean {
  return note.parentElement?.dataset['layout']?.endsWith('-columns') ?? false
}

/** Lines looked at beyond the limit: those that a cut must leave for the next page, and some to spare for cells side by side. */
const MORE_LINES = 12

/** Tells the column of its register that a piece of a note stands in: from right to left the first one is at the right. */
function columns(note: HTMLElement): (rect: DOMRect) => number {
  const register = note.parentElement
  if (!register || !inColumns(note)) return () => 0
  const {left, right, width} = register.getBoundingClientRect()
  const {columnCount, columnWidth, columnGap, direction} = getComputedStyle(register)
  const gap = parseFloat(columnGap) || 0
  // As CSS Multi-column Layout 1 counts them: as many as asked for, but fewer where they would be narrower than their width.
  const most = Math.floor((width + gap) / ((parseFloat(columnWidth) || 0) + gap))
  const step = (width + gap) / Math.max(1, Math.min(Number(columnCount) || 1, most))
  if (direction === 'rtl') return (rect) => Math.floor((right - rect.right + gap / 2) / step)
  return (rect) => Math.floor((rect.left - left + gap / 2) / step)
}

function sameLine(line: NoteLine, rect: DOMRect): boolean {
  const shared = Math.min(line.bottom, rect.bottom) - Math.max(line.top, rect.top)
  return shared >= 0.4 * Math.min(line.bottom - line.top, rect.height)
}

const middle = (rect: DOMRect): number => (rect.top + rect.bottom) / 2
