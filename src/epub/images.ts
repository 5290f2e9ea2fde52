// Images of the package: those that the parts show, under safe names.
import {parse} from 'node:path'
import {visit} from 'unist-util-visit'
import type {Element} from 'hast'
import type {Image} from '../document/edition.ts'
import type {BookPart} from '../html/book.ts'
import {asciiName} from './files.ts'
import type {Asset} from './model.ts'

/** Path as written in a document → file of the package, and the files. */
export interface ImageFiles {
  hrefs: Map<string, string>
  assets: Asset[]
}

/** Takes the images that are shown, in reading order; two of one name in different folders get numbers. */
export function imageFiles(parts: readonly BookPart[], images: ReadonlyMap<string, Image>): ImageFiles {
  const files: ImageFiles = {hrefs: new Map(), assets: []}
  for (const src of shown(parts)) {
    const image = images.get(src)
    if (!image || files.hrefs.has(src)) continue
    const number = files.assets.length + 1
    const href = `images/${number}-${asciiName(parse(src).name)}.${EXTENSIONS[image.mediaType] ?? 'bin'}`
    files.hrefs.set(src, href)
    files.assets.push({id: `image-${number}`, href, mediaType: image.mediaType, bytes: image.bytes})
  }
  return files
}

/** Some reading systems go by the name of the file. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp'
}

/** Whether a part shows an image that says something; a decorative one has an empty description. */
export const tells = (parts: readonly BookPart[]): boolean =>
  pictures(parts).some(({properties}) => typeof properties.alt === 'string' && properties.alt.trim() !== '')

const shown = (parts: readonly BookPart[]): string[] => pictures(parts).map(({properties}) => String(properties.src))

function pictures(parts: readonly BookPart[]): Element[] {
  const found: Element[] = []
  for (const part of parts) {
    const take = (element: Element): void => void found.push(element)
    visit(part.body, {tagName: 'img'}, take)
    for (const note of part.notes) for (const block of note.body) visit(block, {tagName: 'img'}, take)
  }
  return found
}
