// Text taken from an output, with the place on paper of every piece of it.
import {split} from '../document/layers.ts'
import type {Spot} from './finding.ts'

/** Pieces of text in order. `pending` is a break between blocks that is written when more text comes. */
export interface Passage {
  pieces: string[]
  /** Place of each piece; places are shared, not copied. */
  spots: Spot[]
  pending: boolean
}

/** A passage that nothing has been added to yet. */
export const emptyPassage = (): Passage => ({pieces: [], spots: [], pending: false})

/** Adds text, after a space where blocks meet. */
export function addText(passage: Passage, text: string, spot: Spot): void {
  passage.pieces.push(passage.pending ? ` ${text}` : text)
  passage.spots.push(spot)
  passage.pending = false
}

/** Words of the passage. Soft hyphens are the layout's own and no letters. */
export function wordsIn(passage: Passage): string[] {
  return split(bare(passage.pieces.join('')))
}

/** A text without soft hyphens: layout puts them in and takes them out. */
export const bare = (text: string): string => text.replaceAll('\u00AD', '')

/** Place of a word by its number; of the last one where the number is beyond the end. */
export function spotOf(passage: Passage, word: number): Spot {
  let words = -1
  let within = false
  for (const [index, piece] of passage.pieces.entries()) {
    for (const part of bare(piece).split(/(\s+)/u)) {
      if (part === '') continue
      const letters = !/^\s/u.test(part)
      if (letters && !within) words++
      within = letters
      if (words === word) return passage.spots[index] ?? {}
    }
  }
  return passage.spots.at(-1) ?? {}
}
