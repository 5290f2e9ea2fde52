// Numbers the lines of a page as a reader counts them: what is set in one line is one, and only the text itself is counted.
import {columnOf, findLines} from './index.ts'
import type {Frame, Line} from './index.ts'
import {rectsAt} from '../ruler.ts'

/** What decides over the numbers of lines. */
export interface Counting {
  /** Whether headings count. */
  headings: boolean
  /** Number of the last line before: 0 where lines begin anew. */
  before: number
}

/**
 * The lines of an element, those that count with their numbers: on the page and on what would go over. Without `counting` none has one.
 *
 *   He was        1
 *   of the       2      a row of a table counts the lines of its highest cell;
 *   same         3      a verse counts once, its turnover bears its number;
 *   [a heading]         heads, headings, titles and words of the editors are between the lines.
 */
export function numberedLines(root: Element, frame: Frame, counting: Counting | undefined): Line[] {
  const lines = findLines(root, frame)
  if (!counting) return lines
  const counts = counter(counting)
  const turnover = turnovers(lines, frame)
  let n = counting.before
  for (const line of lines) {
    if (!counts(line)) continue
    if (!turnover(line)) n++
    line.n = n
  }
  return lines
}

/** The last number among lines; `before` where none counts. */
export function lastNumber(lines: readonly Line[], before: number): number {
  return lines.findLast(({n}) => n !== undefined)?.n ?? before
}

/** Words that are not of the text itself, or that nobody counts. */
const BETWEEN = '.head, .part-title, .part-editorial, .only, .study, figure, .end-notes, .generated'
const HEADINGS = 'h1, h2, h3, h4, h5, h6'

function counter({headings}: Counting): (line: Line) => boolean {
  const between = headings ? BETWEEN : `${BETWEEN}, ${HEADINGS}`
  const known = new Map<Element, boolean>()
  return ({block, generated}) => {
    if (generated) return false
    const counts = known.get(block) ?? block.closest(between) === null
    known.set(block, counts)
    return counts
  }
}

/** Tells the second and later lines of a verse that is longer than the measure. */
function turnovers(lines: readonly Line[], frame: Frame): (line: Line) => boolean {
  const starts = new Map<Element, DOMRect[]>()
  const opened = new Set<Element>()
  for (const {block} of lines)
    if (!starts.has(block) && block.closest('.part-verse')) starts.set(block, verseStarts(block))
  return (line) => {
    const verses = starts.get(line.block)
    if (!verses) return false
    const first = !opened.has(line.block)
    opened.add(line.block)
    return !first && !verses.some((rect) => standsOn(rect, line, frame))
  }
}

/** Rectangles of the first letters after each end of a verse. */
function verseStarts(block: Element): DOMRect[] {
  const found: DOMRect[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let ended = false
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && node.tagName === 'BR') ended = true
    if (!(node instanceof Text)) continue
    for (const {0: piece, index} of node.data.matchAll(/\n|[^\s\u00AD]+/g)) {
      if (piece !== '\n' && ended) found.push(...rectsAt(node, index))
      ended = piece === '\n'
    }
  }
  return found
}

function standsOn(rect: DOMRect, line: Line, frame: Frame): boolean {
  const middle = (rect.top + rect.bottom) / 2
  return columnOf(frame, rect.left) === line.column && middle >= line.top && middle <= line.bottom
}
