// Lam and alef are drawn as one sign: a reader of signs does not know in which order they stand.

/** A text in which all lam and alef that stand beside each other are in one order. */
export const lamAlefSorted = (text: string): string =>
  text.replace(RUNS, (letters) => Array.from(letters).toSorted().join(''))

/** Letters parted before the lam and alef at their end, whose order what follows may change. */
export function partedAtEnd(letters: string): [string, string] {
  const run = LAST_RUN.exec(letters)?.[0] ?? ''
  return [letters.slice(0, letters.length - run.length), run]
}

/** Whether letters, in order, may begin with these lam and alef, of which more may follow. */
export function mayBeginWith(letters: string, run: string): boolean {
  const own = FIRST_RUN.exec(letters)?.[0] ?? ''
  return [ALEF, LAM].every((letter) => own.split(letter).length >= run.split(letter).length)
}

const ALEF = '\u0627'
const LAM = '\u0644'
const RUNS = /[\u0627\u0644]{2,}/gu
const FIRST_RUN = /^[\u0627\u0644]+/u
const LAST_RUN = /[\u0627\u0644]+$/u
