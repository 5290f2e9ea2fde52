// The foot of a page: registers one under the other, notes in the order of their calls, carried ones first.
import type {FlowNote, FlowRegister} from '../contract.ts'
import {linesToGive} from './carry.ts'

/** Notes that wait for the next page: register → blocks, the rest of a cut note first. */
export type Carried = Map<string, HTMLElement[]>

/** The foot of one page. */
export interface Foot {
  box: HTMLElement
  registers: Map<string, HTMLElement>
  items: FootItem[]
}

/** A note, or the rest of one, that stands at the foot. */
export interface FootItem {
  register: string
  node: HTMLElement
  /** Rank among the calls of the page; -1 for what was carried. */
  order: number
}

/** Puts an empty foot into the note area of a page. */
export function makeFoot(page: Element, chosen: readonly FlowRegister[]): Foot {
  const box = document.createElement('div')
  box.className = 'foot'
  const registers = new Map<string, HTMLElement>()
  for (const {key, keyed, layout, rule, size} of chosen) {
    const register = document.createElement('div')
    register.className = `register register-${key}`
    Object.assign(register.dataset, {register: key, keyed, layout, rule, size})
    registers.set(key, register)
    box.append(register)
  }
  page.querySelector('.pagedjs_footnote_area')?.replaceChildren(box)
  const foot: Foot = {box, registers, items: []}
  showFirst(foot, 0)
  return foot
}

/** Fills the foot afresh with what was carried and the notes of these calls. */
export function fillFoot(foot: Foot, carried: Carried, notes: readonly FlowNote[]): void {
  for (const register of foot.registers.values()) register.replaceChildren()
  foot.items = []
  for (const [key, nodes] of carried) for (const node of nodes) add(foot, key, node.cloneNode(true) as HTMLElement, -1)
  notes.forEach((note, order) => add(foot, note.register, parse(note.html), order))
  showFirst(foot, notes.length)
}

/** Shows what was carried and the notes of the first calls; returns the height of the foot. */
export function showFirst(foot: Foot, count: number): number {
  for (const item of foot.items) item.node.hidden = item.order >= count
  for (const register of foot.registers.values()) register.hidden = !register.querySelector(':scope > :not([hidden])')
  foot.box.hidden = [...foot.registers.values()].every((register) => register.hidden)
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
  const register = foot.registers.get(item.register)
  if (register) register.hidden = !register.querySelector(':scope > :not([hidden])')
  foot.box.hidden = [...foot.registers.values()].every((one) => one.hidden)
}

function add(foot: Foot, key: string, node: HTMLElement, order: number): void {
  foot.registers.get(key)?.append(node)
  foot.items.push({register: key, node, order})
}

function parse(html: string): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  const node = template.content.firstElementChild
  if (!(node instanceof HTMLElement)) throw new Error(`A note is not one element: ${html.slice(0, 80)}`)
  return node
}
