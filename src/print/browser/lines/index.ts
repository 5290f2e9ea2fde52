// Finds the lines of set text: client rectangles of text, those of one line taken together.
import {rectsIn} from '../ruler.ts'

/** A line as it is set. Places are pixels of the viewport. */
export interface Line {
  /** Column of the fragmented text: 0 is on the page, the others would go over. */
  column: number
  top: number
  bottom: number
  /** The innermost block that the line belongs to. */
  block: Element
  /** Nothing but raised or lowered marks stands on it so far. */
  small: boolean
  /** Nothing but generated words stands on it. */
  generated: boolean
  /** Its number, where lines are numbered and this one counts. */
  n?: number
}

/** Where the text of a page stands. */
export interface Frame {
  left: number
  top: number
  right: number
  height: number
  /** From the left of one column to the left of the next. */
  step: number
}

/** The column that a place belongs to. */
export function columnOf(frame: Frame, x: number): number {
  return Math.max(0, Math.floor((x - frame.left + SIDE_ROOM) / frame.step))
}

/** All lines of an element in the order of columns, then downwards. */
export function findLines(root: Element, frame: Frame): Line[] {
  const lines: Line[] = []
  const blocks = new Map<Element, Element>()
  for (const {node, rects} of textRects(root)) {
    const parent = node.parentElement ?? root
    const block = blocks.get(parent) ?? blockOf(parent, root)
    blocks.set(parent, block)
    const small = parent.closest('.call, sup, sub') !== null
    const generated = parent.closest('.generated') !== null
    for (const {left, top, bottom} of rects)
      join(lines, {column: columnOf(frame, left), top, bottom, block, small, generated})
  }
  for (const line of lines) widenToPitch(line)
  return lines.toSorted((a, b) => a.column - b.column || a.top + a.bottom - (b.top + b.bottom))
}

/** The line on which a rectangle lies, if any. */
export function lineAt(lines: Line[], frame: Frame, rect: DOMRect): Line | undefined {
  const column = columnOf(frame, rect.left)
  let best: Line | undefined
  let most = 0
  for (const line of lines) {
    if (line.column !== column) continue
    const shared = overlap(line, rect)
    if (shared <= most) continue
    most = shared
    best = line
  }
  return best
}

/** Every piece of text of an element with its visible rectangles. */
export function* textRects(root: Node): Generator<{node: Text; rects: DOMRect[]}> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (!/\S/.test(text.data)) continue
    yield {node: text, rects: [...rectsIn(text)].filter((rect) => rect.width > 0.01 && rect.height > 1)}
  }
}

/** The innermost element around a place that is laid out as a block. */
export function blockOf(start: Element, root: Element): Element {
  let element = start
  while (element !== root && element.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(element).display))
    element = element.parentElement
  return element
}

// Numbers that hang to the left of the measure still belong to its column; columns lie a thousand pixels apart.
const SIDE_ROOM = 200
/** Lines looked back over for a partner: cells of one table row lie apart in the text. */
const LOOK_BACK = 60

function join(lines: Line[], piece: Line): void {
  const stop = Math.max(0, lines.length - LOOK_BACK)
  for (let i = lines.length - 1; i >= stop; i--) {
    const line = lines[i]
    if (!line || line.column !== piece.column) continue
    if (overlap(line, piece) < 0.5 * Math.min(line.bottom - line.top, piece.bottom - piece.top)) continue
    const generated = line.generated && piece.generated
    if (weight(piece) > weight(line)) Object.assign(line, piece)
    line.generated = generated
    return
  }
  lines.push({...piece})
}

// What a line is goes by its words, not by marks that stand beside them.
const weight = ({small, generated}: Line): number => (small ? 0 : generated ? 1 : 2)

function overlap(a: {top: number; bottom: number}, b: {top: number; bottom: number}): number {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
}

// A rectangle of text is as high as its font; what takes up room is the line box of the block's line height.
function widenToPitch(line: Line): void {
  const pitch = parseFloat(getComputedStyle(line.block).lineHeight)
  if (!(pitch > 0)) return
  // Chromium puts whole pixels of the leading above the text and the rest below it, also where the leading is negative.
  line.top -= Math.floor((pitch - (line.bottom - line.top)) / 2)
  line.bottom = line.top + pitch
}
