// Keeps ranges of numbers on one line, `12–15`, `1948–49`, by the style of the page: a joiner in the text would stand in copies and searches.
import type {Element, ElementContent, Parents} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'

/** Wraps each range in `.whole`. */
export function wholeRanges(tree: Parents): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && isUnbroken(node)) return SKIP
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('–')) return undefined
    const pieces = node.value.split(RANGE)
    if (pieces.length === 1) return undefined
    // Every second piece is a range.
    const wrapped = pieces.flatMap((value, at): ElementContent[] => {
      if (value === '') return []
      return [at % 2 === 1 ? h('span', {className: ['whole']}, value) : {type: 'text', value}]
    })
    parent.children.splice(index, 1, ...(wrapped as never[]))
    return [SKIP, index + wrapped.length]
  })
}

/** Two numbers, arabic or roman, with what is joined to them: `71v–82`, `0071–0082`, `xii–xiv`. */
const NUMBER = String.raw`(?:\d{1,6}\p{L}?|[ivxlc]{1,8})`
const RANGE = new RegExp(String.raw`(?<![\p{L}\p{N}])(${NUMBER}–${NUMBER})(?![\p{L}\p{N}])`, 'u')

/** What is set as typed, and what no line is broken in anyway. */
function isUnbroken({tagName, properties: {className}}: Element): boolean {
  const names = Array.isArray(className) ? className : []
  return tagName === 'pre' || tagName === 'code' || names.includes('locator') || names.includes('whole')
}
