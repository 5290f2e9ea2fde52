// Words that lines break, with a hyphen or without, are put together again: where one line ends and another begins, no space is seen.
import {lamAlefSorted, mayBeginWith, partedAtEnd} from './lam-alef.ts'

/** Words that were read, with what is known of the lines in which they stand. */
export interface ReadWords {
  words: string[]
  /** Numbers of the words with which lines end. */
  lineEnds: Set<number>
  /** Size of the type, in tenths of a point, by the number of the word with which a column of lines begins, and with which it ends. */
  columnBegins: Map<number, number>
  columnEnds: Map<number, number>
  /** Numbers of words before which pages end. */
  pageEnds: number[]
}

/** What is known before the first page. */
export const nothingRead = (): ReadWords => ({
  words: [],
  lineEnds: new Set(),
  columnBegins: new Map(),
  columnEnds: new Map(),
  pageEnds: []
})

/** A word of the text in pieces: the first ends a line, the last begins one, and those between are lines by themselves. */
export interface Joined {
  word: string
  /** Number of its first piece, and of its last. */
  from: number
  to: number
}

/**
 * All words of the text that can be read over the ends of lines. A word goes on at the begin of the next line; where a column ends, only
 * at the begin of a column in the same type: of the next one, or of one on the next two pages that have lines of that type. What stands
 * between belongs to the page, or to the page of a counterpart, or is a note of pages.
 */
export function joinedWords(read: ReadWords, wanted: ReadonlySet<string>): Joined[] {
  const {words, lineEnds, columnEnds} = read
  const goesOn = longerThan(wanted)
  const below = columnsBelow(read)
  const found: Joined[] = []
  const follow = (from: number, at: number, {letters, tried}: {letters: string; tried: Set<number>}): void => {
    for (const to of columnEnds.has(at) ? below(at) : [at + 1]) {
      const piece = words[to] ?? ''
      const joined = lamAlefSorted(letters + piece)
      // The same place reached with as many letters goes on alike.
      const key = to * MOST_LETTERS + joined.length
      if (piece === '' || tried.has(key)) continue
      const isWord = wanted.has(joined)
      const isBegin = lineEnds.has(to) && goesOn(joined)
      if (isWord || isBegin) tried.add(key)
      if (isWord) found.push({word: joined, from, to})
      if (isBegin) follow(from, to, {letters: joined, tried})
    }
  }
  for (const at of lineEnds) {
    const letters = words[at] ?? ''
    if (letters !== '' && goesOn(letters)) follow(at, at, {letters, tried: new Set()})
  }
  return found
}

const MOST_LETTERS = 1e5

/** The words as they were read, for looking up where a text parts from them: in the place of strange pieces the word that they make. */
export function withJoined(words: readonly string[], joined: readonly Joined[], wanted: ReadonlySet<string>): string[] {
  const whole: string[][] = words.map((word) => [word])
  for (const {word, from, to} of joined) {
    const pieces = words.slice(from, to + 1)
    // Where a column goes on further below, what stands between is no piece.
    const isStrange = lamAlefSorted(pieces.join('')) === word && pieces.some((piece) => !wanted.has(piece))
    if (isStrange && whole[from]?.length === 1) for (let at = from; at <= to; at++) whole[at] = []
    whole[from] = [...(whole[from] ?? []), word]
  }
  return whole.flat()
}

/** Tells whether a word begins with these letters and has more. */
function longerThan(wanted: ReadonlySet<string>): (letters: string) => boolean {
  const sorted = [...wanted].toSorted()
  return (letters) => {
    const [before, run] = partedAtEnd(letters)
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? '') <= before) low = middle + 1
      else high = middle
    }
    for (; low < sorted.length; low++) {
      const word = sorted[low] ?? ''
      if (!word.startsWith(before)) return false
      if (word.length > letters.length && mayBeginWith(word.slice(before.length), run)) return true
    }
    return false
  }
}

/** Tells of the last word of a column the first words of those in which its text may go on. */
function columnsBelow({lineEnds, columnBegins, columnEnds, pageEnds}: ReadWords): (at: number) => number[] {
  const pages = byPage([...columnBegins.keys()], pageEnds)
  const hasLines = (begin: number): boolean => {
    let end = begin
    while (!lineEnds.has(end)) end++
    return !columnEnds.has(end)
  }
  const known = new Map<number, number[]>()
  const find = (at: number): number[] => {
    const size = columnEnds.get(at) ?? 0
    const isSame = (to: number): boolean => Math.abs((columnBegins.get(to) ?? Infinity) - size) <= size / MOST_UNLIKE
    const below = new Set([at + 1].filter(isSame))
    const next = pageEnds.findIndex((end) => at < end) + 1
    let left = 2
    for (let page = next; left > 0 && page < next + MOST_PAGES; page++) {
      const own = (pages[page] ?? []).filter(isSame)
      for (const to of own) below.add(to)
      // A line by itself may be the head of a page.
      if (own.some(hasLines)) left--
    }
    return [...below]
  }
  return (at) => {
    const below = known.get(at) ?? find(at)
    known.set(at, below)
    return below
  }
}

/** Pages looked at: a note takes seldom more. */
const MOST_PAGES = 8

/** Pieces of a word are in one type, whose sizes are rounded. */
const MOST_UNLIKE = 40

function byPage(places: readonly number[], pageEnds: readonly number[]): number[][] {
  const pages: number[][] = pageEnds.map(() => [])
  let page = 0
  for (const at of places) {
    while (at >= (pageEnds[page] ?? Infinity)) page++
    pages[page]?.push(at)
  }
  return pages
}
