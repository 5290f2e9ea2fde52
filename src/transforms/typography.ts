// Sets quotation marks, apostrophes, dashes, ellipses, primes and signs of numbers as books have them: in editorial matter always, in
// received text only what edition.yaml lists. Each text that is changed keeps what was typed. Needs names and citations done, since they split texts.
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
  /** The last characters of the block so far. */
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
    else if (child.type === 'break') state.before += '\n'
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
  state.before = (state.before + value).slice(-ENOUGH)
  if (set === value) return
  node.value = set
  node.data = {...node.data, received: value}
}

/** As many characters as tell what a sign stands behind. */
const ENOUGH = 8

function settle(value: string, state: State): string {
  const {chosen, before, open} = state
  let set = value
  if (chosen.has('ellipses')) set = set.replace(/(?<!\.)\.{3}(?!\.)/g, '…')
  if (chosen.has('dashes')) set = set.replace(/(?<!-)-{2,3}(?!-)/g, '—')
  if (chosen.has('ranges')) set = set.replace(RANGE, '$1–$2')
  if (chosen.has('times'))
    set = (before + set).replace(MEASURE, (measure) => measure.replace(TIMES, '×')).slice(before.length)
  if (chosen.has('minus')) set = (before + set).replace(MINUS, '−').slice(before.length)
  let feet = -1
  const led = before + set
  return set.replace(/["']/g, (sign, place: number) => {
    const at = before.length + place
    if (chosen.has('primes') && isPrime(led, at, {feet, open})) {
      if (sign === '"') return '″'
      feet = at
      return '′'
    }
    const around = {before: led[at - 1] ?? '', after: led.slice(at + 1)}
    return sign === '"' ? double(around, state) : single(around, state)
  })
}

/** Two numbers and nothing joined to them: `71-82`, no date, shelfmark or address. */
const RANGE = /(?<![\p{L}\p{N}/.:_-])(\d+)-(\d+)(?![\p{L}\p{N}/_-]|[.:]\d)/gu

/** `3 x 4 cm`, `3 cm x 4 cm`, `2x3x4 m`: numbers before a unit of length; the x may be one of Cyrillic letters. */
const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?[½¼¾]?|[½¼¾])`
const LENGTH = String.raw`(?:[mcdk]?m|[мсд]?м|км|in\.|inch(?:es)?|ft|feet|foot|yds?|yards?|(?:centi|milli|kilo)?met(?:re|er)s?|Zoll)`
const MEASURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,:/_-])${NUMBER}(?:\s?${LENGTH})?(?:\s?[xх]\s?${NUMBER}){1,2}\s?${LENGTH}(?![\p{L}\p{N}])`,
  'gu'
)
const TIMES = /[xх](?=\s?[\d½¼¾])/gu

/** `-5 °C`, `(-3.5 %`; behind a number it may be a range, `2 °C -5 °C`. */
const MINUS = /(?<=^|[([{]|[^\d°%CF\s]\s+)-(?=\d+(?:[.,]\d+)*\s?(?:°|%))/gu

/**
 * Marks that can be nothing else: `6'2"`, both given and at most eleven inches; behind a degree `40° 26' 46"`, `40° 26'`. Where a
 * quotation is open, the mark may as well close it.
 */
function isPrime(text: string, at: number, {feet, open}: Pick<State, 'open'> & {feet: number}): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 16), at), text.slice(at + 1)]
  if (text[at] === '"') return feet >= 0 && SECOND.test(text.slice(feet + 1, at))
  if (MINUTES.test(before)) return open.single === 0 && (open.double === 0 || !/^\s?[\d.,]+\s?"/.test(after))
  return open.double === 0 && FEET.test(before) && INCHES.test(after)
}

const MINUTES = /\d\s?°\s?[0-5]?\d(?:[.,]\d+)?$/u
const FEET = /(?<![\p{L}\p{N}.,:/'’-])\d{1,3}$/u
const INCHES = /^(?:\d|1[01])(?:\.\d+)?[½¼¾]?"(?![\p{L}\p{N}"])/u
const SECOND = /^\s?[0-5]?\d(?:[.,]\d+)?[½¼¾]?$/u

interface Around {
  before: string
  after: string
}

const opens = ({before, after}: Around): boolean => /^$|[\s([{⟨“‘—–-]/u.test(before) && /^\S/u.test(after)

function double(around: Around, {chosen, open}: State): string {
  const sign = opens(around) ? '“' : '”'
  open.double = Math.max(0, open.double + (sign === '“' ? 1 : -1))
  return chosen.has('quotes') ? sign : '"'
}

function single(around: Around, {chosen, open}: State): string {
  const elided = /^(?:\d\ds?\b|tis\b|twas\b|em\b)/i.test(around.after)
  const inside = /[\p{L}\p{N}]/u.test(around.before) && /^[\p{L}\p{N}]/u.test(around.after)
  if (!elided && !inside) {
    const closes = !opens(around) && open.single > 0
    if (opens(around) || closes) open.single += closes ? -1 : 1
    if (chosen.has('quotes') && (opens(around) || closes)) return closes ? '’' : '‘'
    if (opens(around)) return "'"
  }
  return chosen.has('apostrophes') ? '’' : "'"
}
