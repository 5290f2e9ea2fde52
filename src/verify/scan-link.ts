// Finds the address in parentheses that makes a bracket a link.

/** Place behind `(address "title")` that begins at `at`; undefined where there is none. */
export function endOfResource(text: string, at: number): number | undefined {
  if (text[at] !== '(') return undefined
  const from = behind(text, /\s*/y, at + 1) ?? at + 1
  if (text[from] === ')') return from + 1
  const address = text[from] === '<' ? behind(text, /<(?:[^<>\n\\]|\\.)*>/y, from) : endOfBareAddress(text, from)
  if (address === undefined) return undefined
  const space = behind(text, /\s+/y, address) ?? address
  const title = space > address ? (behind(text, TITLE, space) ?? space) : space
  return behind(text, /\s*\)/y, title)
}

const TITLE = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\((?:[^()\\]|\\[\s\S])*\)/y

function behind(text: string, pattern: RegExp, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** An address without spaces, in which parentheses are paired. */
function endOfBareAddress(text: string, from: number): number | undefined {
  let depth = 0
  let at = from
  for (; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign <= ' ' || sign === '\u007F') break
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) at++
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return at
  }
  return depth <= 0 && at > from ? at : undefined
}
