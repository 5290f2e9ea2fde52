// Lam and alef are drawn as one sign: a reader of signs does not know in which order they stand.

/** A text in which all lam and alef that stand beside each other are in one order. */
export const lamAlefSorted = (text: string): string =>
  text.replace(RUNS, (letters) => Array.from(letters).toSorted().join(''))

/** Letters without those at their end whose order what follows may change. */
export const withoutLamAlefAtEnd = (letters: string): string => letters.replace(LAST_RUN, '')

const RUNS = /[\u0627\u0644]{2,}/gu
const LAST_RUN = /[\u0627\u0644]+$/u
