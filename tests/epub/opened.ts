// Opens an EPUB for the tests: its entries in order, its files as text and as trees, and a way to plant a fault.
import {strFromU8, strToU8, unzipSync, zipSync, type Zippable} from 'fflate'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import type {Element, Nodes} from 'hast'

/** An entry of the archive. */
export interface Entry {
  name: string
  /** 0 stored, 8 deflated. */
  compression: number
  bytes: Uint8Array
}

/** Entries in the order of the archive. */
export function entriesOf(epub: Uint8Array): Entry[] {
  const order: {name: string; compression: number}[] = []
  const files = unzipSync(epub, {
    filter: ({name, compression}) => {
      order.push({name, compression})
      return true
    }
  })
  return order.map((entry) => ({...entry, bytes: files[entry.name] ?? new Uint8Array()}))
}

/** A file of the package as text; its path is from the package document. */
export function textOf(epub: Uint8Array, href: string): string {
  const entry = entriesOf(epub).find(({name}) => name === `OEBPS/${href}`)
  if (!entry) throw new Error(`No ${href} in the package`)
  return strFromU8(entry.bytes)
}

/** A file of the package as a tree. */
export const treeOf = (epub: Uint8Array, href: string): Nodes => fromHtml(textOf(epub, href))

/** Every element of a name, or all. */
export function elementsOf(tree: Nodes, ...tagNames: string[]): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (tagNames.length === 0 || tagNames.includes(element.tagName)) found.push(element)
  })
  return found
}

/** The same package with its entries changed; asserts that something was. */
export function tampered(epub: Uint8Array, change: (entries: Entry[]) => Entry[]): Uint8Array {
  const before = entriesOf(epub)
  const after = change(before.map((entry) => ({...entry})))
  if (JSON.stringify(after.map(describeEntry)) === JSON.stringify(before.map(describeEntry)))
    throw new Error('Nothing was changed')
  const zip: Zippable = {}
  for (const {name, compression, bytes} of after) zip[name] = [bytes, {level: compression === 0 ? 0 : 6}]
  return zipSync(zip)
}

const describeEntry = ({name, compression, bytes}: Entry): [string, number, string] => [
  name,
  compression,
  Buffer.from(bytes).toString('latin1')
]

/** A change of the text of one file. */
export const replaced =
  (href: string, from: string | RegExp, to: string) =>
  (entries: Entry[]): Entry[] =>
    entries.map((entry) =>
      entry.name === `OEBPS/${href}` ? {...entry, bytes: strToU8(strFromU8(entry.bytes).replace(from, to))} : entry
    )

/** A change of the bytes of one file. */
export const cut =
  (href: string, bytes: (whole: Uint8Array) => Uint8Array) =>
  (entries: Entry[]): Entry[] =>
    entries.map((entry) => (entry.name === `OEBPS/${href}` ? {...entry, bytes: bytes(entry.bytes)} : entry))
