// What the package is made of: files of the spine, other files, entries of the navigation.
import type {Element} from 'hast'
import type {BookPart} from '../html/book.ts'
import type {Words} from '../html/index.ts'

/** A file of the package beside the chapters. */
export interface Asset {
  id: string
  /** Path from the package document. */
  href: string
  mediaType: string
  properties?: string
  bytes: Uint8Array
}

/** A file of the spine. */
export interface SpineFile {
  id: string
  file: string
  title: string
  lang: string
  /** `rtl` where the language is written from right to left. */
  dir?: 'rtl' | undefined
  /** frontmatter, bodymatter, backmatter; nothing for the cover. */
  matter?: string
  /** Finished XHTML of the body. */
  xhtml: string
  /** Item properties that the package must declare, such as `svg`. */
  properties?: string
}

/** A part and its finished files. */
export interface PartFiles {
  part: BookPart
  files: {page: SpineFile; content: Element}[]
}

/** An entry of the contents. */
export interface NavPoint {
  title: readonly Words[]
  href: string
  children: NavPoint[]
}

/** An entry of the contents as NCX wants it. */
export interface NcxPoint {
  id: string
  playOrder: number
  title: string
  href: string
  children: NcxPoint[]
}

/** A place that a reading system offers by itself. */
export interface Landmark {
  type: string
  href: string
  title: string
}

/** A list of documents in another order than that of the book, on the page of the contents. */
export interface DatedList {
  title: string
  /** ID of its element. */
  id: string
  points: NavPoint[]
}
