// Closes the entries keyed by line when all pages are set: ends on later pages are filled in, and every number is read again.
import type {Problem} from '../../contract.ts'
import {lineLabel, rangeEnd} from './key.ts'
import {writeLines} from '../foot/dress.ts'
import {lemmasIn} from './lemmas.ts'
import {lineAt} from '../lines/index.ts'
import type {Line} from '../lines/index.ts'
import {footHeight} from '../foot/notes.ts'
import type {PageState, Run} from '../page-state.ts'

/** A line on which a lemma begins or ends; without number where lines are not counted. */
interface LinePlace {
  page: number
  n: number | undefined
}

/** Where each lemma begins and ends on the finished pages. */
export type LemmaPlaces = Map<string, {from: LinePlace; to: LinePlace}>

/** Adds the lemmas of a finished page. */
export function readLemmas(places: LemmaPlaces, {index: page, content, frame}: PageState, lines: Line[]): void {
  for (const [anchor, {first, last}] of lemmasIn(content)) {
    const [from, to] = [first, last].map((rect) => ({page, n: lineAt(lines, frame, rect)?.n}))
    const known = places.get(anchor)
    if (known && to) known.to = to
    else if (from && to) places.set(anchor, {from, to})
  }
}

/** Fills in where lemmas end that go on beyond the page; the foot keeps its height. */
export function fillEnds({foot, index}: PageState, run: Run, places: LemmaPlaces): void {
  for (const node of foot.box.querySelectorAll<HTMLElement>(OPEN)) {
    const place = places.get(node.dataset['note'] ?? '')
    if (!place) continue
    if (place.from.page === place.to.page || place.to.n === undefined) node.dataset['lines'] = expectedLabel(place, run)
    const reserved = {height: footHeight(foot), width: endIn(node)?.getBoundingClientRect().width ?? 0}
    const label = endLabel(place, run)
    write(node, label)
    const isCut =
      foot.box.querySelector(`.register-${CSS.escape(node.dataset['register'] ?? '')} > [data-cut]`) !== null
    if (!isCut && footHeight(foot) === reserved.height) continue
    write(node, label.replace(REMARK, ''))
    const remark = REMARK.exec(label)?.[0]
    if (remark !== undefined) run.problems.push(unsaid(node, remark, index))
    const end = endIn(node)
    if (end) Object.assign(end.style, {display: 'inline-block', minWidth: `${reserved.width.toFixed(2)}px`})
  }
}

/** Compares what the entries say of their lines with where the words of their lemmas stand. */
export function proveEntries(run: Run, places: LemmaPlaces): Problem[] {
  return run.pages.flatMap((state) =>
    [...state.foot.registers.values()].flatMap((register) => registerProblems(register, {state, run, places}))
  )
}

const OPEN = '.note[data-lines-end]:not([data-continued])'

/** What may be left out where there is no room for it. */
const REMARK = / \(.*\)$/

const endIn = (node: HTMLElement): HTMLElement | null => node.querySelector<HTMLElement>('.entry-line-end')

function write(node: HTMLElement, end: string): void {
  node.dataset['linesEnd'] = end
  writeLines(node, false)
}

/** What a reader of the entry would take for a line of the same page. */
function unsaid(node: HTMLElement, remark: string, page: number): Problem {
  const {note = '', lines = '', linesEnd = ''} = node.dataset
  const detail = `Entry ${note} names lines ${lines}${linesEnd} without the words “${remark.trim()}”, for which the foot of the page has no room: its last line is not on the page of its first.`
  return {kind: 'layout-note', page, detail}
}

/** `2` for line 2 of the next page; where that could be taken for a line of the same page, it is said. */
function endLabel({from, to}: {from: LinePlace; to: LinePlace}, {part}: Run): string {
  if (to.n === undefined || from.n === undefined || from.page === to.page) return ''
  if (part.lineNumbers?.restart === 'document') return rangeEnd(from.n, to.n)
  const pages = to.page - from.page
  const unclear = pages > 1 || (pages === 1 && to.n >= from.n)
  return unclear ? `${to.n} (${pages === 1 ? 'next page' : `${pages} pages on`})` : String(to.n)
}

function registerProblems(
  register: HTMLElement,
  {state, run, places}: {state: PageState; run: Run; places: LemmaPlaces}
): Problem[] {
  const problems: Problem[] = []
  let before: string | undefined
  for (const node of register.querySelectorAll<HTMLElement>(
    ':scope > .note[data-lines]:not([hidden], [data-continued])'
  )) {
    const anchor = node.dataset['note'] ?? ''
    const place = places.get(anchor)
    if (!place || !run.part.lineNumbers) continue
    const own = place.from.page === state.index
    const expected = expectedLabel(place, run)
    const says = (node.querySelector('.entry-line')?.textContent ?? '').trim()
    const repeats = says === '' && own && expected === before
    if (!repeats && says.replace(REMARK, '') !== expected)
      problems.push({kind: 'entry-line', page: state.index, detail: wrong(anchor, says, expected)})
    before = own && place.from.page === place.to.page ? expected : undefined
  }
  return problems
}

function expectedLabel({from, to}: {from: LinePlace; to: LinePlace}, {part}: Run): string {
  const anew = part.lineNumbers?.restart === 'page' && from.page !== to.page
  return anew && from.n !== undefined && to.n !== undefined ? `${from.n}–${to.n}` : lineLabel({from: from.n, to: to.n})
}

const wrong = (anchor: string, says: string, expected: string): string =>
  `Entry ${anchor} names ${says === '' ? 'no line' : `line ${says}`}, but its words stand on line ${expected}.`
