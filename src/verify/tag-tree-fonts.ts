// Which characters the codes of a font stand for, as its ToUnicode map says: for the reader of tags, by its own reading of the map.

/** A font as the content of a page uses it: characters by code, and how many hexadecimal digits a code has. */
export interface CodedFont {
  characters: string[]
  digits: 2 | 4
}

/** Reads a ToUnicode map, unpacked. */
export function readCodes(map: string, digits: CodedFont['digits']): CodedFont {
  const characters: string[] = []
  // Sections follow each other: `2 beginbfchar … endbfchar`, `1 beginbfrange … endbfrange`.
  for (const [, kind, body = ''] of map.matchAll(/\bbegin(bfchar|bfrange)\b([^]*?)\bendbf/g)) {
    const tokens = body.match(/<[^>]*>|[[\]]/g) ?? []
    for (let at = 0; at < tokens.length;)
      at = kind === 'bfchar' ? readOne(tokens, at, characters) : readRange(tokens, at, characters)
  }
  return {characters, digits}
}

/** Text of a string of codes in hexadecimal digits; a code that the map does not have is the sign for the unknown. */
export function decode(hex: string, {characters, digits}: CodedFont): string {
  let text = ''
  for (let at = 0; at + digits <= hex.length; at += digits)
    text += characters[Number.parseInt(hex.slice(at, at + digits), 16)] ?? '\uFFFD'
  return text
}

const numberOf = (token = ''): number => Number.parseInt(token.slice(1, -1), 16)

/** `<0041>` → `A`; UTF-16. */
export function fromHex(hex: string): string {
  let text = ''
  for (let at = 0; at + 4 <= hex.length; at += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return text
}

const characterOf = (token = ''): string => fromHex(token.slice(1, -1).replace(/\s/g, ''))

function readOne(tokens: readonly string[], at: number, characters: string[]): number {
  characters[numberOf(tokens[at])] = characterOf(tokens[at + 1])
  return at + 2
}

/** `<01> <03> <0041>` counts on from A; `<01> <03> [<0041> <0042> <0043>]` says each. */
function readRange(tokens: readonly string[], at: number, characters: string[]): number {
  const [from, to] = [numberOf(tokens[at]), numberOf(tokens[at + 1])]
  if (tokens[at + 2] === '[') {
    const end = tokens.indexOf(']', at + 3)
    for (let code = from; code <= to && at + 3 + code - from < end; code++)
      characters[code] = characterOf(tokens[at + 3 + code - from])
    return end < 0 ? tokens.length : end + 1
  }
  const first = characterOf(tokens[at + 2])
  const last = first.charCodeAt(first.length - 1)
  for (let code = from; code <= to; code++)
    characters[code] = first.slice(0, -1) + String.fromCharCode(last + code - from)
  return at + 3
}
