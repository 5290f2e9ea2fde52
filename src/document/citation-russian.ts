// Reads the units of a Russian archival citation: `f. 45, op. 1, d. 348, ll. 71-82`, long, short, in capitals or in Cyrillic.
import {LEVELS, type CitationPart, type Level} from './citation-fields.ts'

const LABELS = {
  fond: '[Ff](?:ond|\\.)|FOND|[Фф](?:онд|\\.)',
  opis: "[Oo](?:pis['’ʹ]?|p?\\.)|OPIS|[Оо]п(?:ись|\\.)",
  papka: '[Pp](?:apka|ap\\.|\\.)|[Пп](?:апка|ап\\.|\\.)',
  delo: '[Dd](?:elo|\\.)|DELO|[Дд](?:ело|\\.)',
  leaves: '[Ll](?:ist[yi]?|l?\\.)|LL?\\.|LISTY?|[Лл](?:исты?|л?\\.)'
} as const satisfies Record<Level, string>

const LABEL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LEVELS.map((level) => `(?<${level}>${LABELS[level]})`).join('|')})\\s*(?=\\d)`,
  'uy'
)
// Not after a number: a Hungarian citation has its number before the unit, `288. f. 32/1953`.
const FOND = new RegExp(`(?<![\\p{L}\\p{N}]|\\d\\.?\\s{0,2})(?:${LABELS.fond})\\s*(?=\\d)`, 'ug')
const NUMBER = /\d[\p{L}\d]*(?:[/–-][\p{L}\d]+)*/uy
const LEAF = '\\d+(?:\\s?(?:ob|об)(?:\\.(?=\\s?[,–-]))?|[a-zа-я])?(?!\\p{L})'
const LEAVES = new RegExp(`${LEAF}(?:\\s?[–-]\\s?${LEAF})?(?:,\\s?${LEAF}(?:\\s?[–-]\\s?${LEAF})?)*`, 'uy')
const JOINER = /,?\s+and\s+|[,;]\s*|\.?\s+|\.(?=\p{L})/uy

/** Units that follow each other, and where the last of them ends. */
export interface Chain {
  /** One list a copy: a unit of the same or a larger level begins the next one. */
  copies: CitationPart[][]
  end: number
}

/** Places where a fond is named, such as `f. 45`: there a Russian citation may begin. */
export function fondsIn(text: string): number[] {
  return [...text.matchAll(FOND)].map((match) => match.index)
}

/** Reads units from a place on, as far as they go; a leaf keeps its zeros and its `ob`. */
export function unitsFrom(text: string, from: number): Chain {
  const chain: Chain = {copies: [], end: from}
  let copy: CitationPart[] = []
  let joiner = ''
  for (let at = from; ; at = chain.end + joiner.length) {
    const unit = unitAt(text, at)
    if (!unit || !follows(copy.at(-1), unit, joiner)) break
    if (copy.length === 0 || levelOf(unit) <= levelOf(copy.at(-1))) {
      copy = []
      chain.copies.push(copy)
    }
    copy.push(unit)
    chain.end = unit.end
    joiner = stick(JOINER, text, unit.end)?.[0] ?? ''
    if (joiner === '') break
  }
  return chain
}

/** Levels above the first one of a later copy are those of the copy before: `D. 83, Ll. 1-12 and D. 84, Ll. 1-18`. */
export function carryOver(
  before: Partial<Record<string, string>>,
  units: CitationPart[]
): Partial<Record<Level, string>> {
  const first = levelOf(units[0])
  const fields: Partial<Record<Level, string>> = {}
  for (const level of LEVELS.slice(0, Math.max(0, first))) {
    const value = before[level]
    if (value !== undefined) fields[level] = value
  }
  return fields
}

function unitAt(text: string, at: number): CitationPart | undefined {
  const label = stick(LABEL, text, at)
  const field = LEVELS.find((level) => label?.groups?.[level] !== undefined)
  if (!label || !field) return undefined
  const start = at + label[0].length
  const value = stick(field === 'leaves' ? LEAVES : NUMBER, text, start)
  if (!value) return undefined
  return {field, label: label[0].trim(), value: value[0], start: at, end: start + value[0].length}
}

/** `P.` is a papka after opis or fond only; elsewhere it means pages. A copy needs a comma or a word before the next one. */
function follows(last: CitationPart | undefined, unit: CitationPart, joiner: string): boolean {
  if (!last) return unit.field !== 'papka'
  if (unit.field === 'papka') return last.field === 'opis' || last.field === 'fond'
  return levelOf(unit) > levelOf(last) ? !joiner.includes(';') : /and|[,;]/.test(joiner)
}

function levelOf(unit: CitationPart | undefined): number {
  return LEVELS.findIndex((level) => level === unit?.field)
}

function stick(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
