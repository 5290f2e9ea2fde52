// Compares two sequences of words and says where they part, in time that grows with their length and not with its square.
import {diffArrays} from 'diff'

/** Words that stand on one side only: `found` at `at`, in the place of `wanted` at `wantedAt`. One of them may be empty. */
export interface Difference {
  at: number
  found: string[]
  wantedAt: number
  wanted: string[]
}

/** Half-open ranges of both sequences that are to be compared. */
interface Gap {
  at: number
  to: number
  wantedAt: number
  wantedTo: number
}

/** How many words are looked at together to find a place again: as a phrase, four words seldom stand twice. */
const PHRASE = 4

/** Edits after which a gap is compared by the places of its words instead: the cost of a diff grows with the square of this. */
const MOST_EDITS = 400

/** Pairs of equal words after which a gap is not compared at all: both sides are long and have hardly a phrase in common. */
const MOST_PAIRS = 2_000_000

/** Every difference between the words found and the words wanted, in order. None means that the sequences are the same. */
export function differences(found: readonly string[], wanted: readonly string[]): Difference[] {
  return joined(mismatches(found, wanted), found, wanted)
}

/** The same, where no word that both sides have is part of a difference: for counting, not for reading. */
export function mismatches(found: readonly string[], wanted: readonly string[]): Difference[] {
  const whole = trim({at: 0, to: found.length, wantedAt: 0, wantedTo: wanted.length}, found, wanted)
  if (isEmpty(whole)) return []
  return gaps(whole, found, wanted).flatMap((gap) => inGap(gap, found, wanted))
}

const isEmpty = (gap: Gap): boolean => gap.at === gap.to && gap.wantedAt === gap.wantedTo

/** Takes off what both sides have in common at the start and at the end. */
function trim(gap: Gap, found: readonly string[], wanted: readonly string[]): Gap {
  let {at, to, wantedAt, wantedTo} = gap
  while (at < to && wantedAt < wantedTo && found[at] === wanted[wantedAt]) {
    at++
    wantedAt++
  }
  while (at < to && wantedAt < wantedTo && found[to - 1] === wanted[wantedTo - 1]) {
    to--
    wantedTo--
  }
  return {at, to, wantedAt, wantedTo}
}

/** What lies between phrases that stand once on each side and in the same order. */
function gaps(whole: Gap, found: readonly string[], wanted: readonly string[]): Gap[] {
  const list: Gap[] = []
  let {at, wantedAt} = whole
  const close = (to: number, wantedTo: number): void => {
    const gap = trim({at, to, wantedAt, wantedTo}, found, wanted)
    if (!isEmpty(gap)) list.push(gap)
  }
  for (const [here, there] of anchors(whole, found, wanted)) {
    if (here < at || there < wantedAt) continue
    close(here, there)
    at = here + PHRASE
    wantedAt = there + PHRASE
  }
  close(whole.to, whole.wantedTo)
  return list
}

/** Pairs of places with the same phrase, rising on both sides. */
function anchors(whole: Gap, found: readonly string[], wanted: readonly string[]): Pairs {
  const there = phrases(wanted, {from: whole.wantedAt, to: whole.wantedTo})
  // The words found are those of the whole book, of which the words wanted may be a few.
  const here = phrases(found, {from: whole.at, to: whole.to, among: there})
  const pairs: Pairs = []
  for (const [phrase, place] of here) {
    const other = there.get(phrase) ?? -1
    if (place >= 0 && other >= 0) pairs.push([place, other])
  }
  return rising(pairs)
}

/** Each phrase with its place, or -1 where it stands more than once; only those that are `among` others, if these are given. */
function phrases(
  list: readonly string[],
  {from, to, among}: {from: number; to: number; among?: ReadonlyMap<string, number>}
): Map<string, number> {
  const places = new Map<string, number>()
  for (let index = from; index + PHRASE <= to; index++) {
    // Quicker than joining a slice; PHRASE words.
    const phrase = `${list[index]} ${list[index + 1]} ${list[index + 2]} ${list[index + 3]}`
    if (among && !among.has(phrase)) continue
    places.set(phrase, places.has(phrase) ? -1 : index)
  }
  return places
}

/** The longest choice of pairs, sorted by their first number, whose second numbers rise too. */
function rising(pairs: Pairs): Pairs {
  pairs.sort((a, b) => a[0] - b[0])
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(([, value], index) => {
    const length = firstNotBelow(tails, value, pairs)
    before[index] = length > 0 ? (tails[length - 1] ?? -1) : -1
    tails[length] = index
  })
  const chosen: Pairs = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) chosen.push(pair)
  }
  return chosen.toReversed()
}

