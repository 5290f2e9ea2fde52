// The lines of a transcript that the front matter lists as no text: page furniture and metadata.
import type {Point} from 'unist'
import type {EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'

/** A list of lines in the front matter. */
interface Listing {
  key: 'furniture' | 'metadata'
  lines: string
}

/** `3` or `1-4`, with the list in which it stands. */
interface Range extends Listing {
  from: number
  to: number
}

/** Numbers of the listed lines; lines that do not exist, or are listed twice, are reported. */
export function listedLines(document: EditionDocument, count: number): Set<number> {
  const listed = new Set<number>()
  for (const range of listingsOf(document).flatMap(rangesOf)) {
    const fault = faultOf(range, count) ?? twice(range, listed)
    if (fault) {
      const reason = `Unexpected ${fault[0]} under \`${range.key}\` of \`received\`, expected ${fault[1]}`
      report(document.file, 'received-lines', reason, pointOf(document, range))
    }
    for (let line = range.from; line <= Math.min(range.to, count); line++) listed.add(line)
  }
  return listed
}

/** Where the front matter speaks of the transcript. */
export function receivedPoint({file, bodyLine}: EditionDocument): Point {
  const lines = String(file.value ?? '').split('\n', bodyLine)
  return {line: Math.max(1, lines.findIndex((line) => line.startsWith('received:')) + 1), column: 1}
}

function listingsOf({matter}: EditionDocument): Listing[] {
  const {furniture = [], metadata = []} = matter.received ?? {}
  return [
    ...furniture.map(({lines}) => ({key: 'furniture' as const, lines})),
    ...metadata.map(({lines}) => ({key: 'metadata' as const, lines}))
  ]
}

function rangesOf(listing: Listing): Range[] {
  return listing.lines.split(',').map((part) => {
    const [from = '', to = from] = part.trim().split('-')
    return {...listing, from: Number(from), to: Number(to)}
  })
}

type Fault = [unexpected: string, expected: string]

function faultOf(range: Range, count: number): Fault | undefined {
  if (range.to < range.from) return [shown(range), 'the smaller number first']
  if (range.to > count || range.from < 1) return [shown(range), `lines from 1 to ${count}, the last of the transcript`]
  return undefined
}

function twice(range: Range, listed: ReadonlySet<number>): Fault | undefined {
  for (let line = range.from; line <= range.to; line++)
    if (listed.has(line)) return [`line ${line} a second time`, 'each line once']
  return undefined
}

const shown = ({from, to}: Range): string => (from === to ? `line ${from}` : `lines ${from}-${to}`)

/** The line of the front matter in which a listing stands. */
function pointOf(document: EditionDocument, {lines}: Listing): Point {
  const rows = String(document.file.value ?? '').split('\n', document.bodyLine)
  const start = receivedPoint(document).line - 1
  const row = rows.findIndex((text, index) => index >= start && text.includes('lines:') && text.includes(lines))
  return row < 0 ? {line: start + 1, column: 1} : {line: row + 1, column: (rows[row] ?? '').indexOf('lines:') + 1}
}
