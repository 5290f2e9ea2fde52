// The proof of the laid-out pages: what stands on the static pages that were printed is what the edition says.
import {setImmediate} from 'node:timers/promises'
import type {Element, Nodes} from 'hast'
import type {Edition} from '../document/edition.ts'
import type {Finding} from './finding.ts'
import {MarkupError, readMarkup} from './markup.ts'
import {proofsOfParts} from './parts.ts'
import {hasClass, nothingSeen, readPage, type Seen} from './seen.ts'
import {partedAtSides} from './sides.ts'

/**
 * Proves the assembled pages of an output against the documents of `edition`, which must be those that the output holds.
 * Reads the pages alone: `<div class="pagedjs_page" data-part="d1" data-label="12">`.
 */
export function verifyPages(edition: Edition, html: string): Finding[] {
  return proofsOfPages(edition, html).flatMap((proof) => proof())
}

/** The same in turns: after each document those come first who wait for something else. */
export async function verifyPagesInTurns(edition: Edition, html: string): Promise<Finding[]> {
  await setImmediate()
  const findings: Finding[] = []
  for (const proof of proofsOfPages(edition, html)) {
    findings.push(...proof())
    await setImmediate()
  }
  return findings
}

function proofsOfPages(edition: Edition, html: string): (() => Finding[])[] {
  try {
    return proofsOfParts(edition, readPages(pagesOf(readMarkup(html))), 'page')
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error
    const {message} = error
    return [() => [{rule: 'output-differs', reason: `The pages cannot be read: ${message}`}]]
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
  // Pages are counted by document: on facing pages a text goes on two sheets further.
  const sheets = new Map<string, number>()
  for (const page of pages) {
    const {dataPart, dataDocument, dataLabel} = page.properties
    const label = dataLabel === undefined ? undefined : String(dataLabel)
    const {rest, sides} = partedAtSides(page)
    const own = {document: String(dataDocument ?? dataPart ?? ''), piece: rest}
    const shown = [own, ...sides]
    for (const id of new Set(shown.map(({document}) => document))) sheets.set(id, (sheets.get(id) ?? -1) + 1)
    for (const {document, piece} of shown) {
      const seen = parts.get(document) ?? nothingSeen()
      parts.set(document, seen)
      readPage(piece, seen, {sheet: sheets.get(document) ?? 0, label})
    }
  }
  return parts
}
