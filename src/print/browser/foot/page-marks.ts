// Marks that begin anew on every page. The calls of a page are always the first ones of what is laid out, wherever it will break.
import type {FlowNote} from '../../contract.ts'
import {setMark} from './notes.ts'
import type {PageState, Run} from '../page-state.ts'

/** Numbers the calls that are laid out from the first mark on and keeps the marks in `run.marks`. */
export function markCalls({content}: PageState, run: Run): void {
  const registers = new Map(run.part.registers.flatMap(({key, perPage}) => (perPage ? [[key, perPage]] : [])))
  if (registers.size === 0) return
  const counts = new Map<string, number>()
  for (const call of content.querySelectorAll<HTMLElement>('.call[data-note]')) {
    const note = run.notes.get(call.dataset['note'] ?? '')
    if (!note) continue
    for (const {anchor, register} of withInner(note, run)) {
      const count = counts.get(register) ?? 0
      const mark = registers.get(register)?.[count]
      if (mark === undefined) continue
      counts.set(register, count + 1)
      run.marks.set(anchor, mark)
    }
    setMark(call, run.marks.get(note.anchor))
  }
}

/** A note and the notes that are called in it: they come to the foot together, each after the one that calls it. */
export function withInner(note: FlowNote, run: Run): FlowNote[] {
  const inner = (run.inNotes.get(note.anchor) ?? []).flatMap((anchor) => run.notes.get(anchor) ?? [])
  return [note, ...inner.flatMap((one) => withInner(one, run))]
}
