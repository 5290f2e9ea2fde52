// Words of registers and lists as sentences.

/** Capital and full stop. */
export const sentence = (text: string): string => closed(text.charAt(0).toUpperCase() + text.slice(1))

/** A full stop, where no other sign ends the words. */
export const closed = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

/** What is there, with commas and a full stop. */
export const listed = (words: readonly (string | undefined)[]): string =>
  closed(words.filter((word) => word !== undefined && word !== '').join(', '))
