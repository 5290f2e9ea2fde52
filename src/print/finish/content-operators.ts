// Reads the content of a page as operators with their operands, and writes it anew where one of them changes.

/** An operator with what stands before it. */
export interface Operation {
  operator: string
  operands: readonly string[]
}

/**
 * The content with some operations written otherwise; all between them stays as it is. `change` says what stands for an operation, or
 * nothing where it stays.
 */
export function rewritten(content: string, change: (operation: Operation) => string | undefined): string {
  const pieces: string[] = []
  let kept = 0
  let operands: string[] = []
  let from = -1
  for (let at = 0; at < content.length;) {
    const [start, end] = tokenAt(content, at)
    if (start >= content.length) break
    const token = content.slice(start, end)
    at = end
    if (from < 0) from = start
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    const other = change({operator: token, operands})
    if (other !== undefined) {
      pieces.push(content.slice(kept, from), other)
      kept = end
    }
    operands = []
    from = -1
  }
  return pieces.join('') + content.slice(kept)
}

/** Names, numbers, strings, lists and dictionaries are operands. */
const isOperator = (token: string): boolean => /^[A-Za-z'"]/.test(token) && !/^(?:true|false|null)$/.test(token)

const SPACE = /(?:[\s\0]|%[^\r\n]*)*/y
const SIMPLE = /<<|>>|<[0-9A-Fa-f\s]*>|[[\]{}]|\/[^\s\0/<>[\]()%{}]*|[^\s\0/<>[\]()%{}]+/y

/** Where the next token begins and ends; at the end of the content it is empty. */
function tokenAt(content: string, at: number): [number, number] {
  SPACE.lastIndex = at
  SPACE.exec(content)
  const start = SPACE.lastIndex
  if (content[start] === '(') return [start, endOfString(content, start)]
  SIMPLE.lastIndex = start
  // What is no token at all is one of a single character: an operand that nobody knows.
  return [start, SIMPLE.exec(content) ? SIMPLE.lastIndex : start + 1]
}

function endOfString(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at++) {
    const sign = content[at]
    if (sign === '\\') at++
    else if (sign === '(') depth++
    else if (sign === ')' && --depth === 0) return at + 1
  }
  return content.length
}
