// Finds archival citations in running prose, by the sigla of archives.yaml or by their grammar.
import type {Level} from './citation-fields.ts'
import {readShape} from './citation-patterns.ts'
import {fondsIn, unitsFrom} from './citation-russian.ts'
import {SIGLUM_FORM} from './citation-copies.ts'

/** A citation in prose: `text.slice(start, end)` is its raw text. */
export interface FoundCitation {
  start: number
  end: number
  /** Siglum before the first unit, where there is one. */
  archive?: string | undefined
  /** True where the siglum stands in parentheses after the long form that the writer gave himself. */
  explained: boolean
}

/** Finds citations in order; a siglum alone, or one unit alone (`d. 12`), is no citation. */
export function findCitations(text: string, sigla: readonly string[]): FoundCitation[] {
  const found = [...russianIn(text, sigla), ...shapesIn(text, sigla)].toSorted((a, b) => a.start - b.start)
  return found.filter((one, index) => one.start >= (found[index - 1]?.end ?? 0))
}

function russianIn(text: string, sigla: readonly string[]): FoundCitation[] {
  const before = new RegExp(`(?<![\\p{L}\\p{N}])(${alternatives(sigla)}${SIGLUM_FORM})(\\))?,?\\s+$`, 'u')
  const found: FoundCitation[] = []
  for (const fond of fondsIn(text)) {
    const {copies, end} = unitsFrom(text, fond)
    const levels = new Set<Level>(copies[0]?.map(({field}) => field as Level))
    const archive = before.exec(text.slice(found.at(-1)?.end ?? 0, fond))
    if (levels.size < (archive ? 2 : 3)) continue
    const explained = archive?.[2] !== undefined
    const start = archive && !explained ? fond - archive[0].length : fond
    found.push({start, end, archive: archive?.[1], explained})
  }
  return found
}

/** Citations of other families are looked for after a declared siglum only, up to the end of the clause. */
function shapesIn(text: string, sigla: readonly string[]): FoundCitation[] {
  if (sigla.length === 0) return []
  const found: FoundCitation[] = []
  const start = new RegExp(`(?<![\\p{L}\\p{N}])(${sigla.map(escaped).join('|')})(?=,? )`, 'gu')
  for (const match of text.matchAll(start)) {
    const clause =
      /^.*?(?=[;()[\]]|[.:,]?\s*$|(?<=\d)\.\s|,? (?:and|which|where|see) )/su.exec(text.slice(match.index))?.[0] ?? ''
    const end = match.index + clause.length
    if (clause !== match[0] && readShape(clause, 0))
      found.push({start: match.index, end, archive: match[1], explained: false})
  }
  return found
}

function alternatives(sigla: readonly string[]): string {
  const longestFirst = sigla.toSorted((a, b) => b.length - a.length)
  return longestFirst.map((siglum) => `${escaped(siglum)}|`).join('')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
