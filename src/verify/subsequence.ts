// How many words two texts have in common in order, exactly: the last word where resynchronising by rare phrases is at a loss.

/** Work that may be done: words of one text times words of the other, some ten seconds; the notes of 1,600 pages among all their words. */
const MOST = 1.5e11

/**
 * Length of the longest common subsequence, bit by bit (Crochemore and others, 2001): 32 words of `wanted` at a time.
 * Undefined where the texts are too long for it.
 */
export function commonLength(wanted: readonly string[], found: readonly string[]): number | undefined {
  if (wanted.length * found.length > MOST) return undefined
  const size = Math.ceil(wanted.length / 32)
  const places = placesOf(wanted, size)
  // A 1 marks a place where a longer subsequence could still begin.
  const row = new Uint32Array(size).fill(0xff_ff_ff_ff)
  for (const word of found) {
    const here = places.get(word)
    if (here) step(row, here)
  }
  return zeros(row, wanted.length)
}

function placesOf(words: readonly string[], size: number): Map<string, Uint32Array> {
  const places = new Map<string, Uint32Array>()
  for (const [index, word] of words.entries()) {
    let bits = places.get(word)
    if (!bits) places.set(word, (bits = new Uint32Array(size)))
    bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31))
  }
  return places
}

/** row = (row + (row & here)) | (row & ~here), with the carry from word to word. */
function step(row: Uint32Array, here: Uint32Array): void {
  let carry = 0
  for (let i = 0; i < row.length; i++) {
    const old = row[i] ?? 0
    const at = here[i] ?? 0
    const sum = old + ((old & at) >>> 0) + carry
    carry = sum > 0xff_ff_ff_ff ? 1 : 0
    row[i] = (sum >>> 0) | (old & ~at)
  }
}

function zeros(row: Uint32Array, length: number): number {
  let count = 0
  for (let index = 0; index < length; index++) if (!((row[index >>> 5] ?? 0) & (1 << (index & 31)))) count++
  return count
}