function firstNotBelow(tails: readonly number[], value: number, pairs: readonly [number, number][]): number {
  let low = 0
  let high = tails.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Words on both sides together after which a gap is searched for phrases of its own first. */
const LONG = 64

/** Word by word inside a gap, if it is long between phrases that stand once in it; one difference where that would take too long. */
function inGap(gap: Gap, found: readonly string[], wanted: readonly string[]): Difference[] {
  const size = gap.to - gap.at + gap.wantedTo - gap.wantedAt
  const smaller = size > LONG ? gaps(gap, found, wanted) : []
  if (smaller.length > 1 || (smaller[0] && smaller[0].at !== gap.at))
    return smaller.flatMap((one) => inGap(one, found, wanted))
  const here = found.slice(gap.at, gap.to)
  const there = wanted.slice(gap.wantedAt, gap.wantedTo)
  if (here.length === 0 || there.length === 0) return between([], gap, found, wanted)
  const pairs = byDiff(here, there, gap)
  if (pairs) return between(pairs, gap, found, wanted)
  return nearBy(gap, found, wanted) ?? between(byPlaces(here, there, gap) ?? [], gap, found, wanted)
}

/** How far from each other, words of both sides together, two sides may go on with the same phrase. */
const NEAR = 200

/**
 * Goes along both sides and, where they part, on at the nearest phrase that they have in common: for long texts that repeat
 * themselves and are almost the same. Only equal words are paired, so that no loss can be hidden. Undefined where they part for good.
 */
function nearBy(gap: Gap, found: readonly string[], wanted: readonly string[]): Difference[] | undefined {
  const pairs: Pairs = []
  let {at, wantedAt} = gap
  while (at < gap.to && wantedAt < gap.wantedTo) {
    if (found[at] === wanted[wantedAt]) {
      pairs.push([at++, wantedAt++])
      continue
    }
    const next = meeting({...gap, at, wantedAt}, found, wanted)
    if (!next) return pairs.length < sizeOf(gap) / 4 ? undefined : between(pairs, gap, found, wanted)
    const [to, wantedTo] = next
    // Few words lie between: what they have in common is exactly known.
    pairs.push(...(byDiff(found.slice(at, to), wanted.slice(wantedAt, wantedTo), {at, to, wantedAt, wantedTo}) ?? []))
    at = to
    wantedAt = wantedTo
  }
  return between(pairs, gap, found, wanted)
}

const sizeOf = ({at, to, wantedAt, wantedTo}: Gap): number => to - at + wantedTo - wantedAt

/** The nearest places from which both sides have the same phrase. */
function meeting(
  {at, to, wantedAt, wantedTo}: Gap,
  found: readonly string[],
  wanted: readonly string[]
): [number, number] | undefined {
  for (let far = 1; far <= NEAR; far++) {
    for (let on = 0; on <= far; on++) {
      const [here, there] = [at + on, wantedAt + far - on]
      if (here + PHRASE > to || there + PHRASE > wantedTo) continue
      if (isSamePhrase(found, here, wanted, there)) return [here, there]
    }
  }
  return undefined
}

function isSamePhrase(found: readonly string[], here: number, wanted: readonly string[], there: number): boolean {
  for (let word = 0; word < PHRASE; word++) if (found[here + word] !== wanted[there + word]) return false
  return true
}

/** Pairs of places of the same word, rising on both sides. */
type Pairs = [number, number][]

function byDiff(here: readonly string[], there: readonly string[], gap: Gap): Pairs | undefined {
  const changes = diffArrays([...there], [...here], {maxEditLength: MOST_EDITS})
  if (!changes) return undefined
  let {at, wantedAt} = gap
  const pairs: Pairs = []
  for (const {added, removed, count} of changes) {
    if (!added && !removed) for (let index = 0; index < count; index++) pairs.push([at + index, wantedAt + index])
    if (!removed) at += count
    if (!added) wantedAt += count
  }
  return pairs
}

/** A longest common sequence by the places of each word: quick where one side is short, however long the other is. */
function byPlaces(here: readonly string[], there: readonly string[], gap: Gap): Pairs | undefined {
  const places = new Map<string, number[]>()
  // Backwards: of the pairs of one word at most one can then be chosen, because their other places fall.
  for (let index = there.length - 1; index >= 0; index--) {
    const word = there[index] ?? ''
    const list = places.get(word)
    if (list) list.push(gap.wantedAt + index)
    else places.set(word, [gap.wantedAt + index])
  }
  const pairs: Pairs = []
  for (const [index, word] of here.entries()) {
    for (const place of places.get(word) ?? []) pairs.push([gap.at + index, place])
    if (pairs.length > MOST_PAIRS) return undefined
  }
  return rising(pairs)
}

/** What a gap holds beside the paired words. */
function between(pairs: Pairs, gap: Gap, found: readonly string[], wanted: readonly string[]): Difference[] {
  const list: Difference[] = []
  let {at, wantedAt} = gap
  for (const [here, there] of [...pairs, [gap.to, gap.wantedTo] as const]) {
    if (here > at || there > wantedAt)
      list.push({at, found: found.slice(at, here), wantedAt, wanted: wanted.slice(wantedAt, there)})
    at = here + 1
    wantedAt = there + 1
  }
  return list
}

/** Two differences with a single word between them read better as one: two words that changed places are one slip. */
function joined(list: Difference[], found: readonly string[], wanted: readonly string[]): Difference[] {
  const result: Difference[] = []
  for (const next of list) {
    const last = result.at(-1)
    if (last && next.at - (last.at + last.found.length) <= 1 && isShort(last) && isShort(next)) {
      last.found = found.slice(last.at, next.at + next.found.length)
      last.wanted = wanted.slice(last.wantedAt, next.wantedAt + next.wanted.length)
    } else result.push(next)
  }
  return result
}

const isShort = ({found, wanted}: Difference): boolean => found.length < PHRASE && wanted.length < PHRASE
