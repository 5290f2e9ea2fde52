// The third witness: a foreign reader finds the words of the edition in the finished PDF.
import {allDocuments, type Edition, type EditionDocument} from '../document/edition.ts'
import {TURNED} from '../document/direction.ts'
import {notesOf} from '../document/foot-words.ts'
import {words} from '../document/layers.ts'
import {joinedWords, withJoined, type ReadWords} from './broken-words.ts'
import {callersAtEnds} from './late-notes.ts'
import {fewestLost, placesOf, type Places} from './subsequence.ts'
import type {Finding} from './finding.ts'
import {pdfWords, readPdf, type Readings} from './pdf-text.ts'
import {mismatches, type Difference} from './sequence.ts'
import {sentence} from './wording.ts'

/** Share of words that a reader of signs must find: it does not know in which order words of both directions stand, or cells that pages cut. */
const LEAST_FOUND = 0.995

/** Words that may be missing even from the shortest text. */
const MAY_MISS = 3

/** How many words of a text were found in order. */
export interface Share {
  /** Id of the document, or `notes` and their series: `notes en`. */
  of: string
  words: number
  found: number
}

/** What the witness says: findings where too much is missing, and the figures for the report. */
export interface PdfProof {
  findings: Finding[]
  shares: Share[]
  /** Texts of the pages, to be given to the next proof. */
  readings: Readings
}

/** What is known of a PDF beside its bytes. */
export interface KnownOfPdf {
  /** SHA-256 of what is drawn on each page, as it was printed. */
  prints?: readonly string[]
  /** Texts of pages that were read before. */
  readings?: Readings | undefined
}

/** A text whose words are to be found, one after the other. */
interface Wanted {
  of: string
  document?: string
  words: string[]
}

/** Looks for the documents and notes of `edition` in a PDF that holds all of them. */
export async function verifyPdf(
  edition: Edition,
  bytes: Uint8Array,
  {prints, readings: known}: KnownOfPdf = {}
): Promise<PdfProof> {
  // A text and its counterpart go on from page to page beside each other, so each of the two is found by itself.
  const [own, counterparts] = [false, true].map((paired) =>
    allDocuments(edition).filter(({pairsWith}) => (pairsWith !== undefined) === paired)
  )
  const received = [own ?? [], counterparts ?? []].flatMap((documents) => [
    texts(documents),
    ...notes(documents, edition)
  ])
  const turned = received.flat().some(({words: list}) => list.some((word) => TURNED.test(word)))
  const {drawn, readings, ...read} = await readPdf(bytes, {known, turned})
  const sequences = received.map((sequence) =>
    sequence.map((text) => ({...text, words: pdfWords(text.words.join(' '), turned)}))
  )
  const wanted = new Set(sequences.flat().flatMap(({words: list}) => list))
  const found = lookUp(read, wanted)
  const proofs = sequences.flatMap((sequence) => prove(sequence, found))
  const findings = [...(prints ? misplacedPages(prints, drawn) : []), ...proofs.flatMap((one) => one.findings)]
  return {findings, shares: proofs.map(({share}) => share), readings}
}

/** The pages of the file are those that were printed, each exactly, in this order. */
function misplacedPages(prints: readonly string[], drawn: readonly string[] | undefined): Finding[] {
  const fault = (reason: string): Finding[] => [
    {rule: 'output-differs', reason: `${reason}. This is a fault of the program; please report it.`}
  ]
  if (!drawn) return fault('Unexpected form of the PDF, expected one whose pages can be told apart')
  if (drawn.length !== prints.length)
    return fault(`Unexpected number of pages in the PDF, ${drawn.length}, expected ${prints.length} as printed`)
  const at = prints.findIndex((print, index) => print !== drawn[index])
  if (at < 0) return []
  const other = prints.indexOf(drawn[at] ?? '')
  const found = other < 0 ? 'strange page' : `page ${other + 1}`
  return fault(`Unexpected ${found} in the PDF, expected page ${at + 1} as printed`)
}

