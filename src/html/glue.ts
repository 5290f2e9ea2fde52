// Holds each mark together with the word before it, so that no line begins with a mark; what has no mark names its word.
import type {Element, ElementContent, Parents} from 'hast'
import {h} from 'hastscript'
import {SKIP, visit} from 'unist-util-visit'

/** Wraps the last word before each run of marks and the marks in `.glue`; two marks are parted by a comma, a place is named by it. */
export function glue(tree: Parents): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!isCall(node) || !parent || index === undefined) return undefined
    if (parent.type === 'element' && hasClass(parent, 'glue')) return SKIP
    const siblings = parent.children as ElementContent[]
    let end = index
    while (isCall(siblings[end + 1])) end++
    const run = siblings.splice(index, end - index + 1) as Element[]
    const at = closeUp(siblings, index, parent)
    return [SKIP, attach(siblings, at, glueOf(run))]
  })
}

/** Takes the space before a mark away, as one stands before a bracket that is made a note, where no two words are joined by that; returns the place. */
function closeUp(siblings: ElementContent[], index: number, parent: Parents): number {
  const [before, after] = [siblings[index - 1], siblings[index]]
  const parted = after?.type === 'text' ? /^[\s.,;:!?…)\]}]/u.test(after.value) : !after && isBlock(parent)
  if (before?.type !== 'text' || !parted) return index
  before.value = before.value.trimEnd()
  if (before.value !== '') return index
  siblings.splice(index - 1, 1)
  return index - 1
}

const isBlock = (node: Parents): boolean =>
  node.type === 'root' || (node.type === 'element' && /^(?:p|li|dd|dt|td|th|h[1-6]|figcaption)$/.test(node.tagName))

const hasClass = (node: Element, name: string): boolean =>
  Array.isArray(node.properties['className']) && node.properties['className'].includes(name)
const isCall = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && (hasClass(node, 'call') || hasClass(node, 'lemma-place'))

/** An element that takes up the word before it. */
function glueOf(run: readonly Element[]): Element {
  const marks = run.filter((node) => hasClass(node, 'call'))
  const entries = run.flatMap(({properties}) => properties['dataEntry'] ?? [])
  const dataEntry = entries.length > 0 ? entries.join(' ') : undefined
  return h('span', {className: ['glue'], dataEntry}, parted(marks))
}

const parted = (marks: ElementContent[]): ElementContent[] =>
  marks.flatMap((mark, index) => (index > 0 ? [comma(), mark] : [mark]))

const comma = (): Element => h('span', {className: ['call-comma', 'generated']}, ',')

/** Puts the glue around the last word before `index`, going into the elements that hold it; returns where to go on. */
// oxlint-disable-next-line complexity -- four cases one after the other
function attach(siblings: ElementContent[], index: number, glued: Element): number {
  const before = siblings[index - 1]
  // A mark is a link, and no link may stand in another.
  if (before?.type === 'element' && before.tagName !== 'a' && before.children.length > 0 && !hasClass(before, 'glue')) {
    attach(before.children, before.children.length, glued)
    return index
  }
  if (before?.type === 'element' && hasClass(before, 'glue')) {
    share(before, glued)
    return index
  }
  const whole = before?.type === 'text' ? lastWord(before.value) : ''
  // A word that marks its place for an entry is named whole.
  const word = glued.properties['dataEntry'] === undefined ? endOf(whole) : whole
  if (before?.type !== 'text' || word === '') {
    siblings.splice(index, 0, glued)
    return index + 1
  }
  const rest = before.value.slice(0, -word.length)
  glued.children.unshift({type: 'text', value: word})
  siblings.splice(index - 1, 1, ...(rest === '' ? [glued] : [{type: 'text' as const, value: rest}, glued]))
  return rest === '' ? index : index + 1
}

/** Words that end together, one inside the other, share their marks and places. */
function share(shared: Element, {children, properties}: Element): void {
  const entries = [shared.properties['dataEntry'], properties['dataEntry']].filter((entry) => entry !== undefined)
  if (entries.length > 0) shared.properties['dataEntry'] = entries.join(' ')
  shared.children.push(...(isCall(shared.children.at(-1)) && children.length > 0 ? [comma()] : []), ...children)
}

/** The end of a text that a line may not be broken in; texts without spaces between words may be broken at each sign. */
function lastWord(text: string): string {
  let at = text.length
  let letters = false
  for (; at > 0; at--) {
    const sign = text[at - 1] ?? ''
    if (/\s/u.test(sign)) break
    const alone = SPACELESS.test(sign)
    if (alone && letters) break
    letters ||= /[\p{L}\p{N}]/u.test(sign)
    if (alone) return text.slice(at - 1)
  }
  return text.slice(at)
}

/** A word that a narrow column may have no room for gives only its end: before that it can be broken. */
const endOf = (word: string): string => (word.length > LONG ? (LAST_LETTERS.exec(word)?.[0] ?? word) : word)

const LONG = 24
const LAST_LETTERS = /(?:[^\p{M}]\p{M}*){6}$/u

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
