// Puts the pages of two texts together: one after the other on facing pages, or both on one page in two columns.
import type {FlowPart, LaidOut, Span} from '../../contract.ts'

/** Pages of one side in the order of the spreads; undefined where the other side alone has text. */
export type Slots = (number | undefined)[]

/** Both sides as laid out, in the order of reading, and which pages of theirs stand beside each other. */
export interface Sides {
  layout: 'facing' | 'columns'
  /** Whether the first side has the right column. */
  fromRight: boolean
  parts: readonly [FlowPart, FlowPart]
  laidOut: readonly [LaidOut, LaidOut]
  slots: readonly [Slots, Slots]
}

/** One layout of two; `id` is that of the part. */
export function mergeSides(id: string, sides: Sides): LaidOut {
  const {layout, laidOut, parts} = sides
  const moved = ([0, 1] as const).map((side) => moving(sides, side))
  const [first, second] = laidOut
  const own = parts[0].id === id ? 0 : 1
  const paragraphs = laidOut.map((one, side) => spans(one.paragraphs, moved[side]))
  return {
    pages: layout === 'facing' ? facingPages(sides) : columnPages(sides),
    css: first.css,
    starts: layout === 'facing' ? inTurn(sides, startsOf, NO_START) : startsOf(sides, own, NO_START),
    anchors: Object.assign({}, ...laidOut.map((one, side) => places(one.anchors, moved[side]))) as LaidOut['anchors'],
    paragraphs: paragraphs[own] ?? {},
    counterpart: {document: parts[1 - own]?.id ?? '', paragraphs: paragraphs[1 - own] ?? {}},
    notes: Object.assign({}, ...laidOut.map((one, side) => spans(one.notes, moved[side]))) as LaidOut['notes'],
    lines: {...first.lines, ...second.lines},
    pageLines: layout === 'facing' ? inTurn(sides, linesOf, null) : linesOf(sides, own),
    problems: laidOut.flatMap((one, side) => one.problems.map((problem) => movedOn(problem, moved[side]))),
    stats: {
      ms: first.stats.ms + second.stats.ms,
      fits: first.stats.fits + second.stats.fits,
      splits: first.stats.splits + second.stats.splits,
      // The shorter side of a spread ends where it ends.
      shortPages: [],
      blanks: [],
      feet: [],
      shortLines: laidOut.flatMap(({stats}, side) => stats.shortLines.map((line) => movedOn(line, moved[side]))),
      looseLines: laidOut.flatMap(({stats}, side) => stats.looseLines.map((line) => movedOn(line, moved[side])))
    }
  }
}

type Side = 0 | 1
type Move = ((page: number) => number) | undefined

/** From the page of a side to the page of the whole. */
function moving({layout, slots}: Sides, side: Side): (page: number) => number {
  return (page) => {
    const slot = Math.max(0, slots[side].indexOf(page))
    return layout === 'facing' ? 2 * slot + side : slot
  }
}

const NO_START = {paragraph: null, offset: 0}

function startsOf({laidOut, slots, parts}: Sides, side: Side, none: LaidOut['starts'][number]): LaidOut['starts'] {
  return slots[side].map((page) => ({
    ...(page === undefined ? none : (laidOut[side].starts[page] ?? none)),
    document: parts[side].id
  }))
}

function linesOf({laidOut, slots}: Sides, side: Side): LaidOut['pageLines'] {
  return slots[side].map((page) => (page === undefined ? null : (laidOut[side].pageLines[page] ?? null)))
}

function inTurn<T>(sides: Sides, read: (sides: Sides, side: Side, none: T) => T[], none: T): T[] {
  const second = read(sides, 1, none)
  return read(sides, 0, none).flatMap((one, slot) => [one, second[slot] ?? none])
}

const places = (anchors: Record<string, number>, move: Move): Record<string, number> =>
  Object.fromEntries(Object.entries(anchors).map(([id, page]) => [id, move?.(page) ?? page]))

const spans = (found: Record<string, Span>, move: Move): Record<string, Span> =>
  Object.fromEntries(
    Object.entries(found).map(([key, {from, to}]) => [key, {from: move?.(from) ?? from, to: move?.(to) ?? to}])
  )

/** What is told of a page, told of the page where it stands now. */
const movedOn = <T extends {page?: number | undefined}>(told: T, move: Move): T =>
  told.page === undefined ? told : {...told, page: move?.(told.page) ?? told.page}

const EMPTY =
  '<div class="pagedjs_page pagedjs_blank_page"><div class="pagedjs_sheet"><div class="pagedjs_pagebox"></div></div></div>'

function pageOf({laidOut, slots, parts}: Sides, side: Side, slot: number): string {
  const page = slots[side][slot]
  const html = page === undefined ? EMPTY : (laidOut[side].pages[page] ?? EMPTY)
  const document = parts[side].id.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  // Behind the class, by which pages are told.
  return html.replace(/^<div class="[^"]*"/, (start) => `${start} data-document="${document}"`)
}

function facingPages(sides: Sides): string[] {
  return sides.slots[0].flatMap((_, slot) => [pageOf(sides, 0, slot), pageOf(sides, 1, slot)])
}

/** Both pages one over the other, in the order of reading: each has its text in its own column. */
function columnPages(sides: Sides): string[] {
  const layer = (side: Side, slot: number): string =>
    pageOf(sides, side, slot).replace(/ class="([^"]*)"/, (_, classes: string) => {
      const kept = classes.split(' ').filter((name) => !/^pagedjs_(?:left|right|first)_page$/.test(name))
      const place = (side === 0) === sides.fromRight ? 'right' : 'left'
      return ` class="${[...kept, 'column', `pagedjs_${place}_page`, `column-${place}`].join(' ')}"`
    })
  // Rules of Paged.js for pages want to see their parents.
  const opening = '<div class="pagedjs_page in-columns"><div class="pagedjs_pages">'
  return sides.slots[0].map((_, slot) => `${opening}${layer(0, slot)}${layer(1, slot)}</div></div>`)
}
