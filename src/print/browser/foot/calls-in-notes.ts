// Finds the notes that are called in other notes: an editor's note on a note of the author.
import type {FlowNote} from '../../contract.ts'

/** Anchors of the notes called in each note that calls any, in the order of their calls. */
export function callsInNotes(notes: readonly FlowNote[]): Map<string, string[]> {
  const calls = new Map<string, string[]>()
  const template = document.createElement('template')
  for (const {anchor, html} of notes) {
    if (!html.includes('data-note', html.indexOf('>'))) continue
    template.innerHTML = html
    const inner = [...template.content.querySelectorAll<HTMLElement>('.call[data-note]')]
    if (inner.length > 0)
      calls.set(
        anchor,
        inner.map((call) => call.dataset['note'] ?? '')
      )
  }
  return calls
}
