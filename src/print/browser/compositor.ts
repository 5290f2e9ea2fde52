// Paged.js made ready for a style sheet and kept ready: reading the sheet takes as long as laying out a page or two.
import {loadFaces} from './faces.ts'
import type {Chunker, Previewer} from './paged.ts'
import {keepFirstLetters} from './repairs.ts'
import {serialiseStyles} from './serialise.ts'

/** Paged.js with its style sheets in the document. */
export interface Compositor {
  css: string
  host: HTMLElement
  previewer: Previewer
  /** Faces and rules of the pages that it makes, as CSS. */
  styles: string
}

/** A compositor of one's own, which must be closed. */
export async function makeCompositor(css: string): Promise<Compositor> {
  const {faces, rest} = await loadFaces(css)
  const host = document.createElement('div')
  // Measured, not looked at: nothing of it need be painted.
  host.style.visibility = 'hidden'
  document.body.append(host)
  const previewer = new window.Paged.Previewer()
  const {polisher} = previewer
  polisher.setup()
  keepFirstLetters(polisher)
  previewer.handlers = previewer.initializeHandlers()
  await polisher.add({[location.href]: rest})
  return {css, host, previewer, styles: `${faces}\n${serialiseStyles(polisher.inserted, polisher.styleSheet)}`}
}

/** Takes the pages and the style sheets of a compositor away. */
export function closeCompositor({host, previewer}: Compositor): void {
  previewer.polisher.destroy()
  host.remove()
}

/** The compositor that parts are laid out with one after the other, each as if it were the first. */
export async function keptCompositor(css: string): Promise<Compositor> {
  if (kept?.css !== css) {
    dropCompositor()
    kept = await makeCompositor(css)
  }
  return kept
}

/** Takes the kept compositor away: its style sheets are not those of pages that are shown. */
export function dropCompositor(): void {
  if (kept) closeCompositor(kept)
  kept = undefined
}

/** Makes the pages of a text; Paged.js measures a page by those before it, so it must know none. */
export async function flow({host, previewer: {chunker}}: Compositor, content: DocumentFragment): Promise<Chunker> {
  clearPages(chunker)
  await chunker.flow(content, host)
  return chunker
}

/** Takes all pages away. */
export function clearPages(chunker: Chunker): void {
  chunker.removePages()
  chunker.charsPerBreak = []
  chunker.maxChars = undefined
  chunker.stopped = false
  chunker.rendered = false
}

let kept: Compositor | undefined
