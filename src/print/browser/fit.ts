// Chooses how much text a page takes, so that every note called on it can begin on it.
import {overflowRange} from './breaks.ts'
import {fillFoot, footSlack, showFirst} from './foot/notes.ts'
import {reserve} from './page-state.ts'
import {sourceOf} from './repairs.ts'
import type {PageState, Run} from './page-state.ts'
import {betterEnd, openingHeadings} from './widows.ts'
import {standing} from './standing.ts'
import {lastTextIn} from './words.ts'
import type {Standing} from './standing.ts'

/** Thrown where nothing of the text can stand on a page that carried notes fill. */
export class NotesOnly extends Error {}

/**
 * Where the text of the page ends; nothing while all that has been set so far fits with its notes.
 * Throws `NotesOnly` where carried notes leave no room for the next line and its notes.
 */
export function fit(state: PageState, run: Run): Range | undefined {
  const rendered = state.page.wrapper
  if (!rendered) return undefined
  state.blank = 0
  state.bottom = 0
  reserve(state, 0)
  const text = standing(state, run)
  fillFoot(state.foot, state.carried, text.calls)
  const heights = footHeights(state)
  const foot = heights(text.calls.length)
  const planned = plannedText(state)
  if (planned && state.carried.size > 0 && planned.height + foot.least > state.frame.height + ROUNDING)
    throw new NotesOnly()
  const needed = planned?.forced ? heights(Math.min(1, text.calls.length)).least : planned ? foot.least : foot.whole
  if (!text.overflows && text.bottom + needed <= state.frame.height + ROUNDING) return undefined
  run.stats.fits++
  const best = withCompany(state, run, cheapest(state, run, candidates(state, text, heights)))
  if (!best || best.bottom === 0) return noText(state, run, text)
  state.blank = best.blank
  state.bottom = best.bottom
  reserve(state, best.reserved)
  return overflowRange(rendered, state.frame)
}

/**
 * What is meant for a page that stands beside another: it waits for its room and stays whole, since both go on with the same words. One that is
 * forced stays whole where its first note can begin.
 */
function plannedText({content}: PageState): {height: number; forced: boolean} | undefined {
  const {text, forced} = content.querySelector<HTMLElement>('.row[data-text]')?.dataset ?? {}
  return text === undefined ? undefined : {height: Number(text), forced: forced !== undefined}
}

/** Heights of the foot: as it is, and with its last notes cut as short as may be. */
interface Heights {
  whole: number
  least: number
}

interface Trial {
  reserved: number
  bottom: number
  /** Lines that stay blank above the notes. */
  blank: number
  cost: number
}

const ROUNDING = 0.5
/** Share of a page that text keeps beside long notes, where its calls allow it. */
const TEXT_SHARE = 0.25
/** A cut note is as bad as this many blank lines, a single line parted from its paragraph as that many. */
const CUT = 1.5
const SINGLE = 25
/** Lines that the last page of a part has at least. */
const LEAST_LAST = 3
/** More lines tried after the first with the next call: a break may not be allowed right there. */
const MORE_LINES = 3

/** Heights of a foot that is filled, by the number of its notes that are shown. */
export function footHeights(state: PageState): (count: number) => Heights {
  const known = new Map<number, Heights>()
  return (count) => {
    const found = known.get(count)
    if (found) return found
    const whole = showFirst(state.foot, count)
    const heights = {whole, least: whole - footSlack(state.foot)}
    known.set(count, heights)
    return heights
  }
}

/** Heights of text worth trying, best first: up to the call whose note no longer fits, then beyond it with notes cut. */
function candidates(state: PageState, text: Standing, heights: (count: number) => Heights): number[] {
  const {height} = state.frame
  const ends = lastCallsOfLines(text)
  const fitting = (size: 'whole' | 'least') =>
    lastWhere(ends, (count) => bottomOf(text, count) + heights(count)[size] <= height + ROUNDING)
  const whole = fitting('whole')
  const least = fitting('least')
  const found: number[] = []
  const uncut = Math.min(height - heights(ends[whole] ?? 0).whole, nextTop(text, ends[whole] ?? 0))
  if (whole >= 0) found.push(uncut)
  for (let i = Math.max(0, whole); i <= least; i++) {
    const count = ends[i] ?? 0
    // Beyond the last call whose notes fit there may be room for more lines yet, where these are cut.
    const from = i === whole ? uncut + 2 * ROUNDING : Math.max(bottomOf(text, count), height * TEXT_SHARE)
    const to = Math.min(nextTop(text, count), height - heights(count).least)
    const stops = text.lineBottoms.filter((bottom) => bottom >= from - ROUNDING && bottom <= to + ROUNDING)
    found.push(...(stops.length > 0 || i === whole ? stops.slice(0, MORE_LINES) : [to]))
    if (i > whole && to >= height * TEXT_SHARE && stops.length > 0) break
  }
  return found
}

/** Tries each height and keeps the page that costs least; the first good one is taken. */
function cheapest(state: PageState, run: Run, heights: number[]): Trial | undefined {
  let best: Trial | undefined
  for (const height of heights) {
    const trial = attempt(state, run, height)
    if (trial && (!best || trial.cost < best.cost)) best = trial
    if (best && best.cost <= CUT) break
  }
  return best
}

