// Letters of Hebrew and Arabic script have many forms, and marks that are drawn apart: what the browser does not say of such a sign is
// found from what it says of the letters that are drawn with it.
import {PDFDict, PDFName, PDFRawStream, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib'
import {SCRIPT_FACES} from '../../document/script-faces.ts'
import {nameIn} from '../tags/objects.ts'
import {pdfString} from '../tags/strings.ts'
import {mapOf} from '../tags/unicode.ts'
import {contentOf, unpack} from './page-content.ts'

/** Completes the maps from signs to characters of the fonts of these scripts. */
export function sayForms(pdf: PDFDocument): void {
  const fonts = new Map<PDFDict, Known>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !isScriptFont(object)) continue
    const said = mapOf(object.lookup(PDFName.of('ToUnicode')))
    fonts.set(object, new Map([...said].filter(([, text]) => text !== '\0')))
  }
  if (fonts.size === 0) return
  const before = new Map([...fonts].map(([font, known]) => [font, known.size]))
  const clusters = pdf.getPages().flatMap((page) => clustersOf(page, fonts))
  learn(clusters)
  for (const [font, known] of fonts) if (known.size !== before.get(font)) write(pdf, font, known)
}

/** Characters by the code of a sign. */
type Known = Map<number, string>

/** Signs that are drawn together, and what they say together. */
interface Cluster {
  known: Known
  codes: number[]
  text: string
}

const isScriptFont = (dict: PDFDict): boolean => {
  const name = nameIn(dict, 'BaseFont') ?? ''
  return SCRIPT_FACES.some((face) => name.includes(`+${face.name}-`))
}

function clustersOf(page: PDFPage, fonts: ReadonlyMap<PDFDict, Known>): Cluster[] {
  const clusters: Cluster[] = []
  let known: Known | undefined
  let open: Cluster | undefined
  for (const line of contentOf(page).split('\n')) {
    const actual = /^\/Span\s*<<\s*\/ActualText\s*([\s\S]*?)\s*>>\s*BDC$/.exec(line)?.[1]
    if (actual !== undefined) open = {known: new Map(), codes: [], text: pdfString(actual)}
    if (line.endsWith(' Tf')) {
      const font = page.node
        .Resources()
        ?.lookup(PDFName.of('Font'), PDFDict)
        .lookup(PDFName.of(line.slice(1, line.indexOf(' '))))
      known = font instanceof PDFDict ? fonts.get(font) : undefined
    }
    const codes = /<((?:[0-9A-F]{4})+)> Tj$/.exec(line)?.[1]?.match(/.{4}/g) ?? []
    open?.codes.push(...codes.map((code) => parseInt(code, 16)))
    if (line === 'EMC' && open) {
      if (known && open.codes.length > 0) clusters.push({...open, known})
      open = undefined
    }
  }
  return clusters
}

/**
 * Where one sign of a cluster is not known, it says what the others leave; that may tell of one in another cluster. Where that tells no more,
 * the letter of a cluster with few strange signs is told from its marks, and that may tell again.
 */
function learn(clusters: readonly Cluster[]): void {
  for (let left = deduced(clusters); left.length > 0; left = deduced(left)) {
    const [easiest] = left.toSorted((a, b) => strangeIn(a).length - strangeIn(b).length)
    if (easiest) guess(easiest)
  }
}

/** Learns what is certain; returns the clusters in which more than one sign is not known. */
function deduced(clusters: readonly Cluster[]): Cluster[] {
  let left = [...clusters]
  for (let before = -1; left.length !== before;) {
    before = left.length
    left = left.filter((cluster) => {
      const {known, codes} = cluster
      const strange = strangeIn(cluster)
      const [only] = strange
      if (only === undefined) return false
      if (strange.length > 1 || codes.filter((code) => code === only).length > 1) return true
      const rest = restOf(cluster)
      if (rest !== undefined) known.set(only, rest === '' ? NOTHING : rest)
      return false
    })
  }
  return left
}

/** The letter is drawn last, its marks before it. */
function guess(cluster: Cluster): void {
  const {known} = cluster
  const [letter, ...marks] = strangeIn(cluster).toReversed()
  const rest = Array.from(restOf(cluster) ?? '')
  const isMark = (character: string): boolean => /\p{M}/u.test(character)
  const own = marks.length === 0 ? rest : rest.filter((character) => !isMark(character))
  const others = marks.length === 0 ? [] : rest.filter(isMark)
  if (letter !== undefined) known.set(letter, own.join('') || NOTHING)
  for (const [index, mark] of marks.entries()) known.set(mark, (index === 0 && others.join('')) || NOTHING)
}

const strangeIn = ({known, codes}: Cluster): number[] => [...new Set(codes.filter((code) => !known.has(code)))]

const restOf = ({known, codes, text}: Cluster): string | undefined =>
  without(text, codes.map((code) => known.get(code) ?? '').join(''))

/** A part of a letter that is said by another: a word joiner, which has neither form nor width. */
const NOTHING = '\u2060'

/** Letters and marks of a text that others leave; nothing where it does not have them. */
function without(text: string, others: string): string | undefined {
  const left = lettersOf(text)
  for (const letter of lettersOf(others)) {
    const at = left.indexOf(letter)
    if (at < 0) return undefined
    left.splice(at, 1)
  }
  return left.join('').normalize('NFC')
}

const lettersOf = (text: string): string[] =>
  Array.from(text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFD'))

function write({context}: PDFDocument, font: PDFDict, known: Known): void {
  const place = font.get(PDFName.of('ToUnicode'))
  const map = font.lookup(PDFName.of('ToUnicode'))
  if (!(map instanceof PDFRawStream) || !place) return
  const given = Buffer.from(unpack(map)).toString('latin1')
  const sections = /(?:\d+ begin(?:bfchar|bfrange)\s[^]*?end(?:bfchar|bfrange)\s+)+/
  const rows = [...known].toSorted(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${utf16(text)}>`)
  const chunks = Array.from({length: Math.ceil(rows.length / MOST)}, (_, at) => rows.slice(at * MOST, (at + 1) * MOST))
  const written = chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar\n`).join('')
  const mended = given.replace(sections, () => written)
  font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(Buffer.from(mended, 'latin1'))))
}

/** Rows of one section, as PDF allows. */
const MOST = 100

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
