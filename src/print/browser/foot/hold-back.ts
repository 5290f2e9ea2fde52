// Holds a note that is called in another note back from a page that does not have its call: it comes with the rest of the other.
import {makeNote, removeItem} from './notes.ts'
import type {Carried, FootItem} from './index.ts'
import type {PageState, Run} from '../page-state.ts'

/** Moves such notes, and those that may not overtake them, from the foot to what the next page begins with. */
export function holdBack({foot, index}: PageState, run: Run, rest: Carried): void {
  const inner = new Set([...run.inNotes.values()].flat())
  if (inner.size === 0) return
  const waiting = new Set<string>()
  const held: FootItem[] = []
  for (const item of foot.items) {
    const anchor = item.node.dataset['note'] ?? ''
    if (item.node.dataset['continued'] !== undefined) continue
    const absent = inner.has(anchor) && !foot.box.querySelector(`.call[data-note="${CSS.escape(anchor)}"]`)
    if (!absent && !waiting.has(item.register)) continue
    waiting.add(item.register)
    held.push(item)
    removeItem(foot, item)
    if (absent) continue
    item.node.dataset['late'] = ''
    run.problems.push({kind: 'layout-note', page: index, detail: waits(anchor)})
  }
  for (const item of held.toReversed()) carry(item, run, rest)
}

const waits = (anchor: string): string =>
  `Note ${anchor} begins on the page after its call: a note called in another note comes before it.`

/** The whole note waits, its rest too if it was cut. */
function carry({node, register}: FootItem, run: Run, rest: Carried): void {
  const note = run.notes.get(node.dataset['note'] ?? '')
  const behind = (rest.get(register) ?? []).slice(node.dataset['cut'] === undefined ? 0 : 1)
  if (!note) return
  const whole = makeNote(note, run.marks)
  if (node.dataset['late'] !== undefined) whole.dataset['late'] = ''
  rest.set(register, [whole, ...behind])
}
