// The last word of a page stands on it whole where it can: a reader should not turn the page inside a word.
import {dropHyphens} from './lines/even.ts'
import {gapsOf, LOOSE} from './lines/gaps.ts'
import {blockOf} from './lines/index.ts'
import {sourceOf} from './repairs.ts'

/**
 * Where the page would end inside a word, takes the hyphens out of that word and asks for the end of the page again; keeps the
 * division where a loose line would be the price.
 */
export function wholeAtPageEnd(range: Range | undefined, again: () => Range | undefined): Range | undefined {
  const place = dividedAt(range)
  if (!place || beganBefore(place)) return range
  const block = blockOf(place.text.parentElement ?? document.body, document.body)
  const looseBefore = looseLines(block)
  const undo = dropHyphens(place.text, place.at)
  const next = again()
  if (!next || dividedAt(next) || looseLines(block) > looseBefore) {
    undo()
    return again()
  }
  const {node, skipped} = sourceOf(place.text) ?? {}
  if (node instanceof Text) dropHyphens(node, (skipped ?? 0) + place.at)
  return next
}

const SOFT = '\u00AD'

/** The text and the place in it where a page ends with a soft hyphen. */
function dividedAt(range: Range | undefined): {text: Text; at: number} | undefined {
  const {startContainer, startOffset} = range ?? {}
  if (!(startContainer instanceof Text) || startOffset === undefined) return undefined
  return startContainer.data[startOffset - 1] === SOFT ? {text: startContainer, at: startOffset - 1} : undefined
}

/** The word began on the page before: then its hyphens there are spent. */
const beganBefore = ({text, at}: {text: Text; at: number}): boolean =>
  !/\s/.test(text.data.slice(0, at)) && (sourceOf(text)?.skipped ?? 0) > 0

const looseLines = (block: Element): number => gapsOf(block).filter(({width}) => width > LOOSE).length
