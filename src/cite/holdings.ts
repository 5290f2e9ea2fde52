// Where the original of a document is kept: from its archival citations to archive, collection and call number.
import {citationText, parseCitations} from '../document/citation.ts'
import {LEVELS, type CitationPart, type ParsedCitation} from '../document/citation-fields.ts'
import type {Archives, CitationFields, Matter} from '../document/settings.ts'
import {holdingKey} from './keys.ts'

/** Where a document is kept, in the words of a citation. */
export interface KeptIn {
  /** Name of the archive, the long one where archives.yaml has it. */
  archive?: string | undefined
  place?: string | undefined
  /** Name of the collection with its years set: `Volkogonov papers, 1887–1995`. */
  collection?: string | undefined
  /** Call number with its ranges set: `f. 45, op. 1, d. 348, ll. 71–82`. */
  locator?: string | undefined
}

/** One copy of a document in one archive. */
export interface Holding extends KeptIn {
  key: string
  siglum: string
  /** `collated`: the text printed is this copy's. */
  status: 'collated' | 'cited'
  collectionAsWritten?: string | undefined
  /** Call number as its source writes it, to be looked up. */
  locatorAsWritten?: string | undefined
}

/** All copies that the front matter gives by an archival citation, in its order. */
export function holdingsOf({source}: Matter, archives: Archives, document: string): Holding[] {
  return Object.entries(source ?? {}).flatMap(([siglum, {citation, status}]) =>
    (citation === undefined ? [] : typeof citation === 'string' ? ofText(citation) : [ofFields(citation)]).map(
      (kept, index) => ({key: holdingKey(document, siglum, index), siglum, status, ...named(kept, archives)})
    )
  )
}

type Kept = Omit<Holding, 'key' | 'siglum' | 'status'>

function ofText(citation: string): Kept[] {
  return parseCitations(citation).copies.map((copy) => ({
    archive: copy.fields.archive,
    place: copy.fields.place,
    collection: withYears(copy.fields.collection),
    collectionAsWritten: copy.fields.collection,
    locator: locatorOf(citation, copy, withDashes),
    locatorAsWritten: locatorOf(citation, copy, (text) => text)
  }))
}

function ofFields({archive, collection, ...units}: CitationFields): Kept {
  const text = citationText({archive: '', ...units})
  const locator = text === '' ? undefined : text
  const {leaves} = units
  return {
    archive,
    collection: withYears(collection),
    collectionAsWritten: collection,
    locator: leaves === undefined ? locator : locator?.replace(leaves, () => withDashes(leaves)),
    locatorAsWritten: locator
  }
}

const NAMES = new Set(['archive', 'place', 'collection'])
const RANGES = new Set(['leaves', 'pages', 'folios'])

type Setting = (text: string) => string

/** The units of a copy without the names around them, in its own words and order; what was not understood comes last. */
function locatorOf(source: string, copy: ParsedCitation, set: Setting): string | undefined {
  let text = [...carried(copy)].join(', ')
  let last: CitationPart | undefined
  for (const part of copy.parts) {
    if (!NAMES.has(part.field)) {
      const between = last && !NAMES.has(last.field) ? source.slice(last.end, part.start) : ', '
      const words = source.slice(part.start, part.end)
      text += `${text === '' ? '' : between}${RANGES.has(part.field) ? set(words) : words}`
    }
    last = part
  }
  const locator = [text, copy.fields.rest ?? ''].filter((words) => words !== '').join(', ')
  return locator === '' ? undefined : locator
}

/** Units that the copy before has said: `d. 348, ll. 1-3 and d. 349, l. 7`. */
function carried({fields, parts}: ParsedCitation): string[] {
  const own = new Set(parts.map(({field}) => field))
  const labels = {fond: 'f.', opis: 'op.', papka: 'p.', delo: 'd.', leaves: 'll.'}
  return LEVELS.flatMap((level) =>
    fields[level] === undefined || own.has(level) ? [] : [`${labels[level]} ${fields[level]}`]
  )
}

/** A siglum becomes the long name of archives.yaml, whose place is known. */
function named(kept: Kept, archives: Archives): Kept {
  const {archive} = kept
  if (archive === undefined) return kept
  const entry = Object.hasOwn(archives, archive)
    ? archives[archive]
    : Object.values(archives).find(({name}) => name === archive)
  return {...kept, archive: entry?.name ?? archive, place: kept.place ?? entry?.place}
}

function withDashes(range: string): string {
  return range.replaceAll(/(?<=\d\p{L}*\.?)-(?=\d)/gu, '–')
}

/** Years only: the number of a collection may have a hyphen of its own. */
function withYears(name: string | undefined): string | undefined {
  return name?.replaceAll(/(?<![\w-])(\d{4})-(\d{2}|\d{4})(?![\w-])/g, '$1–$2')
}
