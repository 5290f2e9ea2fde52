// Cuts a note at a line, so that its rest can stand on the next page; two lines stay on each side.
import {dropHyphens} from '../lines/even.ts'
import {gapsOf, LOOSE} from '../lines/gaps.ts'
import {hyphenAfter} from '../lines/hyphens.ts'
import {hasContentBefore} from '../breaks.ts'
import {blockOf, textRects} from '../lines/index.ts'
import type {Letter} from '../lines/letters.ts'
import {cutInside, isBehindHyphen, partsWord} from '../lines/word-cut.ts'
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
  const next = wholeWordAt(note, lines.slice(least), Math.max(0, Math.min(fitting, lines.length - KEEP) - least))
  return next ? splitAt(note, next) : undefined
}

/**
 * Of these lines that with which the next page begins, if it is to begin with this one. Where that would part a word, the line before it
 * goes over too; else the word goes over whole, unless a loose line would be the price.
 */
function wholeWordAt(note: HTMLElement, lines: readonly NoteLine[], at: number): NoteLine | undefined {
  const next = lines[at]
  const earlier = lines.slice(Math.max(0, at - 1), at + 1).findLast((line) => !goesOnInside(line, note))
  if (earlier || !next) return earlier
  if (!isBehindHyphen(firstOf(next, note))) return next
  const place = noteLines(note).findIndex(({start, top}) => start === next.start && top === next.top)
  const before = looseLines(note)
  const undo = dropHyphens(next.start, startOn(next, note) - 1)
  const whole = noteLines(note)[place]
  if (whole && !goesOnInside(whole, note) && looseLines(note) <= before) return whole
  undo()
  return next
}

const looseLines = (note: HTMLElement): number => gapsOf(note).filter(({width}) => width > LOOSE).length

const firstOf = (line: NoteLine, note: HTMLElement): Letter => ({text: line.start, at: startOn(line, note)})

/** Notes that are run in stand in the block of their register. */
const blockAround = ({start}: NoteLine): Element => blockOf(start.parentElement ?? document.body, document.body)

/** Whether a word goes on with a line. */
const goesOnInside = (line: NoteLine, note: HTMLElement): boolean => partsWord(firstOf(line, note), blockAround(line))

/** Where a note is cut that goes on with a line. */
function cutBefore(line: NoteLine, note: HTMLElement): Letter {
  const first = firstOf(line, note)
  const block = blockAround(line)
  return partsWord(first, block) && !isBehindHyphen(first) ? cutInside(first, block) : first
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

// Columns are balanced anew by the browser: what a cut brings is known when the beginning of the note stands there alone.
function columnsToGive(note: HTMLElement): number {
  const lines = noteLines(note, -Infinity)
  const next = lines[KEEP]
  if (lines.length < 2 * KEEP || !next) return 0
  const [height = 0] = heightsWith(note, [beginning(note, next)])
  return heightOf(note.parentElement) - height
}

function cutInColumns(note: HTMLElement, over: number): HTMLElement | undefined {
  const lines = noteLines(note)
  if (lines.length < 2 * KEEP) return undefined
  const height = heightOf(note.parentElement) - over + TOLERANCE
  // No more than the columns hold: of a note of many pages, most lines need not be looked at.
  const most = Math.max(
    KEEP,
    Math.ceil(height / pitchOf(note) + 1) * (Math.max(...lines.map(({column}) => column)) + 1)
  )
  const ends = lines.slice(KEEP, Math.min(lines.length - KEEP, most) + 1)
  const heights = heightsWith(
    note,
    ends.map((line) => beginning(note, line))
  )
  const fitting = heights.findLastIndex((one) => one <= height)
  const next = wholeWordAt(note, ends, Math.max(0, fitting))
  return next ? splitAt(note, next) : undefined
}

const heightOf = (element: Element | null): number => element?.getBoundingClientRect().height ?? 0
const pitchOf = (note: HTMLElement): number => parseFloat(getComputedStyle(note).lineHeight) || 1

/** A note as far as a line, as an element of its own. */
function beginning(note: HTMLElement, line: NoteLine): HTMLElement {
  const {text, at} = firstOf(line, note)
  const range = document.createRange()
  range.setStart(note, 0)
  range.setEnd(text, at)
  const copy = note.cloneNode(false) as HTMLElement
  copy.append(range.cloneContents())
  return copy
}

/** Heights of the register with each of these in place of a note. */
function heightsWith(note: HTMLElement, copies: readonly HTMLElement[]): number[] {
  const register = note.parentElement
  note.hidden = true
  const heights = copies.map((copy) => {
    note.after(copy)
    const height = heightOf(register)
    copy.remove()
    return height
  })
  note.hidden = false
  return heights
}

function splitAt(note: HTMLElement, line: NoteLine): HTMLElement {
  const {text, at} = cutBefore(line, note)
  const range = document.createRange()
  if (at > 0) range.setStart(text, at)
  else range.setStartBefore(climb(text, note))
  if (note.lastChild) range.setEndAfter(note.lastChild)
  const node = range.startContainer
  const cut = ancestors(node instanceof Element ? node : node.parentElement, note)
  const rest = note.cloneNode(false) as HTMLElement
  rest.append(range.extractContents())
  if (at > 0) hyphenAfter(text)
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
      if (getComputedStyle(element).textAlign === 'justify') element.setAttribute('data-cut', '')
      twin.setAttribute('data-split-from', '')
    }
    if (element instanceof HTMLOListElement && twin instanceof HTMLOListElement)
      twin.start = element.start + element.children.length - (cut.some((one) => one.parentElement === element) ? 1 : 0)
    half = twin
  }
}
