// Words from right to left that a line must break, since no line has room for them: what stands on each line becomes an element of its own.
import {blockOf} from './index.ts'
import {isOneLine, isSame, letterBefore, placeIn, ROUNDING} from './letters.ts'
import type {Letter, Place} from './letters.ts'

/**
 * Parts the texts of blocks where a line ends inside such a word. The browser sets a line that begins or ends there in several goes, and then
 * takes the letters of the one for those of the other when it says in the PDF what they are. In elements of their own lines are set in one go
 * each, and letters are joined over their ends as before.
 */
export function partWords(...roots: readonly Element[]): void {
  // All is read before anything is changed.
  const before = [...new Set(roots.flatMap(blocksWithBrokenWords))].map((block) => ({
    block,
    texts: textsOf(block).flatMap((text) => (blockAround(text) === block ? linesIn(text, block) : [])),
    content: [...block.cloneNode(true).childNodes],
    size: sizeOf(block)
  }))
  const parted = before.map((one) => ({...one, pieces: one.texts.flatMap(part)}))
  for (const {block} of parted) setSpaces(block, `calc(${getComputedStyle(block).wordSpacing} - ${SLACK}px)`)
  // Blocks may stand in the same columns.
  for (const {block, pieces} of parted) for (const piece of pieces) keepBegin(piece, block)
  for (const {block, pieces} of parted) for (const {element} of pieces) keepInside(element, block)
  for (const {block, content, size, pieces} of parted) {
    const now = sizeOf(block)
    const asBefore = now.every((length, side) => Math.abs(length - (size[side] ?? 0)) <= ROUNDING)
    if (asBefore && pieces.every((piece) => stands(piece, block))) continue
    block.replaceChildren(...content)
    setSpaces(block, '')
  }
}

const setSpaces = (block: Element, spacing: string): void => void ((block as HTMLElement).style.wordSpacing = spacing)

/** Each element is a trice longer than its letters: a full line has no room for that. */
const SLACK = 0.06

/** A block that fills its page becomes no higher by a line more: it goes on beside the page. */
function sizeOf(block: Element): [number, number] {
  const {width, height} = block.getBoundingClientRect()
  return [width, height]
}

/** A text of several lines. */
interface Lines {
  text: Text
  lines: Line[]
}

/** What stands on a line of a text: where it begins, whether the line begins with it, and with a part of a word. */
interface Line {
  at: number
  place: Place
  first: boolean
  inside: boolean
}

/** A line of a text in an element of its own. */
type Piece = Line & {element: HTMLElement}

function part({text, lines}: Lines): Piece[] {
  const pieces: (Piece & {end: number})[] = []
  const nodes: (Node | string)[] = []
  for (const [index, line] of lines.entries()) {
    const shown = text.data.slice(line.at, lines[index + 1]?.at).replace(TAIL, '')
    if (shown === '') continue
    const between = text.data.slice(pieces.at(-1)?.end ?? 0, line.at)
    const element = lineOf(shown)
    nodes.push(between, ...(line.first && line.inside ? [document.createElement('wbr')] : []), element)
    pieces.push({...line, element, end: line.at + shown.length})
  }
  text.replaceWith(...nodes.filter((node) => node !== ''), text.data.slice(pieces.at(-1)?.end ?? 0))
  return pieces
}

/** With a soft hyphen a line ends where it may be broken: that shows it. */
const TAIL = /\s*(?:(?<!\S)[^\s\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]*\u00AD)?\s*$/u

function lineOf(text: string): HTMLElement {
  const line = document.createElement('span')
  line.className = 'whole-line'
  line.textContent = text
  return line
}

/**
 * A word that no line has room for begins on a line of its own, be the one before ever so short: a part of the word may have room there, and
 * must not go to it.
 */
function keepBegin({element, first}: Piece, block: Element): void {
  const letter = first ? firstIn(element) : undefined
  const before = letter && letterBefore(letter, block)
  if (before && isOneLine(before, letter, block)) element.classList.add('line-begin')
}

/**
 * The browser ends lines inside a word by the letters as they were in the line: joined over its end they may be a little wider, and reach
 * beyond their column. Such a line is set as much smaller.
 */
function keepInside(element: HTMLElement, block: Element): void {
  const {left, right, width} = element.getBoundingClientRect()
  const column = [...block.getClientRects()].find((box) => left < box.right && right > box.left)
  const over = column ? Math.max(right - column.right, column.left - left) : 0
  if (over > HAIR && over < MOST_SMALLER * width) element.style.fontSize = `${(100 * (1 - over / width)).toFixed(2)}%`
}

/** Pixels that nobody sees. */
const HAIR = 0.3
/** Share of a line by which it may be set smaller. */
const MOST_SMALLER = 0.02

function stands({element, place}: Piece, block: Element): boolean {
  const letter = firstIn(element)
  return letter === undefined || isSame(placeIn(block, letter), place)
}

function blocksWithBrokenWords(root: Element): Element[] {
  return textsOf(root).flatMap((text) => {
    if (!LETTERS.test(text.data)) return []
    const block = blockAround(text)
    return turnsIn(lettersOf(text), block).some(isInside) ? [block] : []
  })
}

const blockAround = ({parentElement}: Text): Element => blockOf(parentElement ?? document.body, document.body)

/** Letters and marks of these scripts. */
const LETTERS = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

function textsOf(root: Element): Text[] {
  const found: Text[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Text)
  return found
}

const lettersOf = (text: Text): Letter[] => [...text.data.matchAll(/\S/gu)].map(({index}) => ({text, at: index}))

/** The lines of a text, if any begins in it. */
function linesIn(text: Text, block: Element): Lines[] {
  const letters = lettersOf(text)
  const [first] = letters
  if (!first) return []
  const before = letterBefore(first, block)
  const turns = turnsIn(letters, block)
  const begins = before !== undefined && !isOneLine(before, first, block)
  if (!begins && turns.length === 0) return []
  const line = (letter: Letter): Line => ({
    at: letter.at,
    place: placeIn(block, letter),
    first: true,
    inside: !/[\s\u00AD]$/u.test(text.data.slice(0, letter.at))
  })
  const own = first.at === 0 && !/[-\u00AD]/.test(before?.text.data[before.at] ?? '')
  return [{text, lines: [{...line(first), first: begins, inside: own}, ...turns.map(line)]}]
}

/** Whether a letter stands inside a word of these scripts. */
function isInside({text: {data}, at}: Letter): boolean {
  const [before = '', after = ''] = [/\S*$/u.exec(data.slice(0, at))?.[0], /^\S*/u.exec(data.slice(at))?.[0]]
  return before !== '' && LETTERS.test(before + after)
}

/** Letters with which lines begin. Lines follow one another in a text: where the first letter and the last stand on one, none between is asked. */
function turnsIn(letters: readonly Letter[], block: Element): Letter[] {
  const [first, last] = [letters[0], letters.at(-1)]
  if (!first || !last || first === last || isSame(placeIn(block, first), placeIn(block, last))) return []
  if (letters.length === 2) return [last]
  const half = letters.length >> 1
  return [...turnsIn(letters.slice(0, half + 1), block), ...turnsIn(letters.slice(half), block)]
}

function firstIn(element: Element): Letter | undefined {
  const text = element.firstChild
  return text instanceof Text ? {text, at: 0} : undefined
}
