// Evens the lines of paragraphs before pages are made: where lines break does not depend on pages, so it is settled once.
import type {FlowNote} from '../../contract.ts'
import {gapsOf, LOOSE} from './gaps.ts'
import {fillToLines} from './grid.ts'
import {lineEndHyphens, SOFT, type UsedHyphen} from './hyphens.ts'
import {blockOf} from './index.ts'
import type {Foot} from '../foot/index.ts'
import {rectsIn} from '../ruler.ts'

/**
 * Looks at each justified paragraph of a part as it will be set. One with a loose line, more than two hyphens on end or a stub of
 * a last line is tried with slightly other spaces and without single hyphens; the best is written into the source. `pictures` are those
 * of the part, loaded; without them they have no height.
 */
export function evenLines(source: ParentNode, measure: HTMLElement, pictures: readonly HTMLImageElement[] = []): void {
  const copy = document.createElement('div')
  copy.className = measure.className
  copy.style.cssText = `position: absolute; visibility: hidden; columns: auto; height: auto; width: ${measure.clientWidth}px`
  copy.append(...[...source.childNodes].map((node) => node.cloneNode(true)))
  for (const [at, picture] of copy.querySelectorAll('img').entries()) picture.replaceWith(pictures[at] ?? picture)
  measure.parentElement?.append(copy)
  const twins = new Map<Node, Node>()
  pair(copy, source, twins)
  loosenWords(copy, (word) => {
    const twin = twins.get(word)
    if (twin instanceof Element) twin.classList.add('too-long')
  })
  for (const block of justifiedBlocks(copy)) {
    if (!improve(block)) continue
    const twin = twins.get(block)
    if (!(twin instanceof Element)) continue
    const {fit} = (block as HTMLElement).dataset
    if (fit) twin.setAttribute('data-fit', fit)
    for (const text of textsOf(block)) {
      const own = twins.get(text)
      if (own instanceof Text && own.data !== text.data) own.data = text.data
    }
  }
  fillToLines(copy, twins)
  copy.remove()
}

/** Lets lines break words kept together with their marks that no line has room for, and in columns of a few letters also marks. */
function loosenWords(root: Element, tell: (word: Element) => void): void {
  for (const kind of ['.glue', '.too-long .call']) {
    for (const word of [...root.querySelectorAll(kind)].filter((one) => reachesBeyond(one, root))) {
      word.classList.add('too-long')
      tell(word)
    }
  }
}

/** Whether a word reaches beyond the end of its line. */
function reachesBeyond(word: Element, root: Element): boolean {
  const {left, right, width} = word.getBoundingClientRect()
  const block = blockOf(word, root)
  const box = block.getBoundingClientRect()
  const {direction, paddingLeft, paddingRight} = getComputedStyle(block)
  if (width === 0) return false
  if (direction === 'rtl') return left < box.left + parseFloat(paddingLeft) - ROUNDING
  return right > box.right - parseFloat(paddingRight) + ROUNDING
}

/** What differs by less is equal. Pixels. */
const ROUNDING = 1

/** The same for the notes; only those that stand one under the other have lines of their own that can be evened. */
export function evenNotes(notes: Map<string, FlowNote>, foot: Foot): void {
  const box = foot.box.cloneNode(true) as HTMLElement
  box.hidden = false
  const area = foot.box.parentElement
  box.style.cssText = `position: absolute; visibility: hidden; width: ${area?.clientWidth ?? 0}px`
  for (const register of box.querySelectorAll<HTMLElement>('.register')) {
    register.hidden = false
    const own = [...notes.values()].filter(
      (note) => note.register === register.dataset['register'] && (standsAlone(register) || note.html.includes('glue'))
    )
    register.innerHTML = own.map(({html}) => html).join('')
  }
  area?.append(box)
  loosenWords(box, (word) => keep(word, notes))
  for (const block of justifiedBlocks(box)) {
    const register = block.closest<HTMLElement>('.register')
    if (register && standsAlone(register) && improve(block)) keep(block, notes)
  }
  box.remove()
}

const standsAlone = ({dataset: {layout, keyed}}: HTMLElement): boolean => layout === 'list' && keyed === 'mark'

/** Writes the note in which something was changed. */
function keep(changed: Element, notes: Map<string, FlowNote>): void {
  const note = changed.closest<HTMLElement>('.note')
  const whole = notes.get(note?.dataset['note'] ?? '')
  if (note && whole) notes.set(whole.anchor, {...whole, html: note.outerHTML})
}

/** Drops the soft hyphens of the word in which one stands; returns what puts them back. */
export function dropHyphens(text: Text, at: number): () => void {
  const {data} = text
  const from = data.slice(0, at).search(/\S+$/)
  const length = /^\S*/.exec(data.slice(at))?.[0].length ?? 0
  const start = from < 0 ? at : from
  const word = data.slice(start, at + length).replaceAll(SOFT, '')
  text.data = data.slice(0, start) + word + data.slice(at + length)
  return () => (text.data = data)
}

/** Blocks of text that are set to the full measure. */
export function justifiedBlocks(root: Element): Set<Element> {
  const known = new Map<Element, Element>()
  for (const text of textsOf(root)) {
    const parent = text.parentElement
    if (parent && !known.has(parent) && /\S/.test(text.data)) known.set(parent, blockOf(parent, root))
  }
  const blocks = new Set(known.values())
  for (const block of blocks) if (getComputedStyle(block).textAlign !== 'justify') blocks.delete(block)
  return blocks
}

