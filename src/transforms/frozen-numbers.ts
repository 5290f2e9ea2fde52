// Gives paragraphs the numbers that were frozen for them; what came in between gets a letter: 45a.
import type {FrozenParagraph} from '../document/numbering.ts'

/** A paragraph as it is now. */
export type Known = Omit<FrozenParagraph, 'n' | 'gone'>

/** The numbers of the paragraphs, in order, and the frozen ones that are not there any more. */
export interface Numbered {
  numbers: string[]
  vanished: FrozenParagraph[]
}

/**
 * Finds each frozen paragraph again, in order: by its words, or where it was corrected by its first and last ones. Both lists keep
 * their order, so a paragraph that was moved gets a new number, as one that came in between.
 */
export function frozenNumbers(frozen: readonly FrozenParagraph[], now: readonly Known[]): Numbered {
  const partners = align(frozen, now)
  const taken = new Set(frozen.map(({n}) => n))
  const numbers: string[] = []
  for (const index of now.keys()) {
    const partner = partners.get(index)
    const number = partner === undefined ? between(numbers.at(-1) ?? '0', taken) : (frozen[partner]?.n ?? '')
    taken.add(number)
    numbers.push(number)
  }
  const found = new Set(partners.values())
  return {numbers, vanished: frozen.filter(({gone}, index) => !gone && !found.has(index))}
}

/** The next free number after another: `45a` after `45`, `45b` after `45a`. */
function between(before: string, taken: ReadonlySet<string>): string {
  const digits = /^\d+/.exec(before)?.[0] ?? '0'
  for (let letter = letterAfter(before.slice(digits.length)); ; letter = letterAfter(letter))
    if (!taken.has(digits + letter)) return digits + letter
}

/** `a` at first, `b` after `a`, `aa` after `z`. */
function letterAfter(letters: string): string {
  if (letters === '') return 'a'
  const last = letters.charCodeAt(letters.length - 1)
  if (letters.endsWith('z')) return `${letterAfter(letters.slice(0, -1))}a`
  return letters.slice(0, -1) + String.fromCharCode(last + 1)
}

const SAME = 4
/** Less in common than this share of first and last words: another paragraph. */
const ALIKE = 0.4

/** Index of a paragraph now → index of its frozen self, so that as much as can be is found again. */
function align(frozen: readonly FrozenParagraph[], now: readonly Known[]): Map<number, number> {
  const partners = new Map<number, number>()
  let start = 0
  while (start < now.length && start < frozen.length && now[start]?.sha === frozen[start]?.sha)
    partners.set(start, start++)
  let [a, b] = [now.length, frozen.length]
  while (a > start && b > start && now[a - 1]?.sha === frozen[b - 1]?.sha) partners.set(--a, --b)
  for (const [i, j] of best(frozen.slice(start, b), now.slice(start, a))) partners.set(start + i, start + j)
  return partners
}

/** Needleman–Wunsch over what has changed: pairs of indexes, now and frozen. */
function best(frozen: readonly FrozenParagraph[], now: readonly Known[]): [number, number][] {
  const width = frozen.length + 1
  const scores = new Float64Array((now.length + 1) * width)
  const at = (i: number, j: number): number => scores[i * width + j] ?? 0
  const worth = (i: number, j: number): number => likeness(now[i], frozen[j])
  for (let i = now.length - 1; i >= 0; i--)
    for (let j = frozen.length - 1; j >= 0; j--)
      scores[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + worth(i, j))
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < now.length && j < frozen.length) {
    const here = at(i, j)
    if (worth(i, j) > 0 && here === at(i + 1, j + 1) + worth(i, j)) pairs.push([i++, j++])
    else if (here === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

function likeness(one: Known | undefined, other: Known | undefined): number {
  if (!one || !other) return 0
  if (one.sha === other.sha) return SAME
  const share = (shared(one.begins, other.begins) + shared(one.ends, other.ends)) / 2
  return share < ALIKE ? 0 : share
}

/** The share of words that two beginnings or ends have in common. */
function shared(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().split(' ')))
  if (!one || !other) return 0
  return [...one].filter((word) => other.has(word)).length / Math.max(one.size, other.size)
}
