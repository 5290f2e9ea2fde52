// Settles the foot of a finished page: notes of its calls, cut or put off where there is no room, and what is carried on.
import {cutNote, linesToGive} from './carry.ts'
import {holdBack} from './hold-back.ts'
import {fillFoot, footHeight, footSlack, lastShown, removeItem} from './notes.ts'
import type {Carried, Foot, FootItem, FootNote} from './index.ts'
import {reserve} from '../page-state.ts'
import type {PageState, Run} from '../page-state.ts'
import type {BreakToken} from '../paged.ts'
import {standing} from '../standing.ts'

/**
 * Fills the foot for the text that stands on the page and leaves in `run.carried` what the next page begins with.
 * `next` is where the text goes on.
 */
export function settle(state: PageState, run: Run, next: BreakToken | undefined): void {
  // What goes over is gone: all that is left stands here, also a last row that its table's lower rule had sent over.
  reserve(state, 0)
  const text = standing(state, run, next)
  for (const {note, key} of text.calls) if (key) run.begun.add(note.anchor)
  const room = state.frame.height - text.bottom
  run.carried = settleNotes(state, run, {carried: state.carried, notes: text.calls, room})
  if (text.bottom === 0 && run.carried.size > 0 && isEmpty(state.foot)) throw new Error(goesNowhere(run.carried))
  // Never so much that the last line would lose its room: the foot has air above it to give.
  reserve(state, Math.min(footHeight(state.foot), room - ROUNDING))
  const blank = Math.round(((room - footHeight(state.foot)) / state.pitch) * 10) / 10
  if (next && blank > SHORT_LINES) run.stats.shortPages.push(state.index)
  // Notes stand at the foot of the page: with them it ends where all pages end.
  const foot = state.foot.items.length > 0 ? 0 : blank
  run.stats.blanks[state.index] = next ? blank : null
  run.stats.feet[state.index] = next ? foot : null
  state.settled = true
}

const isEmpty = ({box, items}: Foot): boolean =>
  items.every(({node}) => node.textContent.trim() === '') && box.querySelector('img, svg') === null

/** Page after page would be empty, without end. */
function goesNowhere(carried: Carried): string {
  const [first] = [...carried.values()].flat()
  return `Note ${first?.dataset['note'] ?? ''} finds no room on a page of its own.`
}

/** What is to stand at the foot, and the room that the text leaves. */
interface Wanted {
  carried: Carried
  notes: readonly FootNote[]
  room: number
}

/** Fills the foot with as much as there is room for; returns what the next page begins with. */
export function settleNotes(state: PageState, run: Run, {carried, notes, room}: Wanted): Carried {
  const {foot} = state
  const before = {problems: run.problems.length, splits: run.stats.splits}
  for (let promised = room; ;) {
    // Anew: Paged.js has numbered the lists on the page by its own marks, which notes do not have, and notes are cut now.
    foot.filled = undefined
    fillFoot(foot, carried, notes)
    foot.filled = undefined
    const rest: Carried = new Map()
    putOff(state, run, {room: promised, rest})
    shorten(foot, run, {room, rest})
    const over = footHeight(foot) - room
    if (over <= ROUNDING || foot.items.length <= 1) {
      holdBack(state, run, rest)
      return rest
    }
    // What a cut leaves may be higher than its lines were: then fewer notes stand here.
    promised -= over
    run.problems.length = before.problems
    run.stats.splits = before.splits
  }
}

interface Room {
  room: number
  rest: Carried
}

const ROUNDING = 0.6
/** A page with more blank lines than these between text and notes is reported as short. */
const SHORT_LINES = 2

/** Where not even short beginnings of all notes find room, the last ones wait whole for the next page. */
function putOff(state: PageState, run: Run, {room, rest}: Room): void {
  const {foot} = state
  while (foot.items.length > 1 && footHeight(foot) - footSlack(foot) > room + ROUNDING) {
    const last = lastShown(foot).toSorted((a, b) => b.order - a.order)[0]
    if (!last) return
    removeItem(foot, last)
    push(rest, last, last.node)
    if (last.order < 0) continue
    last.node.dataset['late'] = ''
    const detail = `Note ${last.node.dataset['note'] ?? ''} begins on the page after its call: the notes called here before it fill the page.`
    run.problems.push({kind: 'layout-note', page: state.index, detail})
  }
}

function shorten(foot: Foot, run: Run, {room, rest}: Room): void {
  for (let item = longest(foot); item; item = longest(foot)) {
    const over = footHeight(foot) - room
    if (over <= ROUNDING) return
    const remainder = cutNote(item.node, over)
    if (!remainder) return
    run.stats.splits++
    push(rest, item, remainder)
  }
}

function push(rest: Carried, item: FootItem, node: HTMLElement): void {
  rest.set(item.register, [node, ...(rest.get(item.register) ?? [])])
}

/** Of the notes that may be cut, the one with most to give. */
function longest(foot: Foot): FootItem | undefined {
  const measured = lastShown(foot).map((item) => ({item, give: linesToGive(item.node)}))
  return measured.filter(({give}) => give > 0).toSorted((a, b) => b.give - a.give)[0]?.item
}
