// How notes and entries are called in the text: by a mark, or by the number of the line on which their words stand.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {callAnchor, noteAnchor} from '../document/anchors.ts'
import {mark} from '../document/marks.ts'
import {keyAt} from '../document/placement.ts'
import type {BookNote, FootRegister} from './book.ts'

/** The document that calls, and the registers that it calls. */
export interface Registers {
  id: string
  registers: readonly FootRegister[]
}

/** The document that calls, and what is known of the calls before. */
export interface Calling extends Registers {
  notes: readonly BookNote[]
  /** Whether the words that call are those of another note. */
  inNote: boolean
}

/** A note without its body. In a register that is keyed by line those of other notes have marks of their own, counted by themselves. */
export function newNote(register: string, n: number, {id, registers, notes, inNote}: Calling): BookNote {
  const {marks = 'decimal', keyed: key = 'mark', place = 'foot'} = registers.find((one) => one.key === register) ?? {}
  const keyed = keyAt(key, inNote)
  const marked = notes.filter((note) => note.register === register && note.keyed === 'mark').length
  const sign = keyed === 'line' ? '' : mark(key === 'line' ? marked + 1 : n, marks)
  return {anchor: noteAnchor(id, register, n), document: id, register, n, mark: sign, keyed, place, body: []}
}

/** What calls a note in the text; the word before it takes it up (`glue.ts`). */
export function call({anchor, register, mark: sign, keyed, place = 'foot'}: BookNote): Element {
  if (keyed === 'line') return h('span', {className: ['lemma-place'], dataEntry: anchor})
  const className = ['call', `call-${register}`, ...(place === 'foot' ? [] : ['end-call']), 'generated']
  return h('a', {className, id: callAnchor(anchor), href: `#${anchor}`, dataNote: anchor}, sign)
}

/** Leaves a place before the first words for the number of the line, which only the laid-out page knows. */
export function withLinePlace(body: ElementContent[]): ElementContent[] {
  const place = h('span', {className: ['entry-line', 'generated']})
  const [first] = body
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', [place]), ...body]
  first.children.unshift(place)
  return body
}

/** The body of a note with its mark, which leads back to the call; before a list or table the mark is a paragraph of its own. */
export function withMark({anchor, mark: sign, body}: BookNote): ElementContent[] {
  const link = h('a', {className: ['note-mark', 'generated'], href: `#${callAnchor(anchor)}`}, sign)
  const [first] = body
  if (first?.type !== 'element' || first.tagName !== 'p') return [h('p', [link]), ...body]
  first.children.unshift(link, h('span', {className: ['note-gap', 'generated']}, ' '))
  return body
}
