// The proof of the e-book: what a reading system finds along the spine is what the edition says.
import type {Element, Nodes} from 'hast'
import {documentAnchor} from '../document/anchors.ts'
import {allDocuments, type Edition} from '../document/edition.ts'
import {divisionId, GENERATED_PARTS} from '../document/parts.ts'
import type {PrintedPage} from '../document/printed-pages.ts'
import type {Finding} from './finding.ts'
import {MarkupError} from './markup.ts'
import {find, openEpub, resolved, type Epub} from './package/opened.ts'
import {provePackage} from './package/prove.ts'
import {listedIn, provePageList, type Listed, type Marked, type PagesSeen} from './page-list.ts'
import {proveParts} from './parts.ts'
import {nothingSeen, readFile, type Seen} from './seen.ts'
import {partedAtSides} from './sides.ts'

/** Pages of the printed book, and whether an e-book made without that book may have no list of them. */
interface Printed {
  pages?: readonly PrintedPage[] | undefined
  unlisted?: boolean
}

/** Proves a finished EPUB: its texts, its page list, and what it is as a package; `edition` must have the documents that it holds. */
export function verifyEpub(edition: Edition, bytes: Uint8Array, printed: Printed = {}): Finding[] {
  try {
    const epub = openEpub(bytes)
    return [...proveText(edition, epub, printed), ...provePackage(edition, epub)]
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error
    return [{rule: 'output-differs', reason: `The e-book cannot be read: ${error.message}`}]
  }
}

/** Proves the words along the spine, and the page list against the pages of the printed book. */
export function proveText(edition: Edition, epub: Epub, printed: Printed = {}): Finding[] {
  const {parts, listed, marked} = readParts(edition, epub)
  const alone = printed.unlisted === true && listed.length + marked.length === 0
  // Before the notes at the end of the book are put with their documents.
  const found = provePageList(edition, alone ? [] : (printed.pages ?? []), {parts, listed, marked})
  return [...proveParts(edition, parts, 'file'), ...found]
}

/** What each file of the spine shows, by the id of its part, and the printed pages that are listed and marked. */
function readParts(edition: Edition, epub: Epub): PagesSeen & {parts: Map<string, Seen>} {
  const divisions = (edition.divisions ?? []).map((_, index) => divisionId(index + 1))
  const ids = new Map([
    ...[...GENERATED_PARTS, ...divisions].map((id) => [id, id] as const),
    ...allDocuments(edition).map(({id}) => [documentAnchor(id), id] as const)
  ])
  const parts = new Map<string, Seen>()
  const listed: Listed[] = []
  const marked: Marked[] = []
  const add = (id: string, node: Parameters<typeof readFile>[0], file: string): void => {
    const seen = parts.get(id) ?? nothingSeen()
    const before = seen.breaks.length
    readFile(node, seen)
    marked.push(...seen.breaks.slice(before).map((one) => ({...one, file, part: id})))
    if (id !== '' || seen.flow.pieces.length > 0) parts.set(id, seen)
  }
  epub.spine.forEach((item, index) => {
    if (!item) throw new MarkupError(`the spine names \`${epub.idrefs[index]}\`, which is not in the manifest`)
    const {path} = item
    const body = find(epub.tree(path), 'body')[0]
    if (!body) throw new MarkupError(`\`${path}\` has no body`)
    if (isNavigation(body)) {
      listed.push(...listedIn(body, (href) => resolved(href, path).path))
      const seen = nothingSeen()
      readFile(body, seen)
      marked.push(...seen.breaks.map((one) => ({...one, file: path, part: 'contents'})))
      return
    }
    const {rest, sides} = partedAtSides(body)
    const id = partOf(body, ids)
    // A file in which a part goes on is all one side of it.
    if (id !== undefined || sides.length === 0 || hasWords(rest)) add(id ?? '', rest, path)
    for (const {document, piece} of sides) add(document, piece, path)
  })
  return {parts, listed, marked}
}

function hasWords(node: Nodes): boolean {
  const seen = nothingSeen()
  readFile(node, seen)
  return seen.flow.pieces.some((piece) => piece.trim() !== '') || seen.notes.size > 0
}

const isNavigation = (body: Element): boolean => find(body, 'nav').some(({properties}) => properties.epubType === 'toc')

/** Id of the part whose element stands in a file. */
function partOf(node: Nodes, ids: ReadonlyMap<string, string>): string | undefined {
  if (node.type === 'element') {
    const id = ids.get(String(node.properties.id))
    if (id !== undefined) return id
  }
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const id = partOf(child, ids)
    if (id !== undefined) return id
  }
  return undefined
}
