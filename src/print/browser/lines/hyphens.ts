// Hyphens at line ends: soft hyphens that a line ends with become visible ones outside the text, all others go.
import {columnIn} from './block-columns.ts'
import {blockOf} from './index.ts'
import {rectAt, rectsIn} from '../ruler.ts'

/** The soft hyphen, where a word may be divided. */
export const SOFT = '\u00AD'

/** Where text was cut after a soft hyphen, puts a visible hyphen in its place. */
export function hyphenAfter(text: Text): void {
  if (!text.data.endsWith(SOFT)) return
  text.data = text.data.slice(0, -1)
  text.after(visibleHyphen())
}

/**
 * Settles all soft hyphens of these elements. Where a visible hyphen would move a line, the used ones of its block stay soft; where even
 * the loss of the unused ones would (a ligature may form where one stood), all stay.
 */
export function settleHyphens(...roots: readonly Element[]): void {
  // All is read before anything is changed: each turn from the one to the other makes the browser lay the page out anew.
  const blocks = roots.flatMap((root) => [...blocksWithSoftHyphens(root)].map(asItStands))
  const found = blocks.map(({block}) => usedHyphens(block))
  for (const texts of found) rewriteAll(texts, true)
  mend(blocks, (one) => {
    restore(one)
    rewriteAll(usedHyphens(one.block), false)
  })
  mend(blocks, restore)
}

/** A soft hyphen with which a line ends. */
export interface UsedHyphen {
  text: Text
  at: number
  /** Lower edge of the line. */
  bottom: number
}

/** The soft hyphens of a block with which its lines end. */
export function lineEndHyphens(block: Element): UsedHyphen[] {
  return softTexts(block).flatMap((text) =>
    usedIn(text, block).flatMap((at) => {
      const bottom = letterBefore(text, at)?.bottom
      return bottom === undefined ? [] : [{text, at, bottom}]
    })
  )
}

function visibleHyphen(): HTMLElement {
  const hyphen = document.createElement('span')
  hyphen.className = 'hyphen'
  hyphen.setAttribute('aria-hidden', 'true')
  hyphen.textContent = '-'
  return hyphen
}

function blocksWithSoftHyphens(root: Element): Set<Element> {
  const blocks = new Set<Element>()
  for (const text of softTexts(root)) if (text.parentElement) blocks.add(blockOf(text.parentElement, root))
  return blocks
}

function softTexts(root: Element): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (text.data.includes(SOFT)) found.push(text)
  }
  return found
}

/** A block before its hyphens are settled. */
interface Before {
  block: Element
  content: Node[]
  places: string
}

const copies = (nodes: Iterable<Node>): Node[] => [...nodes].map((node) => node.cloneNode(true))
const asItStands = (block: Element): Before => ({block, content: copies(block.childNodes), places: signature(block)})
const restore = ({block, content}: Before): void => block.replaceChildren(...copies(content))

/** Does something about each block whose lines have moved; the first that has moved may have moved those after it. */
function mend(blocks: readonly Before[], undo: (block: Before) => void): void {
  for (const one of blocks) if (signature(one.block) !== one.places) undo(one)
}

interface Used {
  text: Text
  used: number[]
}

/** The texts of a block that have soft hyphens, and at which of them a line ends. */
const usedHyphens = (block: Element): Used[] => softTexts(block).map((text) => ({text, used: usedIn(text, block)}))

/** Makes used soft hyphens visible, or keeps them, and drops the others. */
function rewriteAll(texts: readonly Used[], visible: boolean): void {
  for (const {text, used} of texts) rewrite(text, used, visible)
}

function rewrite(text: Text, used: number[], visible: boolean): void {
  const pieces: string[] = []
  let from = 0
  for (const at of used) {
    pieces.push(text.data.slice(from, at))
    from = at + 1
  }
  pieces.push(text.data.slice(from))
  const clean = pieces.map((piece) => piece.replaceAll(SOFT, ''))
  if (!visible) {
    text.data = clean.join(SOFT)
    return
  }
  text.data = clean[0] ?? ''
  let last: ChildNode = text
  for (const piece of clean.slice(1)) {
    const hyphen = visibleHyphen()
    last.after(hyphen)
    last = document.createTextNode(piece)
    hyphen.after(last)
  }
}

/** Offsets of the soft hyphens at which a line ends. */
function usedIn(text: Text, block: Element): number[] {
  const rects = [...rectsIn(text)].filter((rect) => rect.width > 0)
  if (rects.length < 2 && !text.data.endsWith(SOFT)) return []
  const all: number[] = []
  for (let at = text.data.indexOf(SOFT); at >= 0; at = text.data.indexOf(SOFT, at + 1)) all.push(at)
  return atTurns(all, (first, last) => turnsBetween(block, letterBefore(text, first), letterAfter(text, last, block)))
}

// Lines follow one another in a text: where the first letter and the last stand on one line, no letter between is asked.
function atTurns(places: number[], turns: (first: number, last: number) => boolean): number[] {
  const [first, last] = [places[0], places[places.length - 1]]
  if (first === undefined || last === undefined || !turns(first, last)) return []
  if (places.length === 1) return places
  const half = places.length >> 1
  return [...atTurns(places.slice(0, half), turns), ...atTurns(places.slice(half), turns)]
}

function turnsBetween(block: Element, before: DOMRect | undefined, after: DOMRect | undefined): boolean {
  if (!before || !after) return false
  return (
    after.top > before.bottom - 6 || after.left < before.left - 2 || columnIn(block, after) !== columnIn(block, before)
  )
}

function letterBefore(text: Text, at: number): DOMRect | undefined {
  let i = at - 1
  while (i >= 0 && text.data[i] === SOFT) i--
  return i < 0 ? undefined : rectAt(text, i)
}

function letterAfter(text: Text, at: number, block: Element): DOMRect | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = text
  let here: Text | null = text
  let i = at + 1
  while (here) {
    while (i < here.length && here.data[i] === SOFT) i++
    if (i < here.length) return rectAt(here, i)
    here = walker.nextNode() as Text | null
    i = 0
  }
  return undefined
}

/**
 * Where the lines of a block begin and end beside its edge, coarse enough for kerning at a hyphen and fine enough for any other change. How far
 * down they stand says nothing of it: what stands at the foot of a page, or in columns, is moved by what comes after it too.
 */
function signature(block: Element): string {
  const boxes = [...block.getClientRects()]
  const lines: {column: number; bottom: number; left: number; right: number}[] = []
  for (const rect of rectsIn(block)) {
    const {bottom, left, right, width} = rect
    if (width < 0.5) continue
    const column = columnIn(block, rect)
    const edge = boxes[column]?.left ?? 0
    const line = lines.findLast((one) => one.column === column && Math.abs(one.bottom - bottom) < SAME_LINE)
    if (!line) lines.push({column, bottom, left: left - edge, right: right - edge})
    else Object.assign(line, {left: Math.min(left - edge, line.left), right: Math.max(right - edge, line.right)})
  }
  return lines
    .toSorted((a, b) => a.column - b.column || a.bottom - b.bottom)
    .map(({left, right}) => `${Math.round(left)}-${Math.round(right / 3)}`)
    .join(' ')
}

const SAME_LINE = 1
