// The substitutions of characters that edition.yaml may list under `typography:`; received text is changed by none that is not listed.

/** Names of the substitutions. */
export const SUBSTITUTIONS = [
  'quotes',
  'apostrophes',
  'dashes',
  'ellipses',
  'ranges',
  'primes',
  'times',
  'minus'
] as const
export type Substitution = (typeof SUBSTITUTIONS)[number]

/** What each does, as the key to the signs says it. */
export const SUBSTITUTION_WORDS: Readonly<Record<Substitution, string>> = {
  quotes: 'straight quotation marks as curly ones',
  apostrophes: 'straight apostrophes as curved ones',
  dashes: 'two or three hyphens as a dash',
  ellipses: 'three full stops as one sign',
  ranges: 'the hyphen of a range of numbers as a dash',
  primes: 'straight marks of feet and inches, or of minutes and seconds, as primes',
  times: 'the letter x between the numbers of a measure as ×',
  minus: 'the hyphen before degrees or a percentage as a minus'
}
