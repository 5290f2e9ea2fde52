// Lays out a text beside its counterpart: each side a flow of its own with its notes and lines, both with the same rows at a time.
import type {FlowPart, LaidOut, Problem} from '../../contract.ts'
import {openLab} from '../layout.ts'
import {openBench} from './lab.ts'
import type {Bench} from './lab.ts'
import {mergeSides} from './merge.ts'
import type {Slots} from './merge.ts'
import {keyOf, levels, planSpreads} from './plan.ts'
import type {Piece, Spread, Stop} from './plan.ts'
import {letters} from './text.ts'
import {ownText} from '../words.ts'

type Parallel = NonNullable<FlowPart['parallel']>
type LayOut = (part: FlowPart, css: string) => Promise<LaidOut>

/** Layouts of both sides before a plan that does not come true is taken as it is: then the other side has blank pages. */
const MOST_PLANS = 40

/** Plans the spreads from measures, lays out both sides, and plans again where a side needed more room than was thought. */
export async function layOutParallel(part: FlowPart, css: string, layOut: LayOut): Promise<LaidOut> {
  const {parallel} = part
  if (!parallel) return layOut(part, css)
  const limits = new Map<string, Stop>()
  const lab = await inColumn(parallel, 0, () => openLab(part, css))
  try {
    const bench = await inColumn(parallel, 0, async () => openBench(lab, parallel.sides))
    for (let plan = 1; ; plan++) {
      const {spreads, flows} = await inColumn(parallel, 0, async () => planned(bench, parallel, limits))
      const laidOut: LaidOut[] = []
      for (const [side, flow] of flows.entries()) laidOut.push(await inColumn(parallel, side, () => layOut(flow, css)))
      const [first, second] = laidOut
      if (!first || !second) throw new Error('A side was not laid out.')
      const landed = laidOut.map(({pages}) => landings(pages, spreads))
      const limit = plan < MOST_PLANS ? firstLimit(bench, spreads, landed) : undefined
      if (limit && (limits.get(limit.key)?.row !== limit.stop.row || limits.get(limit.key)?.at !== limit.stop.at)) {
        limits.set(limit.key, limit.stop)
        continue
      }
      const merged = mergeSides(part.id, {
        layout: parallel.layout,
        fromRight: parallel.fromRight,
        parts: parallel.sides,
        laidOut: [first, second],
        slots: slotsOf(spreads.length, landed)
      })
      return {
        ...merged,
        problems: [...merged.problems, ...tellCuts(bench, parallel.sides, {spreads, pages: merged.pages})]
      }
    }
  } finally {
    lab.close()
  }
}

function planned(
  bench: Bench,
  parallel: Parallel,
  limits: ReadonlyMap<string, Stop>
): {spreads: Spread[]; flows: FlowPart[]} {
  const spreads = planSpreads(bench.measures, limits)
  return {spreads, flows: ([0, 1] as const).map((side) => flowFor(bench, parallel, spreads, side))}
}

/** Says where a row goes over though it is not sure which of its sentences answer each other. */
function tellCuts(
  bench: Bench,
  parts: Parallel['sides'],
  {spreads, pages}: {spreads: readonly Spread[]; pages: readonly string[]}
): Problem[] {
  let number = -1
  return spreads.flatMap(({pieces}) => {
    number += pieces.length
    const last = pieces.at(-1)
    if (!last) return []
    const {cuts, by, units} = bench.cuts(last.row)
    if (last.to > cuts.length || by === 'same') return []
    const names = parts.map(({id}, side) => `¶ ${bench.firstNumber(side, last.row) ?? '–'} of ${id}`)
    const ends = parts.map((_, side) => `“${bench.wordsAfter(side, last)} …”`)
    const how = by === 'lengths' ? 'by their lengths' : 'at lines that lie as far on'
    const detail = `${names.join(' and ')} do not fit on one opening and have ${units.join(' and ')} sentences, lines or items, so they were parted ${how}: ${ends.join(' and ')} begin what follows. Where they should part elsewhere, begin a paragraph there in both texts.`
    return [
      {kind: 'layout-note' as const, page: pages.findIndex((html) => html.includes(` data-piece="${number}"`)), detail}
    ]
  })
}

