// Cuts a note at a line, so that its rest can stand on the next page; two lines stay on each side.
import {hyphenAfter} from './hyphens.ts'
import {hasContentBefore} from './breaks.ts'
import {textRects} from './lines.ts'
import {inColumns, noteLines, startOn} from './note-lines.ts'
import type {NoteLine} from './note-lines.ts'

/** Lines of a note that must stay together on either side of a cut. */
const KEEP = 2

/** By how much a note, the last one of its register, can be shortened by a cut, in pixels. */
export function linesToGive(note: HTMLElement): number {
  if (note.dataset['cut'] !== undefined) return 0
  if (inColumns(note)) return columnsToGive(note)
  const lines = noteLines(note, -Infinity)
  const least = leastKept(note, lines[0])
  const last = lines[least - 1]
  if (lines.length < least + KEEP || !last) return 0
  return bottomOf(note) - last.bottom
}

/** Shortens a note by at least `over` pixels where it can, else as far as it can; returns the rest. */
export function cutNote(note: HTMLElement, over: number): HTMLElement | undefined {
  if (inColumns(note)) return cutInColumns(note, over)
  const limit = bottomOf(note) - over + TOLERANCE
  const lines = noteLines(note, limit)
  const least = leastKept(note, lines[0])
  if (lines.length < least + KEEP) return undefined
  const fitting = lines.filter((line) => line.bottom <= limit).length
  const next = lines[Math.max(least, Math.min(fitting, lines.length - KEEP))]
  return next ? splitAt(note, next) : undefined
}

const TOLERANCE = 0.1

// The notes of a run-in register are one paragraph: its lines are kept together, whichever note they belong to.
const isRunIn = (note: HTMLElement): boolean => note.parentElement?.dataset['layout'] === 'run-in'

function bottomOf(note: HTMLElement): number {
  return ((isRunIn(note) && note.parentElement) || note).getBoundingClientRect().bottom
}

/** How many lines of a note must stay before a cut. */
function leastKept(note: HTMLElement, first: NoteLine | undefined): number {
  if (!first || !note.parentElement || !isRunIn(note)) return KEEP
  const opening = firstRect(note.parentElement)
  return opening && opening.bottom <= first.top + TOLERANCE ? KEEP - 1 : KEEP
}

function firstRect(register: HTMLElement): DOMRect | undefined {
  for (const {rects} of textRects(register)) if (rects[0]) return rects[0]
  return undefined
}

// Columns are balanced anew by the browser: what a cut brings is known when it is made.
function columnsToGive(note: HTMLElement): number {
  const count = noteLines(note).length
  return count < 2 * KEEP ? 0 : trial(note, KEEP)
}

function cutInColumns(note: HTMLElement, over: number): HTMLElement | undefined {
  const lines = noteLines(note)
  if (lines.length < 2 * KEEP) return undefined
  let low = KEEP
  let high = lines.length - KEEP
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (trial(note, middle) >= over - TOLERANCE) low = middle
    else high = middle - 1
  }
  const next = lines[low]
  return next ? splitAt(note, next) : undefined
}

/** By how much the register is lower when a note keeps so many lines. */
function trial(note: HTMLElement, keep: number): number {
  const register = note.parentElement
  if (!register) return 0
  const before = register.getBoundingClientRect().height
  const copy = note.cloneNode(true) as HTMLElement
  note.replaceWith(copy)
  const next = noteLines(copy)[keep]
  if (next) splitAt(copy, next)
  const after = register.getBoundingClientRect().height
  copy.replaceWith(note)
  return before - after
}

function splitAt(note: HTMLElement, line: NoteLine): HTMLElement {
  const offset = startOn(line, note)
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
