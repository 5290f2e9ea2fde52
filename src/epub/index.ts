// The door of EPUB: a book in, the bytes of an EPUB 3.3 package out. No browser, no network, no clock.
import {visitParents} from 'unist-util-visit-parents'
import type {Nodes} from 'hast'
import {direction} from '../document/direction.ts'
import type {Image} from '../document/edition.ts'
import type {Binding} from '../document/print-form.ts'
import type {PrintedPage} from '../document/printed-pages.ts'
import type {Book, BookPart} from '../html/book.ts'
import {archive, type PackageModel} from './archive.ts'
import {coverAlt, drawCover} from './cover/cover.ts'
import {fileNames, partsWithFile} from './files.ts'
import {fontsFor, type FontNeeds} from './fonts.ts'
import {imageFiles, tells} from './images.ts'
import {
  accessibilityOf,
  CONFORMS_TO,
  identifierOf,
  modifiedOf,
  pageSourceOf,
  peopleOf,
  type Metadata
} from './metadata.ts'
import type {Asset, SpineFile} from './model.ts'
import {byDate, contents, depthOf, landmarks, ncxPoints} from './navigation.ts'
import {ncxPages, pageMarks, pageList} from './page-list.ts'
import {coverPage, isBeforeContents, pagesOf} from './pages.ts'
import {MOST_BYTES} from './pieces.ts'
import {stylesheet} from './templates.ts'

/** What goes with the book. */
export interface EpubOptions {
  /** The settings of the edition, or as much of them as the package says. */
  metadata: Metadata
  /** Images of the edition by their path as written. */
  images: ReadonlyMap<string, Image>
  /** A quiet ¶ number at the head of each paragraph. */
  paragraphNumbers: boolean
  /** Edge at which the output is bound on paper; the pages of the e-book are turned so too. */
  binding?: Binding | undefined
  /** Pages of the printed book, whose beginnings are marked and listed; absent where none is printed with it. */
  pages?: readonly PrintedPage[] | undefined
  /** Bytes of a file after which a document goes on in another. */
  mostBytes?: number
}

/** Writes the EPUB of a book made with `locate: {by: 'paragraph'}`; the same book gives the same bytes. */
export async function writeEpub(book: Book, options: EpubOptions): Promise<Uint8Array> {
  const {metadata, paragraphNumbers, mostBytes = MOST_BYTES} = options
  const parts = partsWithFile(book.parts)
  const files = fileNames(parts)
  const images = imageFiles(parts, options.images)
  const marks = pageMarks(options.pages ?? [], book)
  const {parts: written, anchors} = pagesOf(book, {files, images: images.hrefs, paragraphNumbers, mostBytes, marks})
  const picture = coverOf(options)
  const cover = coverPage(metadata.cover?.alt ?? coverAlt(metadata), picture.href, book.lang)
  const dated = byDate(written, book.lang)
  const points = contents(written, dated, book.lang)
  const ncx = ncxPoints(points)
  const pages = pageList(marks, anchors)
  const spine = (before: boolean): SpineFile[] =>
    written.filter(({part}) => isBeforeContents(part) === before).flatMap((one) => one.files.map(({page}) => page))
  const model = {
    ...describe(metadata, book),
    progression: progressionOf(options.binding, book.lang),
    accessibility: accessibilityOf(containsOf(parts, options, pages.length > 0)),
    before: [cover, ...spine(true)],
    after: spine(false),
    contentsTitle: book.parts.find(({kind}) => kind === 'contents')?.title ?? 'Contents',
    contents: points,
    dated,
    ncx,
    depth: depthOf(points),
    landmarks: landmarks(written, isBeforeContents),
    pages,
    ncxPages: ncxPages(pages, ncx),
    pageSource: pages.length > 0 ? pageSourceOf(metadata) : undefined
  }
  const fonts = await fontsFor(needsOf(parts, [JSON.stringify(model), stylesheet]))
  const assets = [picture, ...images.assets, ...fonts.assets]
  return archive({...model, assets, css: fonts.css + stylesheet + fonts.after})
}

/** How the pages of the book are turned; nothing where reading systems turn them so of themselves. */
function progressionOf(binding: Binding | undefined, lang: string): 'ltr' | 'rtl' | undefined {
  if (binding === 'right') return 'rtl'
  return binding === 'left' && direction(lang) ? 'ltr' : direction(lang)
}

/** The picture that the edition names, or one made of its titles. */
function coverOf({metadata, images}: EpubOptions): Asset {
  const given = metadata.cover && images.get(metadata.cover.src)
  if (!given) return {...COVER, bytes: drawCover(metadata)}
  const {mediaType, bytes} = given
  return {...COVER, href: `images/cover.${mediaType === 'image/png' ? 'png' : 'jpg'}`, mediaType, bytes}
}

const COVER = {
  id: 'cover-image',
  href: 'images/cover.png',
  mediaType: 'image/png',
  properties: 'cover-image'
} as const satisfies Omit<Asset, 'bytes'>

type Description = Pick<
  PackageModel,
  | 'identifier'
  | 'title'
  | 'subtitle'
  | 'lang'
  | 'dir'
  | 'languages'
  | 'people'
  | 'publisher'
  | 'description'
  | 'rights'
  | 'version'
  | 'bookSeries'
  | 'sources'
  | 'certified'
  | 'date'
  | 'modified'
>

function describe(metadata: Metadata, {lang, parts}: Book): Description {
  const {title, subtitle, publisher, description, rights, version, bookSeries, sources = [], accessibility} = metadata
  return {
    identifier: identifierOf(metadata),
    title,
    subtitle,
    lang,
    dir: direction(lang),
    languages: [...new Set([lang, ...parts.map((part) => part.lang)])],
    people: peopleOf(metadata),
    publisher,
    description,
    rights,
    version,
    bookSeries,
    sources,
    certified: accessibility && {...accessibility, conformsTo: CONFORMS_TO},
    date: metadata.date,
    modified: modifiedOf(metadata, process.env['SOURCE_DATE_EPOCH'])
  }
}

function containsOf(parts: readonly BookPart[], {paragraphNumbers}: EpubOptions, pages: boolean) {
  return {
    pages,
    images: tells(parts),
    notes: parts.some(({kind, notes}) => kind === 'notes' || notes.length > 0),
    index: parts.some(({kind}) => kind === 'index'),
    paragraphNumbers
  }
}

/** The text that the fonts must set is everything that the package says; bold faces only where a word is bold. */
function needsOf(parts: readonly BookPart[], texts: readonly string[]): FontNeeds {
  const needs = {text: texts.join(''), bold: false, boldItalic: false}
  const look = (tree: Nodes): void =>
    visitParents(tree, 'element', ({tagName, properties}, ancestors) => {
      needs.bold ||= String(properties['className']).includes('emphatic')
      const names = [tagName, ...ancestors.map((one) => (one.type === 'element' ? one.tagName : ''))]
      const [bold, italic] = [names.some((name) => BOLD.has(name)), names.some((name) => ITALIC.has(name))]
      needs.bold ||= bold
      needs.boldItalic ||= bold && italic
    })
  for (const {body, notes} of parts) for (const tree of [body, ...notes.flatMap((note) => note.body)]) look(tree)
  return needs
}

const BOLD = new Set(['strong', 'b'])
const ITALIC = new Set(['em', 'i', 'cite'])
