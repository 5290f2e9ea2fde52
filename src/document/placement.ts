// Where an output puts its notes and entries, and by what their readers find them: what edition.yaml asks for, the same for
// the writers and for the proofs.
import {ENTRIES, seriesOf, type Edition} from './edition.ts'
import type {App, Corr, Entry, Note} from './nodes.ts'
import type {NotesPlace, RegisterKey} from './output-settings.ts'

/** Paper has lines and feet of pages, an e-book has neither. */
export type Medium = 'print' | 'e-book'

/** Where the notes of a register stand, and whether the text has a mark for each or its lines are numbered. */
export interface Placement {
  place: NotesPlace
  keyed: RegisterKey
}

/** Placement of a register (`entries` or the key of a series) in the output that the edition was selected for. */
export function placementOf(edition: Edition, register: string, medium: Medium): Placement {
  const place = register === ENTRIES ? placeOfEntries(edition) : placeOfNotes(edition, register)
  const byLine = medium === 'print' && place === 'foot' && keyOf(edition, register) === 'line'
  return {place, keyed: byLine ? 'line' : 'mark'}
}

/** How a note or entry is found that belongs to these words: those of other notes (`inNote`) stand on no line that has a number. */
export const keyAt = (keyed: RegisterKey, inNote: boolean): RegisterKey => (inNote ? 'mark' : keyed)

/** Whether an output has a note or an entry; a light apparatus has emendations only. */
export function isPrinted(edition: Edition, node: Note | Corr | App | Entry): boolean {
  if (node.type === 'note') return node.place === 'inline' || placeOfNotes(edition, node.series) !== 'none'
  return placeOfEntries(edition) !== 'none' && (node.type === 'corr' || edition.output?.apparatus !== 'light')
}

function placeOfEntries({output}: Edition): NotesPlace {
  if (output?.apparatus === 'none') return 'none'
  return output?.apparatus === 'back' ? 'document-end' : 'foot'
}

function placeOfNotes({output}: Edition, series: string): NotesPlace {
  const notes = output?.notes ?? 'foot'
  return typeof notes === 'string' ? notes : (notes[series] ?? 'foot')
}

function keyOf({settings, output}: Edition, register: string): RegisterKey {
  if (!output?.['line-numbers']) return 'mark'
  if (register === ENTRIES) return output.entries ?? 'line'
  return seriesOf(settings).find(({key}) => key === register)?.keyed ?? 'mark'
}
