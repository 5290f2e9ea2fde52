// What stands on a page and has its note at the foot: marks in the text, and the lemmas of entries keyed by line.
import type {FlowNote} from '../../contract.ts'
import {beginningLemmas, keyOf} from '../entries/index.ts'
import {anchorsOf} from '../entries/lemmas.ts'
import {columnOf, lineAt} from '../lines/index.ts'
import type {Line} from '../lines/index.ts'
import type {FootNote} from './index.ts'
import {withInner} from './page-marks.ts'
import type {PageState, Run} from '../page-state.ts'
import type {BreakToken} from '../paged.ts'

/** A call that stands on the page, with its line. */
export interface Call extends FootNote {
  top: number
  bottom: number
}

/** The calls of a page in the order of the text; `next` is where the next page begins, when that is known. */
export function callsOn(
  state: PageState,
  run: Run,
  {lines, next}: {lines: Line[]; next: BreakToken | undefined}
): Call[] {
  const lemmas = beginningLemmas(state, run)
  const calls: Call[] = []
  const call = (notes: FootNote[], rect: DOMRect): void => {
    const {top, bottom} = lineAt(lines, state.frame, rect) ?? rect
    const place = {top: top - state.frame.top, bottom: bottom - state.frame.top}
    calls.push(...notes.map((note) => ({...note, ...place})))
  }
  for (const element of state.content.querySelectorAll<HTMLElement>('.call[data-note], [data-entry]')) {
    const rect = element.getClientRects()[0]
    const note = run.notes.get(element.dataset['note'] ?? '')
    if (note && rect && columnOf(state.frame, rect.left) === 0) call(withCalled(note, run), rect)
    for (const anchor of anchorsOf(element)) {
      const lemma = lemmas.get(anchor)
      const entry = run.notes.get(anchor)
      if (!lemma || !entry || lemma.elements[0] !== element) continue
      const [first, ...inner] = withCalled(entry, run)
      if (first) call([{...first, key: keyOf(lemma, {state, run, lines, next})}, ...inner], lemma.first)
    }
  }
  return calls
}

const withCalled = (note: FlowNote, run: Run): FootNote[] => withInner(note, run).map((one) => ({note: one}))
