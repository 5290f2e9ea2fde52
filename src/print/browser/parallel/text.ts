// The text of one side of a row, and the places where it may be cut so that both sides go on with the same words.

/** Text of a row: its pieces one after the other, blocks parted by a line end. */
export interface RowText {
  text: string
  pieces: {node: Text; at: number; fixed: boolean}[]
}

/** What stands whole: nothing in it is cut. */
const FIXED = 'table, ul, ol, figure, header, h1, h2, h3, h4, h5, h6, pre, .part-verse, .part-title, .end-notes'
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
    if (!block || !row.contains(block)) continue
    if (last && block !== last) found.text += '\n'
    last = block
    found.pieces.push({node, at: found.text.length, fixed: parent.closest(FIXED) !== null})
    found.text += node.data
  }
  return found
}

/** How many signs a text has, white space and soft hyphens not counted. */
export const letters = (text: string): number => text.replace(/[\u00AD\s]/g, '').length

/** Where sentences begin, but the first. */
export function sentenceStarts(text: string, lang: string): number[] {
  const starts: number[] = []
  for (const {index, segment} of segmenter(lang).segment(text)) {
    if (segment.trim() === '') continue
    starts.push(index + segment.length - segment.trimStart().length)
  }
  return starts.slice(1)
}

/**
 * Places to cut both sides of a row: between sentences where both have as many, else at lines that lie as far on in either text.
 * `lines` gives the places where lines begin with a whole word.
 */
export function cutsOf(
  texts: readonly [RowText, RowText],
  langs: readonly [string, string],
  lines: (side: 0 | 1) => number[]
): [number, number][] {
  const [left, right] = texts
  const sentences = [sentenceStarts(left.text, langs[0]), sentenceStarts(right.text, langs[1])] as const
  const cuts = matching(texts, sentences) ?? proportional(texts, [lines(0), lines(1)])
  return cuts.filter(([a, b]) => mayCut(left, a) && mayCut(right, b))
}

function matching(
  [left, right]: readonly [RowText, RowText],
  [a, b]: readonly [number[], number[]]
): [number, number][] | undefined {
  if (left.text === '') return b.map((at) => [0, at])
  if (right.text === '') return a.map((at) => [at, 0])
  return a.length === b.length && a.length > 0 ? a.map((at, index) => [at, b[index] ?? 0]) : undefined
}

/** For each line of the left side the line of the right one that begins nearest to the same share of its text. */
function proportional(
  [left, right]: readonly [RowText, RowText],
  [a, b]: readonly [number[], number[]]
): [number, number][] {
  const cuts: [number, number][] = []
  for (const at of a) {
    const wanted = (at / left.text.length) * right.text.length
    const near = b.toSorted((x, y) => Math.abs(x - wanted) - Math.abs(y - wanted))[0]
    if (near !== undefined && near > (cuts.at(-1)?.[1] ?? 0)) cuts.push([at, near])
  }
  return cuts
}

/** Not inside what stands whole, and not before any text that is no heading. */
function mayCut({text, pieces}: RowText, at: number): boolean {
  if (text === '') return true
  const piece = pieces.findLast((one) => one.at <= at)
  return piece !== undefined && !piece.fixed && pieces.some((one) => !one.fixed && one.at < at)
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