/** The class of the document tells the style sheet in which column a page has its text. */
async function inColumn<T>({layout, fromRight}: Parallel, side: number, work: () => Promise<T>): Promise<T> {
  const {classList} = document.documentElement
  const name = (side === 0) === fromRight ? 'for-column-right' : 'for-column-left'
  if (layout === 'columns') classList.add(name)
  try {
    return await work()
  } finally {
    classList.remove(name)
  }
}

/** One side as a part of its own: its pieces, each spread on a new page, each row as high as its partner. */
function flowFor(bench: Bench, {sides}: Parallel, spreads: readonly Spread[], side: 0 | 1): FlowPart {
  const article = bench.shell(side)
  let number = 0
  for (const [index, {pieces, heights, forced}] of spreads.entries()) {
    const level = levels(pieces, bench.measures)
    for (const [place, piece] of pieces.entries()) {
      const made = bench.piece(side, piece)
      made.dataset['piece'] = String(number++)
      if (place === 0) Object.assign(made.dataset, {text: String(heights[side]), ...(forced && {forced: ''})})
      if (index > 0 && place === 0) made.dataset['breakBefore'] = 'page'
      if (place < pieces.length - 1) made.style.minHeight = `${level[place]}px`
      article.append(made)
    }
  }
  return {...sides[side], html: article.outerHTML}
}

/** A page and the pieces on it, by their numbers. */
interface Landing {
  spread: number
  pieces: number[]
  html: string
}

function landings(pages: readonly string[], spreads: readonly Spread[]): Landing[] {
  const spreadOf = spreads.flatMap(({pieces}, index) => pieces.map(() => index))
  let spread = 0
  return pages.map((html) => {
    const pieces = [...html.matchAll(/ data-piece="(\d+)"/g)].map(([, number]) => Number(number))
    spread = spreadOf[pieces[0] ?? -1] ?? spread
    return {spread, pieces, html}
  })
}

/** Pages beside each other: a spread takes as many as its longer side. */
function slotsOf(count: number, landed: readonly Landing[][]): [Slots, Slots] {
  const slots: [Slots, Slots] = [[], []]
  for (let spread = 0; spread < count; spread++) {
    const own = landed.map((pages) => pages.flatMap((page, index) => (page.spread === spread ? [index] : [])))
    const longest = Math.max(...own.map((pages) => pages.length))
    for (let at = 0; at < longest; at++) for (const side of [0, 1] as const) slots[side].push(own[side]?.[at])
  }
  return slots
}

/** The first spread whose text went over to a second page, and where it must end instead. */
function firstLimit(
  bench: Bench,
  spreads: readonly Spread[],
  landed: readonly Landing[][]
): {key: string; stop: Stop} | undefined {
  const all = spreads.flatMap(({pieces}) => pieces)
  for (const [index, {pieces}] of spreads.entries()) {
    const [first] = pieces
    for (const [side, pages] of landed.entries()) {
      const [here, over] = pages.filter((page) => page.spread === index && page.pieces.length > 0)
      const number = over?.pieces[0]
      const piece = number === undefined ? undefined : all[number]
      if (!first || !here || !piece || number === undefined) continue
      const stop = here.pieces.includes(number) ? stopInside(bench, {side, piece, number, html: here.html}) : undefined
      const before = {row: piece.row, at: piece.from}
      const end = stop ?? (piece === first ? undefined : before)
      if (end) return {key: keyOf({row: first.row, at: first.from}), stop: end}
    }
  }
  return undefined
}

/** The last cut of a piece before the place where the page ended. */
function stopInside(
  bench: Bench,
  {side, piece, number, html}: {side: number; piece: Piece; number: number; html: string}
): Stop | undefined {
  const template = document.createElement('template')
  template.innerHTML = html
  const shown = template.content.querySelector(`[data-piece="${number}"]`)
  const {row, from, to} = piece
  const places = bench.lettersBefore(side, row)
  const start = from === 0 ? 0 : (places[from - 1] ?? 0)
  const reached = start + (shown ? letters(ownText(shown)) : 0)
  const at = places.findLastIndex((place, index) => place <= reached && index + 1 > from && index + 1 < to) + 1
  return at > 0 ? {row, at} : undefined
}
