// Rewrites the content of a page: what is not heard becomes an ornament, and spaces and hyphens of line ends are put right.
import {pdfString} from './strings.ts'
import type {Finding} from './expected.ts'
import type {Decoder} from './unicode.ts'

/** What a page's content is to be read by. */
export interface PageReading {
  fonts: (name: string) => Decoder | undefined
  heard: (mcid: number) => boolean
  /** Marked content of the page in the order of reading. */
  order: readonly number[]
  /** Follows the text of the block to which marked content belongs. */
  follow: (mcid: number, piece: string) => Finding | undefined
  /** Whether the text of the block goes on with these letters. */
  expects: (mcid: number, piece: string) => boolean
  /** Height of the text area in the page: what is shown above and below it are heads and feet. */
  area: {top: number; bottom: number}
}

/** A piece of shown text. */
interface Piece {
  line: number
  text: string
  font: Decoder | undefined
  /** Line that sets the place of the text, if the piece is the first after it. */
  place: number | undefined
  /** Line after which more text may be shown: this one, or the end of a span of other text. */
  end: number
  /** Line that opens a span of other text, if the piece is the first in it. */
  span: number | undefined
}

/** The content of a page as the browser writes it, one operator a line, made ready for readers. */
export function rewrite(content: string, reading: PageReading): string {
  const page: Page = {
    lines: content.split('\n'),
    before: new Map(),
    after: new Map(),
    pieces: new Map(),
    unmarked: new Map()
  }
  markOrnaments(page, reading)
  for (const mcid of reading.order) {
    takeIn(page, mcid, reading)
    mendText(page, mcid, reading)
  }
  return page.lines
    .map((line, index) => (page.before.get(index) ?? '') + line + (page.after.get(index) ?? ''))
    .join('\n')
}

interface Page {
  lines: string[]
  /** Lines put in before and after others. */
  before: Map<number, string>
  after: Map<number, string>
  /** Shown text of each marked content. */
  pieces: Map<number, Piece[]>
  /** Text in no mark right before a marked content. */
  unmarked: Map<number, Unmarked>
}

/** Text that the browser has put in no mark, and the lines between which it stands. */
interface Unmarked {
  piece: Piece
  from: number
  to: number
  /** Line that opens the mark after it. */
  mark: number
}

/** Where the walk over the lines is. */
interface State {
  marks: Mark[]
  /** First line of a path, or of a text, that is in no mark. */
  path: number | undefined
  text: number | undefined
  font: Decoder | undefined
  place: number | undefined
  /** Text in no mark that was shown last. */
  unmarked: Omit<Unmarked, 'mark'> | undefined
}

interface Mark {
  /** Line that opens it. */
  line: number
  mcid?: number
  /** Text that stands for all that is shown in the mark. */
  actual?: string
  pieces: Piece[]
}

function markOrnaments(page: Page, reading: PageReading): void {
  const state: State = {
    marks: [],
    path: undefined,
    text: undefined,
    font: undefined,
    place: undefined,
    unmarked: undefined
  }
  page.lines.forEach((line, index) => {
    // The browser writes `>>BDC` too.
    const operator = line.endsWith('BDC') ? 'BDC' : line.slice(line.lastIndexOf(' ') + 1)
    OPERATORS.get(operator)?.({page, index, line, state, reading})
  })
}

/** An operator and where it stands. */
interface Here {
  page: Page
  index: number
  line: string
  state: State
  reading: PageReading
}

const startPath = ({state, index}: Here): void => void (state.path ??= index)

/** What is done at each operator that matters; all others stay as they are. */
const OPERATORS: ReadonlyMap<string, (here: Here) => void> = new Map([
  ['BDC', open],
  ['BMC', open],
  ['EMC', close],
  ['BT', ({state, index}) => void (state.text = state.marks.length === 0 ? index : undefined)],
  ['ET', endText],
  ['Tf', ({state, reading, line}) => void (state.font = reading.fonts(line.slice(1, line.indexOf(' '))))],
  ['Tm', ({state, index}) => void (state.place = index)],
  ['Tj', show],
  ['TJ', show],
  ['m', startPath],
  ['re', startPath],
  ['n', ({state}) => void (state.path = undefined)],
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'].map((name) => [name, paint] as const),
  ...['Do', 'sh'].map((name) => [name, drawObject] as const)
])

function open({page, index, line, state, reading}: Here): void {
  const mark: Mark = {line: index, pieces: []}
  const mcid = /\/MCID (\d+)/.exec(line)?.[1]
  if (mcid !== undefined) {
    mark.mcid = Number(mcid)
    if (!reading.heard(mark.mcid)) page.lines[index] = ORNAMENT
    else if (state.unmarked?.to === index - 1) page.unmarked.set(mark.mcid, {...state.unmarked, mark: index})
  }
  const actual = /\/ActualText\s*([\s\S]*?)\s*>>\s*BDC$/.exec(line)?.[1]
  if (actual !== undefined) mark.actual = pdfString(actual)
  state.marks.push(mark)
}

const ORNAMENT = '/Artifact BMC'

function close({state, index}: Here): void {
  for (const piece of state.marks.pop()?.pieces ?? []) piece.end = index
}

