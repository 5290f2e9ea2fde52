// Every file of the archive is in the manifest and what the manifest says it is; nothing lies outside the book.
import {pictureFault} from '../../document/picture-faults.ts'
import type {Edition} from '../../document/edition.ts'
import {bareName, CONTAINER, isRemote, resolved, type Epub, type Item} from './opened.ts'

const XHTML = 'application/xhtml+xml'

/** Files and manifest name each other, the spine reads each file once. */
export function manifestFaults({entries, items, idrefs, spine, opfPath}: Epub): string[] {
  const present = new Set(entries.map(({name}) => name))
  const listed = new Set([...items.map(({path}) => path), 'mimetype', CONTAINER, opfPath])
  const read = new Set(spine)
  return [
    ...[...present]
      .filter((name) => !listed.has(name))
      .map((name) => `Unexpected file \`${name}\`, expected only files that the manifest names`),
    ...items
      .filter(({path}) => !present.has(path))
      .map(({id, path}) => `Missing file \`${path}\`, expected it because the manifest names it (\`${id}\`)`),
    ...twice(items.map(({id}) => id)).map(
      (id) => `Unexpected second item \`${id}\` in the manifest, expected each id once`
    ),
    ...twice(items.map(({path}) => path)).map(
      (path) => `Unexpected second item of \`${path}\` in the manifest, expected one`
    ),
    ...twice(idrefs).map((id) => `Unexpected second \`${id}\` in the spine, expected each file once`),
    ...items
      .filter((item) => item.mediaType === XHTML && !read.has(item))
      .map(({path}) => `Unexpected file \`${path}\` outside the spine, expected every text in the order of reading`),
    ...spine
      .filter((item) => item !== undefined && item.mediaType !== XHTML)
      .map((item) => `Unexpected ${item?.mediaType} \`${item?.path}\` in the spine, expected text`),
    ...['nav', 'cover-image']
      .filter((property) => items.filter(({properties}) => properties.includes(property)).length !== 1)
      .map((property) => `Unexpected number of items with the property \`${property}\`, expected one`)
  ]
}

/** Names that stand more than once. */
export const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index))
]

/** What a chapter holds of drawings, formulas and scripts is what the manifest says of it. */
export function propertyFaults(epub: Epub): string[] {
  return epub.items.flatMap((item) => {
    if (item.mediaType !== XHTML) return []
    const held = [...new Set(epub.elements(item.path).flatMap((element) => PROPERTIES[bareName(element)] ?? []))]
    const said = item.properties.filter((property) => Object.values(PROPERTIES).includes(property))
    const lacking = held.filter((property) => !said.includes(property))
    const invented = said.filter((property) => !held.includes(property))
    return [
      ...lacking.map((property) => `Missing property \`${property}\` of \`${item.path}\` in the manifest, expected it`),
      ...invented.map(
        (property) => `Unexpected property \`${property}\` of \`${item.path}\`, expected none without its element`
      )
    ]
  })
}

const PROPERTIES: Readonly<Record<string, string>> = {svg: 'svg', math: 'mathml', script: 'scripted', form: 'scripted'}

/** Pictures are whole, of the kind that the manifest says, and the very bytes that the edition has; the cover alone may be drawn. */
export function pictureFaults({entries, items}: Epub, {images}: Edition): string[] {
  const own = [...images.values()].map(({bytes}) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return items.flatMap(({path, mediaType, properties}) => {
    const bytes = entries.find(({name}) => name === path)?.bytes
    if (!bytes || !mediaType.startsWith('image/')) return []
    const fault = pictureFault(bytes, mediaType)
    if (fault) return [`Unexpected picture \`${path}\`: it ${fault}, expected a whole ${mediaType}`]
    if (properties.includes('cover-image') || own.some((image) => image.equals(bytes))) return []
    return [`Unexpected picture \`${path}\`, expected one of the edition, unchanged`]
  })
}

/** The style sheet closes what it opens and takes everything from the archive. */
export function styleFaults({entries, items}: Epub): string[] {
  const paths = new Set(items.map(({path}) => path))
  return items
    .filter(({mediaType}) => mediaType === 'text/css')
    .flatMap(({path}) => {
      const css = new TextDecoder().decode(entries.find(({name}) => name === path)?.bytes)
      const plain = css
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => quoted.replace(/[{}]/g, ''))
      const urls = [...plain.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/g)].map(
        ([, url, other]) => url ?? other ?? ''
      )
      return [
        ...(isBalanced(plain) ? [] : [`Unexpected brace in \`${path}\`, expected rules that are closed`]),
        ...urls
          .filter((url) => isRemote(url) || !paths.has(resolved(url, path).path))
          .map((url) => `Unexpected \`${url}\` in \`${path}\`, expected a file of the e-book`)
      ]
    })
}

function isBalanced(css: string): boolean {
  let open = 0
  for (const [brace] of css.matchAll(/[{}]/g)) {
    open += brace === '{' ? 1 : -1
    if (open < 0) return false
  }
  return open === 0
}

/** Elements that show or load something, by the attribute that names it. */
const LOADS: Readonly<Record<string, string>> = {
  img: 'src',
  image: 'xlinkHref',
  use: 'xlinkHref',
  audio: 'src',
  video: 'src',
  source: 'src',
  track: 'src',
  iframe: 'src',
  embed: 'src',
  object: 'data',
  script: 'src',
  link: 'href'
}

/** Nothing is loaded from elsewhere: whoever opens the book asks no machine in the network. */
export function remoteFaults(epub: Epub): string[] {
  const byPath = new Map(epub.items.map((item) => [item.path, item]))
  return texts(epub).flatMap(({path}) =>
    epub.elements(path).flatMap((element) => {
      const loads = LOADS[bareName(element)]
      const value = loads && (element.properties[loads] ?? element.properties['href'])
      if (typeof value !== 'string' || value.startsWith('#')) return []
      if (!isRemote(value) && byPath.has(resolved(value, path).path)) return []
      return [`Unexpected \`${value}\` of \`<${element.tagName}>\` in \`${path}\`, expected a file of the e-book`]
    })
  )
}

/** Items of text, those of the spine and others. */
export const texts = ({items}: Epub): Item[] => items.filter(({mediaType}) => mediaType === XHTML)
