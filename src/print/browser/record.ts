// Where everything landed: page of each id, pages of each paragraph and note, first text of each page.
import type {LaidOut, PageStart, Span} from '../contract.ts'
import type {PageState} from './page-state.ts'
import {firstWords, ownText, runningText} from './words.ts'

/** Reads the finished pages. */
export function record(pages: PageState[]): Pick<LaidOut, 'starts' | 'anchors' | 'paragraphs' | 'notes'> {
  const anchors: Record<string, number> = {}
  const paragraphs: Record<string, Span> = {}
  const notes: Record<string, Span> = {}
  const read = new Map<string, number>()
  const starts: PageStart[] = []
  let letters = 0
  for (const {index, content, foot} of pages) {
    for (const root of [content, foot.box]) for (const {id} of root.querySelectorAll('[id]')) anchors[id] ??= index
    const own = runningText(content).replace(/\s/g, '').length
    starts.push({...pageStart(content, read), ...textStart(content, own > 0, letters)})
    letters += own
    for (const paragraph of content.querySelectorAll<HTMLElement>('p[data-p]')) {
      const n = paragraph.dataset['p'] ?? ''
      extend(paragraphs, n, index)
      read.set(n, (read.get(n) ?? 0) + ownText(paragraph).length)
    }
    for (const note of foot.box.querySelectorAll<HTMLElement>('.note[data-note]'))
      extend(notes, note.dataset['note'] ?? '', index)
  }
  return {starts, anchors, paragraphs, notes}
}

function pageStart(content: HTMLElement, read: Map<string, number>): PageStart {
  const first = content.querySelector<HTMLElement>('p[data-p]')?.dataset['p']
  if (first === undefined) return {paragraph: null, offset: 0}
  return {paragraph: /^\d+$/.test(first) ? Number(first) : first, offset: read.get(first) ?? 0}
}

/** How many words a page is known by. */
const WORDS = 3

/** Where the page begins in the text; a page with nothing but notes at its end begins with a note, or with none. */
function textStart(
  content: HTMLElement,
  hasText: boolean,
  letters: number
): Pick<PageStart, 'letters' | 'begins' | 'note'> {
  if (hasText) return {letters, begins: firstWords(content, WORDS)}
  const notes = content.querySelectorAll<HTMLElement>('.note[data-note]')
  if (notes.length === 0) return {letters}
  const note = [...notes].find((one) => one.dataset['splitFrom'] === undefined)?.dataset['note']
  return note === undefined ? {} : {note}
}

function extend(spans: Record<string, Span>, key: string, page: number): void {
  const span = spans[key]
  if (span) span.to = page
  else spans[key] = {from: page, to: page}
}
