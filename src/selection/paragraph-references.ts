// `¶12` in a question or an answer leads to that paragraph of the document.
import type {PhrasingContent} from 'mdast'
import {paragraphAnchor} from '../document/anchors.ts'
import type {EditionDocument} from '../document/edition.ts'
import {numbersOf} from './reference.ts'

/** `¶ 12`, `¶¶12–14`, `¶¶ 12, 15`: the sign and the first number; the others lead nowhere of their own. */
const REFERENCE = /¶{1,2}\s?(\p{N}+\p{L}?)(?:[–-]\p{N}+\p{L}?)?/gu

/** The words, each reference to a paragraph that the document has as a `ref`. */
export function paragraphReferences(words: string, document: EditionDocument): PhrasingContent[] {
  const known = new Set(numbersOf(document))
  const pieces: PhrasingContent[] = []
  let from = 0
  for (const {0: sign, 1: n = '', index} of words.matchAll(REFERENCE)) {
    if (!known.has(n)) continue
    if (index > from) pieces.push({type: 'text', value: words.slice(from, index)})
    pieces.push({
      type: 'ref',
      target: `${document.id} ¶${n}`,
      page: false,
      line: false,
      anchor: paragraphAnchor(document.id, n),
      text: sign
    })
    from = index + sign.length
  }
  return from < words.length ? [...pieces, {type: 'text', value: words.slice(from)}] : pieces
}

/** Numbers of paragraphs that the words name. */
export function paragraphsNamed(words: string): string[] {
  return [...words.matchAll(REFERENCE)].map(([, n = '']) => n)
}
