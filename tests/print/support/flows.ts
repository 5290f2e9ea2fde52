// Makes parts for tests of the layout: plain sentences, calls and notes of given or seeded lengths.
import type {FlowNote, FlowPart} from '../../../src/print/contract.ts'
import {registersOf} from '../registers.ts'

/** A note to be called in a paragraph: register and length in words. */
export interface Wanted {
  register: string
  words: number
  /** HTML after the first paragraph of the note. */
  more?: string
}

/** Words that can be told apart, so that a lost or moved one is seen: `alder12 birch13 …`. */
export function words(count: number, from = 0): string {
  return Array.from({length: count}, (_, i) => `${TREES[(from + i) % TREES.length] ?? ''}${from + i}`).join(' ')
}

/** Collects a part paragraph by paragraph. */
export function flow(id: string, registers: string[] = ['tn', 'en', 'an']) {
  const notes: FlowNote[] = []
  const blocks: string[] = []
  let paragraphs = 0
  let spent = 0
  const call = ({register, words: length, more = ''}: Wanted): string => {
    const n = notes.filter((note) => note.register === register).length + 1
    const anchor = `${id}-${register}-${n}`
    const text = words(length, (spent += 1000))
    const html = `<div class="note" id="${anchor}" data-note="${anchor}" data-register="${register}"><p><span class="note-mark generated">${n}</span> ${text}</p>${more}</div>`
    notes.push({anchor, register, html})
    return `<a class="call generated" id="${anchor}-call" href="#${anchor}" data-note="${anchor}">${n}</a>`
  }
  return {
    /** A numbered paragraph of so many words; notes are called after the words with these numbers. */
    paragraph(length: number, calls: Record<number, Wanted[]> = {}): void {
      const text = words(length, paragraphs * 1000)
        .split(' ')
        .map((word, i) => {
          const here = calls[i]
          return here ? `<span class="glue">${word}${here.map(call).join('')}</span>` : word
        })
      paragraphs += 1
      blocks.push(`<p id="${id}-p${paragraphs}" data-p="${paragraphs}">${text.join(' ')}</p>`)
    },
    block: (html: string): void => void blocks.push(html),
    part: (): FlowPart => ({
      id,
      lang: 'en',
      html: `<article class="document" id="${id}">${blocks.join('')}</article>`,
      notes,
      registers: registersOf(registers)
    })
  }
}

/** Paragraphs and notes of lengths that a seed gives: mostly short, some of several pages. */
export function randomPart(seed: number): FlowPart {
  let state = seed * 2654435761
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const doc = flow(`d${seed}`, ['tn', 'en', 'an'])
  const count = 8 + next(16)
  for (let i = 0; i < count; i++) {
    const length = 6 + next(120)
    const calls: Record<number, {register: string; words: number}[]> = {}
    for (let k = next(4); k > 0; k--)
      calls[next(length)] = [
        {register: ['tn', 'en', 'an'][next(3)] ?? 'en', words: next(8) === 0 ? next(1500) + 1 : next(50) + 1}
      ]
    doc.paragraph(length, calls)
  }
  return doc.part()
}

const TREES = ['alder', 'birch', 'cedar', 'elm', 'hornbeam', 'juniper', 'larch', 'rowan', 'sycamore', 'yew', 'a', 'of']
