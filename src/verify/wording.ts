// Puts a difference between two texts into a sentence for the editor.
import type {Difference} from './sequence.ts'

/** Messages of one text after which only their number is told. */
export const MOST_MESSAGES = 5

/** Words of a run that are shown before it is cut. */
const SHOWN = 8

/** Words before and after the place that are shown, so that the editor can look it up. */
const AROUND = 3

/**
 * Says what is unexpected and what was expected; `place` is put between:
 * "Unexpected word `postion` after `your` (document d1, ¶3, page 12), expected `position`".
 */
export function sentence(difference: Difference, wanted: readonly string[], place = ''): string {
  const {found, wantedAt} = difference
  const after = before(wanted, wantedAt)
  if (found.length === 0) {
    const rest = wanted.slice(wantedAt + difference.wanted.length, wantedAt + difference.wanted.length + AROUND)
    const until = rest.length > 0 ? `before ${quote(rest)}` : 'at the end'
    return `Unexpected gap ${after} ${until}${place}, expected ${counted(difference.wanted)}`
  }
  const expected = difference.wanted.length > 0 ? quote(difference.wanted) : next(wanted, wantedAt)
  return `Unexpected ${counted(found)} ${after}${place}, expected ${expected}`
}

function before(wanted: readonly string[], at: number): string {
  return at > 0 ? `after ${quote(wanted.slice(Math.max(0, at - AROUND), at))}` : 'at the beginning'
}

function next(wanted: readonly string[], at: number): string {
  return at < wanted.length ? quote(wanted.slice(at, at + AROUND)) : 'the end of the text'
}

/** `word \`a\`` or `words \`a b\``, cut when long. */
export const counted = (words: readonly string[]): string => `${words.length === 1 ? 'word' : 'words'} ${quote(words)}`

/** Words in backticks, cut when there are many: "`a b c …` (40 words)". */
export function quote(words: readonly string[]): string {
  if (words.length <= SHOWN) return ticked(words.join(' '))
  return `${ticked(`${words.slice(0, SHOWN).join(' ')} …`)} (${words.length} words)`
}

/** A backtick inside would close the quotation. */
const ticked = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)