/** Ways to space a paragraph, the least seen first: rules of the style sheet for `data-fit`. */
export const FITS = ['1', '2', '3', '4', '5', '6', '7'] as const
/** Hyphens on end that a reader does not mind. */
const MOST_HYPHENS = 2
/** Faults of one paragraph that are worked on; the longer it is, the dearer is each look at it. */
const MOST_ROUNDS = 8
const MOST_LINES = 240

function pair(copy: Node, source: Node, twins: Map<Node, Node>): void {
  for (let i = 0; i < copy.childNodes.length; i++) {
    const [inner, own] = [copy.childNodes[i], source.childNodes[i]]
    if (!inner || !own) return
    twins.set(inner, own)
    pair(inner, own, twins)
  }
}

function textsOf(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text)
  return found
}

/** What is wrong with the lines of a block. */
interface Look {
  lines: number
  /** All of it, weighed; nothing is 0. */
  cost: number
  /** For each fault, from the top, the hyphens whose loss may mend it. */
  faults: UsedHyphen[][]
}

/** Mends fault after fault as well as may be; whether anything was changed. */
function improve(block: Element): boolean {
  let now = look(block)
  let changed = false
  let given = 0
  const rounds = Math.min(MOST_ROUNDS, Math.floor(MOST_LINES / now.lines))
  for (let round = 0; now.cost > 0 && round < rounds && given < now.faults.length; round++) {
    const best = bestMove(block, now, given)
    if (best) {
      best()
      changed = true
      now = look(block)
    } else given++
  }
  return changed
}

type Move = () => () => void

function bestMove(block: Element, now: Look, fault: number): Move | undefined {
  let best: {cost: number; move: Move} | undefined
  for (const move of moves(block, now.faults[fault] ?? [])) {
    const undo = move()
    const {cost} = look(block)
    undo()
    if (cost < (best?.cost ?? now.cost)) best = {cost, move}
    // Good enough is taken: looking on for the best costs more than it brings.
    if (cost <= now.cost - 1) break
  }
  return best?.move
}

function moves(block: Element, hyphens: UsedHyphen[]): Move[] {
  const spaced = FITS.filter((fit) => fit !== block.getAttribute('data-fit'))
  return [
    ...hyphens.map(
      ({text, at}) =>
        () =>
          dropHyphens(text, at)
    ),
    ...spaced.map((fit) => () => setFit(block, fit))
  ]
}

/** Gives a block other spaces; returns what gives it back those that it had. */
export function setFit(block: Element, fit: string): () => void {
  const before = block.getAttribute('data-fit')
  block.setAttribute('data-fit', fit)
  return () => (before === null ? block.removeAttribute('data-fit') : block.setAttribute('data-fit', before))
}

/** Looks at the lines of a block. */
export function look(block: Element): Look {
  const lines = linesOf(block)
  if (lines.length < 2 || lines.length > MOST_LINES) return {lines: 1, cost: 0, faults: []}
  const used = lineEndHyphens(block)
  const ends = lines.map(({bottom}) => used.find((one) => near(one.bottom, bottom)))
  const loose = gapsOf(block).filter(({width}) => width > LOOSE)
  const faults: UsedHyphen[][] = []
  let cost = 0
  for (const [i, {bottom, width}] of lines.entries()) {
    const run = ends.slice(Math.max(0, i - MOST_HYPHENS), i + 1).filter((end) => end !== undefined)
    const gap = loose.find((one) => near(one.bottom, bottom))
    const stub = i === lines.length - 1 && (width < STUB || isEndOfWord(block, ends[i - 1]))
    const found = (run.length > MOST_HYPHENS ? 3 : 0) + (gap ? 1 + 10 * (gap.width - LOOSE) : 0) + (stub ? 1 : 0)
    if (found === 0) continue
    cost += found
    // A word taken whole into a loose line fills it; one less at a line end ends a ladder.
    faults.push(run.length > MOST_HYPHENS ? run.toReversed() : ends.slice(i - 1, i).filter((end) => end !== undefined))
  }
  return {lines: lines.length, cost, faults}
}

/** Whether nothing but the end of a divided word follows a hyphen. */
function isEndOfWord(block: Element, hyphen: UsedHyphen | undefined): boolean {
  if (!hyphen) return false
  const {text, at} = hyphen
  const texts = textsOf(block)
  const rest = texts.slice(texts.indexOf(text) + 1).reduce((words, {data}) => words + data, text.data.slice(at + 1))
  return !/\s\S/.test(rest)
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < SAME_LINE

const SAME_LINE = 6
/** A last line as short as the indent of the next paragraph looks like a hole; in pixels. */
const STUB = 19

/** A line as it is set; pixels. */
export interface Extent {
  bottom: number
  width: number
}

/** The lines of a block. */
export function linesOf(block: Element): Extent[] {
  const lines: {bottom: number; left: number; right: number}[] = []
  for (const {bottom, left, right, width, height} of rectsIn(block)) {
    if (width < 0.5 || height < 8) continue
    const line = lines.findLast((one) => Math.abs(one.bottom - bottom) < SAME_LINE)
    if (!line) lines.push({bottom, left, right})
    else Object.assign(line, {left: Math.min(left, line.left), right: Math.max(right, line.right)})
  }
  return lines.map(({bottom, left, right}) => ({bottom, width: right - left}))
}
