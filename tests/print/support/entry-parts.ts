// Parts with entries keyed by line, written by hand: the words of lemmas are known, their lines are what a test reads.
import type {FlowLines, FlowNote, FlowPart, FlowRegister} from '../../../src/print/contract.ts'

/** What a part of entries can be given. */
export interface EntryPart {
  id: string
  blocks: string[]
  notes: FlowNote[]
  register?: Partial<FlowRegister>
  more?: FlowRegister[]
  lines?: Partial<FlowLines>
}

/** The register of entries keyed by line, run in where nothing else is said. */
export const entryRegister = (more: Partial<FlowRegister> = {}): FlowRegister => ({
  key: 'entries',
  keyed: 'line',
  layout: 'run-in',
  rule: 'short',
  size: 'small',
  ...more
})

/** A part whose lines are numbered. */
export const entryPart = ({id, blocks, notes, register, more = [], lines}: EntryPart): FlowPart => ({
  id,
  lang: 'en',
  html: `<section id="${id}">${blocks.join('')}</section>`,
  notes,
  registers: [entryRegister(register), ...more],
  lineNumbers: {every: 5, margin: 'outer', restart: 'page', headings: false, ...lines}
})

/** Words of the text as the lemma of entries. */
export const lemma = (words: string, ...anchors: string[]): string =>
  `<span class="app" data-entry="${anchors.join(' ')}">${words}</span>`

/** An entry keyed by line: `position] postion W`. */
export function entry(anchor: string, words: string, reading: string): FlowNote {
  const body = `<span class="entry-line generated"></span><span class="lemma">${words}</span><span class="generated">] </span><span class="reading">${reading}</span><span class="generated">\u00A0<em>W</em></span>`
  const html = `<div class="note" id="${anchor}" data-note="${anchor}" data-register="entries"><p class="entry">${body}</p></div>`
  return {anchor, register: 'entries', html, keyed: 'line'}
}
