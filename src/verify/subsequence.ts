// How few words of a text must be left out for the others to stand in another text in order: the last word where resynchronising by
// rare phrases is at a loss.

/** Steps that may be made, some seconds: 200 words lost of half a million. */
const MOST_STEPS = 1e8

/**
 * The fewest words of `wanted` without which the others stand among the words of `found` in the same order: its length without that of
 * the longest common subsequence. The time grows with the length of the texts and the number of the lost words, not with the product of
 * the lengths. Undefined where it is more than `most`, or would take more `steps`.
 */
export function fewestLost(
  wanted: readonly string[],
  found: readonly string[],
  most: number,
  steps = MOST_STEPS
): number | undefined {
  const places = placesOf(found, new Set(wanted))
  const lists = wanted.map((word) => places.get(word) ?? [])
  const never = found.length + 1
  let before: Int32Array | undefined
  for (let lost = 0; lost <= Math.min(most, steps / (wanted.length + 1)); lost++) {
    const row = rowOf(lists, before, never)
    if ((row[wanted.length] ?? never) < never) return lost
    before = row
  }
  return undefined
}

/** Places of each word that is wanted. */
function placesOf(found: readonly string[], wanted: ReadonlySet<string>): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, word] of found.entries()) {
    if (!wanted.has(word)) continue
    const list = places.get(word)
    if (list) list.push(index)
    else places.set(word, [index])
  }
  return places
}

/**
 * How many words of the other text are used up by the first 0, 1, 2 … wanted words, if one more may be lost than in `before`; `never`
 * where they are not all there.
 */
function rowOf(lists: readonly (readonly number[])[], before: Int32Array | undefined, never: number): Int32Array {
  const row = new Int32Array(lists.length + 1)
  let used = 0
  for (const [index, list] of lists.entries()) {
    const without = before?.[index] ?? never
    // Nothing is used up more slowly than by losing the word.
    if (without > used) used = Math.min(without, placeFrom(list, used, never - 1) + 1)
    row[index + 1] = used
  }
  return row
}

/** The first place in a rising list that is not before `from`; `none` if there is not one. */
function placeFrom(list: readonly number[], from: number, none: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? none) < from) low = middle + 1
    else high = middle
  }
  return list[low] ?? none
}
