// Writes a tree as lines that an editor can read: a node a line, what is inside it indented, fields that say something behind it.
import type {Node} from 'mdast'

/** Readings of an entry stand before its lemma. `corr rec="postion" by=ed` and below it, indented, `"position"`. */
export function dump(node: Node, depth = 0): string {
  const {
    type,
    readings = [],
    children,
    ...fields
  } = node as Node & {readings?: Node[]; children?: Node[]} & Record<string, unknown>
  const own =
    type === 'text' ? JSON.stringify(fields['value']) : [type, ...Object.entries(fields).flatMap(field)].join(' ')
  return `${'  '.repeat(depth)}${own}\n${[...readings, ...(children ?? [])].map((child) => dump(child, depth + 1)).join('')}`
}

/** Places are proved by messages; what is not set says nothing. */
const SILENT = new Set(['position', 'spread', 'checked', 'title'])

function field([key, value]: [string, unknown]): string[] {
  if (value === undefined || value === null || value === false || value === '') return []
  if (SILENT.has(key) && (key !== 'title' || typeof value !== 'string')) return []
  if (key === 'data') return Object.entries(value as object).flatMap(([name, one]) => (name === 'n' ? [`¶${one}`] : []))
  if (value === true) return [key]
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return [`${key}=${quoted(value.join(' '))}`]
  if (Array.isArray(value)) return value.map((one) => `${key}=${JSON.stringify(one)}`)
  if (typeof value === 'object') return [`${key}=${JSON.stringify(value)}`]
  return [`${key}=${quoted(`${value as string | number}`)}`]
}

const quoted = (text: string): string => (/^[\p{L}\p{N}_-]+$/u.test(text) ? text : JSON.stringify(text))
