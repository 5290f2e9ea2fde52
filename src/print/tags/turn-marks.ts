// Puts what the marks of a page show into the order in which it is read, where that is not the order of the page.
import {isDrawn} from './fragments.ts'
import {saying, type Page, type PageReading, type Piece} from './page-lines.ts'
import {inReadingOrder} from './turned.ts'

/** Puts what the marks of one element show into the order in which it is read, where that is not the order of the page. */
export function turn(page: Page, run: readonly number[], {turned, fonts}: PageReading): void {
  const ahead = run[0] === undefined ? undefined : turned(run[0])?.ahead()
  if (ahead === undefined) return
  // Behind its text a mark may go on with what prepares the drawing of the next.
  const ranges = run.flatMap((mcid) => {
    const range = page.ranges.get(mcid)
    return range ? [{from: range.from, to: page.lines.lastIndexOf('ET', range.to) + 1}] : []
  })
  const marked = ranges.map(({from, to}) => page.lines.slice(from + 1, to))
  const pieces = ranges.length === run.length ? inReadingOrder(marked, {fonts, ahead}) : undefined
  if (!pieces) return
  const put = (line: string): number => page.lines.push(line) - 1
  const space = spaceOn(page, fonts)
  for (const [index, {from, to}] of ranges.entries()) {
    const drawn = page.lines.slice(from + 1, to).filter(isDrawn)
    page.lines.fill('', from + 1, to)
    const first = page.lines.length
    put('BT')
    page.pieces.set(
      run[index] ?? 0,
      (pieces[index] ?? []).map(({text, font, place, show: signs, said}): Piece => {
        const at = put(place)
        const span = said ? put(saying(text)) : undefined
        const line = put(said ? `${signs}\nEMC` : signs)
        return {line, text, font, place: at, end: line, span, space}
      })
    )
    put('ET')
    for (const line of drawn) put(line)
    page.put.set(
      from,
      page.lines.slice(first).map((_, after) => first + after)
    )
  }
}

/**
 * Puts the marks of a page into the order of reading too, for readers without tags, where nothing but text stands between them: those of a
 * block that may be turned, and with them those of blocks that stand on the same lines, as notes do that are run in.
 */
export function moveMarks(page: Page, reading: PageReading): void {
  for (const group of groupsOf(page, reading)) {
    const blocks = group.toSorted((a, b) => a.rank - b.rank)
    const all = blocks.flatMap(({marks}) => marks)
    const read = all.toSorted((a, b) => a.rank - b.rank)
    if (group.some(({turned}) => turned) && !move(page, read)) for (const {marks} of blocks) move(page, marks)
  }
}

/** Where marked content stands, and its place in the order of reading. */
interface Mark {
  rank: number
  from: number
  to: number
}

/** A block on a page. */
interface Block extends Mark {
  turned: boolean
  marks: Mark[]
}

/** Blocks of a page; those whose marks stand among each other's, or on one line in another order than they are read, are together. */
function groupsOf(page: Page, reading: PageReading): Block[][] {
  const groups: Block[][] = []
  let end = 0
  for (const block of blocksOf(page, reading).toSorted((a, b) => a.from - b.from)) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && (block.from < end || areTurned(before, block, page))) group.push(block)
    else groups.push([block])
    end = Math.max(end, block.to)
  }
  return groups
}

function blocksOf({lines, ranges}: Page, {order, block: blockOf, turned}: PageReading): Block[] {
  const blocks = new Map<unknown, Block>()
  for (const [rank, mcid] of order.flat().entries()) {
    const [block, range] = [blockOf(mcid), ranges.get(mcid)]
    if (!block || !range) continue
    const mark = {rank, from: range.from, to: lines.lastIndexOf('ET', range.to) + 1}
    const known = blocks.get(block)
    if (!known) blocks.set(block, {...mark, turned: turned(mcid) !== undefined, marks: [mark]})
    else {
      known.marks.push(mark)
      known.from = Math.min(known.from, mark.from)
      known.to = Math.max(known.to, mark.to)
    }
  }
  return [...blocks.values()]
}

/** Whether a block begins on the line on which another ends that is read after it. */
function areTurned(one: Block, other: Block, {lines}: Page): boolean {
  if (other.rank > one.rank) return false
  const end = lines.slice(one.from, one.to).findLast((line) => line.endsWith(' Tm'))
  const begin = lines.slice(other.from, other.to).find((line) => line.endsWith(' Tm'))
  return end !== undefined && begin !== undefined && Math.abs(baseOf(end) - baseOf(begin)) < SAME_LINE
}

const baseOf = (place: string): number => Number(place.split(' ')[5])

/** Marks of notes stand a little above their line. */
const SAME_LINE = 6

/** Puts marks, in the order of reading, where they stand in another; whether nothing stands in the way. */
function move({lines, moved}: Page, marks: readonly Mark[]): boolean {
  const places = marks.toSorted((a, b) => a.from - b.from)
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || marks.every((mark, index) => mark === places[index])) return true
  if (marks.some(({from, to}) => to <= from) || lines.slice(first.from, last.to).some((line) => STATE.test(line)))
    return false
  for (const [index, {from, to}] of marks.entries()) {
    const place = places[index]
    if (place) moved.set(place.from, {until: place.to, from, to})
  }
  return true
}

/** Operators that change how what follows is drawn. */
const STATE = /(?:^| )(?:q|Q|cm|gs|rg|RG|g|G|k|K|W|W\*)$/

/** Fonts of a script have no space of their own: that of another font on the page, which each text sets anew for itself. */
function spaceOn({lines}: Page, fonts: PageReading['fonts']): string | undefined {
  for (const line of lines) {
    const space = line.endsWith(' Tf') ? fonts(line.slice(1, line.indexOf(' ')))?.space : undefined
    if (space !== undefined) return `${line}\n<${space}> Tj`
  }
  return undefined
}
