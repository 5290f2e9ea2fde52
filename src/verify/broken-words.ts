// Words that no line has room for are broken at its end, without a hyphen, and some at the end of a page: here they are put together again.

/** Words that were read, the places in them at which lines end, and the numbers of words with which pages end. */
export interface ReadWords {
  words: string[]
  lineEnds: Set<number>
  pageEnds: number[]
}

/** Stands for a hyphen whose word does not go on on the next line. */
export const OVER = '\u0003'

/**
 * The words with those whole that a line's end parts: `over` at the end of a line and `whelming` on the next are one word if that is one of
 * the text. Of all ways to read them that is taken which has the fewest words that are none of the text, and of these the one that joins least.
 */
export function wholeWords(read: ReadWords, wanted: ReadonlySet<string>): string[] {
  const {words, lineEnds} = wholeOverPages(read, wanted)
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
  return whole.filter((word) => word !== '')
}

/** What a join costs: less than a strange word, however many pieces it has. */
const JOIN = 1e-4

/**
 * Where a word goes over to the next page, what stands below it there, and above, is read between both: its end is looked for among the
 * beginnings of the lines of that page.
 */
function wholeOverPages(read: ReadWords, wanted: ReadonlySet<string>): ReadWords {
  const words = [...read.words]
  let page = 0
  for (const [at, word] of read.words.entries()) {
    while (at >= (read.pageEnds[page] ?? Infinity)) page++
    if (!word.endsWith(OVER)) continue
    const begin = word.slice(0, -1)
    const end = lineBegins(read, at, page).find((other) => wanted.has(begin + (words[other] ?? '')))
    words[at] = begin + (end === undefined ? '' : (words[end] ?? ''))
    if (end !== undefined) words[end] = ''
  }
  return {...read, words}
}

/** Where the next line begins, and each of the next page. */
function lineBegins({lineEnds, pageEnds}: ReadWords, at: number, page: number): number[] {
  const [from = 0, to = 0] = [pageEnds[page], pageEnds[page + 1]]
  const begins = Array.from({length: Math.max(0, to - from)}, (_, index) => from + index)
  return [at + 1, ...begins.filter((place) => place === from || lineEnds.has(place - 1))]
}
