// Words from right to left that a line must break, since no line has room for them: what stands on each line becomes an element of its own.
import {blockOf} from './index.ts'
import {boundsAt, rectAt, rectsIn} from '../ruler.ts'

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
  // Blocks may stand in the same columns.
  for (const {block, pieces} of parted) for (const piece of pieces) keepBegin(piece, block)
  for (const {block, content, size, pieces} of parted) {
    const now = sizeOf(block)
    const asBefore = now.every((length, side) => Math.abs(length - (size[side] ?? 0)) <= ROUNDING)
    if (!asBefore || !pieces.every((piece) => stands(piece, block))) block.replaceChildren(...content)
  }
}

/** A block that fills its page becomes no higher by a line more: it goes on beside the page. */
function sizeOf(block: Element): [number, number] {
  const {width, height} = block.getBoundingClientRect()
  return [width, height]
}

/** Where a letter stands: in which column of its block, and how far down. */
interface Place {
  column: number
  top: number
  middle: number
}

/** A text of several lines. */
interface Lines {
  text: Text
  lines: Line[]
}

/** What stands on a line of a text: where it begins, and whether the line begins with it. */
interface Line {
  at: number
  place: Place
  first: boolean
}

/** A line of a text in an element of its own. */
type Piece = Line & {element: HTMLElement}

function part({text, lines}: Lines): Piece[] {
  const pieces = lines.map((line, index) => {
    const element = lineOf(text.data.slice(line.at, lines[index + 1]?.at).trimEnd())
    return {...line, element, end: line.at + element.textContent.length}
  })
  const nodes = pieces.flatMap(({element, at, first}, index) => {
    const space = text.data.slice(pieces[index - 1]?.end ?? 0, at)
    return [...(space === '' ? [] : [space]), ...(first ? [document.createElement('wbr')] : []), element]
  })
  text.replaceWith(...nodes, text.data.slice(pieces.at(-1)?.end))
  return pieces
}

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
  if (letter && !beginsLine(letter, block)) element.classList.add('line-begin')
}

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
  const line = {at: first.at, place: placeIn(block, first), first: beginsLine(first, block)}
  const turns = turnsIn(letters, block).map((letter) => ({at: letter.at, place: placeIn(block, letter), first: true}))
  return line.first || turns.length > 0 ? [{text, lines: [line, ...turns]}] : []
}

/** Whether a letter stands inside a word of these scripts. */
function isInside({text: {data}, at}: Letter): boolean {
  const [before = '', after = ''] = [/\S*$/u.exec(data.slice(0, at))?.[0], /^\S*/u.exec(data.slice(at))?.[0]]
  return before !== '' && LETTERS.test(before + after)
}

interface Letter {
  text: Text
  at: number
}

/** Letters with which lines begin. Lines follow one another in a text: where the first letter and the last stand on one, none between is asked. */
function turnsIn(letters: readonly Letter[], block: Element): Letter[] {
  const [first, last] = [letters[0], letters.at(-1)]
  if (!first || !last || first === last || isSame(placeIn(block, first), placeIn(block, last))) return []
  if (letters.length === 2) return [last]
  const half = letters.length >> 1
  return [...turnsIn(letters.slice(0, half + 1), block), ...turnsIn(letters.slice(half), block)]
}

/** Whether no letter of a block stands before this one on its line. */
function beginsLine(letter: Letter, block: Element): boolean {
  const before = letterBefore(letter, block)
  if (!before) return false
  const [own, other] = [placeIn(block, letter), placeIn(block, before)]
  return (
    own.column !== other.column ||
    Math.abs(own.middle - other.middle) > parseFloat(getComputedStyle(block).lineHeight) / 2
  )
}

/** The last letter before the text of another. */
function letterBefore({text}: Letter, block: Element): Letter | undefined {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = text
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    const before = node as Text
    const at = before.data.search(/\S\s*$/u)
    if (at >= 0 && rectsIn(before).length > 0) return {text: before, at}
  }
  return undefined
}

function firstIn(element: Element): Letter | undefined {
  const text = element.firstChild
  return text instanceof Text ? {text, at: 0} : undefined
}

/** A letter that is drawn with the one before has no width of its own. The columns of a block are its own boxes. */
function placeIn(block: Element, {text, at}: Letter): Place {
  const {left, right, top, bottom} = rectAt(text, at) ?? boundsAt(text, at)
  const boxes = [...block.getClientRects()]
  const away = boxes.map((box) => Math.max(box.left - left, right - box.right))
  const first = boxes[0]?.top ?? 0
  return {column: away.indexOf(Math.min(...away)), top: top - first, middle: (top + bottom) / 2 - first}
}

const isSame = (one: Place, other: Place): boolean =>
  one.column === other.column && Math.abs(one.top - other.top) <= ROUNDING

const ROUNDING = 2
