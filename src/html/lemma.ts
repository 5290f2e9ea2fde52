// The lemma of an entry as it prints before its bracket: the words of the text, of a long one the first and the last.
import type {Element, ElementContent, Parents, Text} from 'hast'
import {h} from 'hastscript'
import {LONGEST_LEMMA} from '../document/foot-words.ts'

/** A piece of text in its place: what holds it, from the outermost element, and the place of an anchor that has no text. */
export interface Leaf {
  node: Text
  parent: Parents
  /** Elements around it that stand in a line, the outermost first. */
  inline: Element[]
  /** The innermost block that it stands in. */
  block: Parents
}

/** What a walk finds in the order of the text: pieces of text, and elements of a point. */
export type Found = Leaf | {point: Element; parent: Parents; inline: Element[]; block: Parents}

/** All pieces of text under a node that are words of the text, and the elements that `isPoint` chooses. */
export function walk(root: Parents, isPoint: (element: Element) => boolean = () => false): Found[] {
  const found: Found[] = []
  enter(root, {inline: [], block: root}, {found, isPoint})
  return found
}

function enter(
  parent: Parents,
  {inline, block}: Pick<Leaf, 'inline' | 'block'>,
  into: {found: Found[]; isPoint: (element: Element) => boolean}
): void {
  for (const child of parent.children) {
    if (child.type === 'text') into.found.push({node: child, parent, inline, block})
    if (child.type !== 'element') continue
    if (into.isPoint(child)) into.found.push({point: child, parent, inline, block})
    else if (child.tagName === 'br') into.found.push({node: {type: 'text', value: ' '}, parent, inline, block})
    else if (hasClass(child, 'generated')) continue
    else if (INLINE.has(child.tagName)) enter(child, {inline: [...inline, child], block}, into)
    else enter(child, {inline: [], block: child}, into)
  }
}

const INLINE = new Set('a b code del em i ins q s small span strong sub sup u'.split(' '))

/** Whether an element has a class. */
export const hasClass = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name)

/** The pieces of text of some words. */
export const leavesOf = (children: ElementContent[]): Leaf[] =>
  walk({type: 'root', children}).filter((found) => 'node' in found)

/** Writes pieces of text as a lemma. */
export function lemmaOf(leaves: readonly Leaf[]): ElementContent[] {
  const written = leaves.filter(({node}) => node.value !== '')
  const words = written
    .map(({node}) => node.value)
    .join('')
    .split(/\s+/u)
    .filter((word) => word !== '')
  const full = written.filter(({node}) => node.value.trim() !== '')
  const overBlocks = full[0]?.block !== full.at(-1)?.block
  if (!overBlocks && words.length <= LONGEST_LEMMA) return rebuilt(trimmed(written))
  return [
    h('span', {className: ['lemma-first']}, rebuilt(firstWord(full))),
    {type: 'text', value: ' '},
    h('span', {className: ['generated']}, '…'),
    {type: 'text', value: ' '},
    h('span', {className: ['lemma-last']}, rebuilt(lastWord(full)))
  ]
}

const withValue = (leaf: Leaf, value: string): Leaf => ({...leaf, node: {type: 'text', value}})

/** Without white space at its ends. */
function trimmed(leaves: readonly Leaf[]): Leaf[] {
  const from = leaves.findIndex(({node}) => node.value.trim() !== '')
  const to = leaves.findLastIndex(({node}) => node.value.trim() !== '')
  return leaves.slice(from, to + 1).map((leaf, index, all) => {
    const {value} = leaf.node
    const start = index === 0 ? value.trimStart() : value
    return withValue(leaf, index === all.length - 1 ? start.trimEnd() : start)
  })
}

/** The pieces of the first word, which may change its type inside. */
function firstWord(leaves: readonly Leaf[]): Leaf[] {
  const word: Leaf[] = []
  for (const leaf of leaves) {
    const [first] = word
    const value = first ? leaf.node.value : leaf.node.value.trimStart()
    if (first && (first.block !== leaf.block || /^\s/u.test(value))) break
    const end = value.search(/\s/u)
    word.push(withValue(leaf, end < 0 ? value : value.slice(0, end)))
    if (end >= 0) break
  }
  return word
}

function lastWord(leaves: readonly Leaf[]): Leaf[] {
  const word: Leaf[] = []
  for (const leaf of leaves.toReversed()) {
    const [last] = word
    const value = last ? leaf.node.value : leaf.node.value.trimEnd()
    if (last && (last.block !== leaf.block || /\s$/u.test(value))) break
    const start = value.search(/\S*$/u)
    word.unshift(withValue(leaf, value.slice(start)))
    if (start > 0) break
  }
  return word
}

/** Pieces with the elements around them, which begin and end with the lemma; nothing in it is a link or an anchor. */
function rebuilt(leaves: readonly Leaf[]): ElementContent[] {
  const root: ElementContent[] = []
  let open: {made: Element; of: Element}[] = []
  for (const {node, inline} of leaves) {
    const chain = inline.filter(isKept)
    const shared = open.findIndex(({of}, index) => of !== chain[index])
    open = open.slice(0, shared < 0 ? open.length : shared)
    for (const of of chain.slice(open.length)) {
      const made = h(of.tagName === 'a' ? 'span' : of.tagName, copied(of))
      ;(open.at(-1)?.made.children ?? root).push(made)
      open.push({made, of})
    }
    ;(open.at(-1)?.made.children ?? root).push({type: 'text', value: node.value})
  }
  return root
}

/** Elements that only hold words together, or tell where an entry is, are none of the lemma. */
const isKept = (element: Element): boolean =>
  element.tagName !== 'span' || !['glue', 'keyed-word'].some((name) => hasClass(element, name))

const copied = ({properties}: Element): Element['properties'] => {
  const {className, lang, dir} = properties
  return {className, lang, dir}
}
