// Rewrites the content of a page: what is not heard becomes an ornament, and spaces and hyphens of line ends are put right.
import {saying, type Page, type PageReading, type Piece} from './page-lines.ts'
import {pdfString} from './strings.ts'
import {moveMarks, turn} from './turn-marks.ts'
import type {Decoder} from './unicode.ts'

/** The content of a page as the browser writes it, one operator a line, made ready for readers. */
export function rewrite(content: string, reading: PageReading): string {
  const page: Page = {
    lines: content.split('\n'),
    before: new Map(),
    after: new Map(),
    pieces: new Map(),
    ranges: new Map(),
    put: new Map(),
    moved: new Map()
  }
  const count = page.lines.length
  markOrnaments(page, reading)
  moveMarks(page, reading)
  for (const run of reading.order) {
    turn(page, run, reading)
    for (const mcid of run) mendText(page, mcid, reading)
  }
  return written(page, count)
}

/** All lines, with those put in, in their places. */
function written(page: Page, count: number): string {
  const line = (index: number): string =>
    [index, ...(page.put.get(index) ?? [])]
      .map((one) => (page.before.get(one) ?? '') + (page.lines[one] ?? '') + (page.after.get(one) ?? ''))
      .join('\n')
  const lines: string[] = []
  for (let index = 0; index < count; index++) {
    const other = page.moved.get(index)
    if (!other) lines.push(line(index))
    else {
      for (let at = other.from; at < other.to; at++) lines.push(line(at))
      index = other.until - 1
    }
  }
  return lines.join('\n')
}

/** Where the walk over the lines is. */
interface State {
  marks: Mark[]
  /** First line of a path, or of a text, that is in no mark. */
  path: number | undefined
  text: number | undefined
  font: Decoder | undefined
  place: number | undefined
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
    place: undefined
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
  }
  const actual = /\/ActualText\s*([\s\S]*?)\s*>>\s*BDC$/.exec(line)?.[1]
  if (actual !== undefined) mark.actual = pdfString(actual)
  state.marks.push(mark)
}

const ORNAMENT = '/Artifact BMC'

function close({page, state, index}: Here): void {
  const mark = state.marks.pop()
  for (const piece of mark?.pieces ?? []) piece.end = index
  if (mark?.mcid !== undefined) page.ranges.set(mark.mcid, {from: mark.line, to: index})
}

function show({page, index, line, state}: Here): void {
  const owner = state.marks.find(({mcid}) => mcid !== undefined)
  const start = state.place
  state.place = undefined
  if (owner?.mcid === undefined) return
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

/** Text in no mark is a running head, a folio or a number in the margin. */
function endText({page, index, state, reading}: Here): void {
  if (state.text === undefined) return
  const start = page.lines.slice(state.text, index).find((line) => line.endsWith(' Tm'))
  const height = Number(start?.split(' ')[5] ?? NaN)
  const kind = height < reading.area.top ? 'Header' : height > reading.area.bottom ? 'Footer' : undefined
  const mark = kind ? `/Artifact <</Type /Pagination /Subtype /${kind}>> BDC` : ORNAMENT
  ornament(page, {from: state.text, to: index}, mark)
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
  const space = before && spaceBehind(before)
  const place = piece.place === undefined ? undefined : page.lines[piece.place]
  if (before && space !== undefined) page.after.set(before.end, `${page.after.get(before.end) ?? ''}\n${space}`)
  else if (piece.place !== undefined && place !== undefined && spaceAhead(piece) !== undefined)
    page.after.set(piece.place, `\n${spaceAhead(piece)}\n${place}`)
  else if (piece.span !== undefined) sayInstead(page, piece, ` ${piece.text}`)
  // Fonts of a few strange letters have no space: it is said with the letters beside it.
  else if (before && before.end === before.line) sayInstead(page, before, `${before.text} `)
  else if (piece.end === piece.line) sayInstead(page, piece, ` ${piece.text}`)
}

/** Of a turned piece the place stands before its span, of others in it. */
const spaceAhead = (piece: Piece): string | undefined =>
  piece.space ?? (piece.span === undefined ? spaceBehind(piece) : undefined)

const spaceBehind = ({font, space}: Piece): string | undefined =>
  font?.space === undefined ? space : `<${font.space}> Tj`

/** Inside a span of other text nothing is heard but that: then it is the span that says something else. */
function sayInstead(page: Page, piece: Piece, text: string): void {
  if (piece.span === undefined) {
    page.before.set(piece.line, `${saying(text)}\n`)
    page.after.set(piece.line, '\nEMC')
  } else page.lines[piece.span] = saying(text)
  piece.text = text
}