const texts = (documents: readonly EditionDocument[]): Wanted[] =>
  documents.map(({id, tree}) => ({of: id, document: id, words: words(tree, 'reading')}))

/**
 * Notes of each series by itself: on a page the series do not stand in the order of their calls. Those that notes at an end call
 * stand with these.
 */
function notes(documents: readonly EditionDocument[], edition: Edition): Wanted[][] {
  const series = new Map<string, string[]>()
  for (const document of documents) {
    const callers = callersAtEnds(document, edition)
    for (const note of notesOf(document.tree)) {
      const caller = callers.get(`${note.series}-${note.n}`)
      const key = caller === undefined ? note.series : `${note.series} called in ${caller}`
      const list = series.get(key) ?? []
      if (list.length === 0) series.set(key, list)
      list.push(...note.words)
    }
  }
  return [...series].map(([key, list]) => [{of: `notes ${key}`, words: list}])
}

interface Proof {
  share: Share
  findings: Finding[]
}

/** What was read of a PDF, to look words up in. */
interface Found {
  places: Places
  /** Words in order, those that lines break put together; made when something is not found. */
  inOrder: () => readonly string[]
}

function lookUp(read: ReadWords, wanted: ReadonlySet<string>): Found {
  const joined = joinedWords(read, wanted)
  let whole: string[] | undefined
  return {
    places: placesOf(read.words, wanted, joined),
    inOrder: () => (whole ??= withJoined(read.words, joined, wanted))
  }
}

/** Finds texts that follow each other among all words of the PDF; running heads and the like are passed over. */
function prove(sequence: readonly Wanted[], found: Found): Proof[] {
  const all = sequence.flatMap(({words: list}) => list)
  if (fewestLost(all, found.places, 0) === 0)
    return sequence.map(({of, words: {length}}) => ({share: {of, words: length, found: length}, findings: []}))
  const missing = mismatches(found.inOrder(), all).filter(({wanted}) => wanted.length > 0)
  const lostInAll = missing.reduce((sum, {wanted}) => sum + wanted.length, 0)
  // Sentences that a text repeats can mislead the search; the exact number tells whether anything is lost at all.
  const most = mayMiss(all.length)
  const exact = fewestLost(all, found.places, most, lostInAll <= most ? FEW_STEPS : undefined)
  let from = 0
  return sequence.map((text) => {
    const to = from + text.words.length
    const own = missing.filter((one) => one.wantedAt < to && one.wantedAt + one.wanted.length > from)
    const lost = own.reduce(
      (sum, one) => sum + Math.min(to, one.wantedAt + one.wanted.length) - Math.max(from, one.wantedAt),
      0
    )
    const share = {of: text.of, words: text.words.length, found: text.words.length - lost}
    from = to
    if (exact !== undefined)
      return {share: {...share, found: Math.max(share.found, text.words.length - exact)}, findings: []}
    return {share, findings: enough(share) ? [] : [finding(text, share, {first: own[0], all})]}
  })
}

/** Steps for a number that only the report is to say: a fraction of a second. */
const FEW_STEPS = 2e7

const mayMiss = (count: number): number => Math.max(MAY_MISS, count * (1 - LEAST_FOUND))

const enough = ({words: count, found}: Share): boolean => count - found <= mayMiss(count)

function finding(
  text: Wanted,
  share: Share,
  {first, all}: {first: Difference | undefined; all: readonly string[]}
): Finding {
  const name = text.document ? `document ${text.document}` : `the ${text.of}`
  const percent = ((100 * share.found) / share.words).toFixed(1)
  const where = first ? `; first: ${sentence({...first, found: []}, all)}` : ''
  const reason = `Unexpected loss in the PDF: ${share.found} of ${share.words} words of ${name} (${percent} %) are found in order, expected at least ${100 * LEAST_FOUND} %${where}`
  return {rule: 'output-differs', document: text.document, reason}
}
