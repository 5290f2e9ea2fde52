// Sets quotation marks, apostrophes, dashes and ellipses as books have them: in editorial matter always, in received text only
// what edition.yaml lists. Each text that is changed keeps what was typed. Needs names and citations done, since they split texts.
import type {Node, Parent, Text} from 'mdast'
import type {EditionDocument} from '../document/edition.ts'
import type {Note, Part} from '../document/nodes.ts'
import {SUBSTITUTIONS, type Substitution} from '../document/typography.ts'

/** Changes the texts of a document in place; `listed` holds for received text. */
export function typography(document: EditionDocument, listed: readonly Substitution[]): void {
  const whose = document.role === 'document' ? listed : SUBSTITUTIONS
  walk(document.tree, {chosen: new Set(whose), before: '', open: {single: 0, double: 0}})
}

interface State {
  chosen: ReadonlySet<Substitution>
  /** The last character of the block so far. */
  before: string
  /** Quotation marks of the block that are open. */
  open: {single: number; double: number}
}

/** What is set as typed, or by a transform of its own. */
const KEPT = new Set(['inlineCode', 'code', 'citation', 'head', 'ref', 'leafBreak'])
const BLOCKS = new Set(['paragraph', 'heading', 'tableCell'])

function walk(parent: Parent, state: State): void {
  for (const child of parent.children as Node[]) {
    if (child.type === 'text') change(child as Text, state)
    else if (child.type === 'break') state.before = ' '
    else if (!KEPT.has(child.type) && 'children' in child) walk(child as Parent, stateIn(child, state))
  }
}

function stateIn(node: Node, state: State): State {
  const chosen = isEditorial(node) ? new Set(SUBSTITUTIONS) : state.chosen
  const apart = BLOCKS.has(node.type) || node.type === 'note'
  return apart || chosen !== state.chosen ? {chosen, before: '', open: {single: 0, double: 0}} : state
}

function isEditorial(node: Node): boolean {
  if (node.type === 'note') return (node as Note).place === 'foot' && !(node as Note).marker
  return node.type === 'only' || (node.type === 'part' && (node as Part).kind === 'editorial')
}

function change(node: Text, state: State): void {
  const {value} = node
  const set = settle(value, state)
  state.before = value.at(-1) ?? state.before
  if (set === value) return
  node.value = set
  node.data = {...node.data, received: value}
}

function settle(value: string, state: State): string {
  const {chosen} = state
  let set = value
  if (chosen.has('ellipses')) set = set.replace(/(?<!\.)\.{3}(?!\.)/g, '…')
  if (chosen.has('dashes')) set = set.replace(/(?<!-)-{2,3}(?!-)/g, '—')
  if (chosen.has('ranges')) set = set.replace(RANGE, '$1–$2')
  return set.replace(/["']/g, (sign, at: number) => {
    const around = {before: at > 0 ? (set[at - 1] ?? '') : state.before, after: set.slice(at + 1)}
    return sign === '"' ? double(around, state) : single(around, state)
  })
}

/** Two numbers and nothing joined to them: `71-82`, no date, shelfmark or address. */
const RANGE = /(?<![\p{L}\p{N}/.:_-])(\d+)-(\d+)(?![\p{L}\p{N}/_-]|[.:]\d)/gu

interface Around {
  before: string
  after: string
}

const opens = ({before, after}: Around): boolean => /^$|[\s([{⟨“‘—–-]/u.test(before) && /^\S/u.test(after)

function double(around: Around, {chosen, open}: State): string {
  if (!chosen.has('quotes')) return '"'
  if (opens(around)) {
    open.double++
    return '“'
  }
  open.double = Math.max(0, open.double - 1)
  return '”'
}

function single(around: Around, {chosen, open}: State): string {
  const elided = /^(?:\d\ds?\b|tis\b|twas\b|em\b)/i.test(around.after)
  const inside = /[\p{L}\p{N}]/u.test(around.before) && /^[\p{L}\p{N}]/u.test(around.after)
  if (!elided && !inside) {
    const closes = !opens(around) && open.single > 0
    if (chosen.has('quotes') && (opens(around) || closes)) {
      open.single += closes ? -1 : 1
      return closes ? '’' : '‘'
    }
    if (opens(around) || closes) return "'"
  }
  return chosen.has('apostrophes') ? '’' : "'"
}
