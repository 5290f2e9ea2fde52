// Measures two texts beside each other: heights of pieces and of feet, as they will stand on the pages.
import type {Lab} from '../layout.ts'
import {prepare} from '../layout.ts'
import {evenLines} from '../lines/even.ts'
import {fillFoot, footSlack, showFirst} from '../foot/notes.ts'
import {cutsOf, letters, readRow} from './text.ts'
import type {RowText} from './text.ts'
import {pieceOf} from './piece.ts'
import type {FootHeights, Measures, Piece} from './plan.ts'
import {rectAt} from '../ruler.ts'
import type {FlowNote, FlowPart} from '../../contract.ts'

/** The rows of both sides, their cuts, and what they measure. */
export interface Bench {
  measures: Measures
  /** A piece of a row of one side, ready to be laid out. */
  piece(side: number, piece: Piece): HTMLElement
  /** The article of a side without its rows. */
  shell(side: number): HTMLElement
  /** Letters of a row's text on one side before each of its cuts. */
  lettersBefore(side: number, row: number): number[]
}

/** Opens the bench in a lab; both sides must have as many rows. */
export function openBench(lab: Lab, sides: readonly [FlowPart, FlowPart]): Bench {
  const texts = [readSide(sides[0].html), readSide(sides[1].html)] as const
  const box = measuringBox(lab)
  const cuts = new Map<number, [number, number][]>()
  const rowAt = (side: number, row: number): HTMLElement => {
    const found = texts[side]?.rows[row]
    if (!found) throw new Error(`Row ${row} is on one side only.`)
    return found
  }
  const cutsAt = (row: number): [number, number][] => {
    const known =
      cuts.get(row) ??
      findCuts([rowAt(0, row), rowAt(1, row)], [sides[0].lang, sides[1].lang], (side, text) =>
        linesIn(box, shell(side), text)
      )
    cuts.set(row, known)
    return known
  }
  const shell = (side: number): HTMLElement => texts[side]?.article.cloneNode(false) as HTMLElement
  const piece = (side: number, {row, from, to}: Piece): HTMLElement => {
    const own = cutsAt(row)
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
  return {
    measures: {
      rows: texts[0].rows.length,
      room: lab.state.frame.height,
      pitch: lab.state.pitch,
      cuts: (row) => cutsAt(row).length,
      height,
      foot: (side, pieces) =>
        footOf(
          lab,
          pieces.map((one) => piece(side, one))
        )
    },
    piece,
    shell,
    lettersBefore: (side, row) => {
      const {text} = readRow(rowAt(side, row))
      return cutsAt(row).map((pair) => letters(text.slice(0, pair[side === 0 ? 0 : 1])))
    }
  }
}

function readSide(html: string): {article: HTMLElement; rows: HTMLElement[]} {
  const template = document.createElement('template')
  template.innerHTML = html
  prepare(template.content)
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

function remembered(measure: (side: number, piece: Piece, top: boolean) => number): Measures['height'] {
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

function footOf({state, run}: Lab, pieces: readonly HTMLElement[]): FootHeights {
  const notes = pieces.flatMap((piece) => notesIn(piece, (anchor) => run.notes.get(anchor)))
  fillFoot(
    state.foot,
    new Map(),
    notes.map((note) => ({note}))
  )
  const whole = showFirst(state.foot, notes.length)
  const least = whole - footSlack(state.foot)
  fillFoot(state.foot, new Map(), [])
  return {whole, least}
}

/** Notes that a piece calls, and the entries whose lemma begins in it. */
function notesIn(piece: HTMLElement, noteOf: (anchor: string) => FlowNote | undefined): FlowNote[] {
  const anchors = [...piece.querySelectorAll<HTMLElement>('.call[data-note], [data-entry]')].flatMap(({dataset}) =>
    (dataset['note'] ?? dataset['entry'] ?? '').split(' ')
  )
  return [...new Set(anchors)].flatMap((anchor) => noteOf(anchor) ?? [])
}

function findCuts(
  rows: readonly [HTMLElement, HTMLElement],
  langs: readonly [string, string],
  lines: (side: number, row: HTMLElement) => number[]
): [number, number][] {
  return cutsOf([readRow(rows[0]), readRow(rows[1])], langs, (side) => lines(side, rows[side]))
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
