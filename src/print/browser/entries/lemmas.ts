// Lemmas of entries keyed by line: the words of the text that an entry is about, wherever they stand.
import {columnOf, textRects} from '../lines/index.ts'
import type {Frame} from '../lines/index.ts'
import type {BreakToken} from '../paged.ts'

/** A lemma, or what stands of it on a page. */
export interface Lemma {
  anchor: string
  /** In the order of the text. */
  elements: HTMLElement[]
  /** Where its first and its last piece of text stand. */
  first: DOMRect
  last: DOMRect
}

/** All lemmas in an element by their anchors, in the order of their beginnings; the longer of two that begin together comes first. */
export function lemmasIn(root: Element): Map<string, Lemma> {
  const lemmas = new Map<string, Lemma>()
  for (const element of root.querySelectorAll<HTMLElement>('[data-entry]')) {
    const rects = placesOf(element)
    const [first, last] = [rects[0], rects.at(-1)]
    if (!first || !last) continue
    for (const anchor of anchorsOf(element)) {
      const known = lemmas.get(anchor)
      if (known) {
        known.elements.push(element)
        known.last = last
      } else lemmas.set(anchor, {anchor, elements: [element], first, last})
    }
  }
  return lemmas
}

/** Marks in the source the element that the lemma of each of these entries ends with, and returns them. */
export function markEnds(content: DocumentFragment, entries: ReadonlyMap<string, unknown>): Map<string, Element> {
  const ends = new Map<string, Element>()
  for (const element of content.querySelectorAll<HTMLElement>('[data-entry]'))
    for (const anchor of anchorsOf(element)) if (entries.has(anchor)) ends.set(anchor, element)
  for (const [anchor, element] of ends) {
    const before = element.getAttribute(ENDS)
    element.setAttribute(ENDS, before === null ? anchor : `${before} ${anchor}`)
  }
  return ends
}

/** Whether a lemma ends on the page that it stands on, while what goes over still lies in the columns beside it. */
export function endsHere({anchor, elements, last}: Lemma, frame: Frame): boolean {
  const ends = elements.at(-1)?.getAttribute(ENDS)?.split(' ').includes(anchor) ?? false
  return ends && columnOf(frame, last.left) === 0
}

/** Whether an element of the source stands wholly before the place where the next page begins. */
export function isBefore(element: Element, {node}: BreakToken): boolean {
  const position = node.compareDocumentPosition(element)
  return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0 && (position & Node.DOCUMENT_POSITION_CONTAINS) === 0
}

/** Anchors of the entries that an element belongs to. */
export function anchorsOf(element: HTMLElement): string[] {
  return (element.dataset['entry'] ?? '').split(' ').filter((anchor) => anchor !== '')
}

const ENDS = 'data-entry-ends'

/** Where the words of an element stand; marks in it say nothing, and an element that has no words stands where it is. */
function placesOf(element: HTMLElement): DOMRect[] {
  const words: DOMRect[] = []
  for (const {node, rects} of textRects(element)) {
    const marks = node.parentElement?.closest('.generated')
    if (!marks || !element.contains(marks)) words.push(...rects)
  }
  return words.length > 0 ? words : [...element.getClientRects()].filter((rect) => rect.height > 1)
}
