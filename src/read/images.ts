// Reads the images that documents show, from inside the edition folder and from nowhere else.
import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {visit} from 'unist-util-visit'
import {allDocuments, type Edition, type EditionDocument, type Image} from '../document/edition.ts'
import {pictureFault} from '../document/picture-faults.ts'
import {report} from '../document/report.ts'
import type {RuleId} from '../document/rules.ts'
import {placeIn} from '../document/yaml.ts'
import {activeContent} from './pictures.ts'
import {findInside, type Found} from './files.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp'
}

/** Fills `edition.images`; what is missing, outside or no image is reported. Needs the trees. */
export async function readImages(edition: Edition): Promise<void> {
  await readCover(edition)
  for (const document of allDocuments(edition)) {
    for (const image of imagesOf(document)) await readImage(edition, document, image)
  }
}

/** The cover is a picture that every reading system shows: PNG or JPEG (EPUB 3.3, 3.2 and the shops). */
async function readCover(edition: Edition): Promise<void> {
  const {settings, files} = edition
  const [file] = files
  if (!settings.cover || !file) return
  const {src} = settings.cover
  const place = placeIn(file, ['cover'])
  const read = await openImage(edition.dir, src)
  if ('rule' in read) report(file, read.rule, read.reason, place)
  else if (read.mediaType !== 'image/png' && read.mediaType !== 'image/jpeg')
    report(
      file,
      'image-missing',
      `Unexpected kind of picture \`${src}\` for the cover, expected a PNG or a JPEG`,
      place
    )
  else edition.images.set(src, {src, ...read})
}

interface Shown {
  src: string
  /** Where it stands; the front matter has no nodes. */
  node?: EditionDocument['tree']['children'][number]
}

function imagesOf({tree, matter}: EditionDocument): Shown[] {
  const shown: Shown[] = (matter.facsimiles ?? []).map(({src}) => ({src}))
  visit(tree, (node) => {
    if (node.type === 'figure') shown.push({src: node.src, node})
    if (node.type === 'image') shown.push({src: node.url, node})
  })
  return shown
}

async function readImage(edition: Edition, {file}: EditionDocument, {src, node}: Shown): Promise<void> {
  if (edition.images.has(src)) return
  const read = await openImage(edition.dir, src)
  if ('rule' in read) report(file, read.rule, read.reason, node ?? {line: 1, column: 1})
  else edition.images.set(src, {src, ...read})
}

interface Refused {
  rule: Extract<RuleId, `image-${string}`>
  reason: string
}

/** A picture of the edition, or why it is none. */
async function openImage(dir: string, src: string): Promise<Pick<Image, 'bytes' | 'mediaType'> | Refused> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) return refused('image-outside', address(src))
  const mediaType = TYPES[path.extname(src).toLowerCase()]
  if (!mediaType) {
    const kinds = Object.keys(TYPES).join(', ')
    return refused('image-missing', `Unexpected kind of picture \`${src}\`, expected one of ${kinds}`)
  }
  const found = await fileInside(dir, src)
  if (found === 'outside')
    return refused('image-outside', `Picture \`${src}\` lies outside the edition, expected it inside \`${dir}\``)
  if (found === 'missing')
    return refused('image-missing', `No picture \`${src}\`, expected it at \`${path.join(dir, src)}\``)
  const {size} = await stat(found.path)
  if (size > MOST) return refused('image-large', large(src, size))
  const bytes = await readFile(found.path)
  return faultOf(bytes, {src, mediaType}) ?? {bytes, mediaType}
}

const refused = (rule: Refused['rule'], reason: string): Refused => ({rule, reason})

const address = (src: string): string =>
  `Unexpected address \`${src}\` of a picture, expected a file in the folder of the edition; nothing is fetched from the network`

/** No picture on a page has more to show, and no reading system opens more. */
const MOST = 50_000_000

const large = (src: string, size: number): string =>
  `Picture \`${src}\` has ${Math.round(size / 1e6)} MB, expected at most ${MOST / 1e6} MB; save it with fewer pixels (300 an inch at its printed size are enough) or as JPEG`

function faultOf(bytes: Uint8Array, {src, mediaType}: {src: string; mediaType: string}): Refused | undefined {
  const fault = pictureFault(bytes, mediaType)
  if (fault === 'is no such file') {
    const kind = path.extname(src)
    return refused('image-missing', `Picture \`${src}\` is no ${kind} file inside, expected a picture of that kind`)
  }
  if (fault) return refused('image-broken', `Picture \`${src}\` ${fault}, expected a whole file; save or copy it again`)
  const active = mediaType === 'image/svg+xml' ? activeContent(bytes) : undefined
  if (!active) return undefined
  const reason = `Unexpected \`${active}\` in the picture \`${src}\`, expected a drawing that runs nothing and fetches nothing`
  return refused('image-active', reason)
}

/** A folder is no picture, whatever its name. */
async function fileInside(dir: string, src: string): Promise<Found> {
  const found = await findInside(dir, src)
  if (typeof found === 'string') return found
  return (await stat(found.path)).isFile() ? found : 'missing'
}
