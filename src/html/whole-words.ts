// Keeps hyphenated words of titles on one line: a name like Heon-yeong is not parted in display type.
import type {Element, ElementContent, Parents} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'

/** Wraps each word with a hyphen in headings and rows of the contents in `.whole`. */
export function wholeWords(tree: Parents): void {
  visit(tree, 'element', (element) => {
    if (!isTitle(element)) return undefined
    visit(element, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !/\S-\S/.test(node.value)) return undefined
      const pieces = node.value.split(/(\S*\S-\S+)/).filter((piece) => piece !== '')
      const wrapped = pieces.map((piece): ElementContent =>
        /\S-\S/.test(piece) && piece.length <= LONGEST
          ? h('span', {className: ['whole']}, piece)
          : {type: 'text', value: piece}
      )
      parent.children.splice(index, 1, ...(wrapped as never[]))
      return [SKIP, index + wrapped.length]
    })
    return SKIP
  })
}

/** A longer word, such as an address, may not fit on one line. */
const LONGEST = 30

function isTitle({tagName, properties}: Element): boolean {
  const classes = properties['className']
  return /^h[1-6]$/.test(tagName) || (Array.isArray(classes) && classes.includes('contents-title'))
}
