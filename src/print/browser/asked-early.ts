// Paged.js asks where the page ends after each piece of a paragraph that came from the page before: sometimes before enough of it is there.
import {blockOf, columnOf} from './lines/index.ts'
import type {PageState} from './page-state.ts'
import {sourceOf} from './repairs.ts'
import {rectsIn} from './ruler.ts'
import {lastTextIn} from './words.ts'

/**
 * Whether a paragraph of which more is to come has too few lines beyond the page yet: the page would end as if these were its last, a line early
 * so that none goes over alone.
 */
export function isAskedEarly({page: {wrapper}, frame, pitch}: PageState): boolean {
  const last = wrapper && lastTextIn(wrapper)
  const place = last && [...rectsIn(last)].at(-1)
  if (!place || isLastOfBlock(last, wrapper)) return false
  const lines = columnOf(frame, place.left) * frame.height + place.bottom - frame.top
  return lines < frame.height + LINES * pitch
}

/** With three lines beyond it a page may end anywhere, however many of its own notes leave it; the third is whole where a fourth has begun. */
const LINES = 3.5

function isLastOfBlock(text: Text, rendered: Element): boolean {
  const source = sourceOf(text)?.node
  const ref = blockOf(text.parentElement ?? rendered, rendered).getAttribute('data-ref')
  const own = ref === null ? undefined : source?.parentElement?.closest(`[data-ref="${ref}"]`)
  return !own || lastTextIn(own) === source
}
