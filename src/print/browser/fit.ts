// Chooses how much text a page takes, so that every note called on it can begin on it.
import {overflowRange} from './breaks.ts'
import {fillFoot, footSlack, showFirst} from './notes.ts'
import {reserve, standing} from './page-state.ts'
import type {PageState, Run, Standing} from './page-state.ts'
import {betterEnd} from './widows.ts'

/** Thrown where nothing of the text can stand on a page that carried notes fill. */
export class NotesOnly extends Error {}

/**
 * Where the text of the page ends; nothing while all that has been set so far fits with its notes.
 * Throws `NotesOnly` where carried notes leave no room for the next line and its notes.
 */
export function fit(state: PageState, run: Run): Range | undefined {
  const rendered = state.page.wrapper
  if (!rendered) return undefined
  reserve(state, 0)
  const text = standing(state, run)
  fillFoot(
    state.foot,
    state.carried,
    text.calls.map((call) => call.note)
  )
  const heights = footHeights(state)
  if (!text.overflows && text.bottom + heights(text.calls.length).whole <= state.frame.height + ROUNDING)
    return undefined
  run.stats.fits++
  const best = cheapest(state, run, candidates(state, text, heights))
  if (!best || best.bottom === 0) return noText(state, run, text)
  reserve(state, best.reserved)
  return overflowRange(rendered, state.frame)
}

/** Heights of the foot: as it is, and with its last notes cut as short as may be. */
interface Heights {
  whole: number
  least: number
}

interface Trial {
  reserved: number
  bottom: number
  cost: number
}

const ROUNDING = 0.5
/** Share of a page that text keeps beside long notes, where its calls allow it. */
const TEXT_SHARE = 0.25
/** A cut note is as bad as this many blank lines; a single line out of place as this many. */
const CUT = 1.5
/** More lines tried after the first with the next call: a break may not be allowed right there. */
const MORE_LINES = 3

function footHeights(state: PageState): (count: number) => Heights {
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
  if (whole >= 0) found.push(Math.min(height - heights(ends[whole] ?? 0).whole, nextTop(text, ends[whole] ?? 0)))
  for (let i = whole + 1; i <= least; i++) {
    const count = ends[i] ?? 0
    const from = Math.max(bottomOf(text, count), height * TEXT_SHARE)
    const to = Math.min(nextTop(text, count), height - heights(count).least)
    const stops = text.lineBottoms.filter((bottom) => bottom >= from - ROUNDING && bottom <= to + ROUNDING)
    found.push(...(stops.length > 0 ? stops.slice(0, MORE_LINES) : [to]))
    if (to >= height * TEXT_SHARE && stops.length > 0) break
  }
  return found
}

/** Tries each height and keeps the page that costs least; the first good one is taken. */
function cheapest(state: PageState, run: Run, heights: number[]): Trial | undefined {
  let best: Trial | undefined
  for (const height of heights) {
    const trial = attempt(state, run, height)
    if (trial && (!best || trial.cost < best.cost)) best = trial
    if (best && best.cost <= 1) break
  }
  return best
}

/** Lets the text break at a height and sees what stands on the page then. */
function attempt(state: PageState, run: Run, textHeight: number): Trial | undefined {
  let reserved = state.frame.height - textHeight - ROUNDING
  reserve(state, reserved)
  let now = standing(state, run)
  const end = betterEnd(now.lines)
  if (end) {
    const earlier = state.frame.height - (end.top - state.frame.top) + ROUNDING
    reserve(state, earlier)
    const then = standing(state, run)
    if (then.bottom > 0) {
      now = then
      reserved = earlier
    } else reserve(state, reserved)
  }
  if (now.bottom === 0 && state.carried.size === 0) return undefined
  fillFoot(
    state.foot,
    state.carried,
    now.calls.map((call) => call.note)
  )
  const heights = footHeights(state)(now.calls.length)
  const room = state.frame.height - now.bottom
  if (heights.least > room + ROUNDING && now.bottom > 0) return undefined
  const blank = Math.max(0, room - heights.whole) / state.pitch
  const cut = heights.whole > room + ROUNDING ? CUT : 0
  return {reserved, bottom: now.bottom, cost: (blank < 1 ? 0 : blank) + cut}
}

/** No line can stand on the page with its notes. */
function noText(state: PageState, run: Run, text: Standing): Range | undefined {
  if (state.carried.size > 0) throw new NotesOnly()
  // Nothing was carried, so the first lines call for more than a page of notes: the later ones of them must wait.
  for (const bottom of text.lineBottoms) {
    reserve(state, state.frame.height - bottom - ROUNDING)
    if (standing(state, run).bottom > 0) break
  }
  const rendered = state.page.wrapper
  return rendered && overflowRange(rendered, state.frame)
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
