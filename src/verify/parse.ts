// The proof of the parse: a scan that knows no Markdown library and the tree agree on the words.
import type {Nodes} from 'mdast'
import type {Point} from 'unist'
import type {EditionDocument} from '../document/edition.ts'
import {textOf, split} from '../document/layers.ts'
import {report} from '../document/report.ts'
import type {RuleId} from '../document/rules.ts'
import {DEFAULT_SERIES} from '../document/settings.ts'
import {asWritten} from './as-written.ts'
import {scan, type ScannedLayer, type ScannedWord} from './scan.ts'
import {differences} from './sequence.ts'
import {MOST_MESSAGES, sentence} from './wording.ts'

/** Faults after which the words of tree and file need not agree: they are reported already. */
const FAULTS: readonly RuleId[] = [
  'unknown-directive',
  'broken-directive',
  'unknown-attribute',
  'wrong-attribute',
  'stray-fence',
  'unclosed-fence',
  'misplaced-directive',
  'call-without-note',
  'note-without-call',
  'note-twice',
  'unknown-anchor',
  'entry-span',
  'duplicate-id'
]

const SIDES = {received: 'as received', reading: 'as printed'} as const satisfies Record<ScannedLayer, string>

/** Proves the tree of a document against the characters of its file; `series` are the edition's series of notes. */
export function verifyParse(document: EditionDocument, series: readonly string[] = Object.keys(DEFAULT_SERIES)): void {
  const {file, body, tree} = document
  if (file.messages.some(({ruleId}) => FAULTS.some((fault) => fault === ruleId))) return
  const scanned = scan(body, series, document.pairsWith !== undefined)
  const written = asWritten(tree)
  // Words that differ in both layers are told once.
  for (const layer of ['received', 'reading'] as const) {
    const before = file.messages.length
    compare(document, scanned.text[layer], {tree: written.text, what: `the text ${SIDES[layer]}`, layer})
    compareNotes(
      document,
      scanned.notes.map((note) => note[layer]),
      {notes: written.notes, layer}
    )
    if (file.messages.length > before) return
  }
  compareEntries(document, scanned.entries, written.entries)
}

function compareEntries(
  document: EditionDocument,
  scanned: readonly ScannedWord[][],
  found: readonly string[][]
): void {
  if (scanned.length !== found.length) {
    const reason = `Unexpected ${found.length} entries in the parsed text, expected ${scanned.length}, as many as the file has`
    report(document.file, 'parse-differs', reason, pointIn(document, 0))
    return
  }
  found.forEach((words, index) => tell(document, scanned[index] ?? [], {words, what: `entry ${index + 1}`}))
}

function compareNotes(
  document: EditionDocument,
  scanned: readonly ScannedWord[][],
  {notes, layer}: {notes: readonly Nodes[]; layer: ScannedLayer}
): void {
  if (scanned.length !== notes.length) {
    const reason = `Unexpected ${notes.length} notes in the parsed text, expected ${scanned.length}, as many as the file calls`
    report(document.file, 'parse-differs', reason, pointIn(document, 0))
    return
  }
  notes.forEach((tree, index) =>
    compare(document, scanned[index] ?? [], {tree, what: `note ${index + 1} ${SIDES[layer]}`, layer})
  )
}

function compare(
  document: EditionDocument,
  scanned: readonly ScannedWord[],
  {tree, what, layer}: {tree: Nodes; what: string; layer: ScannedLayer}
): void {
  tell(document, scanned, {words: split(textOf(tree, layer)), what})
}

function tell(
  document: EditionDocument,
  scanned: readonly ScannedWord[],
  {words, what}: {words: readonly string[]; what: string}
): void {
  const wanted = scanned.map(({text}) => text)
  const list = differences(words, wanted)
  for (const difference of list.slice(0, MOST_MESSAGES)) {
    const word = scanned[difference.wantedAt] ?? scanned.at(-1)
    const reason = `${sentence(difference, wanted, ` in the parsed text (${what})`)} as the file has it; put a backslash before signs that are text, or tell the makers of the program`
    report(document.file, 'parse-differs', reason, pointIn(document, word?.offset ?? 0))
  }
  if (list.length > MOST_MESSAGES)
    report(
      document.file,
      'parse-differs',
      `Unexpected words in ${list.length - MOST_MESSAGES} more places of the parsed text (${what}), expected those of the file`,
      pointIn(document, 0)
    )
}

/** Line and column in the file of an offset of the body. */
export function pointIn({body, bodyLine}: EditionDocument, offset: number): Point {
  const before = body.slice(0, offset).split(/\r\n|\n|\r/)
  return {line: bodyLine + before.length, column: (before.at(-1) ?? '').length + 1}
}
