// Says in plain English why YAML cannot be read, and where the slip is.
import {isAlias, isCollection, visit, type Document, type ErrorCode} from 'yaml'

/** A fault of the YAML itself. */
export interface Fault {
  reason: string
  /** Offset in the YAML text. */
  position: number
}

/** Faults in the order of the text, one a line: what follows on the same line is mostly the same slip seen again. */
export function faultsOf(document: Document, text: string): Fault[] {
  const found = [...document.errors, ...document.warnings].map(({code, pos, message}) => ({
    reason: explain(code, message, text.slice(pos[0])),
    position: code === 'MISSING_CHAR' && /quote/.test(message) ? openQuote(document, pos[0]) : pos[0]
  }))
  const faults = [...found, ...shorthands(document, text)].toSorted((a, b) => a.position - b.position)
  const lines = faults.map(({position}) => text.slice(0, position).split('\n').length)
  return faults.filter((_, index) => lines[index] !== lines[index - 1])
}

/** Control characters that are written with a backslash, `"\x07"`: the file has none, but the value would. */
export function controlSigns(document: Document): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Scalar: (_, {value, range}) => {
      const sign = typeof value === 'string' && SIGN.exec(value)
      if (!sign) return
      const code = sign[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
      const what = /\p{Cs}/u.test(sign[0]) ? 'half of a character' : 'control character'
      const reason = `Unexpected ${what} U+${code} in a value, expected text only`
      faults.push({reason, position: range?.[0] ?? 0})
    }
  })
  return faults
}

/** No text has these; of the characters beyond U+FFFF an escape may write one half. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SIGN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/u

const QUOTES = 'a value with a colon, a bracket or a sign of its own must stand in quotes'
const BRACKETS = 'each one that opens must be closed'

const EXPLANATIONS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'Unexpected tab before the text, expected spaces',
  BAD_INDENT: 'Unexpected indent, expected the line to begin right under the lines that it belongs to',
  BLOCK_AS_IMPLICIT_KEY: `Unexpected second colon or a deeper indent after the value; ${QUOTES}`,
  BLOCK_IN_FLOW: `Unexpected colon in a list; ${QUOTES}`,
  MULTILINE_IMPLICIT_KEY: 'Unexpected line without a colon, expected `key: value`',
  MULTIPLE_DOCS: 'Unexpected `---` or `...` with more text after it, expected it at the end only',
  BAD_DQ_ESCAPE: 'Unexpected backslash in double quotes, expected two backslashes or single quotes around the value',
  BAD_ALIAS: `Unexpected sign at the beginning of a value; ${QUOTES}`
}

function explain(code: ErrorCode, message: string, text: string): string {
  const word = /^[^\s:,[\]{}]+|^./u.exec(text)?.[0] ?? ''
  if (code === 'DUPLICATE_KEY') return `Unexpected second \`${word}\`, expected each key once`
  if (code === 'TAG_RESOLVE_FAILED') return `Unexpected \`${word}\` at the beginning of a value; ${QUOTES}`
  if (code === 'BAD_SCALAR_START') return `Unexpected \`${word.charAt(0)}\` at the beginning of a value; ${QUOTES}`
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) return flow(message)
  if (code === 'MISSING_CHAR') return missing(message, word)
  if (code === 'UNEXPECTED_TOKEN') {
    if (message.includes('block-seq-ind'))
      return 'Unexpected `-` after a key, expected each item of a list on a line of its own'
    return `Unexpected \`${word}\` after the value; ${QUOTES}`
  }
  return EXPLANATIONS[code] ?? `Unreadable YAML: ${(message.split(/ at line \d+/)[0] ?? message).replace(/\s+/g, ' ')}`
}

function flow(message: string): string {
  const bracket = message.includes('}') ? '}' : ']'
  return `Unexpected end of a list in brackets, expected \`${bracket}\`; ${BRACKETS}`
}

function missing(message: string, word: string): string {
  if (/quote/.test(message))
    return 'Unexpected quote that is never closed, expected a second one at the end of the value'
  if (/followed by map values/.test(message)) return `Unexpected \`${word}\` without a colon, expected \`key: value\``
  return `Unexpected end of a list in brackets; ${BRACKETS}`
}

/** The quote that was opened and not closed: its end is where the reading stopped, often far below. */
function openQuote(document: Document, end: number): number {
  let start = end
  visit(document, {
    Scalar: (_, {type, range}) => {
      if (type?.startsWith('QUOTE') && range && range[0] < end) start = range[0]
    }
  })
  return start
}

/** Anchors, aliases, tags and lists as keys: YAML has them, in an edition they are a slip, and would lose words. */
function shorthands(document: Document, text: string): Fault[] {
  const faults: Fault[] = []
  const fault = (sign: string, position = 0): void => {
    const reason = `Unexpected \`${sign}\` at the beginning of a value; ${QUOTES}`
    faults.push({reason, position: Math.max(0, text.lastIndexOf(sign, position))})
  }
  visit(document, {
    Pair: (_, {key}) => {
      if (isCollection(key))
        faults.push({reason: 'Unexpected list in place of a key, expected a word', position: key.range?.[0] ?? 0})
    },
    Node: (_, node) => {
      if (isAlias(node)) fault(`*${node.source}`, node.range?.[0])
      else if (node.anchor) fault(`&${node.anchor}`, node.range?.[0])
      else if (node.tag) fault('!', node.range?.[0])
    }
  })
  return faults
}
