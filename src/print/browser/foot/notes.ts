// The foot of a page: registers one under the other, notes in the order of their calls, carried ones first.
import type {FlowNote, FlowRegister} from '../../contract.ts'
import {linesToGive} from './carry.ts'
import {dress, showLines, writeKey} from './dress.ts'
import {setFit} from '../lines/even.ts'
import type {Carried, Foot, FootItem, FootNote} from './index.ts'

/** Puts an empty foot into the note area of a page. */
export function makeFoot(page: Element, chosen: readonly FlowRegister[], marks: ReadonlyMap<string, string>): Foot {
  const box = document.createElement('div')
  box.className = 'foot'
  const registers = new Map<string, HTMLElement>()
  for (const {key, keyed, layout, rule, size, dir} of chosen) {
    const register = document.createElement('div')
    register.className = `register register-${key}`
    Object.assign(register.dataset, {register: key, keyed, layout, rule, size})
    if (dir) register.dir = dir
    registers.set(key, register)
    box.append(register)
  }
  page.querySelector('.pagedjs_footnote_area')?.replaceChildren(box)
  const foot: Foot = {box, registers, items: [], filled: undefined, marks, fits: new Map()}
  showFirst(foot, 0)
  return foot
}

/** Fills the foot with what was carried and these notes; those that it begins with already stay as they are. */
export function fillFoot(foot: Foot, carried: Carried, notes: readonly FootNote[]): void {
  const known = knownOf(foot, carried, notes)
  if (known === undefined) empty(foot, carried)
  else drop(foot, known)
  for (const [order, {note, key}] of notes.entries()) {
    if (order < (known ?? 0)) continue
    const node = makeNote(note, foot.marks)
    if (key) writeKey(node, key)
    const fit = foot.fits.get(note.anchor)
    if (fit !== undefined) setFit(node, fit)
    add(foot, note.register, node, order)
  }
  foot.filled = {carried, notes}
  showLines(foot)
  showFirst(foot, notes.length)
}

/** How many of the notes the foot begins with; nothing where it has other notes carried, or marks that the page decides over. */
function knownOf({filled, marks}: Foot, carried: Carried, notes: readonly FootNote[]): number | undefined {
  if (!filled || filled.carried !== carried || marks.size > 0) return undefined
  const other = notes.findIndex((one, at) => !isSame(one, filled.notes[at]))
  return other < 0 ? notes.length : other
}

const isSame = ({note, key}: FootNote, other: FootNote | undefined): boolean =>
  note === other?.note &&
  key?.lines === other.key?.lines &&
  key?.end === other.key?.end &&
  key?.occurrence === other.key?.occurrence

/** Leaves nothing but what was carried. */
function empty(foot: Foot, carried: Carried): void {
  for (const register of foot.registers.values()) register.replaceChildren()
  foot.items = []
  for (const [key, nodes] of carried) for (const node of nodes) add(foot, key, node.cloneNode(true) as HTMLElement, -1)
}

/** Takes out the notes after the first ones. */
function drop(foot: Foot, count: number): void {
  for (const {node, order} of foot.items) if (order >= count) node.remove()
  foot.items = foot.items.filter(({order}) => order < count)
}

/** Shows what was carried and the first notes; returns the height of the foot. */
export function showFirst(foot: Foot, count: number): number {
  for (const item of foot.items) item.node.hidden = item.order >= count
  dress(foot)
  return footHeight(foot)
}

/** Height of the foot with its rules and distances, 0 when it is empty. */
export function footHeight(foot: Foot): number {
  return foot.box.getBoundingClientRect().height
}

/** The last note shown in each register: the only ones that may be cut, since nothing overtakes within a register. */
export function lastShown(foot: Foot): FootItem[] {
  const last = new Map<string, FootItem>()
  for (const item of foot.items) if (!item.node.hidden) last.set(item.register, item)
  return [...last.values()]
}

/** By how much the foot can be made lower by cutting notes. */
export function footSlack(foot: Foot): number {
  return lastShown(foot).reduce((sum, item) => sum + linesToGive(item.node), 0)
}

/** Takes a note out of the foot. */
export function removeItem(foot: Foot, item: FootItem): void {
  item.node.remove()
  foot.items = foot.items.filter((other) => other !== item)
  showLines(foot)
  dress(foot)
}

/** A note as an element, with its mark and those of the notes called in it as they are on this page. */
export function makeNote({anchor, html}: FlowNote, marks: ReadonlyMap<string, string>): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  const node = template.content.firstElementChild
  if (!(node instanceof HTMLElement)) throw new Error(`A note is not one element: ${html.slice(0, 80)}`)
  if (marks.size === 0) return node
  setMark(node.querySelector<HTMLElement>('.note-mark'), marks.get(anchor))
  for (const call of node.querySelectorAll<HTMLElement>('.call[data-note]'))
    setMark(call, marks.get(call.dataset['note'] ?? ''))
  return node
}

/** Writes the mark that a call or note has on its page; the element remembers the one that is cited. */
export function setMark(element: HTMLElement | null, mark: string | undefined): void {
  if (!element || mark === undefined) return
  element.dataset['mark'] ??= element.textContent
  if (element.textContent !== mark) element.textContent = mark
}

function add(foot: Foot, key: string, node: HTMLElement, order: number): void {
  foot.registers.get(key)?.append(node)
  foot.items.push({register: key, node, order})
}
