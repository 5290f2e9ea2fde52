// Splits a source line into its copies and reads each by the family that fits.
import type {CitationPart, ParsedCitation} from './citation-fields.ts'
import {readShape} from './citation-patterns.ts'
import {carryOver, fondsIn, unitsFrom} from './citation-russian.ts'

/** Siglum of an archive by its form: `APRF`, `TsKhSD`, `BArch`, `TsAMO RF`. */
export const SIGLUM_FORM = '\\p{Lu}\\p{Ll}{0,2}\\p{Lu}\\p{L}*(?: \\p{Lu}{2,})?'

/** Whether a text is a siglum by its form. */
export function isSiglum(text: string): boolean {
  return new RegExp(`^${SIGLUM_FORM}$`, 'u').test(text)
}

/** Reads the copies that a text names, in order; the text has no credits. */
export function readCopies(text: string): ParsedCitation[] {
  return splitCopies(text).flatMap(({raw, start}) => readStretch(raw, start))
}

interface Stretch {
  raw: string
  start: number
}

const BETWEEN_COPIES = new RegExp(
  `\\.?\\s+Also (?:available )?(?:in|at)\\s+|,? as well as (?:in |at )?|;\\s+(?:also (?:in )?)?(?=${SIGLUM_FORM}[ ,]|\\p{Lu}[^;]*\\b(?:Archiv|Library))`,
  'gu'
)

function splitCopies(text: string): Stretch[] {
  const stretches: Stretch[] = []
  let last = 0
  for (const match of text.matchAll(BETWEEN_COPIES)) {
    stretches.push({raw: text.slice(last, match.index), start: last})
    last = match.index + match[0].length
  }
  stretches.push({raw: text.slice(last), start: last})
  return stretches.map(trimmed).filter(({raw}) => raw !== '')
}

/** Without the white space around it and the stop or comma that ends the sentence. */
function trimmed({raw, start}: Stretch): Stretch {
  const inner = raw.trimStart()
  return {raw: inner.replace(/[\s.,;:]+$/u, ''), start: start + raw.length - inner.length}
}

function readStretch(raw: string, start: number): ParsedCitation[] {
  const russian = readRussian(raw, start)
  if (russian?.every(({understood}) => understood)) return russian
  const shaped = readShape(raw, start)
  if (shaped) return [shaped]
  return russian ?? [readArchive(raw, start)]
}

function readRussian(raw: string, start: number): ParsedCitation[] | undefined {
  const fond = fondsIn(raw)[0]
  if (fond === undefined || raw.slice(0, fond).includes('[')) return undefined
  const chain = unitsFrom(raw, fond)
  const copies: ParsedCitation[] = []
  for (const units of chain.copies) {
    const before = copies.at(-1)
    copies.push(russianCopy({raw, start}, before ? units : [...archiveParts(raw.slice(0, fond)), ...units], before))
  }
  return copies.length > 0 ? withRest(copies, raw, start, chain.end) : undefined
}

/** One copy; what a later one does not say is as in the one before. */
function russianCopy({raw, start}: Stretch, parts: CitationPart[], before: ParsedCitation | undefined): ParsedCitation {
  const from = before ? (parts[0]?.start ?? 0) : 0
  const to = parts.at(-1)?.end ?? from
  const above = before ? {...carriedHead(before), ...carryOver(before.fields, parts)} : {}
  return {
    raw: raw.slice(from, to),
    start: start + from,
    end: start + to,
    family: 'russian',
    understood: true,
    fields: {...above, ...Object.fromEntries(parts.map(({field, value}) => [field, value]))},
    parts: parts.map((part) => ({...part, start: part.start + start, end: part.end + start}))
  }
}

function carriedHead({fields: {archive, place}}: ParsedCitation): ParsedCitation['fields'] {
  return {...(archive === undefined ? {} : {archive}), ...(place === undefined ? {} : {place})}
}

function withRest(copies: ParsedCitation[], raw: string, start: number, end: number): ParsedCitation[] {
  const last = copies.at(-1)
  const rest = raw.slice(end).replace(/^[\s.,;]+/u, '')
  if (rest === '' || !last) return copies
  const whole = raw.slice(last.start - start)
  return [
    ...copies.slice(0, -1),
    {...last, raw: whole, end: start + raw.length, understood: false, fields: {...last.fields, rest}}
  ]
}

/** `RGANI, Moscow, ` before the fond: the archive and its place. */
function archiveParts(head: string): CitationPart[] {
  const text = head.replace(/[\s,]+$/u, '')
  if (text === '') return []
  const match = new RegExp(`^(${SIGLUM_FORM}), (\\p{Lu}\\p{Ll}+)$`, 'u').exec(text)
  const archive = match?.[1] ?? text
  const parts: CitationPart[] = [{field: 'archive', label: '', value: archive, start: 0, end: archive.length}]
  if (match?.[2]) parts.push({field: 'place', label: '', value: match[2], start: archive.length + 2, end: text.length})
  return parts
}

/** The archive at the head of a citation of a kind that is not known; the rest stays as given. */
function readArchive(raw: string, start: number): ParsedCitation {
  const copy = {raw, start, end: start + raw.length, family: 'unknown' as const, understood: false}
  const archive = /^[^,;]+/u.exec(raw)?.[0] ?? ''
  if (!isSiglum(archive) && !/Archi[vf]|Library|Ministry|Department/u.test(archive))
    return {...copy, fields: {rest: raw}, parts: []}
  const rest = raw.slice(archive.length).replace(/^[\s,;]+/u, '')
  const part: CitationPart = {field: 'archive', label: '', value: archive, start, end: start + archive.length}
  return {...copy, understood: rest === '', fields: rest === '' ? {archive} : {archive, rest}, parts: [part]}
}
