// Where everything landed: page of each id, pages of each paragraph and note, first text of each page.
import type {LaidOut, PageStart, Span} from '../contract.ts'
import type {PageState} from './page-state.ts'
import {ownText} from './words.ts'

/** Reads the finished pages. */
export function record(pages: PageState[]): Pick<LaidOut, 'starts' | 'anchors' | 'paragraphs' | 'notes'> {
  const anchors: Record<string, number> = {}
  const paragraphs: Record<string, Span> = {}
  const notes: Record<string, Span> = {}
  const read = new Map<string, number>()
  const starts: PageStart[] = []
  for (const {index, content, foot} of pages) {
    for (const root of [content, foot.box]) for (const {id} of root.querySelectorAll('[id]')) anchors[id] ??= index
    starts.push(pageStart(content, read))
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

function extend(spans: Record<string, Span>, key: string, page: number): void {
  const span = spans[key]
  if (span) span.to = page
  else spans[key] = {from: page, to: page}
}
