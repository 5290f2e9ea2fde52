// The text of one side of a row, and the places where it may be cut so that both sides go on with the same words.
import {alignByLength} from './align.ts'
import type {Cut, Units} from './align.ts'

/** Text of a row: its pieces one after the other, blocks parted by a line end. */
export interface RowText {
  text: string
  pieces: {node: Text; at: number; block: Element; fixed: boolean}[]
}

/** Where both sides of a row may be cut, and how the places were found. */
export interface RowCuts {
  cuts: Cut[]
  /** `same`: both sides have as many units; `lengths`: units that answer each other by their lengths; `lines`: the nearest lines. */
  by: 'same' | 'lengths' | 'lines'
  /** Sentences, lines of verse, items of either side. */
  units: [number, number]
}

/** What stands whole: nothing in it is cut. */
const FIXED = 'figure, header, h1, h2, h3, h4, h5, h6, pre, thead, .part-title, .end-notes'
const BLOCKS = 'p, li, td, th, h1, h2, h3, h4, h5, h6, figcaption, pre'

/** Reads the text of a row without the words of the program. */
export function readRow(row: Element): RowText {
  const found: RowText = {text: '', pieces: []}
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
  let last: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || !parent || parent.closest('.generated')) continue
    const block = parent.closest(BLOCKS)
    if (!block || !row.contains(block) || (!/\S/.test(node.data) && block !== last)) continue
    if (last && block !== last) found.text += '\n'
    last = block
    found.pieces.push({node, at: found.text.length, block, fixed: parent.closest(FIXED) !== null})
    found.text += node.data
  }
  return found
}

/** How many signs a text has, white space and soft hyphens not counted. */
export const letters = (text: string): number => text.replace(/[\u00AD\s]/g, '').length

/** Where units begin, but the first: sentences, lines of verse, rows of a table; blocks begin units too. */
export function unitStarts({text, pieces}: RowText, lang: string): number[] {
  const starts: number[] = []
  for (const [index, {at, block}] of pieces.entries()) {
    if (block === pieces[index - 1]?.block || !beginsUnit(block)) continue
    const next = pieces.find((one) => one.at > at && one.block !== block)
    const own = text.slice(at, next ? next.at - 1 : undefined)
    const inside = block.closest('td, th') ? [0] : block.closest('.part-verse') ? lineStarts(own) : sentences(own, lang)
    starts.push(...inside.map((start) => at + start).filter((start) => !behindLabel(pieces, {block, at, start})))
  }
  return starts.slice(1)
}

/** The label of a turn, which may end with a stop, belongs to the words after it. */
function behindLabel(
  pieces: RowText['pieces'],
  {block, at, start}: {block: Element; at: number; start: number}
): boolean {
  const before = pieces.filter(
    (one) => one.block === block && one.at < start && /\S/.test(one.node.data.slice(0, start - one.at))
  )
  return start > at && before.every(({node}) => node.parentElement?.closest('.speaker'))
}

/** Cells of a row of a table stand side by side. */
const beginsUnit = (block: Element): boolean => {
  const cell = block.closest('td, th')
  return !cell || (cell.previousElementSibling === null && (cell === block || cell.querySelector(BLOCKS) === block))
}

const lineStarts = (text: string): number[] => [...text.matchAll(/(?<=^|\n)[^\S\n]*\S/g)].map(({index}) => index)

function sentences(text: string, lang: string): number[] {
  const starts: number[] = []
  for (const {index, segment} of segmenter(lang).segment(text))
    if (segment.trim() !== '') starts.push(index + segment.length - segment.trimStart().length)
  return starts
}

/**
 * Places to cut both sides of a row: between units where both have as many, else between those that answer each other by their
 * lengths; where there are none, at lines that lie as far on in either text. `lines` gives the places where lines begin with a whole
 * word.
 */
export function cutsOf(
  texts: readonly [RowText, RowText],
  langs: readonly [string, string],
  lines: (side: 0 | 1) => number[]
): RowCuts {
  const [left, right] = texts
  const starts = [unitStarts(left, langs[0]), unitStarts(right, langs[1])] as const
  const units: [number, number] = [starts[0].length + 1, starts[1].length + 1]
  const may = ([a, b]: Cut): boolean => mayCut(left, a) && mayCut(right, b)
  const same = sameUnits(texts, starts)
  if (same) return {cuts: same.filter(may), by: 'same', units}
  const aligned = alignByLength(unitsOf(left, starts[0]), unitsOf(right, starts[1])).filter(may)
  if (aligned.length > 0) return {cuts: aligned, by: 'lengths', units}
  return {cuts: proportional(texts, [lines(0), lines(1)]).filter(may), by: 'lines', units}
}

function sameUnits(
  [left, right]: readonly [RowText, RowText],
  [a, b]: readonly [number[], number[]]
): Cut[] | undefined {
  if (left.text === '') return b.map((at) => [0, at])
  if (right.text === '') return a.map((at) => [at, 0])
  return a.length === b.length && a.length > 0 ? a.map((at, index) => [at, b[index] ?? 0]) : undefined
}

function unitsOf({text}: RowText, starts: readonly number[]): Units {
  const before = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++)
    before[at + 1] = (before[at] ?? 0) + (/[\u00AD\s]/.test(text[at] ?? '') ? 0 : 1)
  return {starts, letters: (at) => before[at] ?? 0, end: text.length}
}

/** For each line of the left side the line of the right one that begins nearest to the same share of its text. */
function proportional(
  [left, right]: readonly [RowText, RowText],
  [a, b]: readonly [readonly number[], readonly number[]]
): Cut[] {
  const cuts: Cut[] = []
  for (const at of a) {
    const wanted = (at / left.text.length) * right.text.length
    const near = b.toSorted((x, y) => Math.abs(x - wanted) - Math.abs(y - wanted))[0]
    if (near !== undefined && near > (cuts.at(-1)?.[1] ?? 0)) cuts.push([at, near])
  }
  return cuts
}

/** Not inside what stands whole, not right behind the head of a table, and not before any text that is no heading. */
function mayCut({text, pieces}: RowText, at: number): boolean {
  if (text === '') return true
  const piece = pieces.findLast((one) => one.at <= at)
  if (!piece || piece.fixed || !pieces.some((one) => !one.fixed && one.at < at)) return false
  const before = pieces.findLast((one) => one.at < piece.at && one.block !== piece.block)
  return at > piece.at || !before?.block.matches('thead *')
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang) ?? makeSegmenter(lang)
  segmenters.set(lang, known)
  return known
}

/** A tag that the browser does not know has the rules of all languages. */
function makeSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, {granularity: 'sentence'})
  } catch {
    return new Intl.Segmenter(undefined, {granularity: 'sentence'})
  }
}
