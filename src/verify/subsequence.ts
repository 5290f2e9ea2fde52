// How few words of a text must be left out for the others to stand in another text in order: the last word where resynchronising by
// rare phrases is at a loss.

/** Steps that may be made, some seconds: 200 words lost of half a million. */
const MOST_STEPS = 1e8

/** Where words stand in a text, by word. */
export type Places = ReadonlyMap<string, WordPlaces>

/** Where a word begins, in rising order; `ends` are the nearest ends behind each place where it may take several pieces, else it takes one. */
export interface WordPlaces {
  begins: number[]
  ends?: number[]
}

/** A word that takes the pieces from one place to another. */
interface InPieces {
  word: string
  from: number
  to: number
}

/** The places of words of a text, and of words that are read over several of its pieces; only those that are `wanted`. */
export function placesOf(
  found: readonly string[],
  wanted: ReadonlySet<string>,
  joined: readonly InPieces[] = []
): Places {
  const places = new Map<string, WordPlaces>()
  for (const [index, word] of found.entries()) {
    if (!wanted.has(word)) continue
    const known = places.get(word)
    if (known) known.begins.push(index)
    else places.set(word, {begins: [index]})
  }
  const inPieces = new Map<string, InPieces[]>()
  for (const one of joined) inPieces.set(one.word, [...(inPieces.get(one.word) ?? []), one])
  for (const [word, list] of inPieces) places.set(word, withPieces(places.get(word)?.begins ?? [], list))
  return places
}

function withPieces(begins: readonly number[], joined: readonly InPieces[]): WordPlaces {
  const all = [...begins.map((at) => ({from: at, to: at})), ...joined].toSorted((a, b) => a.from - b.from)
  let nearest = Infinity
  const ends = all.toReversed().map(({to}) => (nearest = Math.min(nearest, to + 1)))
  return {begins: all.map(({from}) => from), ends: ends.toReversed()}
}

/**
 * The fewest words of `wanted` without which the others stand at their places in the same order: its length without that of the longest
 * common subsequence. The time grows with the length of the texts and the number of the lost words, not with the product of the lengths.
 * Undefined where it is more than `most`, or would take more `steps`.
 */
export function fewestLost(
  wanted: readonly string[],
  places: Places,
  most: number,
  steps = MOST_STEPS
): number | undefined {
  const lists = wanted.map((word) => places.get(word) ?? NOWHERE)
  let before: Int32Array | undefined
  for (let lost = 0; lost <= Math.min(most, steps / (wanted.length + 1)); lost++) {
    const row = rowOf(lists, before)
    if ((row[wanted.length] ?? NEVER) < NEVER) return lost
    before = row
  }
  return undefined
}

const NOWHERE: WordPlaces = {begins: []}
/** More words than any text has. */
const NEVER = 2 ** 31 - 1

/**
 * How many words of the other text are used up by the first 0, 1, 2 … wanted words, if one more may be lost than in `before`; `NEVER`
 * where they are not all there.
 */
function rowOf(lists: readonly WordPlaces[], before: Int32Array | undefined): Int32Array {
  const row = new Int32Array(lists.length + 1)
  let used = 0
  for (const [index, list] of lists.entries()) {
    const without = before?.[index] ?? NEVER
    // Nothing is used up more slowly than by losing the word.
    if (without > used) used = Math.min(without, endFrom(list, used))
    row[index + 1] = used
  }
  return row
}

/** The nearest end of a word that does not begin before `from`; `NEVER` if there is none. */
function endFrom({begins, ends}: WordPlaces, from: number): number {
  let low = 0
  let high = begins.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((begins[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const begin = begins[low]
  return begin === undefined ? NEVER : (ends?.[low] ?? begin + 1)
}
