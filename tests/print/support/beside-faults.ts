// What is wrong with two texts beside each other on finished pages: words, notes, heights, places. Empty when all is well.
import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import type {LaidOut} from '../../../src/print/contract.ts'
import type {Beside, Series} from './beside.ts'
import type {BesideSide} from './lab.ts'
import {elements, ownText} from './read-pages.ts'

/** Names of both documents, the left one first. */
const sideNames = (openings: readonly [BesideSide, BesideSide][]): [string, string] => [
  openings.find(([left]) => left.document)?.[0].document ?? '',
  openings.find(([, right]) => right.document)?.[1].document ?? ''
]

/** All faults of a layout, in words. */
export function besideFaults(made: Beside, laidOut: LaidOut, openings: readonly [BesideSide, BesideSide][]): string[] {
  const names = sideNames(openings)
  return [
    ...laidOut.problems.filter(({kind}) => kind !== 'layout-note').map(({kind, detail}) => `${kind}: ${detail}`),
    ...names.flatMap((name, side) => wordFaults(made, laidOut, {name, side: side as 0 | 1})),
    ...openings.flatMap(([left, right], at) => [
      ...[left, right].flatMap(({stray}) => stray.map((text) => `opening ${at}: “${text}” stands outside`)),
      ...[...levelFaults(left, right), ...rowFaults(made, left, right)].map((fault) => `opening ${at}: ${fault}`)
    ])
  ]
}

const plain = (text: string): string => text.replace(/[\s\u00AD]/g, '')

const has = ({properties}: Element, name: string): boolean =>
  Array.isArray(properties.className) && properties.className.includes(name)

/** Pages of one side in their order. */
export const pagesOf = ({pages}: LaidOut, name: string): Element[] =>
  pages.flatMap((page) => elements(fromHtml(page)).filter(({properties}) => properties['dataDocument'] === name))

function wordFaults(made: Beside, laidOut: LaidOut, {name, side}: {name: string; side: 0 | 1}): string[] {
  const pages = pagesOf(laidOut, name).flatMap((page) => elements(page))
  const text = plain(
    pages
      .filter((one) => has(one, 'row') && one.properties['dataRow'] !== '0')
      .map((one) => ownText(one))
      .join('')
  )
  const {given} = made
  const wanted = plain(given[side].text.join(''))
  const faults = text === wanted ? [] : [`${name}: text differs at ${differs(text, wanted)}`]
  for (const series of ['tn', 'en', 'an'] as Series[]) {
    const notes = pages.filter((one) => has(one, 'note') && one.properties['dataRegister'] === series)
    const found = plain(notes.map((one) => ownText(one)).join(''))
    const own = plain(given[side].notes[series].join(''))
    if (found !== own) faults.push(`${name}: notes ${series} differ at ${differs(found, own)}`)
  }
  return faults
}

function differs(found: string, wanted: string): string {
  let at = 0
  while (at < found.length && found[at] === wanted[at]) at++
  return `${at}: found ${found.slice(at, at + 30)}, expected ${wanted.slice(at, at + 30)} (${found.length}, ${wanted.length})`
}

/** Kinds whose text fills its row, without distances of its own. */
const PLAIN = new Set(['plain', 'turn'])
const PARTED_BY_SENTENCES = new Set(['plain', 'quote', 'list', 'verse', 'turn'])

/** No row is higher than the higher of its texts; and both sides go on with the same sentence where they have as many. */
function rowFaults({rows}: Beside, left: BesideSide, right: BesideSide): string[] {
  if (left.blank || right.blank) return []
  const last = left.rows.length - 1
  return left.rows.flatMap((row, index) => {
    const own = rows[row.row - 1]
    const other = right.rows[index]
    if (!own || !other) return []
    const faults: string[] = []
    const spare = row.bottom - Math.max(row.textBottom, other.textBottom)
    if (index < last && own.every(({kind}) => PLAIN.has(kind)) && spare > 6)
      faults.push(`row ${row.row} is ${spare} too high`)
    const [a, b] = own
    const same =
      a.sentences.length === b.sentences.length && (a.kind === b.kind || own.every(({kind}) => kind !== 'turn'))
    if (same && own.every(({kind}) => PARTED_BY_SENTENCES.has(kind)) && stops(row.words) !== stops(other.words))
      faults.push(`row ${row.row} has ${stops(row.words)} sentences beside ${stops(other.words)}`)
    return faults
  })
}

const stops = (words: string): number => words.split('.').length - 1

const ROUNDING = 1

/** Rows of an opening begin level; none reaches into the next; none is higher than both its texts. */
function levelFaults(left: BesideSide, right: BesideSide): string[] {
  // Where notes of one side fill a page, the other waits; text never stands alone.
  if (left.blank || right.blank)
    return [left, right].flatMap(({rows}) => rows.map(({row}) => `row ${row} stands beside a blank page`))
  const faults: string[] = []
  const own = ({rows}: BesideSide): number[] => rows.map(({row}) => row)
  if (own(left).join() !== own(right).join()) return [`rows ${own(left).join()} beside ${own(right).join()}`]
  for (const [index, row] of left.rows.entries()) {
    const other = right.rows[index]
    if (other && Math.abs(row.top - other.top) > ROUNDING) faults.push(`row ${row.row} at ${row.top} and ${other.top}`)
  }
  for (const {rows} of [left, right])
    for (const [index, {row, textTop}] of rows.entries()) {
      const before = rows[index - 1]
      if (before && textTop < before.textBottom - 5) faults.push(`row ${row} over the one before`)
    }
  return faults
}
