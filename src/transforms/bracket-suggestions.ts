// Guesses what a bracket may be, for the editor to approve: it never changes the text.

/** A guess with its reason. */
export interface Suggestion {
  /** Type for the bracket table. */
  type: string
  reason: string
}

const say = (type: string, reason: string): Suggestion => ({type, reason})

/** Suggests a type from the bracket's text and the text before it; the surest signs first. */
export function suggest(text: string, before: string): Suggestion | undefined {
  const word = text.trim()
  if (/^(…|\.{2,4})$/.test(word)) return say('gap', 'dots alone mark an omission; who omitted is not known')
  if (/^(omitted|here follows?)\b/i.test(word)) return say('gap', 'its words describe an omission')
  if (/not declassified|redacted|withheld/i.test(word)) return say('gap', 'its words describe a redaction')
  if (/^sic\b[!.]?$/i.test(word)) return say('sic-mark', 'the word sic marks a slip that was kept')
  if (/^(illegible|unclear|inaudible|unintelligible|garble)/i.test(word))
    return say('gap', 'its words say that something could not be read')
  if (/^(handwritten|signature|stamp|stamped|in the margin)\b/i.test(word))
    return say('ann', 'its words describe writing or a stamp on the document')
  if (/^(translator|trans\.|editor|ed\.)[’'s. ]*\s*note|-ed\.$/i.test(word))
    return say('note', 'it opens like a note of translator or editor')
  return suggestFromContext(word, before)
}

function suggestFromContext(word: string, before: string): Suggestion | undefined {
  const last = /(\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}?[\p{L}’'-]+)*)\s*$/u.exec(before)?.[1]
  const capital = /^\p{Lu}/u.test(word)
  if (last && capital && word.toLowerCase().startsWith(`${last.toLowerCase()} `))
    return say('name-completion', `it completes the name \`${last}\` before it`)
  if (last && capital && alike(word, last))
    return say('name-variant', `it is another form of the name \`${last}\` before it`)
  if (/\P{ASCII}/u.test(word) && /^\p{L}+$/u.test(word))
    return say('orig', 'a word with letters that English does not use')
  if (/^(we|you|he|she|it|they|i|to|of|the|a|an|and|in|on|is|are|was|were|not)$/i.test(word))
    return say('supplied', 'a small word that the sentence needs')
  return undefined
}

/** Whether two names have the same initials and most letters in common. */
function alike(a: string, b: string): boolean {
  const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}]/gu, '')
  const [x, y] = [letters(a), letters(b)]
  if (x[0] !== y[0]) return false
  const pairs = (name: string) => new Set(Array.from(name.slice(1), (letter, index) => (name[index] ?? '') + letter))
  const [p, q] = [pairs(x), pairs(y)]
  const common = [...p].filter((one) => q.has(one)).length
  return (2 * common) / (p.size + q.size) >= 0.4
}
