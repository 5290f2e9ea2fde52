// Mends Paged.js 0.4.3: its break finder, break token and page-end hyphen lose, double or move text beside soft hyphens.
import {hyphenAfter} from './lines/hyphens.ts'
import type {BreakToken, BreakTokenClass, HandlerClass, Layout, Page, Polisher} from './paged.ts'

/** Keeps of Paged.js only what an edition needs; counters, its own footnotes and running strings cost time and lose text. */
export function keepNeededHandlers(registered: HandlerClass[]): void {
  const kept = registered.filter((handler) => NEEDED.has(handler.name))
  registered.splice(0, registered.length, ...kept)
}

/**
 * Takes the rules for large initials away: 0.4.3 has them for all that goes on from a page before and for whatever stands in it. The browser
 * then sets the first letter of each such paragraph by itself: not kerned, not joined to the next, and where nothing follows it
 * in its text, in no tag of the PDF.
 */
export function keepFirstLetters({inserted}: Polisher): void {
  for (const style of inserted) {
    const rules = style.textContent
    const kept = rules.replaceAll(INITIALS, '')
    if (kept === rules) throw new Error('Paged.js has no rules for initials, which were to be taken away.')
    style.textContent = kept
  }
}

/** Selectors and body of a rule whose last selector is a first letter. */
const INITIALS = /[^{}]*::first-letter\s*\{[^}]*\}/g

/** Remembers of which node in the source a rendered node is the copy. */
export function rememberOrigin(copy: Node, source: Node): void {
  const skipped = source instanceof Text && copy instanceof Text ? source.length - copy.length : 0
  origins.set(copy, {node: source, skipped})
  for (let i = 0; i < copy.childNodes.length; i++) {
    const inner = copy.childNodes[i]
    const from = source.childNodes[i]
    if (inner && from) rememberOrigin(inner, from)
  }
}

/** The node of the source of which a rendered node is the copy, and how much of its text stands on pages before. */
export const sourceOf = (copy: Node): Readonly<Origin> | undefined => origins.get(copy)

/** Puts back a space between two elements of a continued paragraph: Paged.js goes from one to the other without it. */
export function keepSpaceBefore(copy: Node, source: Node): void {
  const space = source.previousSibling
  const before = copy.previousSibling
  if (!(space instanceof Text) || /\S/.test(space.data) || !before || origins.get(before)?.node === space) return
  const kept = space.cloneNode()
  copy.parentNode?.insertBefore(kept, copy)
  rememberOrigin(kept, space)
}

/** Replaces the faulty methods on the prototype of a layout; once per tab. */
export function mendLayout(layout: Layout, token: BreakToken): void {
  const prototype = Object.getPrototypeOf(layout) as Layout
  if (mended.has(prototype)) return
  mended.add(prototype)
  const Token = token.constructor as BreakTokenClass
  // 0.4.3 takes a break inside a text for the break at its beginning, gives up, and goes on with the next paragraph.
  Token.prototype.equals = function (this: BreakToken, other) {
    return other !== undefined && this.node === other.node && (this.offset || 0) === (other.offset || 0)
  }
  // The handler alone decides where a page ends.
  prototype.findOverflow = () => undefined
  // 0.4.3 appends U+2011 to the soft hyphen, and the line becomes too long.
  prototype.hyphenateAtBreak = (start) => {
    if (start instanceof Text) hyphenAfter(start)
  }
  // 0.4.3 looks for the first text that includes the rest: wrong as soon as two pieces of a paragraph are alike.
  prototype.createBreakToken = (overflow, _rendered, source) => tokenAt(overflow, source, Token)
}

/** Stops a page from laying itself out again after it is finished; once per tab. */
export function mendPage(page: Page): void {
  const prototype = Object.getPrototypeOf(page) as Page
  if (mended.has(prototype)) return
  mended.add(prototype)
  prototype.addListeners = () => undefined
}

interface Origin {
  node: Node
  /** Characters of the source text that stand on pages before. */
  skipped: number
}

const NEEDED = new Set(['PrintMedia', 'AtPage', 'Lists', 'WhiteSpaceFilter', 'CommentsFilter', 'ScriptsFilter'])
const origins = new WeakMap<Node, Origin>()
const mended = new WeakSet<object>()

function tokenAt(overflow: Range, source: ParentNode, Token: BreakTokenClass): BreakToken | undefined {
  const {startContainer, startOffset} = overflow
  const inText = startContainer instanceof Text
  const node = inText ? startContainer : startContainer.childNodes[startOffset]
  if (!node) return undefined
  const origin = origins.get(node)
  if (origin) return new Token(origin.node, origin.skipped + (inText ? startOffset : 0))
  const ref = node instanceof Element ? node.getAttribute('data-ref') : null
  const element = ref ? source.querySelector(`[data-ref="${ref}"]`) : null
  return element ? new Token(element, 0) : undefined
}
