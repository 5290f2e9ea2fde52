// Words that no line has room for are broken at its end, without a hyphen: here they are put together again.

/** Words that were read, and the places in them at which lines end. */
export interface ReadWords {
  words: string[]
  lineEnds: ReadonlySet<number>
}

/**
 * The words with those whole that a line's end parts: `over` at the end of a line and `whelming` on the next are one word if that is one of
 * the text. Of all ways to read them that is taken which has the fewest words that are none of the text, and of these the one that joins least.
 */
export function wholeWords({words, lineEnds}: ReadWords, wanted: ReadonlySet<string>): string[] {
  let longest = 0
  for (const {length} of wanted) longest = Math.max(longest, length)
  // From the end: what the words from each place on cost at least, and where the first of them ends.
  const costs = new Float64Array(words.length + 1)
  const ends = new Int32Array(words.length)
  for (let at = words.length - 1; at >= 0; at--) {
    let joined = ''
    let best = Infinity
    for (let last = at; last < words.length && joined.length <= longest; last++) {
      joined += words[last] ?? ''
      const own = wanted.has(joined) ? (last - at) * JOIN : last === at ? 1 : Infinity
      const cost = own + (costs[last + 1] ?? 0)
      if (cost < best) {
        best = cost
        ends[at] = last
      }
      if (!lineEnds.has(last)) break
    }
    costs[at] = best
  }
  const whole: string[] = []
  for (let at = 0; at < words.length; at = (ends[at] ?? at) + 1)
    whole.push(words.slice(at, (ends[at] ?? at) + 1).join(''))
  return whole
}

/** What a join costs: less than a strange word, however many pieces it has. */
const JOIN = 1e-4
