// The files of the spine: cover, then the parts, with the navigation where print has its contents.
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import type {Element, ElementContent} from 'hast'
import {direction} from '../document/direction.ts'
import type {Book, BookPart, PartKind} from '../html/book.ts'
import {chapter, setTargets, type ChapterContext} from './chapter.ts'
import {anchorFiles, COVER_FILE, laterName, partsWithFile} from './files.ts'
import type {PartFiles, SpineFile} from './model.ts'
import type {PageMark} from './page-breaks.ts'
import {toXhtml} from './xhtml.ts'

/** What the pages take from the package. */
export interface PageOptions extends Pick<ChapterContext, 'paragraphNumbers' | 'mostBytes'> {
  /** First file of each part, by its id. */
  files: ReadonlyMap<string, string>
  /** Path as written in the document → file of the package. */
  images: ReadonlyMap<string, string>
  /** Pages of the printed book. */
  marks: readonly PageMark[]
}

/** Every part as finished files, in the order of the book. */
export function pagesOf(book: Book, options: PageOptions): {parts: PartFiles[]; anchors: Map<string, string>} {
  const taken = new Set([...options.files.values()].map((name) => name.toLowerCase()))
  const made = partsWithFile(book.parts).map((part) => {
    const first = options.files.get(part.id) ?? ''
    const ids = new Set([part.id, ...(part.parallel?.sides.map(({id}) => id) ?? [])])
    const pages = options.marks.filter((mark) => mark.part !== null && ids.has(mark.part))
    const contents = chapter(part, {...options, pages, registers: book.registers, lang: book.lang})
    const named = contents.map((content, index) => ({
      content,
      file: index === 0 ? first : laterName(first, index + 1, taken)
    }))
    return {part, named}
  })
  const anchors = anchorFiles(made.flatMap(({named}) => named))
  const parts = made.map(({part, named}, number) => ({
    part,
    files: named.map(({content, file}, index) => {
      setTargets(content, {file, anchors}, options.images)
      return {content, page: spineFile(part, {content, file, id: idOf(number, index)})}
    })
  }))
  return {parts, anchors}
}

const idOf = (part: number, file: number): string => `part-${part + 1}${file === 0 ? '' : `-${file + 1}`}`

function spineFile(part: BookPart, {content, file, id}: {content: Element; file: string; id: string}): SpineFile {
  const properties = itemProperties([content])
  return {
    id,
    file,
    title: part.title,
    lang: part.lang,
    // Texts beside each other have their own.
    dir: part.parallel ? undefined : direction(part.lang),
    matter: `${part.matter}matter`,
    xhtml: toXhtml([content]),
    ...(properties ? {properties} : {})
  }
}

const BEFORE_CONTENTS = ['title', 'imprint'] as const satisfies readonly PartKind[]

/** Title page and imprint come before the contents. */
export const isBeforeContents = ({kind}: BookPart): boolean => BEFORE_CONTENTS.some((one) => one === kind)

/** The page that shows the cover. */
export function coverPage(alt: string, src: string, lang: string): SpineFile {
  const image = h('img', {src, alt, role: 'doc-cover'})
  const section = h('section', {className: ['cover'], 'epub:type': 'cover', ariaLabel: 'Cover'}, [image])
  return {id: 'cover', file: COVER_FILE, title: 'Cover', lang, dir: direction(lang), xhtml: toXhtml([section])}
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
