// Links of a part: an anchor in another part gets its file before it, a target outside the package must be an address.
import {visit} from 'unist-util-visit'
import type {Element, Nodes} from 'hast'

/** Schemes that a reading system can follow. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:'])

/** Where a part stands: its own file, and the file of every anchor. */
export interface Whereabouts {
  file: string
  anchors: ReadonlyMap<string, string>
}

/** `#d1-p45` from another file becomes `d1.xhtml#d1-p45`. Asserts that the anchor exists. */
export function hrefOf(anchor: string, {file, anchors}: Whereabouts): string {
  const target = anchors.get(anchor)
  if (target === undefined)
    throw new Error(`A link in ${file} leads to #${anchor}, an anchor that exists nowhere in the book`)
  return target === file ? `#${anchor}` : `${target}#${anchor}`
}

/** Sets every link of a tree. */
export function setLinks(tree: Nodes, place: Whereabouts): void {
  visit(tree, 'element', (element: Element) => {
    const {href} = element.properties
    if (typeof href !== 'string') return
    if (href.startsWith('#')) element.properties.href = hrefOf(decodeURIComponent(href.slice(1)), place)
    // A path leads out of the package, where nothing is; without href the words stay and the link is none.
    else if (!isAddress(href)) delete element.properties.href
  })
}

const isAddress = (href: string): boolean => URL.canParse(href) && SCHEMES.has(new URL(href).protocol)
