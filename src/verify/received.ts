// The proof of the received text: the words of the transcript, less the lines listed as no text, are those of the document.
import type {Point} from 'unist'
import type {EditionDocument} from '../document/edition.ts'
import {words} from '../document/layers.ts'
import {report} from '../document/report.ts'
import {DEFAULT_SERIES} from '../document/settings.ts'
import {listedLines, receivedPoint} from './listed-lines.ts'
import {pointIn} from './parse.ts'
import {scan} from './scan.ts'
import {differences, type Difference} from './sequence.ts'
import {MOST_MESSAGES, sentence} from './wording.ts'

/** A word of a transcript and where it stands. */
interface Received {
  word: string
  line: number
  column: number
}

/** Below this share of common words the transcript is most likely that of another document. */
const LEAST_COMMON = 0.3

/** Proves a document against its transcript; one without a transcript is passed over. `series` are the edition's notes. */
export function verifyReceived(
  document: EditionDocument,
  series: readonly string[] = Object.keys(DEFAULT_SERIES)
): void {
  const {transcript, matter, file} = document
  if (!transcript || !matter.received) return
  const {path} = transcript.file
  if (transcript.sha256 !== matter.received.sha256) {
    const reason = `Unexpected SHA-256 ${transcript.sha256} of \`${path}\`, expected ${matter.received.sha256}; put the file back as it was received`
    report(file, 'received-changed', reason, receivedPoint(document))
  }
  const lines = transcript.text.replace(/(\r\n|\n|\r)$/, '').split(/\r\n|\n|\r/)
  const received = wordsOf(lines, listedLines(document, lines.length))
  const found = words(document.tree, 'received')
  const wanted = received.map(({word}) => word)
  const list = differences(found, wanted)
  if (isOther(list, found.length)) {
    const reason = `Unexpected text: most of its words are not in \`${path}\`, expected the transcript of this document; correct \`file\` under \`received\``
    report(file, 'received-differs', reason, receivedPoint(document))
    return
  }
  const places = placesOf(document, found, series)
  for (const difference of list.slice(0, MOST_MESSAGES)) {
    const at = received[difference.wantedAt] ?? received.at(-1) ?? {line: 1, column: 1}
    const reason = `${sentence(difference, wanted)} (${path}:${at.line}:${at.column}); ${remedy(difference, received)}`
    report(file, 'received-differs', reason, places(difference.at))
  }
  const more = list.length - MOST_MESSAGES
  if (more > 0) {
    const reason = `Unexpected words in ${more} more ${more === 1 ? 'place' : 'places'}, expected those of \`${path}\``
    report(file, 'received-differs', reason, receivedPoint(document))
  }
}

/** Words with their places, without the lines that are no text. */
function wordsOf(lines: readonly string[], passedOver: ReadonlySet<number>): Received[] {
  return lines.flatMap((line, index) => {
    if (passedOver.has(index + 1)) return []
    return Array.from(line.matchAll(/\S+/gu), ({0: word, index: at}) => ({
      word: word.normalize('NFC'),
      line: index + 1,
      column: at + 1
    }))
  })
}

function isOther(list: readonly Difference[], count: number): boolean {
  const strange = list.reduce((sum, {found}) => sum + found.length, 0)
  return count > 20 && count - strange < count * LEAST_COMMON
}

/** Places of the words of a tree in the file, as far as the raw scan knows them. */
function placesOf(
  document: EditionDocument,
  found: readonly string[],
  series: readonly string[]
): (word: number) => Point {
  let scanned: ReturnType<typeof scan> | undefined
  return (word) => {
    scanned ??= scan(document.body, series, document.pairsWith !== undefined)
    const list = scanned.text.received
    const place = list[Math.min(word, list.length - 1)]
    const known = list.length === found.length || place?.text === found[word]
    return known && place ? pointIn(document, place.offset) : receivedPoint(document)
  }
}

/** What the editor can do: the mark that says what was meant, or the list on which the line belongs. */
function remedy({found, wanted, wantedAt}: Difference, received: readonly Received[]): string {
  if (wanted.length === 0) return 'take it out, or write `:supplied[…]` around it if you put it in'
  if (found.length > 0 && found.length < 6 && wanted.length < 6) {
    const label = found.join(' ').replace(/[\\[\]]/g, '\\$&')
    const rec = wanted.join(' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    return `type it as received, or write \`:corr[${label}]{rec="${rec}"}\` if you emend`
  }
  const from = received[wantedAt]?.line ?? 1
  const to = received[wantedAt + wanted.length - 1]?.line ?? from
  const lines = from === to ? `line ${from}` : `lines ${from}-${to}`
  return `type it as received, or list ${lines} under \`furniture\` or \`metadata\` of \`received\` if that is no text`
}
