// The typographic bar measured on finished pages: sizes, measures, margins, sides, folios, heads, distances, beginnings and ends of lines.
import type {Line, Piece, TypesetPage} from './read-lines.ts'
import {BLOCK, blocks, commonest, GENERATED, HANG, LINE, near, SIZE, type Block} from './text-block.ts'

/** What the edition and its output say about the pages. */
export interface Bar {
  shortTitle: string
  /** Parts that must open on a right page. */
  onRight: readonly string[]
}

type Pages = readonly TypesetPage[]

/** What all measures find fault with, each fault after the items of the bar that it offends. */
export const pageFaults = (pages: Pages, bar: Bar): string[] =>
  Object.entries(MEASURES).flatMap(([items, measure]) => measure(pages, bar).map((fault) => `${items}: ${fault}`))

/** Base line of the first line of a page, points from the lower edge. */
const FIRST_LINE = 575.3
/** The browser sets base lines on its own pixels, three quarters of a point apart. */
const PIXEL = 0.75

/** Smaller type stands by so much higher in lines of the same height. */
const HIGHER = 0.5

/** 1: text of 10 to 12 points, lines 1.2 to 1.45 times as far apart. 9, 28: all of one page on one grid, marks of notes or none. */
function distances(pages: Pages): string[] {
  const size = commonest(pages.flatMap(({lines}) => lines.map((line) => Math.round(line.size * 10) / 10)))
  const faults = size < 10 || size > 12 ? [`the text is set in ${size} points`] : []
  if (LINE / size < 1.2 || LINE / size > 1.45) faults.push(`lines of ${size} points are ${LINE} apart`)
  for (const {page, text, small} of blocks(pages))
    for (const {base, size: own, text: words} of belowHead(
      page,
      GENERATED.has(page.part) ? [...text, ...small] : text
    )) {
      const off = (((FIRST_LINE - base) % LINE) + LINE) % LINE
      if (Math.min(off, LINE - off) > (near(own, SIZE.text, 0.1) ? PIXEL : PIXEL + HIGHER))
        faults.push(`page ${page.label}: “${words.slice(0, 30)}” stands ${off.toFixed(2)} points off the grid`)
    }
  return faults
}

/** Lines of the text under the head of a part, which has lines of several sizes. */
function belowHead({lines, opens}: TypesetPage, text: readonly Line[]): Line[] {
  const headEnds = lines.findLast(({size}) => !near(size, SIZE.text, 0.1) && size > SIZE.head + 0.1)?.base ?? Infinity
  return text.filter(({base}) => !opens || base < headEnds)
}

/** 2: letters of full lines: 45 to 75 in the text, up to 90 in notes. */
function lettersOfLines(pages: Pages): string[] {
  const all = blocks(pages)
  const counts = {
    text: all.flatMap((block) => full(block, block.text)),
    notes: all.flatMap((block) => full(block, block.notes))
  }
  const faults: string[] = []
  const [text, notes] = [median(counts.text), median(counts.notes)]
  if (text < 45 || text > 75) faults.push(`full lines of the text have ${text} letters`)
  if (notes > 90) faults.push(`full lines of the notes have ${notes} letters`)
  return faults
}

const full = ({left, right}: Block, lines: readonly Line[]): number[] =>
  lines
    .filter((line) => line.left - left > -2 && line.left - left < HANG + 2 && near(line.right, right, 2))
    .map(({text}) => text.length)

/** Nearer to the edge of the sheet than a quarter of an inch nothing is printed. */
const EDGE = 18
/** Points of inner margin that printers ask for, by the pages of the book. */
const INNER = [
  [150, 27],
  [300, 36],
  [500, 45],
  [700, 54],
  [Infinity, 63]
] as const

/** 3: nothing nearer to an edge than 18 points, no text nearer to the fold than the number of pages asks. */
function margins(pages: Pages): string[] {
  const inner = INNER.find(([most]) => pages.length <= most)?.[1] ?? 0
  return pages.flatMap(({lines, label, number, width, height}) =>
    lines
      .flatMap((line) => line.pieces)
      .flatMap((piece) => {
        const fold = number % 2 === 1 ? piece.left : width - piece.right
        const edge = Math.min(piece.left, width - piece.right, piece.base, height - piece.base - 0.7 * piece.size)
        if (edge < EDGE) return [`page ${label}: “${piece.text}” ${edge.toFixed(1)} points from the edge`]
        return fold < inner && piece.size > SIZE.label + 0.1
          ? [`page ${label}: “${piece.text}” ${fold.toFixed(1)} points from the fold`]
          : []
      })
  )
}

/** 4: these parts open on right pages, blank pages have nothing on them. */
function sides(pages: Pages, {onRight}: Bar): string[] {
  const faults = pages
    .filter(({part, lines}) => part === '' && lines.length > 0)
    .map(({label, lines}) => `page ${label} is blank and has “${lines[0]?.text}”`)
  for (const part of onRight) {
    const first = pages.find((page) => page.part === part)
    if (!first || first.number % 2 === 0)
      faults.push(`${part} opens on ${first ? `left page ${first.label}` : 'no page'}`)
  }
  return faults
}

const FOLIO = /^(?:[ivxlc]+|\d+)$/
const above = ({lines}: TypesetPage): Piece[] =>
  lines.flatMap(({pieces}) => pieces.filter(({base}) => base > BLOCK.top))
const below = ({lines}: TypesetPage): Piece[] =>
  lines.flatMap(({pieces}) => pieces.filter(({base}) => base < BLOCK.bottom))

