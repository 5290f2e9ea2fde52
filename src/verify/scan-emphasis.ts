// Pairs the marks of emphasis; what is left over is text.
import type {Item, Marks} from './scan-pieces.ts'

/** Drops the marks that make emphasis, keeps the others as text. */
export function pairMarks(tokens: readonly (Item | Marks)[]): Item[] {
  tokens.forEach((token, index) => {
    if (token.kind === 'marks' && token.closes) closeWith(tokens, index, token)
  })
  return tokens.flatMap((token): Item[] => {
    if (token.kind !== 'marks') return [token]
    return token.count > 0 ? [{kind: 'text', text: token.sign.repeat(token.count), offset: token.offset}] : []
  })
}

/** Pairs a closing run with the runs before it, nearest first, until it is used up or none fits. */
function closeWith(tokens: readonly (Item | Marks)[], index: number, close: Marks): void {
  for (let at = index - 1; at >= 0 && close.count > 0; at--) {
    const open = tokens[at]
    if (open?.kind !== 'marks' || !fits(open, close)) continue
    while (close.count > 0 && open.count > 0 && fits(open, close)) {
      const used = open.count > 1 && close.count > 1 ? 2 : 1
      open.count -= used
      close.count -= used
    }
    // Emphasis does not cross: what lies between can open and close nothing any more.
    for (const token of tokens.slice(at + 1, index)) if (token.kind === 'marks') token.opens = token.closes = false
  }
}

/** Runs that could be both are not paired when their lengths make a multiple of three. */
function fits(open: Marks, close: Marks): boolean {
  if (open.sign !== close.sign || !open.opens || open.count === 0) return false
  return !((open.closes || close.opens) && close.count % 3 !== 0 && (open.count + close.count) % 3 === 0)
}
