// An e-book as it lies: its archive opened once, its package document read, its files parsed when somebody asks for them.
import type {Element, Nodes, Root} from 'hast'
import {MarkupError, readMarkup} from '../markup.ts'
import {ArchiveError, readArchive, type Entry} from './archive.ts'

/** A file that the manifest names. */
export interface Item {
  id: string
  /** Path in the archive. */
  path: string
  mediaType: string
  properties: string[]
}

/** An e-book. */
export interface Epub {
  entries: readonly Entry[]
  /** The package document, and its path in the archive. */
  opf: Root
  opfPath: string
  items: Item[]
  /** Items in the order of reading; one that the manifest lacks is undefined. */
  spine: (Item | undefined)[]
  /** Ids that the spine names. */
  idrefs: string[]
  /** A file of markup; throws `MarkupError` where it is missing or does not close what it opens. */
  tree(path: string): Root
  /** All elements of such a file, in their order. */
  elements(path: string): readonly Element[]
}

/** Opens an e-book. Throws `MarkupError` where there is none. */
export function openEpub(bytes: Uint8Array): Epub {
  const entries = archiveOf(bytes)
  const files = new Map(entries.map((entry) => [entry.name, entry]))
  const trees = new Map<string, Root>()
  const elements = new Map<string, Element[]>()
  const tree = (path: string): Root => {
    const known = trees.get(path) ?? parsed(path, files.get(path))
    trees.set(path, known)
    return known
  }
  const elementsOf = (path: string): Element[] => {
    const known = elements.get(path) ?? find(tree(path))
    elements.set(path, known)
    return known
  }
  const opfPath = find(tree(CONTAINER), 'rootfile')[0]?.properties['fullPath']
  if (typeof opfPath !== 'string') throw new MarkupError(`\`${CONTAINER}\` names no package`)
  const opf = tree(opfPath)
  const items = find(opf, 'item').map(({properties: {id, href, mediaType, properties}}) => ({
    id: String(id),
    path: resolved(String(href), opfPath).path,
    mediaType: String(mediaType),
    properties: wordsOf(properties)
  }))
  const byId = new Map(items.map((item) => [item.id, item]))
  const idrefs = find(opf, 'itemref').map(({properties: {idref}}) => String(idref))
  return {entries, opf, opfPath, items, idrefs, spine: idrefs.map((id) => byId.get(id)), tree, elements: elementsOf}
}

/** Where an archive says which package it holds. */
export const CONTAINER = 'META-INF/container.xml'

function archiveOf(bytes: Uint8Array): Entry[] {
  try {
    return readArchive(bytes)
  } catch (error) {
    throw error instanceof ArchiveError ? new MarkupError(error.message, {cause: error}) : error
  }
}

function parsed(path: string, entry: Entry | undefined): Root {
  if (!entry) throw new MarkupError(`\`${path}\` is missing`)
  try {
    return readMarkup(new TextDecoder('utf-8', {fatal: true}).decode(entry.bytes))
  } catch (error) {
    if (error instanceof MarkupError) throw new MarkupError(`\`${path}\`: ${error.message}`, {cause: error})
    if (error instanceof TypeError) throw new MarkupError(`\`${path}\` is no UTF-8 text`, {cause: error})
    throw error
  }
}

/** A link inside the archive: the path of its file and the id after `#`. */
export interface Target {
  path: string
  fragment: string | undefined
}

/** Resolves a link of a file of the archive; nothing can lead out of it. */
export function resolved(href: string, from: string): Target {
  const {pathname, hash} = new URL(href, `file:///${encodeURI(from)}`)
  return {path: decoded(pathname.slice(1)), fragment: hash === '' ? undefined : decoded(hash.slice(1))}
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a link names a protocol, so that it leads out of the archive. */
export const isRemote = (href: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href.trim())

/** Elements by name, without their namespace's prefix; all without a name. */
export function find(node: Nodes, ...names: string[]): Element[] {
  const found: Element[] = []
  const walk = (one: Nodes): void => {
    if (one.type === 'element' && (names.length === 0 || names.includes(bareName(one)))) found.push(one)
    if ('children' in one) for (const child of one.children) walk(child)
  }
  walk(node)
  return found
}

/** Name of an element without its namespace's prefix. */
export const bareName = ({tagName}: Element): string => tagName.slice(tagName.indexOf(':') + 1)

/** Text of a node, white space collapsed. */
export const textOf = (node: Nodes | undefined): string => rawText(node).replace(/\s+/gu, ' ').trim()

function rawText(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value
  return node && 'children' in node ? node.children.map(rawText).join('') : ''
}

/** Words of an attribute that lists some, such as `epub:type`. */
export const wordsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '').split(/\s+/).filter(Boolean)