/** Lets the text break at a height, or earlier where a single line would be parted from its paragraph, and weighs both. */
function attempt(state: PageState, run: Run, textHeight: number): Trial | undefined {
  const broken = breakAt(state, run, textHeight)
  const end = broken.text.bottom > 0 ? betterEnd(broken.text.lines) : undefined
  const trial = weigh(state, broken)
  if (!end) return trial
  const earlier = breakAt(state, run, end.top - state.frame.top)
  const better = weigh(state, earlier)
  if (better && earlier.text.bottom > 0 && betterEnd(earlier.text.lines)) better.cost += SINGLE
  if (!trial || (better && better.cost < trial.cost + SINGLE)) return better
  return {...trial, cost: trial.cost + SINGLE}
}

/** A last page with a line or two looks forgotten: more go over to it, if the page can spare them. */
function withCompany(state: PageState, run: Run, best: Trial | undefined): Trial | undefined {
  if (!best || best.bottom === 0 || !isAllSet(state, run)) return best
  const {lines} = breakAt(state, run, state.frame.height - best.reserved - ROUNDING).text
  const here = lines.filter(({column}) => column === 0)
  const over = lines.length - here.length
  const first = here[here.length - (LEAST_LAST - over)]
  if (over === 0 || over >= LEAST_LAST || !first || here.length < 2 * LEAST_LAST) return best
  const shorter = attempt(state, run, first.top - state.frame.top)
  return shorter && shorter.bottom > 0 ? shorter : best
}

/** Whether the part ends with what has been set. */
function isAllSet({content}: PageState, {lastText}: Run): boolean {
  const last = lastTextIn(content)
  return last !== undefined && sourceOf(last)?.node === lastText
}

interface Broken {
  text: Standing
  reserved: number
}

/** What a page costs that has this text on it; nothing where its notes cannot even begin. */
function weigh(state: PageState, {text, reserved}: Broken): Trial | undefined {
  if (text.bottom === 0 && state.carried.size === 0) return undefined
  fillFoot(state.foot, state.carried, text.calls)
  const foot = footHeights(state)(text.calls.length)
  const room = state.frame.height - text.bottom
  if (foot.least > room + ROUNDING && text.bottom > 0) return undefined
  const blank = Math.max(0, room - foot.whole) / state.pitch
  const cost = (blank < 1 ? 0 : blank) + (foot.whole > room + ROUNDING ? CUT : 0)
  return {reserved, bottom: text.bottom, blank, cost}
}

// A column takes at least one line, however low it is: what stands lower than was allowed does not stand there at all.
function breakAt(state: PageState, run: Run, textHeight: number): Broken {
  const reserved = state.frame.height - textHeight - ROUNDING
  reserve(state, reserved)
  const text = standing(state, run)
  return text.bottom <= textHeight + 2 * ROUNDING ? {text, reserved} : {text: {...text, bottom: 0, calls: []}, reserved}
}

/** No line can stand on the page with its notes. */
function noText(state: PageState, run: Run, text: Standing): Range | undefined {
  const least = leastText(state, run, text)
  if (state.carried.size > 0 && (fitsAlone(state, text, least) || !carriedBegin(state, least))) throw new NotesOnly()
  // Even a page of their own would not hold the notes of the first lines: the later ones of them must wait.
  reserve(state, state.frame.height - least - ROUNDING)
  const rendered = state.page.wrapper
  return rendered && overflowRange(rendered, state.frame)
}

/** Height of the first lines that may stand alone on a page. */
function leastText(state: PageState, run: Run, text: Standing): number {
  const whole = text.lineBottoms.slice(0, openingHeadings(text.lines) + MORE_LINES + 1).find((bottom) => {
    const broken = breakAt(state, run, bottom).text
    return broken.bottom > 0 && !betterEnd(broken.lines)
  })
  return whole ?? text.lineBottoms[0] ?? state.frame.height
}

/** Whether the notes of the first lines could begin on a page where nothing is carried. */
function fitsAlone(state: PageState, text: Standing, height: number): boolean {
  const count = text.calls.filter((call) => call.bottom <= height + ROUNDING).length
  fillFoot(state.foot, new Map(), text.calls)
  return height + footHeights(state)(count).least <= state.frame.height + ROUNDING
}

/** Whether all that is carried could begin on the page beside so much text: no text goes ahead of notes that wait. */
function carriedBegin(state: PageState, height: number): boolean {
  fillFoot(state.foot, state.carried, [])
  return height + footHeights(state)(0).least <= state.frame.height + ROUNDING
}

/** Counts of calls that end with a line, from none to all. */
function lastCallsOfLines(text: Standing): number[] {
  const ends = text.calls.flatMap((call, i) => (text.calls[i + 1]?.bottom === call.bottom ? [] : [i + 1]))
  return [0, ...ends]
}

function lastWhere(ends: number[], holds: (count: number) => boolean): number {
  let low = -1
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(ends[middle] ?? 0)) low = middle
    else high = middle - 1
  }
  return low
}

function bottomOf(text: Standing, count: number): number {
  return text.calls[count - 1]?.bottom ?? 0
}

function nextTop(text: Standing, count: number): number {
  return text.calls[count]?.top ?? Infinity
}
