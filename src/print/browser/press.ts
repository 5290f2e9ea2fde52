// Paged.js made ready for a style sheet and kept ready: reading the sheet takes as long as laying out a page or two.
import {loadFaces} from './faces.ts'
import type {Chunker, Previewer} from './paged.ts'
import {serialiseStyles} from './serialise.ts'

/** Paged.js with its style sheets in the document. */
export interface Press {
  css: string
  host: HTMLElement
  previewer: Previewer
  /** Faces and rules of the pages that it makes, as CSS. */
  styles: string
}

/** A press of one's own, which must be closed. */
export async function makePress(css: string): Promise<Press> {
  const {faces, rest} = await loadFaces(css)
  const host = document.createElement('div')
  host.style.visibility = 'hidden'
  document.body.append(host)
  const previewer = new window.Paged.Previewer()
  const {polisher} = previewer
  polisher.setup()
  previewer.handlers = previewer.initializeHandlers()
  await polisher.add({[location.href]: rest})
  return {css, host, previewer, styles: `${faces}\n${serialiseStyles(polisher.inserted, polisher.styleSheet)}`}
}

/** Takes the pages and the style sheets of a press away. */
export function closePress({host, previewer}: Press): void {
  previewer.polisher.destroy()
  host.remove()
}

/** The press that parts are laid out with one after the other, each as if it were the first. */
export async function keptPress(css: string): Promise<Press> {
  if (kept?.css !== css) {
    dropPress()
    kept = await makePress(css)
  }
  return kept
}

/** Takes the kept press away: its style sheets are not those of pages that are shown. */
export function dropPress(): void {
  if (kept) closePress(kept)
  kept = undefined
}

/** Makes the pages of a text; Paged.js measures a page by those before it, so it must know none. */
export async function flow({host, previewer: {chunker}}: Press, content: DocumentFragment): Promise<Chunker> {
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

let kept: Press | undefined