function show({page, index, line, state}: Here): void {
  const owner = state.marks.find(({mcid}) => mcid !== undefined)
  const start = state.place
  state.place = undefined
  if (owner?.mcid === undefined) return showUnmarked({index, line, state}, start)
  const span = state.marks.find(({actual}) => actual !== undefined)
  const shown = shownBy(line, state)
  const text = span ? (span.pieces.length === 0 ? (span.actual ?? '') : '') : shown
  const opened = span?.pieces.length === 0 ? span.line : undefined
  const piece: Piece = {line: index, text, font: state.font, place: start, end: index, span: opened}
  span?.pieces.push(piece)
  const pieces = page.pieces.get(owner.mcid)
  if (pieces) pieces.push(piece)
  else page.pieces.set(owner.mcid, [piece])
}

/** Text of the strings of a line, which are hexadecimal digits in brackets. */
function shownBy(line: string, {font}: State): string {
  let text = ''
  for (let from = line.indexOf('<'); from >= 0; from = line.indexOf('<', from + 1)) {
    const to = line.indexOf('>', from)
    if (to > from) text += font?.text(line.slice(from + 1, to)) ?? ''
  }
  return text
}

function showUnmarked({index, line, state}: Pick<Here, 'index' | 'line' | 'state'>, place: number | undefined): void {
  if (state.text === undefined) return
  const text = shownBy(line, state)
  const last = state.unmarked
  if (last?.from === state.text) last.piece = {...last.piece, text: last.piece.text + text, line: index, end: index}
  else {
    const piece = {line: index, text, font: state.font, place, end: index, span: undefined}
    state.unmarked = {piece, from: state.text, to: index}
  }
}

/** Text in no mark is a running head, a folio or a number in the margin. */
function endText({page, index, state, reading}: Here): void {
  if (state.text === undefined) return
  const start = page.lines.slice(state.text, index).find((line) => line.endsWith(' Tm'))
  const height = Number(start?.split(' ')[5] ?? NaN)
  const kind = height < reading.area.top ? 'Header' : height > reading.area.bottom ? 'Footer' : undefined
  const mark = kind ? `/Artifact <</Type /Pagination /Subtype /${kind}>> BDC` : ORNAMENT
  ornament(page, {from: state.text, to: index}, mark)
  if (state.unmarked?.from === state.text) state.unmarked.to = index
  state.text = undefined
}

function paint({page, index, state}: Here): void {
  if (state.path !== undefined && state.marks.length === 0) ornament(page, {from: state.path, to: index})
  state.path = undefined
}

function drawObject({page, index, state}: Here): void {
  if (state.marks.length === 0) ornament(page, {from: index, to: index})
}

function ornament(page: Page, {from, to}: {from: number; to: number}, mark = ORNAMENT): void {
  page.before.set(from, `${mark}\n`)
  page.after.set(to, '\nEMC')
}

/**
 * The browser now and then leaves the first sign of a page in no mark, such as a bracket before italics. Where the text goes on with
 * it, and not with what is marked after it, it is taken into that mark.
 */
function takeIn(page: Page, mcid: number, {expects}: PageReading): void {
  const unmarked = page.unmarked.get(mcid)
  const pieces = page.pieces.get(mcid)
  const first = pieces?.find(({text}) => text.trim() !== '')
  if (!unmarked || !pieces || !first || expects(mcid, first.text) || !expects(mcid, unmarked.piece.text)) return
  const {from, to, mark, piece} = unmarked
  page.before.set(from, `${page.lines[mark] ?? ''}\n`)
  page.after.delete(to)
  page.lines[mark] = ''
  pieces.unshift(piece)
}

function mendText(page: Page, mcid: number, reading: PageReading): void {
  let before: Piece | undefined
  for (const piece of page.pieces.get(mcid) ?? []) {
    const finding = reading.follow(mcid, piece.text)
    if (finding?.unsaid && before) sayInstead(page, before, before.text + finding.unsaid)
    if (finding?.space) putSpace(page, piece, before)
    if (finding?.hyphen && !piece.text.includes('\u00AD')) {
      page.before.set(piece.line, `/Span <</ActualText <FEFF00AD>>> BDC\n`)
      page.after.set(piece.line, '\nEMC')
      piece.end = piece.line
    }
    if (piece.text !== '') before = piece
  }
}

/** A space has no ink, and each line of text is placed anew, so that nothing moves. */
function putSpace(page: Page, piece: Piece, before: Piece | undefined): void {
  if (before?.font?.space !== undefined) {
    page.after.set(before.end, `${page.after.get(before.end) ?? ''}\n<${before.font.space}> Tj`)
    return
  }
  const place = piece.place === undefined ? undefined : page.lines[piece.place]
  if (piece.span !== undefined) sayInstead(page, piece, ` ${piece.text}`)
  else if (piece.font?.space !== undefined && piece.place !== undefined && place !== undefined)
    page.after.set(piece.place, `\n<${piece.font.space}> Tj\n${place}`)
  // Fonts of a few strange letters have no space: it is said with the letters beside it.
  else if (before && before.end === before.line) sayInstead(page, before, `${before.text} `)
  else if (piece.end === piece.line) sayInstead(page, piece, ` ${piece.text}`)
}

/** Inside a span of other text nothing is heard but that: then it is the span that says something else. */
function sayInstead(page: Page, piece: Piece, text: string): void {
  if (piece.span === undefined) {
    page.before.set(piece.line, `${saying(text)}\n`)
    page.after.set(piece.line, '\nEMC')
  } else page.lines[piece.span] = saying(text)
  piece.text = text
}

const saying = (text: string): string =>
  `/Span <</ActualText <FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>>> BDC`
