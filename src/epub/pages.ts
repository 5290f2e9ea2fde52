// The files of the spine: cover, then the parts, with the navigation where print has its contents.
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {ElementContent} from 'hast'
import type {Book, BookPart, PartKind} from '../html/book.ts'
import type {SpineFile} from './archive.ts'
import {chapter, type ChapterContext} from './chapter.ts'
import {anchorFiles, COVER_FILE, partsWithFile} from './files.ts'
import {toXhtml} from './xhtml.ts'

/** What the pages take from the package. */
export interface PageOptions extends Pick<ChapterContext, 'images' | 'paragraphNumbers'> {
  files: ReadonlyMap<string, string>
}

/** Every part as a finished file, in the order of the book. */
export function pagesOf(book: Book, options: PageOptions): {part: BookPart; page: SpineFile}[] {
  const anchors = anchorFiles(book.parts, options.files)
  return partsWithFile(book.parts).map((part, index) => {
    const file = options.files.get(part.id) ?? ''
    const content = chapter(part, {...options, file, anchors, registers: book.registers})
    const properties = itemProperties(content)
    const page = {
      id: `part-${index + 1}`,
      file,
      title: part.title,
      lang: part.lang,
      matter: `${part.matter}matter`,
      xhtml: toXhtml(content),
      ...(properties ? {properties} : {})
    }
    return {part, page}
  })
}

const BEFORE_CONTENTS = ['title', 'imprint'] as const satisfies readonly PartKind[]

/** Title page and imprint come before the contents. */
export const isBeforeContents = ({kind}: BookPart): boolean => BEFORE_CONTENTS.some((one) => one === kind)

/** The page that shows the cover. */
export function coverPage(alt: string, src: string, lang: string): SpineFile {
  const image = h('img', {src, alt, role: 'doc-cover'})
  const section = h('section', {className: ['cover'], 'epub:type': 'cover', ariaLabel: 'Cover'}, [image])
  return {id: 'cover', file: COVER_FILE, title: 'Cover', lang, xhtml: toXhtml([section])}
}

/** Inline drawings and formulas must be declared in the package. */
function itemProperties(content: ElementContent[]): string {
  const found = new Set<string>()
  for (const node of content) {
    visit(node, 'element', ({tagName}) => {
      if (tagName === 'svg') found.add('svg')
      if (tagName === 'math') found.add('mathml')
    })
  }
  return [...found].toSorted().join(' ')
}
