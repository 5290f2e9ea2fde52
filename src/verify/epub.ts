// The proof of the e-book: what a reading system finds along the spine is what the edition says.
import type {Element, Nodes} from 'hast'
import {strFromU8, unzipSync} from 'fflate'
import {documentAnchor} from '../document/anchors.ts'
import {allDocuments, type Edition} from '../document/edition.ts'
import {GENERATED_PARTS} from '../document/parts.ts'
import type {Finding} from './finding.ts'
import {MarkupError, readMarkup} from './markup.ts'
import {proveParts} from './parts.ts'
import {nothingSeen, readFile, type Seen} from './seen.ts'
import {partedAtSides} from './sides.ts'

/** Proves an EPUB against the documents of `edition`, which must be those that the e-book holds. */
export function verifyEpub(edition: Edition, bytes: Uint8Array): Finding[] {
  try {
    return proveParts(edition, readParts(edition, unpack(bytes)), 'file')
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

/** What each file of the spine shows, by the id of its part. */
function readParts(edition: Edition, files: Files): Map<string, Seen> {
  const ids = new Map([
    ...GENERATED_PARTS.map((id) => [id, id] as const),
    ...allDocuments(edition).map(({id}) => [documentAnchor(id), id] as const)
  ])
  const parts = new Map<string, Seen>()
  for (const path of spine(files)) {
    const body = find(inArchive(files, path), 'body')[0]
    if (!body) throw new MarkupError(`\`${path}\` has no body`)
    if (isNavigation(body)) continue
    const id = partOf(body, ids)
    const {rest, sides} = partedAtSides(body)
    const seen = parts.get(id ?? '') ?? nothingSeen()
    readFile(rest, seen)
    if (id !== undefined || seen.flow.pieces.length > 0) parts.set(id ?? '', seen)
    for (const {document, piece} of sides) {
      const own = parts.get(document) ?? nothingSeen()
      parts.set(document, own)
      readFile(piece, own)
    }
  }
  return parts
}

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
    return decodeURIComponent(new URL(href, `file:///${path}`).pathname.slice(1))
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
