// What the notes at a foot have of each other: what is shown, rules, separators, the number of a line once.
import type {EntryKey} from '../entries/key.ts'
import type {Foot, FootItem} from './index.ts'

/** Brings the foot in order after notes were shown, hidden or taken out. */
export function dress(foot: Foot): void {
  const last = new Map<string, FootItem>()
  for (const item of foot.items) if (!item.node.hidden) last.set(item.register, item)
  for (const [key, register] of foot.registers) {
    register.hidden = !last.has(key)
    if (register.dataset['layout'] === 'run-in') separate(foot, key, last.get(key))
  }
  foot.box.hidden = last.size === 0
  foot.box.dataset['rule'] = topRule([...foot.registers.values()])
}

/** Shows the lines of entries in registers keyed by line: once for all entries in a row that have the same. */
export function showLines(foot: Foot): void {
  for (const [key, register] of foot.registers) if (register.dataset['keyed'] === 'line') showOnce(foot, key)
}

/** Writes the lines of its lemma into an entry; what follows a lemma that is there several times says which it is. */
export function writeKey(node: HTMLElement, {lines, end, occurrence}: EntryKey): void {
  node.dataset['lines'] = lines
  if (end !== undefined) node.dataset['linesEnd'] = end
  const lemma = node.querySelector('.lemma')
  if (occurrence === 0 || !lemma) return
  const rank = document.createElement('sup')
  rank.className = 'occurrence generated'
  rank.textContent = String(occurrence)
  lemma.after(rank)
}

/** Writes the lines of an entry before its lemma, or nothing where the entry before has the same. */
export function writeLines(node: HTMLElement, same: boolean): void {
  const {lines = '', linesEnd = ''} = node.dataset
  const end = linesEnd === '' ? [] : [endOf(linesEnd)]
  node.querySelector('.entry-line')?.replaceChildren(...(same || lines === '' ? [] : [lines, ...end, '\u00A0']))
}

function endOf(number: string): HTMLElement {
  const end = document.createElement('span')
  end.className = 'entry-line-end'
  end.textContent = number
  return end
}

/**
 * Between the notes of one paragraph stands a sign; it stays with the note before, so that no line begins with it. It is no part of that note:
 * beside one of the other direction it stands where the paragraph goes on.
 */
function separate(foot: Foot, key: string, last: FootItem | undefined): void {
  for (const sign of foot.registers.get(key)?.querySelectorAll(':scope > .separator') ?? [])
    if (!sign.previousElementSibling?.matches('.note')) sign.remove()
  for (const {register, node} of foot.items)
    if (register === key) separator(node).hidden = node.hidden || node === last?.node
}

function separator(node: HTMLElement): HTMLElement {
  const known = node.nextElementSibling
  if (known instanceof HTMLElement && known.matches('.separator')) return known
  const made = document.createElement('span')
  made.className = 'separator generated'
  made.setAttribute('aria-hidden', 'true')
  made.textContent = '\u00A0‖ '
  node.after(made)
  return made
}

/** An entry that was carried over whole keeps its number: what stands before it is of another page. */
function showOnce(foot: Foot, key: string): void {
  let before: string | undefined
  for (const {register, node, order} of foot.items) {
    if (register !== key || node.dataset['continued'] !== undefined) continue
    const {lines, linesEnd} = node.dataset
    const same = order >= 0 && lines === before && linesEnd === undefined
    writeLines(node, same)
    before = order >= 0 && linesEnd === undefined ? lines : undefined
  }
}

/** The rule between text and notes is that of the first register, also on pages where it is empty and the next has none. */
function topRule(registers: readonly HTMLElement[]): string {
  const [first] = registers
  const shown = registers.find((register) => !register.hidden)?.dataset['rule'] ?? 'none'
  return shown === 'none' ? (first?.dataset['rule'] ?? 'none') : shown
}
