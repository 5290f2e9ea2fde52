// Parts for the laboratory of the layout: words that can be told apart, with soft hyphens, and notes called where one wants them.
import type {FlowNote, FlowPart} from '../../src/print/contract.ts'
import {registersOf} from './registers.ts'

/** Registers of the parts made here, in their order at the foot. */
export const REGISTERS = ['entries', 'tn', 'en'] as const

/** A part that is being written. */
export interface PartMaker {
  /** Adds a block of HTML. */
  block: (...html: string[]) => PartMaker
  /** Adds numbered paragraphs of so many words each. */
  paragraphs: (...lengths: number[]) => PartMaker
  /** HTML of a call; the note is so many words long, or is what is given. */
  call: (register: string, note: number | string) => string
  /** So many words that stand nowhere else in the part, with soft hyphens. */
  words: (count: number) => string
  part: () => FlowPart
}

/** Begins a part. */
export function newPart(id: string, lang = 'en'): PartMaker {
  const notes: FlowNote[] = []
  const blocks: string[] = []
  const counts = new Map<string, number>()
  let spent = 0
  let paragraph = 0
  const words = (count: number): string => Array.from({length: count}, () => numberedWord((spent += 1))).join(' ')
  const call = (register: string, note: number | string): string => {
    const n = (counts.get(register) ?? 0) + 1
    counts.set(register, n)
    const anchor = `${id}-${register}-${n}`
    const mark = `<span class="note-mark generated">${n}</span> `
    const body = typeof note === 'number' ? `<p>${mark}${words(note)}.</p>` : note.replace('<p>', `<p>${mark}`)
    const html = `<div class="note" id="${anchor}" data-note="${anchor}" data-register="${register}">${body}</div>`
    notes.push({anchor, register, html})
    return `<a class="call call-${register} generated" id="${anchor}-call" href="#${anchor}" data-note="${anchor}">${n}</a>`
  }
  const maker: PartMaker = {
    block: (...html) => {
      blocks.push(...html)
      return maker
    },
    paragraphs: (...lengths) => {
      for (const length of lengths) blocks.push(numbered(id, (paragraph += 1), words(length)))
      return maker
    },
    call,
    words,
    part: () => ({
      id,
      lang,
      html: `<section id="${id}">${blocks.join('')}</section>`,
      notes: [...notes],
      registers: registersOf(REGISTERS)
    })
  }
  return maker
}

/** A word with calls that stay on its line. */
export const glued = (word: string, ...calls: string[]): string => `<span class="glue">${word}${calls.join('')}</span>`

const numbered = (id: string, n: number, text: string): string => `<p id="${id}-p${n}" data-p="${n}">${text}.</p>`

const SYLLABLES = ['ba', 'ter', 'lo', 'min', 'ka', 'res', 'du', 'vol', 'ni', 'gar', 'so', 'pe', 'tul']

/** A word of its own for each number, two syllables at least. */
function numberedWord(n: number): string {
  const syllables: string[] = []
  for (let rest = n + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    syllables.push(SYLLABLES[rest % SYLLABLES.length] ?? '')
  return syllables.join('\u00AD')
}
