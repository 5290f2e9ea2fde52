// Archival citations: reads the copies and credits of a source line, and sets them so that no number leaves its label.
import {isSiglum, readCopies} from './citation-copies.ts'
import {creditsStart, parseCredits} from './citation-credits.ts'
import type {CitationPart, ParsedSource} from './citation-fields.ts'
import type {CitationFields} from './settings.ts'

const NO_BREAK_SPACE = '\u00a0'
const WORD_JOINER = '\u2060'

/** Reads a source line: several copies, then credits. What is not understood stays as given and says so. */
export function parseCitations(text: string): ParsedSource {
  const credits = creditsStart(text)
  const copies = readCopies(text.slice(0, credits))
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

/** The citation for the page, which holds ranges together itself: copies and searches would trip over joiners. */
export const printedCitation = (source: string | CitationFields, options: FormatOptions = {}): string =>
  formatCitation(source, options).replaceAll(WORD_JOINER, '')

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
  if (NAMES.has(part.field)) return setYears(text)
  return text.length > LONGEST_UNBROKEN ? text : glued(text)
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

/** The years of a collection, `papers, 1887–1995`; other numbers with hyphens are shelfmarks. */
function setYears(text: string): string {
  return text.replace(/(?<=(?<!\d)1\d{3})-(?=[12]\d{3}(?!\d))/gu, `${WORD_JOINER}–${WORD_JOINER}`)
}
