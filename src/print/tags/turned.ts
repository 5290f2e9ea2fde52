// Text from right to left stands in a PDF as it is seen, line by line from the left; here it is put into the order in which it is read.
import {direction, TURNED} from '../../document/direction.ts'
import type {Tag} from '../contract.ts'
import {plain, unsaidAt} from './expected.ts'
import {asSigns, fragmentsOf, nameOf, saidBy, type Fonts, type Fragment, type Glyph, type Unit} from './fragments.ts'
import type {Decoder} from './unicode.ts'

/** Signs of one font that follow each other, to be written together. */
export interface TurnedPiece {
  text: string
  font: Decoder | undefined
  /** Font and place of the first sign, as operators. */
  place: string
  /** Operators of the signs. */
  show: string
  /** Whether what the piece says must be said beside the signs: there are several. */
  said: boolean
}

/** Whether the text of a block may stand in another order than it is read. */
export const mayBeTurned = ({text = '', lang, fromRight}: Tag): boolean =>
  fromRight === true || TURNED.test(text) || direction(lang) !== undefined

/** What the operators are read by. */
export interface TurnedReading {
  fonts: Fonts
  /** How the text goes on: letters apart from their marks, one space for any white space. */
  ahead: string
}

/**
 * Signs shown by these operators, one a line, in the order in which they are read; nothing where the browser has written something that
 * is not known. Each list of lines is that of a marked content, and so is each list of pieces, unless the text goes back and forth between
 * them: then all stand in the first. Nothing moves: every sign is placed where it was.
 */
export function inReadingOrder(
  marked: readonly (readonly string[])[],
  {fonts, ahead}: TurnedReading
): TurnedPiece[][] | undefined {
  const read: Read[] = []
  for (const [mark, lines] of marked.entries()) {
    const fragments = fragmentsOf(lines, fonts)
    if (!fragments) return undefined
    for (const fragment of fragments) {
      read.push({mark, fragment, readings: readingsOf(fragment, fonts)})
    }
  }
  const order = ordered(read, ahead)
  const goesOn = order.every(({mark}, index) => mark >= (order[index - 1]?.mark ?? 0))
  return marked.map((_, mark) =>
    order.flatMap((one) => ((goesOn ? one.mark : 0) === mark ? (one.readings[0]?.pieces ?? []) : []))
  )
}

/** The pieces of a fragment as they are read. Words of the scripts stay whole, so that readers of the page find words. */
function piecesOf({units, turned}: Fragment, fonts: Fonts): TurnedPiece[] {
  const groups: Unit[][] = []
  for (const unit of units) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const joins = turned ? joinsWord : joinsLine
    if (before && before.glyphs[0]?.font === unit.glyphs[0]?.font && joins(before, unit)) group?.push(unit)
    else groups.push([unit])
  }
  if (!turned) return groups.map((group) => lineOf(group, fonts))
  return groups.toReversed().flatMap((group) => wordOf(group, fonts))
}

/** Signs that are read in either direction, such as brackets, are kept apart where it is not that of the page. */
const joinsWord = (before: Unit, {text}: Unit): boolean => TURNED.test(before.text) && TURNED.test(text)

const joinsLine = (before: Unit, {glyphs}: Unit): boolean => before.glyphs.length === 1 && glyphs.length === 1

const lineOf = (units: readonly Unit[], fonts: Fonts): TurnedPiece =>
  pieceOf(
    textOf(units),
    units.flatMap(({glyphs}) => glyphs),
    fonts
  )

/**
 * Readers of signs turn a word round whose letters stand from the left. They go astray where marks stand above letters, where letters
 * reach under others and where one sign is two of them: there each sign is shown by itself, in the order of reading, letters before marks.
 */
function wordOf(units: readonly Unit[], fonts: Fonts): TurnedPiece[] {
  const read = units.toReversed()
  if (units.every(({glyphs, text}) => glyphs.length === 1 && HEBREW.test(text))) {
    const piece = pieceOf(
      textOf(read),
      units.flatMap(({glyphs}) => glyphs),
      fonts
    )
    return [units.length === 1 ? piece : {...piece, said: false, show: `/ReversedChars BMC\n${piece.show}\nEMC`}]
  }
  return read.map(({text, glyphs}) => {
    const signs = glyphs.toReversed()
    const show = signs.map((glyph, index) => `/Span BMC\n${showing(glyph, signs[index - 1])}\nEMC`).join('\n')
    return {...pieceOf(text, signs, fonts), show}
  })
}

/** One letter of a script whose letters stand beside each other. */
const HEBREW = /^[\u0590-\u05FF\uFB1D-\uFB4F]$/u

const textOf = (units: readonly Unit[]): string => units.map(({text}) => text).join('')

function pieceOf(text: string, glyphs: readonly Glyph[], fonts: Fonts): TurnedPiece {
  const [first] = glyphs
  return {
    text,
    font: first && fonts(nameOf(first.font)),
    place: first ? `${first.font}\n${first.origin}` : '',
    show: glyphs.map((glyph, index) => showing(glyph, glyphs[index - 1])).join('\n'),
    said: plain(glyphs.map((glyph) => saidBy(glyph, fonts)).join('')) !== plain(text)
  }
}

/** Moves to the sign, from its origin or from the sign before, and shows it. */
function showing({x, y, show}: Glyph, before: Glyph | undefined): string {
  const [along, down] = [x - (before?.x ?? 0), y - (before?.y ?? 0)].map((way) => Number(way.toFixed(5)))
  return along === 0 && down === 0 ? show : `${along} ${down} Td ${show}`
}

