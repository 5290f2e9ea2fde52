// What right pages say of themselves beside the title: the date, or the span of lines, leaves or paragraphs on the page.
import type {RunningHeads} from '../../html/book.ts'
import {leavesOf} from './leaves.ts'
import type {LaidPart} from '../layout/resolve.ts'

/**
 * A text for each page of a part; empty where there is nothing to say.
 *
 *   date         4 September 1952
 *   lines        1–38
 *   leaves       ll. 72v–73r; of several copies, the one whose leaves are marked first
 *   paragraphs   ¶ 12–19
 */
export function headSpans(laid: LaidPart, kind: RunningHeads): string[] {
  const pages = laid.laidOut.pages.map((_, page) => page)
  if (kind === 'title') return pages.map(() => '')
  if (kind === 'date') return pages.map(() => laid.part.date ?? '')
  if (kind === 'lines') return pages.map((page) => lineSpan(laid, page))
  return kind === 'leaves' ? leafSpans(laid) : paragraphSpans(laid)
}

function lineSpan({laidOut}: LaidPart, page: number): string {
  const span = laidOut.pageLines[page]
  return span ? range(`${span.from}`, `${span.to}`) : ''
}

/** The leaf that goes on from the page before, and those that begin on this one. */
function leafSpans(laid: LaidPart): string[] {
  const all = leavesOf(laid)
  const leaves = all.filter(({wit}) => wit === all[0]?.wit)
  let next = 0
  let before = ''
  return laid.laidOut.pages.map((_, page) => {
    const here = before ? [before] : []
    for (; leaves[next]?.page === page; next++) here.push(leaves[next]?.leaf ?? '')
    before = here.at(-1) ?? before
    return leafRange(here)
  })
}

/** `l. 72v`, `ll. 72v–73r`, `pp. 4–5`. */
function leafRange(leaves: readonly string[]): string {
  const [first, last] = [leaves[0], leaves.at(-1)]
  if (first === undefined || last === undefined || first === last) return noBreak(first ?? '')
  const [unit, from] = parted(first)
  const [other, to] = parted(last)
  return noBreak(unit === other ? `${unit.replace('.', '')}${unit} ${from}–${to}` : `${first} – ${last}`)
}

/** `l. 72v` → `l.` and `72v`. */
function parted(leaf: string): [string, string] {
  const at = leaf.indexOf(' ')
  return [leaf.slice(0, at), leaf.slice(at + 1)]
}

const noBreak = (text: string): string => text.replaceAll(' ', '\u00A0')

function paragraphSpans({laidOut}: LaidPart): string[] {
  const spans: [string, string][] = []
  for (const [n, {from, to}] of inOrder(laidOut.paragraphs))
    for (let page = from; page <= to; page++) {
      const span = spans[page]
      if (span) span[1] = n
      else spans[page] = [n, n]
    }
  return laidOut.pages.map((_, page) => {
    const span = spans[page]
    return span ? `¶\u00A0${range(...span)}` : ''
  })
}

// An object gives its keys that are whole numbers first: 45a would stand after all others.
function inOrder<Value>(paragraphs: Record<string, Value>): [string, Value][] {
  const place = (n: string): number => Number.parseInt(n, 10)
  return Object.entries(paragraphs).toSorted(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
}

const range = (from: string, to: string): string => (from === to ? from : `${from}–${to}`)
