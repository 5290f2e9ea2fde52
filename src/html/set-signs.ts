// How signs stand to each other, by the style of the page and not by other signs, which would stand in copies and searches: ranges of
// numbers stay on one line, `12–15`, `1948–49`, no line begins with a dash, and quotation marks that touch are set a little apart.
import type {Element, ElementContent, Parents} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'

/** Wraps each range in `.whole`, each dash with what stands before it too, and the first of two quotation marks in `.touching`. */
export function setSigns(tree: Parents): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && isSet(node)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !ANY.test(node.value)) return undefined
    const pieces = piecesOf(node.value)
    if (pieces.every(({type}) => type === 'text')) return undefined
    parent.children.splice(index, 1, ...(pieces as never[]))
    return [SKIP, index + pieces.length]
  })
}

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = []
  let from = 0
  for (const {0: found, index, groups} of text.matchAll(SIGNS)) {
    if (index > from) pieces.push({type: 'text', value: text.slice(from, index)})
    pieces.push(h('span', {className: [groups?.['mark'] === undefined ? 'whole' : 'touching']}, found))
    from = index + found.length
  }
  if (from < text.length) pieces.push({type: 'text', value: text.slice(from)})
  return pieces
}

/** Two numbers, arabic or roman, with what is joined to them: `71v–82`, `0071–0082`, `xii–xiv`, `IX–XIV`. */
const NUMBER = String.raw`(?:\d{1,6}\p{L}?|[ivxlc]{1,8}|[IVXLC]{1,8})`
const RANGE = String.raw`(?<![\p{L}\p{N}])${NUMBER}–${NUMBER}(?![\p{L}\p{N}])`

/** Dashes with the space or the sign before them: a line that may end there ends after them. */
const DASH = String.raw`(?: |[^\s–—])[–—]+`

/** A quotation mark before one of another kind; two of a kind may be meant as one. */
const MARKS = `"'‘’‚“”„‹›«»`
const TOUCHING = `(?<mark>[${MARKS}])(?=[${MARKS}])(?!\\k<mark>)`

const SIGNS = new RegExp(`${RANGE}|${DASH}|${TOUCHING}`, 'gu')

/** Most texts have none of it. */
const ANY = new RegExp(`[–—]|[${MARKS}]{2}`, 'u')

/** What is set as typed, and what has been set. */
function isSet({tagName, properties: {className}}: Element): boolean {
  const names = Array.isArray(className) ? className : []
  return tagName === 'pre' || tagName === 'code' || names.some((name) => SET.has(name))
}

const SET: ReadonlySet<string | number> = new Set(['locator', 'whole', 'touching'])
