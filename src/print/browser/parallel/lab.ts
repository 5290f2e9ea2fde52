// Measures two texts beside each other: heights of pieces and of feet, as they will stand on the pages.
import type {Lab} from '../layout.ts'
import {prepare} from '../layout.ts'
import {evenLines, evenNotes} from '../lines/even.ts'
import type {Carried, FootNote} from '../foot/index.ts'
import {fillFoot, footSlack, showFirst} from '../foot/notes.ts'
import {withInner} from '../foot/page-marks.ts'
import {settleNotes} from '../foot/settle.ts'
import {setColumns, setNoteColumns} from '../tables.ts'
import {cutsOf, letters, readRow} from './text.ts'
import type {RowCuts, RowText} from './text.ts'
import {pieceOf} from './piece.ts'
import type {FootHeights, Measures, Piece} from './plan.ts'
import {rectAt} from '../ruler.ts'
import type {FlowPart} from '../../contract.ts'

/** The rows of both sides, their cuts, and what they measure. */
export interface Bench {
  measures: Measures<Carried>
  /** A piece of a row of one side, ready to be laid out. */
  piece(side: number, piece: Piece): HTMLElement
  /** The article of a side without its rows. */
  shell(side: number): HTMLElement
  /** Where a row may be cut, and how the places were found. */
  cuts(row: number): RowCuts
  /** Number of the first paragraph of a row on one side. */
  firstNumber(side: number, row: number): string | undefined
  /** The first words after a piece. */
  wordsAfter(side: number, piece: Piece): string
  /** Letters of a row's text on one side before each of its cuts. */
  lettersBefore(side: number, row: number): number[]
}

/** Opens the bench in a lab; both sides must have as many rows. */
export function openBench(lab: Lab, sides: readonly [FlowPart, FlowPart]): Bench {
  setNoteColumns(lab.run.notes, lab.state.foot)
  evenNotes(lab.run.notes, lab.state.foot)
  const texts = [readSide(sides[0].html, lab), readSide(sides[1].html, lab)] as const
  const box = measuringBox(lab)
  const cuts = new Map<number, RowCuts>()
  const rowAt = (side: number, row: number): HTMLElement => {
    const found = texts[side]?.rows[row]
    if (!found) throw new Error(`Row ${row} is on one side only.`)
    return found
  }
  const cutsAt = (row: number): RowCuts => {
    const known = cuts.get(row)
    if (known) return known
    const rows = [readRow(rowAt(0, row)), readRow(rowAt(1, row))] as const
    const linesOn = (side: 0 | 1): number[] => linesIn(box, shell(side), rowAt(side, row))
    const found = cutsOf(rows, [sides[0].lang, sides[1].lang], linesOn)
    cuts.set(row, found)
    return found
  }
  const shell = (side: number): HTMLElement => texts[side]?.article.cloneNode(false) as HTMLElement
  const piece = (side: number, {row, from, to}: Piece): HTMLElement => {
    const {cuts: own} = cutsAt(row)
    const place = (at: number): number | undefined => own[at - 1]?.[side === 0 ? 0 : 1]
    return pieceOf(rowAt(side, row), from === 0 ? undefined : place(from), to > own.length ? undefined : place(to))
  }
  const height = remembered((side: number, one: Piece, top: boolean) => {
    const made = piece(side, one)
    if (top) markTop(made)
    const article = shell(side)
    article.append(made)
    // As the layout does: evened lines may be fewer, or more.
    evenLines(article, lab.state.content)
    box.replaceChildren(article)
    const measured = made.getBoundingClientRect().height
    box.replaceChildren()
    return measured
  })
  const notesOf = (side: number, pieces: readonly Piece[]): FootNote[] =>
    pieces.flatMap((one) => notesIn(piece(side, one), lab))
  return {
    measures: {
      rows: texts[0].rows.length,
      room: lab.state.frame.height,
      pitch: lab.state.pitch,
      cuts: (row) => cutsAt(row).cuts.length,
      height,
      foot: (pieces, {side, carried}) => footOf(lab, notesOf(side, pieces), carried),
      rest: (pieces, {side, carried}, text) => restOf(lab, notesOf(side, pieces), {carried, text})
    },
    piece,
    shell,
    cuts: cutsAt,
    ...reading(rowAt, cutsAt)
  }
}

