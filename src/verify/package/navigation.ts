// The ways through the book: contents, the same for old readers (NCX), landmarks, the list of printed pages, all in the order of reading.
import type {Element, Nodes} from 'hast'
import {documentAnchor} from '../../document/anchors.ts'
import {allDocuments, type Edition} from '../../document/edition.ts'
import {find, resolved, textOf, wordsOf, type Epub, type Target} from './opened.ts'

/** An entry of a list: its words, where it leads, and how deep it stands. */
interface Point {
  label: string
  href: string
  target: Target
}

/** Everything that leads a reader to a wrong place, or old readers and new ones by different ways. */
export function navigationFaults(epub: Epub, edition: Edition): string[] {
  const nav = epub.items.find(({properties}) => properties.includes('nav'))
  const ncx = epub.items.find(({mediaType}) => mediaType === 'application/x-dtbncx+xml')
  if (!nav) return []
  const lists = find(epub.tree(nav.path), 'nav')
  const toc = lists.find((list) => isOf(list, 'toc'))
  if (!toc) return [`Missing contents in \`${nav.path}\`, expected \`<nav epub:type="toc">\``]
  const contents = pointsOf(toc, nav.path)
  const pages = lists.filter((list) => isOf(list, 'page-list')).flatMap((list) => pointsOf(list, nav.path))
  return [
    ...lists.flatMap((list) => listFaults(list, nav.path)),
    ...orderFaults(contents, epub),
    ...missing(contents, epub, edition),
    ...landmarkFaults(lists, epub, {path: nav.path, edition}),
    ...(ncx
      ? ncxFaults(epub, ncx.path, {contents, pages, depths: depthsOf(toc, {of: 'a', by: 'ol'})})
      : ['Missing NCX, expected contents for old readers too'])
  ]
}

const isOf = ({properties}: Element, type: string): boolean => wordsOf(properties['epubType']).includes(type)

const pointsOf = (list: Element, path: string): Point[] =>
  find(list, 'a').map((link) => {
    const href = String(link.properties['href'])
    return {label: textOf(link), href, target: resolved(href, path)}
  })

/** A list has a name, and entries with words (EPUB 3.3, 7.2). */
function listFaults(list: Element, path: string): string[] {
  const type = String(list.properties['epubType'])
  const items = find(list, 'li')
  return [
    ...(find(list, 'ol').length > 0 && items.length > 0
      ? []
      : [`Missing entries of the list \`${type}\` in \`${path}\`, expected some`]),
    ...((list.properties['ariaLabelledby'] ?? list.properties['ariaLabel'])
      ? []
      : [`Missing name of the list \`${type}\` in \`${path}\`, expected a label`]),
    ...items
      .filter((item) => textOf(find(item, 'a', 'span')[0]) === '')
      .map(() => `Unexpected entry without words in the list \`${type}\` in \`${path}\`, expected some`)
  ]
}

/** Contents follow the order of reading, within a file that of its ids. */
function orderFaults(points: readonly Point[], epub: Epub): string[] {
  const files = epub.spine.map((item) => item?.path)
  let [lastFile, lastPlace] = [-1, -1]
  for (const {label, target} of points) {
    const file = files.indexOf(target.path)
    if (file < 0) return [`Unexpected entry \`${label}\` of the contents, expected a file of the order of reading`]
    const place = target.fragment === undefined ? -1 : placeOf(target, epub)
    if (file < lastFile || (file === lastFile && place < lastPlace))
      return [`Unexpected entry \`${label}\` of the contents in this place, expected the order of reading`]
    ;[lastFile, lastPlace] = [file, place]
  }
  return []
}

const placeOf = ({path, fragment}: Target, epub: Epub): number =>
  epub.elements(path).findIndex(({properties}) => properties.id === fragment)

/** Every document is in the contents; the second side of a text in two languages stands in the file of the first. */
function missing(points: readonly Point[], epub: Epub, edition: Edition): string[] {
  const listed = new Set(points.map(({target}) => target.path))
  const files = filesOf(epub, edition)
  return [...files]
    .filter(([, path]) => !listed.has(path))
    .map(([id]) => `Missing document ${id} in the contents, expected every document`)
}

/** First file of each document by its id. */
function filesOf(epub: Epub, edition: Edition): Map<string, string> {
  const ids = new Map(allDocuments(edition).map(({id}) => [documentAnchor(id), id]))
  const files = new Map<string, string>()
  for (const item of epub.spine)
    for (const {properties} of item ? epub.elements(item.path) : []) {
      const id = ids.get(String(properties.id))
      if (item && id !== undefined && !files.has(id)) files.set(id, item.path)
    }
  return files
}

