// Parts for tests of the layout: words that can be told apart, and notes called where one wants them.
import type {FlowNote, FlowPart, FlowRegister} from '../../../src/print/contract.ts'

/** Registers of the parts made here, in their order at the foot. */
export const REGISTERS = ['entries', 'tn', 'en'] as const

/** Lists of notes keyed by marks, a short rule above the first. */
export const registersOf = (keys: readonly string[]): FlowRegister[] =>
  keys.map((key, index) => ({key, keyed: 'mark', layout: 'list', rule: index === 0 ? 'short' : 'none', size: 'small'}))

/** How a part is begun. */
export interface PartOptions {
  lang?: string
  registers?: readonly string[]
  /** The n-th word of the part. */
  word?: (n: number) => string
}

/** A note to be called in a paragraph: register and length in words, HTML after its first paragraph. */
export interface Wanted {
  register: string
  words: number
  more?: string
}

/** A part that is being written. */
export interface PartMaker {
  /** Adds a block of HTML. */
  block: (...html: string[]) => PartMaker
  /** Adds numbered paragraphs of so many words each. */
  paragraphs: (...lengths: number[]) => PartMaker
  /** Adds a numbered paragraph of so many words; notes are called after the words with these numbers, counted from 0. */
  paragraph: (length: number, calls: Record<number, Wanted[]>) => PartMaker
  /** HTML of a call; the note is so many words long, or is what is given. */
  call: (register: string, note: number | string) => string
  /** So many words that stand nowhere else in the part. */
  words: (count: number) => string
  part: () => FlowPart
}

/** Begins a part; its words have soft hyphens unless others are given. */
export function newPart(id: string, options: PartOptions = {}): PartMaker {
  const {lang = 'en', registers = REGISTERS, word = hyphenatedWord} = options
  const notes: FlowNote[] = []
  const blocks: string[] = []
  let spent = 0
  let paragraphs = 0
  const words = (count: number): string => Array.from({length: count}, () => word((spent += 1))).join(' ')
  const call = (register: string, note: number | string): string => {
    const n = notes.filter((other) => other.register === register).length + 1
    const anchor = `${id}-${register}-${n}`
    const mark = `<span class="note-mark generated">${n}</span> `
    const body = typeof note === 'number' ? `<p>${mark}${words(note)}.</p>` : note.replace('<p>', `<p>${mark}`)
    const html = `<div class="note" id="${anchor}" data-note="${anchor}" data-register="${register}">${body}</div>`
    notes.push({anchor, register, html})
    return `<a class="call call-${register} generated" id="${anchor}-call" href="#${anchor}" data-note="${anchor}">${n}</a>`
  }
  const wanted = ({register, words: length, more = ''}: Wanted): string =>
    call(register, `<p>${words(length)}.</p>${more}`)
  const maker: PartMaker = {
    block: (...html) => {
      blocks.push(...html)
      return maker
    },
    paragraphs: (...lengths) => {
      for (const length of lengths) maker.paragraph(length, {})
      return maker
    },
    paragraph: (length, calls) => {
      const text = Array.from({length}, (_, i) => {
        const here = calls[i]
        return here ? glued(words(1), ...here.map(wanted)) : words(1)
      })
      blocks.push(numbered(id, (paragraphs += 1), text.join(' ')))
      return maker
    },
    call,
    words,
    part: () => ({
      id,
      lang,
      html: `<section id="${id}">${blocks.join('')}</section>`,
      notes: [...notes],
      registers: registersOf(registers)
    })
  }
  return maker
}

/** A word with calls that stay on its line. */
export const glued = (word: string, ...calls: string[]): string => `<span class="glue">${word}${calls.join('')}</span>`

const numbered = (id: string, n: number, text: string): string => `<p id="${id}-p${n}" data-p="${n}">${text}.</p>`

/** Words without soft hyphens, long and short ones: `alder12`, `a22`. */
export const plainWord = (n: number): string => `${TREES[n % TREES.length] ?? ''}${n}`

const TREES = ['alder', 'birch', 'cedar', 'elm', 'hornbeam', 'juniper', 'larch', 'rowan', 'sycamore', 'yew', 'a', 'of']
const SYLLABLES = ['ba', 'ter', 'lo', 'min', 'ka', 'res', 'du', 'vol', 'ni', 'gar', 'so', 'pe', 'tul']

/** A word of its own for each number, two syllables at least. */
function hyphenatedWord(n: number): string {
  const syllables: string[] = []
  for (let rest = n + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    syllables.push(SYLLABLES[rest % SYLLABLES.length] ?? '')
  return syllables.join('\u00AD')
}

/** Paragraphs and notes of lengths that a seed gives: mostly short, some of several pages. */
export function randomPart(seed: number): FlowPart {
  let state = seed * 2654435761
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const maker = newPart(`d${seed}`, {word: plainWord})
  const count = 8 + next(16)
  for (let i = 0; i < count; i++) {
    const length = 6 + next(120)
    const calls: Record<number, Wanted[]> = {}
    for (let k = next(4); k > 0; k--)
      calls[next(length)] = [
        {register: REGISTERS[next(3)] ?? 'en', words: next(8) === 0 ? next(1500) + 1 : next(50) + 1}
      ]
    maker.paragraph(length, calls)
  }
  return maker.part()
}