interface Read {
  mark: number
  fragment: Fragment
  /** As it may be read; the first is taken. */
  readings: Reading[]
}

interface Reading {
  pieces: TurnedPiece[]
  text: string
}

/** As a fragment may be read, by what the browser says of it and by its signs. */
function readingsOf(fragment: Fragment, fonts: Fonts): Reading[] {
  // Signs alone do not tell their direction.
  const mayTurn = NEUTRAL.test(fragment.units.map(({text}) => text).join('')) && fragment.units.length > 1
  const ways = mayTurn ? [fragment, {...fragment, turned: !fragment.turned}] : [fragment]
  const said = ways.map((way) => readingOf(way, fonts))
  const own = ways.flatMap((way) => asSigns(way, fonts) ?? []).map((way) => readingOf(way, fonts))
  return [...said, ...own]
}

function readingOf(fragment: Fragment, fonts: Fonts): Reading {
  const pieces = piecesOf(fragment, fonts)
  return {pieces, text: plain(pieces.map(({text}) => text).join(''))}
}

/** No letter and no figure. */
const NEUTRAL = /^[^\p{L}\p{N}]+$/u

/** Fragments line by line, those of a line as the text goes on. */
function ordered(all: readonly Read[], ahead: string): Read[] {
  const order: Read[] = []
  let rest = ahead
  let shown = ''
  for (const line of linesOf(all)) {
    const found = SPACES.map((spaces) => lineIn(line, {rest, shown}, spaces)).find((one) => one !== undefined)
    order.push(...(found?.order ?? line))
    shown = found?.shown ?? ''
    // What cannot be followed is told of where the text of the page is.
    rest = found?.rest ?? rest.slice(line.reduce((sum, {readings: [one]}) => sum + (one?.text.length ?? 0), 0))
  }
  return order
}

function linesOf(all: readonly Read[]): Read[][] {
  const lines: Read[][] = []
  for (const one of all) {
    const before = lines.at(-1)?.at(-1)?.fragment
    const {base, size} = one.fragment
    if (before && Math.abs(before.base - base) < Math.max(before.size, size) / 2) lines.at(-1)?.push(one)
    else lines.push([one])
  }
  return lines
}

/** How far the text has been followed: how it goes on, and its last letter. */
interface Followed {
  rest: string
  shown: string
}

/**
 * Which spaces of the text a line must show: all; all but those that the end of a line swallows, or that stand in no tag; or none, and then
 * those between its fragments are put anew where the text has them.
 */
const SPACES = ['all', 'some', 'none'] as const
type Spaces = (typeof SPACES)[number]

function lineIn(line: readonly Read[], followed: Followed, spaces: Spaces): Chain | undefined {
  const blank = ({readings}: Read): boolean => spaces === 'none' && (readings[0]?.text ?? '').trim() === ''
  return chain(
    line.filter((one) => !blank(one)),
    followed,
    {spaces, tries: {left: MOST_TRIES}}
  )
}

/** Lines of the same few words again and again have more orders than can be tried. */
const MOST_TRIES = 20_000

/** An order of fragments, and how the text goes on behind them. */
type Chain = Followed & {order: Read[]}

interface Trying {
  spaces: Spaces
  tries: {left: number}
}

/** An order of all these fragments in which the text begins with them, if there is one, and how it goes on. */
function chain(left: readonly Read[], {rest, shown}: Followed, {spaces, tries}: Trying): Chain | undefined {
  if (left.length === 0) return {order: [], rest, shown}
  const tried = new Set<string>()
  for (const one of left) {
    for (const reading of one.readings) {
      if (tried.has(reading.text)) continue
      tried.add(reading.text)
      if (tries.left-- <= 0) return undefined
      const after = behind({rest, shown}, reading.text, {spaces, last: left.length === 1})
      const others = left.filter((other) => other !== one)
      const next = {rest: after ?? '', shown: reading.text.at(-1) ?? shown}
      const found = after === undefined ? undefined : chain(others, next, {spaces, tries})
      if (found) return {...found, order: [{...one, readings: [reading]}, ...found.order]}
    }
  }
  return undefined
}

/** What follows these letters in a text that begins with them. A hyphen that the end of a line has put there is no letter of it. */
function behind(text: Followed, letters: string, {spaces, last}: {spaces: Spaces; last: boolean}): string | undefined {
  const end = endOf(text, letters, spaces)
  if (end !== undefined) return text.rest.slice(end)
  const hyphen = last && /[-\u2010]$/.test(letters) ? endOf(text, letters.slice(0, -1), spaces) : undefined
  return hyphen === undefined ? undefined : text.rest.slice(hyphen)
}

function endOf({rest, shown: before}: Followed, letters: string, spaces: Spaces): number | undefined {
  let at = spaces === 'some' && !letters.startsWith(' ') && rest.startsWith(' ') ? 1 : 0
  let shown = before
  for (const letter of letters) {
    // Behind its last word a text has no space, though one may stand there, and two beside the bar of a leaf.
    if (letter === ' ' && (spaces === 'none' || at === rest.length || (shown === ' ' && rest[at] !== ' '))) continue
    if (spaces === 'none') at += /^ */.exec(rest.slice(at))?.[0].length ?? 0
    at += unsaidAt(rest, at, {shown, letter}).length
    if (!rest.startsWith(letter, at)) return undefined
    at += letter.length
    shown = letter
  }
  return at
}