/** Landmarks say what they lead to; the text itself begins with the first document. */
function landmarkFaults(
  lists: readonly Element[],
  epub: Epub,
  {path, edition}: {path: string; edition: Edition}
): string[] {
  const list = lists.find((one) => isOf(one, 'landmarks'))
  if (!list) return [`Missing landmarks in \`${path}\`, expected \`<nav epub:type="landmarks">\``]
  const links = find(list, 'a')
  const untyped = links.filter(({properties}) => wordsOf(properties['epubType']).length === 0)
  const of = (type: string): string[] =>
    links.filter((link) => isOf(link, type)).map(({properties}) => resolved(String(properties['href']), path).path)
  const [first] = edition.documents
  const file = first && filesOf(epub, edition).get(first.id)
  const [start, ...more] = of('bodymatter')
  return [
    ...untyped.map((link) => `Missing type of the landmark \`${textOf(link)}\`, expected \`epub:type\``),
    ...(of('toc').length === 1 ? [] : ['Unexpected number of landmarks of the contents, expected one']),
    // The opening page of a part of the edition comes before its documents.
    ...(start !== undefined && more.length === 0 && (file === undefined || comesBy(start, file, epub))
      ? []
      : [
          `Unexpected landmark of the text \`${start ?? 'none'}\`, expected one to the first document${file ? ` or the part before it, \`${file}\`` : ''}`
        ])
  ]
}

function comesBy(start: string, file: string, {spine}: Epub): boolean {
  const paths = spine.map((item) => item?.path)
  return paths.includes(start) && paths.indexOf(start) <= paths.indexOf(file)
}

interface Ways {
  contents: readonly Point[]
  /** How deep each entry of the contents stands. */
  depths: readonly number[]
  pages: readonly Point[]
}

/** The NCX says the same in the same order; what leads to one place has one number. */
function ncxFaults(epub: Epub, path: string, {contents, pages, depths}: Ways): string[] {
  const tree = epub.tree(path)
  const uid = find(tree, 'meta').find(({properties}) => properties['name'] === 'dtb:uid')?.properties['content']
  const identifier = textOf(find(epub.opf, 'identifier')[0])
  const points = find(tree, 'navpoint')
  const targets = find(tree, 'pagetarget')
  const read = (list: readonly Element[]): Point[] =>
    list.map((point) => {
      const href = String(find(point, 'content')[0]?.properties['src'])
      return {label: textOf(find(point, 'text')[0]), href, target: resolved(href, path)}
    })
  const others = sameFaults('contents', read(points), contents)
  return [
    ...(uid === identifier
      ? []
      : [`Unexpected identifier \`${String(uid)}\` of the NCX, expected \`${identifier}\` as in the package`]),
    ...others,
    ...(others.length > 0 ? [] : depthFaults(depthsOf(tree, {of: 'navpoint', by: 'navpoint'}), depths, contents)),
    ...sameFaults('page list', read(targets), pages),
    ...playFaults([...points, ...targets])
  ]
}

/** In how many elements of one kind each element of another stands, itself among them. */
function depthsOf(node: Nodes, {of, by}: {of: string; by: string}, above = 0): number[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    const depth = above + (child.tagName === by ? 1 : 0)
    return [...(child.tagName === of ? [depth] : []), ...depthsOf(child, {of, by}, depth)]
  })
}

function depthFaults(found: readonly number[], expected: readonly number[], points: readonly Point[]): string[] {
  const at = points.findIndex((_, index) => found[index] !== undefined && found[index] !== expected[index])
  if (at < 0) return []
  return [
    `Unexpected depth ${found[at]} of \`${points[at]?.label}\` in the NCX, expected ${expected[at]} as in the navigation`
  ]
}

function sameFaults(what: string, found: readonly Point[], expected: readonly Point[]): string[] {
  const name = (point: Point | undefined): string => (point ? `\`${point.label}\` to \`${point.href}\`` : 'its end')
  const length = Math.max(found.length, expected.length)
  for (let index = 0; index < length; index++)
    if (name(found[index]) !== name(expected[index]))
      return [
        `Unexpected ${what} of the NCX, ${name(found[index])}, expected ${name(expected[index])} as in the navigation`
      ]
  return []
}

function playFaults(points: readonly Element[]): string[] {
  const orders = new Map<string, number>()
  for (const {properties, children} of points) {
    const content = children.find((child) => child.type === 'element' && child.tagName === 'content')
    const src = content?.type === 'element' ? String(content.properties['src']) : ''
    const [order, expected] = [Number(properties['playorder']), orders.get(src) ?? orders.size + 1]
    if (order !== expected)
      return [`Unexpected place ${order} of \`${src}\` in the order of playing of the NCX, expected ${expected}`]
    orders.set(src, order)
  }
  return []
}
