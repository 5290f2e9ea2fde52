// Archival citations: reads the copies and credits of a source line, and sets them so that no number leaves its label.
import type {CitationPart, ParsedCitation, ParsedSource} from './citation-fields.ts'
import {creditsStart, parseCredits} from './citation-credits.ts'
import {readShape} from './citation-patterns.ts'
import {carryOver, fondsIn, unitsFrom} from './citation-russian.ts'
import type {CitationFields} from './settings.ts'

const NO_BREAK_SPACE = '\u00a0'
const WORD_JOINER = '\u2060'

/** Siglum of an archive by its form: `APRF`, `TsKhSD`, `BArch`, `TsAMO RF`. */
export const SIGLUM_FORM = '\\p{Lu}\\p{Ll}{0,2}\\p{Lu}\\p{L}*(?: \\p{Lu}{2,})?'

/** Reads a source line: several copies, then credits. What is not understood stays as given and says so. */
export function parseCitations(text: string): ParsedSource {
  const credits = creditsStart(text)
  const copies = splitCopies(text.slice(0, credits)).flatMap(({raw, start}) => readCopies(raw, start))
  return {copies, credits: parseCredits(text.slice(credits))}
}

/** What a citation is set with. */
export interface FormatOptions {
  /** The long form of an archive, where it is to be given: `APRF` becomes `Arkhiv Prezidenta … (APRF)`. */
  long?: ((archive: string) => string | undefined) | undefined
}

/**
 * Sets a citation: `f. 45` and `71–82` cannot break, lines break after commas. Labels and numbers stay as the editor wrote
 * them; without a long form the words are those of the source, and `rawOf` gives it back.
 */
export function formatCitation(source: string | CitationFields, options: FormatOptions = {}): string {
  const text = typeof source === 'string' ? source : citationText(source)
  let set = ''
  let last = 0
  for (const part of parseCitations(text).copies.flatMap(({parts}) => parts)) {
    const between = text.slice(last, part.start)
    set +=
      (last > 0 && between.trim() === '' ? glued(between) : between) +
      setPart(text.slice(part.start, part.end), part, options)
    last = part.end
  }
  return set + text.slice(last)
}

/** Undoes `formatCitation`: gives the source back, up to the kind of its white space. */
export function rawOf(formatted: string): string {
  return formatted
    .replaceAll(`${WORD_JOINER}–${WORD_JOINER}`, '-')
    .replaceAll(WORD_JOINER, '')
    .replaceAll(NO_BREAK_SPACE, ' ')
}

/** A citation given in fields, written out in one line: `APRF, f. 45, op. 1, d. 348, ll. 71-82`. */
export function citationText(fields: CitationFields): string {
  const {archive, collection, fond, opis, papka, delo, leaves, id} = fields
  const several = leaves !== undefined && /[,–-]/.test(leaves)
  const labelled = (label: string, value: string | undefined): string =>
    value === undefined ? '' : `${label} ${value}`
  const units = [
    archive,
    collection,
    labelled('f.', fond),
    labelled('op.', opis),
    labelled('p.', papka),
    labelled('d.', delo),
    labelled(several ? 'll.' : 'l.', leaves),
    id
  ]
  return units.filter((unit) => unit !== undefined && unit !== '').join(', ')
}

/** Names may break at their spaces, and so may a field that would be too long for the end of a line. */
const NAMES = new Set(['place', 'collection', 'title', 'holding', 'country', 'rest'])
const RANGES = new Set(['leaves', 'pages', 'folios'])
const LONGEST_UNBROKEN = 24

function setPart(text: string, part: CitationPart, {long}: FormatOptions): string {
  if (part.field === 'archive') {
    const name = long?.(part.value)
    const siglum = isSiglum(part.value) ? glued(text) : text
    return name === undefined ? siglum : `${name} (${siglum})`
  }
  if (RANGES.has(part.field)) return setRanges(glued(text))
  return NAMES.has(part.field) || text.length > LONGEST_UNBROKEN ? text : glued(text)
}

function glued(text: string): string {
  return text.replace(/(?<!,)\s+/gu, NO_BREAK_SPACE)
}

/** A hyphen becomes a dash between two joiners, a dash gets one: so that `rawOf` knows which it was. */
function setRanges(text: string): string {
  return text
    .replace(/(?<=\d\p{L}*\.?)-(?=\d)/gu, `${WORD_JOINER}–${WORD_JOINER}`)
    .replace(/(?<=\d\p{L}*\.?)–(?=\d)/gu, `–${WORD_JOINER}`)
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

function readCopies(raw: string, start: number): ParsedCitation[] {
  const russian = readRussian(raw, start)
  if (russian?.every(({understood}) => understood)) return russian
  const shaped = readShape(raw, start)
  if (shaped) return [shaped]
  return russian ?? [readArchive(raw, start)]
}

function readRussian(raw: string, start: number): ParsedCitation[] | undefined {
  const fond = fondsIn(raw)[0]
  const chain = fond === undefined ? undefined : unitsFrom(raw, fond)
  if (fond === undefined || !chain || chain.copies[0] === undefined || raw.slice(0, fond).includes('['))
    return undefined
  const heads = archiveParts(raw.slice(0, fond))
  const copies: ParsedCitation[] = []
  for (const units of chain.copies) {
    const first = copies.length === 0
    const parts = [...(first ? heads : []), ...units]
    const from = first ? 0 : (units[0]?.start ?? 0)
    const to = units.at(-1)?.end ?? from
    const above = first ? {} : {...carriedHead(copies.at(-1)), ...carryOver(copies.at(-1)?.fields ?? {}, units)}
    copies.push({
      raw: raw.slice(from, to),
      start: start + from,
      end: start + to,
      family: 'russian',
      understood: true,
      fields: {...above, ...Object.fromEntries(parts.map(({field, value}) => [field, value]))},
      parts: parts.map((part) => ({...part, start: part.start + start, end: part.end + start}))
    })
  }
  return withRest(copies, raw, start, chain.end)
}

function carriedHead(copy: ParsedCitation | undefined): ParsedCitation['fields'] {
  const {archive, place} = copy?.fields ?? {}
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

function isSiglum(text: string): boolean {
  return new RegExp(`^${SIGLUM_FORM}$`, 'u').test(text)
}
