// Reads the characters of a paragraph into text, directives and calls; marks of Markdown are left out.
import {readDirective} from './scan-directive.ts'
import {pairMarks} from './scan-emphasis.ts'
import {endOfResource} from './scan-link.ts'
import type {Item, Marks, Stretch} from './scan-pieces.ts'

/** `[` or `![` that may turn out to open a link or an image. */
interface Opener {
  kind: 'opener'
  sign: string
  offset: number
  /** False inside a link: links do not nest. */
  active: boolean
}

/** A piece of a paragraph before marks are paired. */
export type Token = Item | Opener | Marks

/** Names that make a directive in a line, and labels of the notes that there are. */
export interface Vocabulary {
  directives: ReadonlySet<string>
  notes: ReadonlySet<string>
}

/** Where the reading of a paragraph is. */
interface Reading {
  stretch: Stretch
  vocabulary: Vocabulary
  tokens: Token[]
  at: number
  /** Place of the last sign behind a backslash. */
  escaped?: number
}

/** Labels of notes are the same whether written large or small. */
export const labelOf = (label: string): string => label.toLowerCase()

/** Reads a paragraph, heading, cell or label. */
export function readInline(stretch: Stretch, vocabulary: Vocabulary): Item[] {
  const reading: Reading = {stretch, vocabulary, tokens: [], at: 0}
  const special = /[\\`*_![\]:]/g
  while (reading.at < stretch.text.length) {
    special.lastIndex = reading.at
    const next = special.exec(stretch.text)?.index ?? stretch.text.length
    if (next > reading.at) takeText(reading, next - reading.at)
    const sign = stretch.text[reading.at]
    if (sign !== undefined) readers[sign]?.(reading)
  }
  return pairMarks(reading.tokens.map(asText))
}

/** An opener that opened nothing is text. */
const asText = (token: Token): Item | Marks =>
  token.kind === 'opener' ? {kind: 'text', text: token.sign, offset: token.offset} : token

const offsetAt = ({stretch}: Reading, at: number): number => stretch.offsets[at] ?? 0

/** Takes so many characters as they are. */
function takeText(reading: Reading, length: number): void {
  const {stretch, tokens, at} = reading
  // Lines of one paragraph do not lie side by side in the file, so each gives a piece of its own.
  for (const piece of stretch.text.slice(at, at + length).match(/[^\n]*\n|[^\n]+/g) ?? []) {
    tokens.push({kind: 'text', text: piece, offset: offsetAt(reading, reading.at)})
    reading.at += piece.length
  }
}

const readers: Readonly<Record<string, (reading: Reading) => void>> = {
  '\\': readEscape,
  '`': readCode,
  '*': readMarks,
  _: readMarks,
  '!': readImage,
  '[': readBracket,
  ']': readClose,
  ':': readColon
}

/** A backslash before a sign or at the end of a line is a mark; before a letter it is text. */
function readEscape(reading: Reading): void {
  const next = reading.stretch.text[reading.at + 1]
  if (next === undefined || !/[!-/:-@[-`{-~\n]/.test(next)) return takeText(reading, 1)
  reading.escaped = ++reading.at
  takeText(reading, 1)
}

function readCode(reading: Reading): void {
  const {stretch, at} = reading
  const run = /^`+/.exec(stretch.text.slice(at))?.[0] ?? ''
  const from = at + run.length
  for (const match of stretch.text.slice(from).matchAll(/`+/g)) {
    if (match[0].length !== run.length) continue
    // One space on each side only keeps a backtick off the marks.
    const padding = /^[ \n].*[^ \n].*[ \n]$/s.test(stretch.text.slice(from, from + match.index)) ? 1 : 0
    reading.at = from + padding
    takeText(reading, match.index - 2 * padding)
    reading.at = from + match.index + run.length
    return
  }
  takeText(reading, run.length)
}

function readMarks(reading: Reading): void {
  const {stretch, tokens, at} = reading
  const sign = stretch.text[at] ?? ''
  let end = at
  while (stretch.text[end] === sign) end++
  const sides = {before: stretch.text[at - 1], after: stretch.text[end]}
  tokens.push({kind: 'marks', sign, count: end - at, offset: offsetAt(reading, at), ...flanks(sign, sides)})
  reading.at = end
}

/** Whether marks may open and close emphasis, by the characters at their sides. */
function flanks(
  sign: string,
  sides: {before: string | undefined; after: string | undefined}
): {opens: boolean; closes: boolean} {
  const before = kindOf(sides.before)
  const after = kindOf(sides.after)
  const left = after === 'letter' || (after === 'sign' && before !== 'letter')
  const right = before === 'letter' || (before === 'sign' && after !== 'letter')
  if (sign === '*') return {opens: left, closes: right}
  return {opens: left && (before !== 'letter' || !right), closes: right && (after !== 'letter' || !left)}
}

function kindOf(character: string | undefined): 'space' | 'sign' | 'letter' {
  if (character === undefined || /\s/u.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter'
}

/** `![` opens a picture, unless it is a mark of exclamation before a call. */
function readImage(reading: Reading): void {
  const {stretch, at} = reading
  const call = stretch.text[at + 1] === '[' ? callAt(reading, at + 1) : undefined
  if (stretch.text[at + 1] !== '[' || (call && endOfResource(stretch.text, call.end) === undefined))
    return takeText(reading, 1)
  addOpener(reading, '![')
}

function addOpener(reading: Reading, sign: string): void {
  reading.tokens.push({kind: 'opener', sign, offset: offsetAt(reading, reading.at), active: true})
  reading.at += sign.length
}

function readBracket(reading: Reading): void {
  const call = callAt(reading, reading.at)
  if (!call) return addOpener(reading, '[')
  reading.tokens.push({kind: 'call', label: call.label, offset: offsetAt(reading, reading.at)})
  reading.at = call.end
}

/** A call of a note that there is. */
function callAt({stretch, vocabulary}: Reading, at: number): {label: string; end: number} | undefined {
  const call = /\[\^((?:[^\][\s\\]|\\.)+)\]/y
  call.lastIndex = at
  const label = labelOf(call.exec(stretch.text)?.[1] ?? '')
  return vocabulary.notes.has(label) ? {label, end: call.lastIndex} : undefined
}

/** `]` ends a link or an image only where an address in parentheses follows. */
function readClose(reading: Reading): void {
  const {stretch, tokens, at} = reading
  const place = tokens.findLastIndex(({kind}) => kind === 'opener')
  const opener = tokens[place]
  const end = opener?.kind === 'opener' && opener.active ? endOfResource(stretch.text, at + 1) : undefined
  if (opener?.kind !== 'opener' || end === undefined) {
    if (opener) tokens[place] = asText(opener)
    return takeText(reading, 1)
  }
  const inner = pairMarks(tokens.splice(place).slice(1).map(asText))
  reading.at = end
  // What stands for a picture is on no layer of the text.
  if (opener.sign === '![') return
  tokens.push(...inner)
  for (const token of tokens) if (token.kind === 'opener' && token.sign === '[') token.active = false
}

function readColon(reading: Reading): void {
  const {stretch, vocabulary, tokens, at} = reading
  const before = stretch.text[at - 1] ?? ''
  const match = /:([a-z][a-z-]*)(?=[[{])/y
  match.lastIndex = at
  const name = match.exec(stretch.text)?.[1] ?? ''
  // Marks of a point may fall inside a word: `post:pb[72]ion`.
  const inWord =
    /[\p{L}\p{N}\p{M}]$/u.test(stretch.text.slice(Math.max(0, at - 2), at)) && name !== 'pb' && name !== 'at'
  const stuck = inWord || (before === ':' && reading.escaped !== at - 1)
  if (stuck || !vocabulary.directives.has(name)) return takeText(reading, 1)
  const {attributes, label, end} = readDirective(stretch.text, match.lastIndex, name)
  if (end === match.lastIndex) return takeText(reading, 1)
  const items = label ? readInline(slice(stretch, label), vocabulary) : []
  tokens.push({kind: 'directive', name, attributes, items, offset: offsetAt(reading, at)})
  reading.at = end
}

const slice = ({text, offsets}: Stretch, [from, to]: readonly [number, number]): Stretch => ({
  text: text.slice(from, to),
  offsets: offsets.slice(from, to)
})
