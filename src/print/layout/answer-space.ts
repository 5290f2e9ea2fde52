// Room for answers: ruled lines, each an element of its own, so that a page may end between any two of them.
import type {Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'

/** Fills `<div class="answer-space" style="--lines: 6">` with its lines. They are no text, and nobody hears them. */
export function ruleAnswerSpaces(tree: Root): void {
  visit(tree, 'element', (element) => {
    const {className, style} = element.properties
    if (!Array.isArray(className) || !className.includes('answer-space')) return
    const count = Number(/--lines:\s*(\d+)/.exec(typeof style === 'string' ? style : '')?.[1] ?? 0)
    element.children = Array.from({length: count}, () => h('hr', {ariaHidden: 'true'}))
  })
}
