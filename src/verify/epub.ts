// The proof of the e-book: what a reading system finds along the spine is what the edition says.
import type {Element, Nodes} from 'hast'
import {strFromU8, unzipSync} from 'fflate'
import {documentAnchor} from '../document/anchors.ts'
import {allDocuments, type Edition} from '../document/edition.ts'
import {divisionId, GENERATED_PARTS} from '../document/parts.ts'
import type {PrintedPage} from '../document/printed-pages.ts'
import type {Finding} from './finding.ts'
import {MarkupError, readMarkup} from './markup.ts'
import {listedIn, provePageList, type Listed, type Marked, type PagesSeen} from './page-list.ts'
import {proveParts} from './parts.ts'
import {nothingSeen, readFile, type Seen} from './seen.ts'
import {partedAtSides} from './sides.ts'

/**
 * Proves an EPUB against the documents of `edition`, which must be those that the e-book holds, and its page list against the pages
 * of the printed book; `unlisted` allows an e-book made without that book to have no list.
 */
export function verifyEpub(
  edition: Edition,
  bytes: Uint8Array,
  printed: {pages?: readonly PrintedPage[] | undefined; unlisted?: boolean} = {}
): Finding[] {
  try {
    const {parts, listed, marked} = readParts(edition, unpack(bytes))
    const alone = printed.unlisted === true && listed.length + marked.length === 0
    // Before the notes at the end of the book are put with their documents.
    const found = provePageList(edition, alone ? [] : (printed.pages ?? []), {parts, listed, marked})
    return [...proveParts(edition, parts, 'file'), ...found]
  } catch (error) {
    if (!(error instanceof MarkupError)) throw error
    return [{rule: 'output-differs', reason: `The e-book cannot be read: ${error.message}`}]
  }
}

/** Files of text by their path in the archive. */
type Files = ReadonlyMap<string, string>

function unpack(bytes: Uint8Array): Files {
  try {
    const files = unzipSync(bytes, {filter: ({name}) => /\.(xml|opf|xhtml|html|htm)$/i.test(name)})
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]))
  } catch (cause) {
    throw new MarkupError('it is no archive', {cause})
  }
}

/** What each file of the spine shows, by the id of its part, and the printed pages that are listed and marked. */
function readParts(edition: Edition, files: Files): PagesSeen & {parts: Map<string, Seen>} {
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
  for (const path of spine(files)) {
    const body = find(inArchive(files, path), 'body')[0]
    if (!body) throw new MarkupError(`\`${path}\` has no body`)
    if (isNavigation(body)) {
      listed.push(...listedIn(body, (href) => resolved(href, path)))
      const seen = nothingSeen()
      readFile(body, seen)
      marked.push(...seen.breaks.map((one) => ({...one, file: path, part: 'contents'})))
      continue
    }
    const {rest, sides} = partedAtSides(body)
    const id = partOf(body, ids)
    // A file in which a part goes on is all one side of it.
    if (id !== undefined || sides.length === 0 || hasWords(rest)) add(id ?? '', rest, path)
    for (const {document, piece} of sides) add(document, piece, path)
  }
  return {parts, listed, marked}
}

function hasWords(node: Nodes): boolean {
  const seen = nothingSeen()
  readFile(node, seen)
  return seen.flow.pieces.some((piece) => piece.trim() !== '') || seen.notes.size > 0
}

const resolved = (href: string, from: string): string =>
  decodeURIComponent(new URL(href, `file:///${from}`).pathname.slice(1))

/** Paths of the content files in reading order, as container and package tell them. */
function spine(files: Files): string[] {
  const path = find(inArchive(files, 'META-INF/container.xml'), 'rootfile')[0]?.properties['fullPath']
  if (typeof path !== 'string') throw new MarkupError('`META-INF/container.xml` names no package')
  const opf = inArchive(files, path)
  const hrefs = new Map<unknown, string>(
    find(opf, 'item').map(({properties}) => [properties['id'], String(properties['href'])])
  )
  return find(opf, 'itemref').map(({properties: {idref}}) => {
    const href = hrefs.get(idref)
    if (href === undefined) throw new MarkupError(`the spine names \`${String(idref)}\`, which is not in the manifest`)
    return resolved(href, path)
  })
}

function inArchive(files: Files, path: string): Nodes {
  const text = files.get(path)
  if (text === undefined) throw new MarkupError(`\`${path}\` is missing`)
  try {
    return readMarkup(text)
  } catch (error) {
    throw error instanceof MarkupError ? new MarkupError(`\`${path}\`: ${error.message}`, {cause: error}) : error
  }
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

/** Elements by name, without their namespace's prefix. */
function find(node: Nodes, name: string): Element[] {
  const here = node.type === 'element' && node.tagName.replace(/^.*:/, '') === name ? [node] : []
  return 'children' in node ? [...here, ...node.children.flatMap((child) => find(child, name))] : here
}
