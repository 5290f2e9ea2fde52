// Words from right to left that a line must break, since no line has room for them: what stands on each line becomes an element of its own.
import {blockOf} from './index.ts'
import {boundsAt, rectAt, rectsIn} from '../ruler.ts'

/**
 * Parts texts where a line ends inside such a word. The browser sets a line that begins or ends there in several goes, and then takes the
 * letters of the one for those of the other when it says in the PDF what they are. In elements of their own lines are set in one go each, and
 * letters are joined over their ends as before.
 */
export function partWords(...roots: readonly Element[]): void {
  // All is read before anything is changed.
  const found = roots.flatMap(textsWithEnds)
  const blocks = new Set(found.map(([text]) => blockOf(text.parentElement ?? document.body, document.body)))
  const before = [...blocks].map((block) => ({
    block,
    content: [...block.cloneNode(true).childNodes],
    size: sizeOf(block)
  }))
  for (const [text, ends] of found) part(text, ends)
  for (const {block, content, size} of before) {
    const now = sizeOf(block)
    if (now.some((length, side) => Math.abs(length - (size[side] ?? 0)) > ROUNDING)) block.replaceChildren(...content)
  }
}

/** A block that fills its page becomes no higher by a line more: it goes on beside the page. */
function sizeOf(block: Element): [number, number] {
  const {width, height} = block.getBoundingClientRect()
  return [width, height]
}

function part(text: Text, ends: readonly number[]): void {
  const pieces: Node[] = []
  let from = 0
  for (const end of [...ends, text.length]) {
    const [, line = '', space = ''] = /^([^]*?)(\s*)$/u.exec(text.data.slice(from, end)) ?? []
    if (from > 0 && /\S$/u.test(text.data.slice(0, from))) pieces.push(document.createElement('wbr'))
    pieces.push(...(line === '' ? [] : [lineOf(line)]), ...(space === '' ? [] : [document.createTextNode(space)]))
    from = end
  }
  text.replaceWith(...pieces)
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('span')
  line.className = 'whole-line'
  line.textContent = text
  return line
}

function textsWithEnds(root: Element): [Text, number[]][] {
  const found: [Text, number[]][] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (!LETTERS.test(text.data)) continue
    const ends = endsInWords(text)
    if (ends.length > 0) found.push([text, ends])
  }
  return found
}

/** Two letters or marks of these scripts beside each other. */
const LETTERS = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]{2}/u

/** Offsets of the letters with which lines of a text begin, if one of them begins inside a word. */
function endsInWords(text: Text): number[] {
  const rects = [...rectsIn(text)].filter((rect) => rect.width > 0)
  const [first, last] = [rects[0], rects.at(-1)]
  if (!first || !last || last.top <= first.top + ROUNDING) return []
  const letters = [...text.data.matchAll(/\S/gu)].map(({index}) => index)
  const ends = turnsIn(text, letters)
  return ends.some((end) => /\S/u.test(text.data[end - 1] ?? ' ')) ? ends : []
}

/** Lines follow one another in a text: where the first letter and the last stand on one line, none between is asked. */
function turnsIn(text: Text, letters: readonly number[]): number[] {
  const [first = 0, last = 0] = [letters[0], letters.at(-1)]
  if (first === last || !isLower(text, first, last)) return []
  if (letters.length === 2) return [last]
  const half = letters.length >> 1
  return [...turnsIn(text, letters.slice(0, half + 1)), ...turnsIn(text, letters.slice(half))]
}

function isLower(text: Text, first: number, last: number): boolean {
  return topOf(text, last) > topOf(text, first) + ROUNDING
}

/** A letter that is drawn with the one before has no width of its own. */
const topOf = (text: Text, at: number): number => (rectAt(text, at) ?? boundsAt(text, at)).top

const ROUNDING = 2
