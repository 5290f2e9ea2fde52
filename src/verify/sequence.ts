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

/** Edits after which a gap is no longer compared word by word: the cost grows with the square of this. */
const MOST_EDITS = 400

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
function anchors(whole: Gap, found: readonly string[], wanted: readonly string[]): [number, number][] {
  const here = phrases(found, whole.at, whole.to)
  const there = phrases(wanted, whole.wantedAt, whole.wantedTo)
  const pairs: [number, number][] = []
  for (const [phrase, place] of here) {
    const other = there.get(phrase)
    if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other])
  }
  return rising(pairs)
}

/** Each phrase with its place, or -1 where it stands more than once. */
function phrases(list: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let index = from; index + PHRASE <= to; index++) {
    const phrase = list.slice(index, index + PHRASE).join(' ')
    places.set(phrase, places.has(phrase) ? -1 : index)
  }
  return places
}

/** The longest choice of pairs, sorted by their first number, whose second numbers rise too. */
function rising(pairs: [number, number][]): [number, number][] {
  pairs.sort((a, b) => a[0] - b[0])
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(([, value], index) => {
    const length = firstNotBelow(tails, value, pairs)
    before[index] = length > 0 ? (tails[length - 1] ?? -1) : -1
    tails[length] = index
  })
  const chosen: [number, number][] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair) chosen.push(pair)
  }
  return chosen.reverse()
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

/** Word by word inside a gap; one difference where the two sides have too little in common. */
function inGap(gap: Gap, found: readonly string[], wanted: readonly string[]): Difference[] {
  const here = found.slice(gap.at, gap.to)
  const there = wanted.slice(gap.wantedAt, gap.wantedTo)
  const one = {at: gap.at, found: here, wantedAt: gap.wantedAt, wanted: there}
  if (here.length === 0 || there.length === 0) return [one]
  const changes = diffArrays(there, here, {maxEditLength: MOST_EDITS})
  if (!changes) return [one]
  const list: Difference[] = []
  let {at, wantedAt} = gap
  let open: Difference | undefined
  for (const {added, removed, value} of changes) {
    if (added || removed) {
      if (!open) list.push((open = {at, found: [], wantedAt, wanted: []}))
      if (added) open.found.push(...value)
      else open.wanted.push(...value)
    } else open = undefined
    if (!removed) at += value.length
    if (!added) wantedAt += value.length
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
