// The proof of the laid-out pages: what stands on the static pages that were printed is what the edition says.
import type {Element, Nodes} from 'hast'
import type {Edition} from '../document/edition.ts'
import type {Finding} from './finding.ts'
import {MarkupError, readMarkup} from './markup.ts'
import {proveParts} from './parts.ts'
import {hasClass, nothingSeen, readPage, type Seen} from './seen.ts'

/**
 * Proves the assembled pages of an output against the documents of `edition`, which must be those that the output holds.
 * Reads the pages alone: `<div class="pagedjs_page" data-part="d1" data-label="12">`.
 */
export function verifyPages(edition: Edition, html: string): Finding[] {
  try {
    return proveParts(edition, readPages(pagesOf(readMarkup(html))), 'page')
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error
    return [{rule: 'output-differs', reason: `The pages cannot be read: ${error.message}`}]
  }
}

/** Pages in order; they lie side by side, at whatever depth. */
function pagesOf(node: Nodes): Element[] {
  if (node.type === 'element' && hasClass(node.properties, 'pagedjs_page')) return [node]
  return 'children' in node ? node.children.flatMap(pagesOf) : []
}

/** What the pages show of each part, by its id, in the order of their first pages; pages of no part are under ''. */
function readPages(pages: readonly Element[]): Map<string, Seen> {
  const parts = new Map<string, Seen>()
  pages.forEach(({properties, children}, sheet) => {
    const id = String(properties.dataPart ?? '')
    const seen = parts.get(id) ?? nothingSeen()
    parts.set(id, seen)
    readPage({type: 'root', children}, seen, {sheet, label: properties.dataLabel as string | undefined})
  })
  return parts
}
