// Follows the text of a block, as the pages have it, along the letters that the PDF shows.

/** What must be done about a piece of text, beside nothing. */
export interface Finding {
  /** A space stands before it in the text and none is shown: the end of a line has swallowed it. */
  space: boolean
  /** It is a hyphen that only the end of the line has put there. */
  hyphen: boolean
  /** Letters that the piece before draws too, as one sign, and does not say. */
  unsaid: string
}

/** The text of a block and how far it has been shown. */
export interface Follower {
  /** Takes the next piece that is shown. */
  follow: (piece: string) => Finding
  /** How the text goes on, letters apart from their marks. */
  ahead: () => string
  /** What is wrong: where the shown text first departs from the text, or what of it is never shown. */
  fault: () => string | undefined
}

/** Begins with a block. */
export function follower(text: string): Follower {
  const wanted = plain(text).trim()
  let at = 0
  let departed: string | undefined
  let shown = ''
  const follow = (piece: string): Finding => {
    const finding = {space: false, hyphen: false, unsaid: ''}
    if (departed !== undefined) return finding
    for (const letter of plainPiece(piece)) {
      if (letter === ' ') {
        if (wanted[at] === ' ') at++
        continue
      }
      if (wanted[at] === ' ') {
        at++
        finding.space = true
      }
      const unsaid = unsaidAt(wanted, at, {shown, letter})
      finding.unsaid ||= unsaid
      at += unsaid.length
      shown = letter
      if (wanted.startsWith(letter, at)) at += letter.length
      else if (HYPHEN.test(letter)) finding.hyphen = true
      else departed = `“${piece}” is shown where the text goes on “${wanted.slice(at, at + SHOWN)}”`
    }
    return finding
  }
  const fault = (): string | undefined =>
    departed ?? (at < wanted.length ? `“${wanted.slice(at, at + SHOWN)}” is not shown` : undefined)
  return {follow, ahead: () => wanted.slice(at), fault}
}

/** Letters of the text that the sign before, shown as an f, draws too and does not say, if the text goes on with the letter behind them. */
export function unsaidAt(wanted: string, at: number, {shown, letter}: {shown: string; letter: string}): string {
  const unsaid = shown.endsWith('f') ? LIGATURE.exec(wanted.slice(at, at + 2))?.[0] : undefined
  if (unsaid === undefined || wanted.startsWith(letter, at)) return ''
  return wanted.startsWith(letter, at + unsaid.length) ? unsaid : ''
}

const SHOWN = 30
/** What a sign of several letters may have after its first f. */
const LIGATURE = /^(?:f[bfhijklt]|[bfhijklt])/
const HYPHEN = /^[-\u2010\u2011]$/

/** Text for comparison: letters apart from their marks, one space for any white space, nothing that is never seen. */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFD')

/** The browser shows letter by letter: few pieces, again and again. */
const plainPiece = (piece: string): string => {
  if (piece.length > 1) return plain(piece)
  let found = PLAIN.get(piece)
  if (found === undefined) PLAIN.set(piece, (found = plain(piece)))
  return found
}

const PLAIN = new Map<string, string>()
