// Reads off the finished pages on which lines everything stands: what is numbered and what points there agree.
import type {LaidOut, Span} from '../../contract.ts'
import {lineAt} from './index.ts'
import type {Beside} from './margin.ts'
import {rectsAt, rectsIn} from '../ruler.ts'

/** Line numbers of a part, filled in page after page. */
export type LinePlaces = Pick<LaidOut, 'lines' | 'pageLines'> & {
  lines: Record<string, Span>
  pageLines: (Span | null)[]
}

/** Nothing read yet. */
export const noPlaces = (): LinePlaces => ({lines: {}, pageLines: []})

/** Adds what stands on a finished page: its own lines, and those of every id and every lemma on it. */
export function readLines(places: LinePlaces, {root, ...on}: Beside): void {
  const numbers = on.lines.flatMap(({n}) => n ?? [])
  const [from, to] = [numbers[0], numbers.at(-1)]
  places.pageLines.push(from === undefined || to === undefined ? null : {from, to})
  if (from === undefined) return
  for (const element of root.querySelectorAll<HTMLElement>('[id], [data-entry]')) {
    const keys = [element.id, ...(element.dataset['entry'] ?? '').split(' ')].filter((key) => key !== '')
    const span = spanOf(element, on)
    if (span) for (const key of keys) extend(places.lines, key, span)
  }
}

/** From the first to the last line that counts: a heading at the edge has no number of its own. */
function spanOf(element: HTMLElement, {frame, lines}: Omit<Beside, 'root'>): Span | undefined {
  const places = rectsOf(element).map((rect) => lineAt(lines, frame, rect))
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last) return undefined
  const numbers = lines.slice(lines.indexOf(first), lines.indexOf(last) + 1).flatMap(({n}) => n ?? [])
  const [from, to] = [numbers[0], numbers.at(-1)]
  return from === undefined || to === undefined ? undefined : {from, to}
}

/** Rectangles of the first and last piece of text; a place without text is where the next letter stands. */
function rectsOf(element: HTMLElement): DOMRect[] {
  const rects = visible(rectsIn(element))
  const [first, last] = [rects[0], rects.at(-1)]
  if (first && last) return [first, last]
  const next = nextLetter(element)
  return next ? [next] : [...element.getClientRects()].slice(0, 1)
}

function nextLetter(element: HTMLElement): DOMRect | undefined {
  const block = element.closest('p, li, td, th, h1, h2, h3, h4, h5, h6')
  if (!block) return undefined
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  walker.currentNode = element
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node as Text).data.search(/[^\s\u00AD\u2060]/)
    if (at >= 0) return visible(rectsAt(node as Text, at))[0]
  }
  return undefined
}

const visible = (rects: DOMRectList): DOMRect[] => [...rects].filter(({width, height}) => width > 0.01 && height > 1)

function extend(spans: Record<string, Span>, key: string, {from, to}: Span): void {
  const span = spans[key]
  if (span) span.to = to
  else spans[key] = {from, to}
}
