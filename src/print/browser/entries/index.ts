// Entries keyed by line on a page: each comes to the foot of the page on which its lemma begins, with the number of its line.
import {lineLabel, reservedEnd} from './key.ts'
import type {EntryKey} from './key.ts'
import {endsHere, isBefore, lemmasIn} from './lemmas.ts'
import type {Lemma} from './lemmas.ts'
import {columnOf, lineAt} from '../lines/index.ts'
import type {Line} from '../lines/index.ts'
import type {PageState, Run} from '../page-state.ts'
import type {BreakToken} from '../paged.ts'
import {occurrenceOf} from './repeated-words.ts'

/** The lemmas that begin on the page as it stands now. */
export function beginningLemmas({content, frame}: PageState, run: Run): Map<string, Lemma> {
  if (run.lemmaEnds.size === 0) return new Map()
  const begin = [...lemmasIn(content)].filter(
    ([anchor, {first}]) => run.notes.has(anchor) && !run.begun.has(anchor) && columnOf(frame, first.left) === 0
  )
  return new Map(begin)
}

/** What an entry is found by; `next` is where the next page begins, when that is known. */
export function keyOf(
  lemma: Lemma,
  {state: {frame}, run, lines: here, next}: {state: PageState; run: Run; lines: Line[]; next: BreakToken | undefined}
): EntryKey {
  const [first, last] = [lineAt(here, frame, lemma.first), lineAt(here, frame, lemma.last)]
  const end = run.lemmaEnds.get(lemma.anchor)
  const later = next && end ? !isBefore(end, next) : !endsHere(lemma, frame)
  const occurrence = !later && first && first === last ? occurrenceOf(lemma, first, frame) : 0
  const {lineNumbers} = run.part
  if (!lineNumbers) return {lines: '', occurrence}
  const lines = lineLabel({from: first?.n, to: later ? 'later' : last?.n})
  if (!later || first?.n === undefined) return {lines, occurrence}
  return {lines, end: reservedEnd(lineNumbers.restart === 'document' ? first.n : undefined), occurrence}
}