/** What the rows say. */
function reading(
  rowAt: (side: number, row: number) => HTMLElement,
  cutsAt: (row: number) => RowCuts
): Pick<Bench, 'firstNumber' | 'wordsAfter' | 'lettersBefore'> {
  return {
    firstNumber: (side, row) => rowAt(side, row).querySelector<HTMLElement>('p[data-p]')?.dataset['p'],
    wordsAfter: (side, {row, to}) => {
      const at = cutsAt(row).cuts[to - 1]?.[side === 0 ? 0 : 1]
      const words = readRow(rowAt(side, row)).text.slice(at).replaceAll('\u00AD', '').trim().split(/\s+/)
      return words.slice(0, WORDS).join(' ')
    },
    lettersBefore: (side, row) => {
      const {text} = readRow(rowAt(side, row))
      return cutsAt(row).cuts.map((pair) => letters(text.slice(0, pair[side === 0 ? 0 : 1])))
    }
  }
}

/** Words by which a place is known. */
const WORDS = 4

function readSide(html: string, {state}: Lab): {article: HTMLElement; rows: HTMLElement[]} {
  const template = document.createElement('template')
  template.innerHTML = html
  prepare(template.content)
  setColumns(template.content, state.content)
  const article = template.content.firstElementChild
  if (!(article instanceof HTMLElement)) throw new Error('A side is not one element.')
  return {article, rows: [...article.querySelectorAll<HTMLElement>(':scope > .row')]}
}

/** As wide as the text, and out of the flow of the page, so that nothing in it is parted. */
function measuringBox({state}: Lab): HTMLElement {
  const box = document.createElement('div')
  const {left, right} = state.frame
  box.style.cssText = `position: absolute; left: 0; top: 0; visibility: hidden; width: ${right - left}px`
  state.content.append(box)
  return box
}

function remembered(measure: Measures<Carried>['height']): Measures<Carried>['height'] {
  const known = new Map<string, number>()
  return (side, piece, top) => {
    const key = [side, piece.row, piece.from, piece.to, top].join(' ')
    const height = known.get(key) ?? measure(side, piece, top)
    known.set(key, height)
    return height
  }
}

// As the layout does: the first block of a page has no distance above.
function markTop(piece: Element): void {
  for (let node: Element | null = piece; node; node = node.firstElementChild) node.setAttribute('data-page-top', '')
}

function footOf({state}: Lab, notes: readonly FootNote[], carried: Carried = NONE): FootHeights {
  fillFoot(state.foot, carried, notes)
  const whole = showFirst(state.foot, notes.length)
  const least = whole - footSlack(state.foot)
  fillFoot(state.foot, NONE, [])
  return {whole, least}
}

const NONE: Carried = new Map()

/** What a page with so much text leaves over of its notes: found as the layout finds it. */
function restOf(
  {state, run}: Lab,
  notes: readonly FootNote[],
  {carried = NONE, text}: {carried?: Carried | undefined; text: number}
): Carried | undefined {
  const rest = settleNotes(state, run, {carried, notes, room: state.frame.height - text})
  fillFoot(state.foot, NONE, [])
  return rest.size > 0 ? rest : undefined
}

/** Notes that a piece calls, and the entries whose lemma begins in it, with a number as wide as that of their line may be. */
function notesIn(piece: HTMLElement, {run}: Lab): FootNote[] {
  const anchors = [...piece.querySelectorAll<HTMLElement>('.call[data-note], [data-entry]')].flatMap(({dataset}) =>
    (dataset['note'] ?? dataset['entry'] ?? '').split(' ')
  )
  const notes = [...new Set(anchors)].flatMap((anchor) => run.notes.get(anchor) ?? [])
  return notes.flatMap((note, index) =>
    withInner(note, run).map((one) =>
      one.keyed === 'line' ? {note: one, key: {lines: index % 2 === 0 ? '20' : '30', occurrence: 0}} : {note: one}
    )
  )
}

/** Places of a row's text at which a line begins with a whole word. */
function linesIn(box: HTMLElement, shell: HTMLElement, row: HTMLElement): number[] {
  const copy = row.cloneNode(true) as HTMLElement
  shell.append(copy)
  box.replaceChildren(shell)
  const starts = lineStarts(readRow(copy))
  box.replaceChildren()
  return starts
}

function lineStarts({text, pieces}: RowText): number[] {
  const placeOf = (at: number): DOMRect | undefined => {
    const piece = pieces.findLast((one) => one.at <= at)
    if (!piece) return undefined
    const offset = at - piece.at
    return offset < piece.node.length ? rectAt(piece.node, offset) : undefined
  }
  const starts: number[] = []
  let before: DOMRect | undefined
  for (const {index, 0: word} of text.matchAll(/\S+/g)) {
    const here = placeOf(index)
    if (here && before && here.top > before.bottom - 1) starts.push(index)
    before = placeOf(index + word.length - 1) ?? before
  }
  return starts
}
