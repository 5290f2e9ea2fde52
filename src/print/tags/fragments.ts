// Reads what a marked content of a page shows: signs at their places, in the pieces that the browser has set in one go.
import {TURNED} from '../../document/direction.ts'
import {pdfString} from './strings.ts'
import type {Decoder} from './unicode.ts'

/** Fonts of a page by their names. */
export type Fonts = (name: string) => Decoder | undefined

/** A sign at its place on the page. */
export interface Glyph {
  /** `/F5 10.64 Tf` */
  font: string
  /** The last `Tm` before it, and how far it stands from there. */
  origin: string
  x: number
  y: number
  /** `<0013> Tj` */
  show: string
}

/** Signs that say something together: one, or a letter with its marks in the order in which they are drawn. */
export interface Unit {
  glyphs: Glyph[]
  text: string
}

/** Units that the browser has set in one go and in one direction, from the left. */
export interface Fragment {
  units: Unit[]
  /** Whether they are read from the right. */
  turned: boolean
  /** Its base line, and the size of its type. */
  base: number
  size: number
}

const SHOW = /^(?:(-?[\d.]+) (-?[\d.]+) Td )?(<[0-9A-F]+> Tj)$/
const SPAN = /^\/Span\s*<<\s*\/ActualText\s*([\s\S]*?)\s*>>\s*BDC$/
const REVERSED = '/ReversedChars BMC'
/** Text objects carry nothing from one to the next. */
const PASSED = new Set(['BT', 'ET', ''])

/** Whether an operator draws the bar through words that are struck out. */
export const isDrawn = (line: string): boolean => BAR.test(line)
const BAR = /^(?:(?:-?[\d.]+ ){4}re|f)$/

/** Fragments of these operators, one a line; nothing where the browser has written something that is not known. */
export function fragmentsOf(lines: readonly string[], fonts: Fonts): Fragment[] | undefined {
  const state: State = {fragments: [], marks: [], font: '', origin: '', x: 0, y: 0}
  const known = lines.every(
    (line) => PASSED.has(line) || isDrawn(line) || show(line, state, fonts) || mark(line, state) || place(line, state)
  )
  if (!known) return undefined
  for (const fragment of state.fragments) fragment.turned ||= fragment.units.some(({text}) => LETTER.test(text))
  return state.fragments
}

/**
 * A fragment as its signs themselves say it, if these say other letters. Where a line ends inside a word the browser takes each letter for
 * its neighbour; elsewhere it knows better than the signs, which may stand for several letters.
 */
export function asSigns(fragment: Fragment, fonts: Fonts): Fragment | undefined {
  const units = fragment.units.map(({glyphs}) => {
    const own = glyphs
      .toReversed()
      .map((glyph) => saidBy(glyph, fonts))
      .join('')
    return {glyphs, text: fragment.turned ? (MIRRORED.get(own) ?? own) : own}
  })
  const differs = units.some(({text}, at) => {
    const said = fragment.units[at]?.text ?? ''
    return text !== said && (LETTER.test(text) || LETTER.test(said))
  })
  return differs ? {...fragment, units} : undefined
}

/** Brackets that are drawn the other way round where they are read from the right. */
const MIRRORED = new Map(Array.from('()[]{}<>«»‹›⟨⟩', (sign, at) => [sign, '()[]{}<>«»‹›⟨⟩'[at ^ 1] ?? sign]))

/** Figures are read from the left in these scripts too. */
const LETTER = new RegExp(`(?=\\p{L})${TURNED.source}`, 'u')

interface State {
  fragments: Fragment[]
  marks: (Unit | 'reversed')[]
  font: string
  /** The last `Tm`: where it is the same again, the text goes on in another font. */
  origin: string
  /** How far the place has moved since. */
  x: number
  y: number
}

function show(line: string, state: State, fonts: Fonts): boolean {
  const [, dx = '0', dy = '0', shown] = SHOW.exec(line) ?? []
  const fragment = state.fragments.at(-1)
  if (shown === undefined || !fragment) return false
  state.x += Number(dx)
  state.y += Number(dy)
  fragment.turned ||= state.marks.includes('reversed')
  const span = state.marks.find((one) => one !== 'reversed')
  for (const glyph of signsOf(shown, state, fonts)) {
    span?.glyphs.push(glyph)
    if (!span) fragment.units.push({glyphs: [glyph], text: saidBy(glyph, fonts)})
    else if (span.glyphs.length === 1) fragment.units.push(span)
  }
  return true
}

/** The signs of a string, each at its place: a mark without width and its letter are shown together. */
function signsOf(shown: string, {font, origin, x, y}: State, fonts: Fonts): Glyph[] {
  const codes = shown.slice(1, shown.indexOf('>')).match(/.{4}/g) ?? []
  const width = fonts(nameOf(font))?.width
  if (codes.length < 2 || codes.some((code) => width?.(code) === undefined)) return [{font, origin, x, y, show: shown}]
  const size = Number(font.split(' ')[1])
  let at = x
  return codes.map((code) => {
    const glyph = {font, origin, x: at, y, show: `<${code}> Tj`}
    at += ((width?.(code) ?? 0) * size) / 1000
    return glyph
  })
}

function mark(line: string, {marks}: State): boolean {
  const actual = SPAN.exec(line)?.[1]
  if (actual !== undefined) marks.push({glyphs: [], text: pdfString(actual)})
  else if (line === REVERSED) marks.push('reversed')
  else if (line === 'EMC') marks.pop()
  else return false
  return true
}

function place(line: string, state: State): boolean {
  if (line.endsWith(' Tf')) state.font = line
  else if (line.endsWith(' Tm')) {
    ;[state.x, state.y] = [0, 0]
    const base = Number(line.split(' ')[5])
    const size = Number(state.font.split(' ')[1])
    if (line !== state.origin) state.fragments.push({units: [], turned: false, base, size})
    state.origin = line
  } else return false
  return true
}

/** What a sign says by itself. */
export const saidBy = ({font, show: shown}: Glyph, fonts: Fonts): string =>
  fonts(nameOf(font))?.text(shown.slice(1, shown.indexOf('>'))) ?? '\uFFFD'

/** `/F5 10.64 Tf` → `F5` */
export const nameOf = (font: string): string => font.slice(1, font.indexOf(' '))
