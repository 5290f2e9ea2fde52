// Notes too long to be shown where they are called: what is over goes on behind the other notes, linked both ways.
import {h} from 'hastscript'
import type {Element, ElementContent} from 'hast'
import {hasClass} from './classes.ts'

/** Letters that every reading system still shows in a pop-up; Kobo's guidelines set 5,000 (epub-spec, Footnotes/Endnotes). */
const MOST_LETTERS = 4500

/** A note in two: what can be shown at its call, and what is over. */
export interface Divided {
  head: ElementContent[]
  rest: ElementContent[]
}

/** Parts a long note between its blocks, or a long paragraph after a sentence; undefined where it is short or nowhere to be parted. */
export function divided(blocks: readonly ElementContent[]): Divided | undefined {
  let letters = 0
  for (const [index, block] of blocks.entries()) {
    const before = letters
    letters += lettersIn(block)
    if (letters <= MOST_LETTERS) continue
    const [first, second] = partedParagraph(block, MOST_LETTERS - before)
    const head = [...blocks.slice(0, index), ...(first ? [first] : [])]
    if (head.length === 0) return undefined
    return {head, rest: [second, ...blocks.slice(index + 1)]}
  }
  return undefined
}

/** Nothing of a paragraph that has no end of a sentence within the limit, at least some way into it. */
function partedParagraph(block: ElementContent, most: number): [ElementContent | undefined, ElementContent] {
  if (block.type !== 'element' || block.tagName !== 'p') return [undefined, block]
  let letters = 0
  let found: {child: number; at: number} | undefined
  for (const [child, node] of block.children.entries()) {
    const text = node.type === 'text' ? node.value : ''
    for (const {index, 0: end} of text.matchAll(/[.!?…][”’"')\]]*\s+/gu))
      if (letters + index + end.length <= most) found = {child, at: index + end.length}
    letters += lettersIn(node)
  }
  const node = block.children[found?.child ?? -1]
  if (!found || node?.type !== 'text') return [undefined, block]
  const part = (children: ElementContent[], more: Element['properties']): Element => ({
    ...block,
    properties: {...block.properties, ...more},
    children
  })
  const text = (value: string): ElementContent => ({type: 'text', value})
  const [before, after] = [block.children.slice(0, found.child), block.children.slice(found.child + 1)]
  const {id: _, ...rest} = block.properties
  return [
    part([...before, text(node.value.slice(0, found.at).trimEnd())], {}),
    {...part([text(node.value.slice(found.at)), ...after], {dataGoesOn: ''}), properties: {...rest, dataGoesOn: ''}}
  ]
}

function lettersIn(node: ElementContent): number {
  if (node.type === 'text') return node.value.length
  if (node.type !== 'element' || hasClass(node.properties, 'generated')) return 0
  return node.children.reduce((sum, child) => sum + lettersIn(child), 0)
}

/** The link at the end of the part that is shown, in its last paragraph or in one of its own. */
export function withMore(blocks: ElementContent[], anchor: string): ElementContent[] {
  const link = h('a', {className: ['note-more', 'generated'], href: `#${anchor}-rest`}, 'The note goes on')
  const last = blocks.at(-1)
  if (last?.type !== 'element' || last.tagName !== 'p') return [...blocks, h('p', [link])]
  return [...blocks.slice(0, -1), {...last, children: [...last.children, {type: 'text', value: ' '}, link]}]
}

/** What is over of a note, headed by a link back to it: `3, continued`. Visible where it stands, so no `aside`. */
export function restOf(
  anchor: string,
  {title, mark}: {title: string; mark: string},
  blocks: ElementContent[]
): Element {
  const label = `Back to the beginning of ${title}, ${mark}`
  const link = h(
    'a',
    {className: ['note-mark', 'generated'], href: `#${anchor}`, ariaLabel: label},
    `${mark}, continued`
  )
  const [first, ...others] = blocks
  const opening =
    first?.type === 'element' && first.tagName === 'p'
      ? [{...first, children: [link, {type: 'text' as const, value: ' '}, ...first.children]}]
      : [h('p', [link]), ...(first ? [first] : [])]
  const properties = {className: ['note', 'note-rest'], id: `${anchor}-rest`, dataNote: anchor, dataGoesOn: ''}
  return h('div', properties, [...opening, ...others])
}
