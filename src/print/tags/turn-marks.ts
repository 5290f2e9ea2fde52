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

/** Marked content of blocks that may be turned, each in the order of reading. */
export function blocksOf({order, turned}: PageReading): number[][] {
  const blocks = new Map<unknown, number[]>()
  for (const mcid of order.flat()) {
    const block = turned(mcid)?.block
    if (block) blocks.set(block, [...(blocks.get(block) ?? []), mcid])
  }
  return [...blocks.values()]
}

/** Puts the marks of a block into the order of reading too, for readers without tags, where nothing but text stands between them. */
export function moveMarks({lines, ranges, moved}: Page, block: readonly number[]): void {
  const marks = block.flatMap((mcid) => {
    const range = ranges.get(mcid)
    return range ? [{from: range.from, to: lines.lastIndexOf('ET', range.to) + 1}] : []
  })
  const places = marks.toSorted((a, b) => a.from - b.from)
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || marks.every((mark, index) => mark === places[index])) return
  if (marks.some(({from, to}) => to <= from) || lines.slice(first.from, last.to).some((line) => STATE.test(line)))
    return
  for (const [index, {from, to}] of marks.entries()) {
    const place = places[index]
    if (place) moved.set(place.from, {until: place.to, from, to})
  }
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
