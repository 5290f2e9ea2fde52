// Reads the images that documents show, from inside the edition folder and from nowhere else.
import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {visit} from 'unist-util-visit'
import {allDocuments, type Edition, type EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'
import {activeContent, isPicture} from './pictures.ts'
import {resolveInside} from './files.ts'

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
  for (const document of allDocuments(edition)) {
    for (const image of imagesOf(document)) await readImage(edition, document, image)
  }
}

interface Shown {
  src: string
  node: EditionDocument['tree']['children'][number]
}

function imagesOf({tree}: EditionDocument): Shown[] {
  const shown: Shown[] = []
  visit(tree, (node) => {
    if (node.type === 'figure') shown.push({src: node.src, node})
    if (node.type === 'image') shown.push({src: node.url, node})
  })
  return shown
}

async function readImage(edition: Edition, {file}: EditionDocument, {src, node}: Shown): Promise<void> {
  if (edition.images.has(src)) return
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(src)) {
    report(
      file,
      'image-outside',
      `Unexpected address \`${src}\` of a picture, expected a file in the folder of the edition; nothing is fetched from the network`,
      node
    )
    return
  }
  const mediaType = TYPES[path.extname(src).toLowerCase()]
  if (!mediaType) {
    report(
      file,
      'image-missing',
      `Unexpected kind of picture \`${src}\`, expected one of ${Object.keys(TYPES).join(', ')}`,
      node
    )
    return
  }
  const name = await fileInside(edition.dir, src)
  if (!name) {
    const outside = path.relative(edition.dir, path.resolve(edition.dir, src)).startsWith('..')
    if (outside)
      report(
        file,
        'image-outside',
        `Picture \`${src}\` lies outside the edition, expected it inside \`${edition.dir}\``,
        node
      )
    else report(file, 'image-missing', `No picture \`${src}\`, expected it at \`${path.join(edition.dir, src)}\``, node)
    return
  }
  const bytes = await readFile(name)
  if (!isPicture(bytes, mediaType)) {
    report(
      file,
      'image-missing',
      `Picture \`${src}\` is no ${path.extname(src)} file inside, expected a picture of that kind`,
      node
    )
    return
  }
  const active = mediaType === 'image/svg+xml' ? activeContent(bytes) : undefined
  if (active) {
    report(
      file,
      'image-active',
      `Unexpected \`${active}\` in the picture \`${src}\`, expected a drawing that runs nothing and fetches nothing`,
      node
    )
    return
  }
  edition.images.set(src, {src, bytes, mediaType})
}

/** A folder is no picture, whatever its name. */
async function fileInside(dir: string, src: string): Promise<string | undefined> {
  const name = await resolveInside(dir, src)
  return name && (await stat(name)).isFile() ? name : undefined
}
