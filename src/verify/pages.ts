// The proof of the laid-out pages: what stands on the static pages that were printed is what the edition says.
import {setImmediate} from 'node:timers/promises'
import type {Edition} from '../document/edition.ts'
import type {Finding} from './finding.ts'
import {MarkupError, readPieces} from './markup.ts'
import {proofsOfParts} from './parts.ts'
import {hasClass, nothingSeen, readPage, type Seen} from './seen.ts'
import {partedAtSides} from './sides.ts'

/**
 * Proves the assembled pages of an output against the documents of `edition`, which must be those that the output holds.
 * Reads the pages alone: `<div class="pagedjs_page" data-part="d1" data-label="12">`.
 */
export function verifyPages(edition: Edition, html: string): Finding[] {
  const proof = provePages(edition, html)
  for (;;) {
    const {done, value} = proof.next()
    if (done) return value
  }
}

/** The same in turns: after each page and each document those come first who wait for something else. */
export async function verifyPagesInTurns(edition: Edition, html: string): Promise<Finding[]> {
  const proof = provePages(edition, html)
  for (;;) {
    await setImmediate()
    const {done, value} = proof.next()
    if (done) return value
  }
}

/** Pauses after each page and each document. */
function* provePages(edition: Edition, html: string): Generator<void, Finding[]> {
  const findings: Finding[] = []
  try {
    for (const proof of proofsOfParts(edition, yield* readPages(html), 'page')) {
      findings.push(...proof())
      yield
    }
    return findings
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error
    return [{rule: 'output-differs', reason: `The pages cannot be read: ${error.message}`}]
  }
}

/** What the pages show of each part, by its id, in the order of their first pages; pages of no part are under ''. */
function* readPages(html: string): Generator<void, Map<string, Seen>> {
  const parts = new Map<string, Seen>()
  // Pages are counted by document: on facing pages a text goes on two sheets further.
  const sheets = new Map<string, number>()
  for (const page of readPieces(html, ({properties}) => hasClass(properties, 'pagedjs_page'))) {
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
    yield
  }
  return parts
}
