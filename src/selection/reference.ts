// References to paragraphs as scholars write them: `d1 ¶12-34`, `d1 ¶¶3, 7–9`.
import {visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {nearest} from '../document/report.ts'

/** Paragraphs from one place to another, both included; places are counted from 1. */
export interface Range {
  from: number
  to: number
}

/** A document, and what stands behind the sign ¶. */
export function readReference(reference: string): {id: string; paragraphs?: string | undefined} {
  const [, id, paragraphs] = /^(.*?)\s*¶+\s*(.*)$/u.exec(reference) ?? []
  return id === undefined ? {id: reference} : {id, paragraphs}
}

/** The numbers of the paragraphs of a document, in their order. */
export function numbersOf({tree}: EditionDocument): string[] {
  const numbers: string[] = []
  visit(tree, 'paragraph', ({data}) => {
    if (data?.n !== undefined && data.place !== undefined) numbers[data.place - 1] = data.n
  })
  return numbers
}

/** Reads `12-34, 40`; `wrong` says what is not there, and then there are no ranges. */
export function rangesOf(document: EditionDocument, text: string): {ranges?: Range[]; wrong?: string} {
  const numbers = numbersOf(document)
  const ranges: Range[] = []
  for (const piece of text.split(/\s*,\s*/u)) {
    const [, first, last = first] = /^(\p{N}+\p{L}?)(?:\s*[-–]\s*(\p{N}+\p{L}?))?$/u.exec(piece) ?? []
    if (first === undefined || last === undefined) return {wrong: `expected paragraphs such as \`12-34\` or \`3, 7-9\``}
    const [from, to] = [numbers.indexOf(first) + 1, numbers.indexOf(last) + 1]
    const absent = from === 0 ? first : to === 0 ? last : undefined
    if (absent !== undefined) {
      return {wrong: `which has no ¶ ${absent}, ${insteadOf(absent, numbers)}`}
    }
    if (from > to || from <= (ranges.at(-1)?.to ?? 0)) return {wrong: 'expected paragraphs in their order, each once'}
    ranges.push({from, to})
  }
  return {ranges}
}

/** What was expected for a number that there is not; in a long document the nearest tells more than the first and the last. */
function insteadOf(absent: string, numbers: readonly string[]): string {
  if (numbers.length === 0) return 'expected the whole document: it has no numbered paragraphs'
  const near = numbers.length > 99 ? nearest(absent, numbers) : undefined
  return near ? `did you mean \`${near}\`?` : `expected paragraphs from ${numbers[0]} to ${numbers.at(-1)}`
}

/** The paragraphs of a counterpart that pair with those of its partner. */
export function pairedWith({tree}: EditionDocument, ranges: readonly Range[]): Range[] {
  const places: number[] = []
  visit(tree, 'paragraph', ({data}) => {
    const {place, pair} = data ?? {}
    if (place !== undefined && ranges.some(({from, to}) => pair !== undefined && from <= pair && pair <= to))
      places.push(place)
  })
  const runs: Range[] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last?.to === place - 1) last.to = place
    else runs.push({from: place, to: place})
  }
  return runs
}
