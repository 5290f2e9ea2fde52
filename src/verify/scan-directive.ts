// Reads the label and the attributes of a directive from its characters.
import type {Directive, Line} from './scan-pieces.ts'

/** A directive within a text, and where it ends. */
export interface Found {
  name: string
  attributes: Readonly<Record<string, string>>
  /** Half-open range of the label inside the text. */
  label?: readonly [number, number] | undefined
  end: number
}

const LEAVES = new Set(['pb', 'figure', 'entry'])
const CONTAINERS = new Set([
  'narration',
  'closing',
  'address',
  'letterhead',
  'editorial',
  'verse',
  'attachment',
  'only'
])

/** Reads `::name[…]{…}` or `:::name {…}` that fills a line. */
export function readDirectiveLine({text, offset}: Line): Directive | undefined {
  const match = /^[ \t]*(:{2,})([a-z][a-z-]*)/.exec(text)
  const [, colons = '', name = ''] = match ?? []
  const at = match?.[0].length ?? 0
  if (!(colons.length === 2 ? LEAVES.has(name) && /[[{]/.test(text[at] ?? '') : CONTAINERS.has(name))) return undefined
  const found = readDirective(text, at, name)
  if (text.slice(found.end).trim() !== '') return undefined
  const [from, to] = found.label ?? [0, 0]
  const label = found.label && {text: text.slice(from, to), offset: offset + from}
  return {name, colons: colons.length, attributes: found.attributes, label}
}

/** Reads what follows the name of a directive: a label, attributes, both or neither. */
export function readDirective(text: string, at: number, name: string): Found {
  const labelEnd = text[at] === '[' ? endOfLabel(text, at) : undefined
  const label = labelEnd === undefined ? undefined : ([at + 1, labelEnd] as const)
  const from = labelEnd === undefined ? at : labelEnd + 1
  const attributes = text[from] === '{' ? readAttributes(text, from) : undefined
  return {name, attributes: attributes?.values ?? {}, label, end: attributes?.end ?? from}
}

/** Place of the bracket that closes the one at `at`. */
function endOfLabel(text: string, at: number): number | undefined {
  let depth = 0
  for (let index = at; index < text.length; index++) {
    if (text[index] === '\\') index++
    else if (text[index] === '[') depth++
    else if (text[index] === ']' && --depth === 0) return index
  }
  return undefined
}

const ATTRIBUTE =
  /\s*(?:#([^\s#."'<=>`{}]+)|\.([^\s#."'<=>`{}]+)|([A-Za-z:_][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<=>`{}]+)))?)/y

/** Attributes in braces that begin at `at`, and the place behind them. */
function readAttributes(text: string, at: number): {values: Record<string, string>; end: number} | undefined {
  const values: Record<string, string> = {}
  let end = at + 1
  ATTRIBUTE.lastIndex = end
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const [, id, kind, key, double, single, bare] = match
    if (id !== undefined) values['id'] = id
    else if (kind !== undefined) values['class'] = kind
    else if (key !== undefined) values[key] = unescaped(double ?? single ?? bare ?? '')
    end = ATTRIBUTE.lastIndex
  }
  const close = /\s*\}/y
  close.lastIndex = end
  return close.test(text) ? {values, end: close.lastIndex} : undefined
}

const SIGNS: Readonly<Record<string, string>> = {quot: '"', apos: "'", amp: '&', lt: '<', gt: '>'}

/** `&quot;` stands for a quotation mark inside an attribute. */
const unescaped = (value: string): string => value.replace(/&(\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)
