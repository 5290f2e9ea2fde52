// Our own checks of a package, for what EPUBCheck does not see: archive, fonts, images, headings, languages, navigation.
import {createRequire} from 'node:module'
import {crc32, inflateSync} from 'node:zlib'
import {strFromU8} from 'fflate'
import {fromHtml} from 'hast-util-from-html'
import type {Element, Nodes} from 'hast'
import {readMarkup} from '../../src/verify/markup.ts'
import {elementsOf, entriesOf, type Entry} from './opened.ts'

const fontkit = createRequire(import.meta.url)('fontkit') as {create(bytes: Uint8Array): {numGlyphs: number}}

/** Everything that is wrong with a package, in words. */
export function faultsOf(epub: Uint8Array): string[] {
  const entries = entriesOf(epub)
  return [
    ...archiveFaults(entries),
    ...manifestFaults(entries),
    ...entries.flatMap(fileFaults),
    ...navigationFaults(entries)
  ]
}

function archiveFaults(entries: Entry[]): string[] {
  const [first] = entries
  const faults: string[] = []
  if (first?.name !== 'mimetype') faults.push('mimetype is not the first entry')
  const mimetype = entries.find(({name}) => name === 'mimetype')
  if (mimetype?.compression !== 0) faults.push('mimetype is compressed')
  if (mimetype && strFromU8(mimetype.bytes) !== 'application/epub+zip') faults.push('mimetype says something else')
  return [...faults, ...entries.filter(({name}) => name.endsWith('/')).map(({name}) => `${name} is a folder`)]
}

const SELF = new Set(['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf'])

function manifestFaults(entries: Entry[]): string[] {
  const named = items(entries).map(({properties}) => `OEBPS/${String(properties.href)}`)
  const present = entries.map(({name}) => name)
  return [
    ...present
      .filter((name) => !SELF.has(name) && !named.includes(name))
      .map((name) => `${name} is not in the manifest`),
    ...named.filter((name) => !present.includes(name)).map((name) => `${name} is in the manifest only`)
  ]
}

function fileFaults({name, bytes}: Entry): string[] {
  const what = (faults: string[]): string[] => faults.map((fault) => `${name}: ${fault}`)
  if (name.endsWith('.ttf')) return what(fontFaults(bytes))
  if (name.endsWith('.png')) return what(pngFaults(Buffer.from(bytes)))
  return name.endsWith('.xhtml') ? what(documentFaults(fromHtml(strFromU8(bytes)))) : []
}

function fontFaults(bytes: Uint8Array): string[] {
  try {
    return fontkit.create(bytes).numGlyphs > 1 ? [] : ['has no glyphs']
  } catch {
    return ['is no font']
  }
}

function pngFaults(bytes: Buffer): string[] {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return ['is no PNG']
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return ['is cut off']
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return ['has a wrong check sum']
    const type = bytes.toString('latin1', at + 4, at + 8)
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), bytes.subarray(at + 8, end)]))
  }
  return chunks.has('IEND') ? pixelFaults(chunks) : ['is cut off']
}

function pixelFaults(chunks: Map<string, Buffer>): string[] {
  const [header, data] = [chunks.get('IHDR'), chunks.get('IDAT')]
  if (!header || !data) return ['has no pixels']
  const channels = [1, 0, 3, 1, 2, 0, 4][header.readUInt8(9)] ?? 0
  const row = 1 + (header.readUInt32BE(0) * channels * header.readUInt8(8)) / 8
  return inflateSync(data).length === row * header.readUInt32BE(4) ? [] : ['has the wrong number of pixels']
}

function documentFaults(tree: Nodes): string[] {
  return [...headingFaults(tree), ...languageFaults(tree), ...noteFaults(tree)]
}

function headingFaults(tree: Nodes): string[] {
  const levels = elementsOf(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({tagName}) => Number(tagName.slice(1)))
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0
    return level > before + 1 ? [`a heading of level ${level} follows level ${before}`] : []
  })
}

function languageFaults(tree: Nodes): string[] {
  return elementsOf(tree)
    .filter(({properties}) => (properties.lang ?? null) !== (properties['xml:lang'] ?? properties.xmlLang ?? null))
    .map(({tagName}) => `<${tagName}> has lang or xml:lang alone`)
}

/** A call and its note lead to each other, and both say what they are. */
function noteFaults(tree: Nodes): string[] {
  const byId = new Map(elementsOf(tree).map((element) => [element.properties.id, element]))
  return elementsOf(tree, 'a')
    .filter(({properties}) => [properties.className].flat().includes('call'))
    .flatMap(({properties}) => {
      const note = byId.get(String(properties.href).slice(1))
      const back = note && elementsOf(note, 'a').find((link) => roleOf(link) === 'doc-backlink')
      const right =
        properties['epub:type'] === 'noteref' &&
        [properties.role].flat()[0] === 'doc-noteref' &&
        note?.tagName === 'aside' &&
        roleOf(note) === 'doc-footnote' &&
        back?.properties.href === `#${String(properties.id)}`
      return right ? [] : [`the note of call ${String(properties.id)} cannot pop up and lead back`]
    })
}

const roleOf = ({properties}: Element): unknown => [properties.role].flat()[0]

function navigationFaults(entries: Entry[]): string[] {
  const read = (name: string): Nodes =>
    fromHtml(strFromU8(entries.find((entry) => entry.name === name)?.bytes ?? new Uint8Array()))
  const toc = elementsOf(read('OEBPS/nav.xhtml'), 'nav').find(({properties}) => properties['epub:type'] === 'toc')
  const nav = toc ? navLines(toc) : []
  const tree = readMarkup(strFromU8(entries.find(({name}) => name === 'OEBPS/toc.ncx')?.bytes ?? new Uint8Array()))
  const ncx = ncxLines(tree)
  const same = JSON.stringify(nav) === JSON.stringify(ncx) && nav.length > 0
  const points = elementsOf(tree, 'navpoint', 'pagetarget')
  const orders = new Map(
    points.map((point) => [elementsOf(point, 'content')[0]?.properties['src'], point.properties['playorder']])
  )
  const right = [...orders.values()].every((order, index) => order === String(index + 1))
  return [...(same ? [] : ['navigation and NCX differ']), ...(right ? [] : ['the NCX has a wrong order of playing'])]
}

/** Entries of a list in the navigation, `    title → file` with their depth. */
export function navLines(node: Nodes, depth = 0): string[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const here = child.tagName === 'a' ? [line(depth, text(child.children), child.properties.href)] : []
    return [...here, ...navLines(child, depth + (child.tagName === 'ol' ? 1 : 0))]
  })
}

/** The same of an NCX. */
export function ncxLines(node: Nodes, depth = 0): string[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'navpoint') return ncxLines(child, depth)
    const label = text(elementsOf(child, 'text')[0]?.children ?? [])
    return [line(depth + 1, label, elementsOf(child, 'content')[0]?.properties['src']), ...ncxLines(child, depth + 1)]
  })
}

const line = (depth: number, title: string, href: unknown): string =>
  `${'  '.repeat(depth - 1)}${title} → ${decodeURIComponent(String(href))}`

const text = (nodes: Nodes[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : 'children' in node ? text(node.children) : '')).join('')

function items(entries: Entry[]): Element[] {
  const opf = entries.find(({name}) => name === 'OEBPS/content.opf')
  return elementsOf(fromHtml(strFromU8(opf?.bytes ?? new Uint8Array())), 'item')
}