/** 5: roman numbers up to the text, arabic ones from 1 on it; what is printed is the label, at most once on a page. */
function folios(pages: Pages): string[] {
  const faults: string[] = []
  const start = pages.findIndex(({label}) => label === '1')
  for (const [at, page] of pages.entries()) {
    const expected = at < start ? roman(at + 1) : String(at - start + 1)
    if (page.label !== expected) faults.push(`page ${at + 1} is labelled ${page.label}, expected ${expected}`)
    const printed = [...above(page), ...below(page)].map(({text}) => text.trim()).filter((text) => FOLIO.test(text))
    if (printed.length > 1 || (printed[0] ?? page.label) !== page.label)
      faults.push(`page ${page.label} bears ${printed.join(' and ')}`)
  }
  return faults
}

const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
] as const
const roman = (n: number): string => {
  const [value, sign] = ROMAN.find(([least]) => least <= n) ?? [0, '']
  return value === 0 ? '' : sign + roman(n - value)
}

/** 6: the title of the book on left pages, the title or date of the part on right ones, nothing above an opening. */
function heads(pages: Pages, {shortTitle}: Bar): string[] {
  return pages.flatMap((page) => {
    const words = above(page)
      .map(({text}) => text)
      .filter((text) => !FOLIO.test(text.trim()))
      .join(' ')
      .trim()
    if (page.opens || page.part === '')
      return words === '' ? [] : [`page ${page.label} is an opening and has the head “${words}”`]
    if (words === '') return [`page ${page.label} has no head`]
    const ofBook = words === shortTitle
    return ofBook === (page.number % 2 === 0) ? [] : [`page ${page.label} has the head “${words}”`]
  })
}

/** 12: one space between sentences. */
const doubleSpaces = (pages: Pages): string[] =>
  eachLine(pages, ({pieces}) => pieces.map(({text}) => text).find((text) => /\S {2,}\S/.test(text)))

/** What must not end a line: a label whose number follows, a number before its dash. */
const LABEL = /(?<![\p{L}\p{N}])(?:§§?|¶¶?|(?:nos?|docs?|pp?|vols?|nn?|ll?|ff?|op|d|Mr|Mrs|Dr|St)\.)$/u

/** 11, 15, 16, 19: no end of a divided word stands alone on a line, no line begins with a dash, none ends between a label and its number or within a range. */
function ends(pages: Pages): string[] {
  return blocks(pages).flatMap(({page, text, notes}) =>
    [text, notes].flatMap((lines) =>
      lines.flatMap((line, at) => {
        const next = lines[at + 1]?.text ?? ''
        const where = `page ${page.label}: “${line.text.slice(-12)} / ${next.slice(0, 12)}”`
        if (/(?:^|\s)\p{L}+-$/u.test(line.text) && /^\p{L}+\p{P}?$/u.test(next))
          return [`${where}, the end of a word stands alone`]
        if (/^[—⸺⸻]/.test(next)) return [`${where}, a dash begins the line`]
        if (/\d–$/.test(line.text) && /^\d/.test(next)) return [`${where}, a range is parted`]
        return LABEL.test(line.text) && /^[\divxlc]/.test(next) ? [`${where}, a label is parted from its number`] : []
      })
    )
  )
}

/** 29: notes of 8 points or more, lines 1.2 times as far apart or more, a rule or a line of white above them. */
function notesAtTheFoot(pages: Pages): string[] {
  return blocks(pages).flatMap(({page, text, notes: lines}) => {
    const small = lines.filter(({size}) => size < 8).map((line) => `${line.size} points “${line.text.slice(0, 20)}”`)
    const tight = lines.flatMap((line, at) => {
      const before = lines[at - 1]
      return before && before.base - line.base < 1.2 * line.size - PIXEL
        ? [`lines too near “${line.text.slice(0, 20)}”`]
        : []
    })
    const [last, first] = [text.at(-1), lines[0]]
    const gap = last && first && last.base > first.base ? last.base - first.base : Infinity
    const joined = gap < LINE + 6 ? [`${gap.toFixed(1)} points above the notes`] : []
    return [...small, ...tight, ...joined].map((fault) => `page ${page.label}: ${fault}`)
  })
}

const eachLine = (pages: Pages, fault: (line: Line) => string | undefined): string[] =>
  pages.flatMap(({label, lines}) =>
    lines.flatMap((line) => {
      const found = fault(line)
      return found === undefined ? [] : [`page ${label}: “${found}”`]
    })
  )

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** 29: marks of notes, each of which has lines of its own, are as large as the notes and hang before them. */
export function hangingMarks(pages: Pages): string[] {
  return blocks(pages).flatMap(({page, left, text, notes}) =>
    (GENERATED.has(page.part) || text.length === 0 ? [] : notes).flatMap((line) => {
      const [first, second] = line.pieces
      if (ENTRY.test(line.text)) return []
      if (!near(line.left, left, 1))
        return near(line.left, left + HANG, 1) ? [] : [`page ${page.label}: “${line.text}” stands out`]
      const hangs = first && second && near(first.size, SIZE.note, 0.1) && near(second.left, left + HANG, 1)
      return hangs && MARK.test(first.text) ? [] : [`page ${page.label}: “${line.text}” has no mark before it`]
    })
  )
}

/** Entries keyed by line are run in. */
const ENTRY = /^\d+(?:–\d+)? [^\]]+\]/
const MARK = /^(?:\d+|[a-z]{1,2}|[*†‡§‖¶]+)$/

const MEASURES: Readonly<Record<string, (pages: Pages, bar: Bar) => string[]>> = {
  '1, 9, 28': distances,
  '2': lettersOfLines,
  '3': margins,
  '4': sides,
  '5': folios,
  '6': heads,
  '12': doubleSpaces,
  '11, 15, 16, 19': ends,
  '29': notesAtTheFoot
}
