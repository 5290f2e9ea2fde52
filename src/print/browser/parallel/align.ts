// Finds which sentences of a text answer which of its translation where they are not as many. No DOM.

/** Two places, one in either text: what stands before them says the same. */
export type Cut = [number, number]

/** A text in units: sentences, lines of verse, items; `starts` are the places where they begin but the first. */
export interface Units {
  starts: readonly number[]
  /** Letters before a place. */
  letters: (at: number) => number
  /** Place behind the last unit. */
  end: number
}

/**
 * Boundaries between groups of units that answer each other, by their lengths alone: what is long in one language is long in the
 * other (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993).
 */
export function alignByLength(left: Units, right: Units): Cut[] {
  const [a, b] = [lengthsOf(left), lengthsOf(right)]
  const steps = cheapestSteps(a, b)
  const cuts: Cut[] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0;) {
    const [m, n] = BEADS[steps[i * (b.length + 1) + j] ?? 0]?.units ?? [1, 1]
    i -= m
    j -= n
    const [x, y] = [left.starts[i - 1], right.starts[j - 1]]
    if (x !== undefined && y !== undefined && m > 0 && n > 0) cuts.unshift([x, y])
  }
  return cuts
}

/** Groups that are looked for, and what each costs beside its lengths: translators keep sentences more often than they part or join them. */
const BEADS: readonly {units: readonly [number, number]; cost: number}[] = [
  {units: [1, 1], cost: 0},
  {units: [1, 2], cost: 2.3},
  {units: [2, 1], cost: 2.3},
  {units: [2, 2], cost: 4.4},
  ...[3, 4, 5, 6].flatMap((n) => [
    {units: [1, n], cost: 2 + n / 2} as const,
    {units: [n, 1], cost: 2 + n / 2} as const
  ]),
  {units: [1, 0], cost: 6},
  {units: [0, 1], cost: 6}
]

/** Variance of the length of a translation for each letter, as Gale and Church found it. */
const VARIANCE = 6.8

/** For each pair of beginnings, the number of the group that ends there in the cheapest way. */
function cheapestSteps(a: readonly number[], b: readonly number[]): Uint8Array {
  const ratio = sum(b) / Math.max(1, sum(a))
  const [before, after] = [sums(a), sums(b)]
  const width = b.length + 1
  const costs = new Float64Array((a.length + 1) * width).fill(Infinity)
  const steps = new Uint8Array(costs.length)
  const costOf = (i: number, j: number, {units: [m, n], cost}: (typeof BEADS)[number]): number => {
    if (m > i || n > j) return Infinity
    const own = (before[i] ?? 0) - (before[i - m] ?? 0)
    const other = (after[j] ?? 0) - (after[j - n] ?? 0)
    return (costs[(i - m) * width + j - n] ?? Infinity) + cost + mismatch(own * ratio, other)
  }
  costs[0] = 0
  for (let at = 1; at < costs.length; at++) {
    const ways = BEADS.map((bead) => costOf(Math.floor(at / width), at % width, bead))
    const least = Math.min(...ways)
    costs[at] = least
    steps[at] = ways.indexOf(least)
  }
  return steps
}

const mismatch = (expected: number, found: number): number =>
  (expected - found) ** 2 / (VARIANCE * Math.max(1, expected + found))

function lengthsOf({starts, letters, end}: Units): number[] {
  const places = [...starts, end]
  return places.map((at, index) => letters(at) - (index === 0 ? 0 : letters(places[index - 1] ?? 0)))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function sums(numbers: readonly number[]): number[] {
  let total = 0
  return [0, ...numbers.map((one) => (total += one))]
}
