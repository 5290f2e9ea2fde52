// How long a document takes to read.

/**
 * A proposal of this program for a source that is studied: below the 238 words a minute that adults read silently in English
 * non-fiction (175 to 300 for most; Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109,
 * 2019), because names, notes and a second language slow the reader down.
 */
export const WORDS_A_MINUTE = 200

/** Minutes for so many words, at least one: 1,850 words take 10. */
export function readingTime(words: number, wordsAMinute: number = WORDS_A_MINUTE): number {
  return Math.max(1, Math.ceil(words / wordsAMinute))
}
