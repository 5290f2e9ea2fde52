// Reads the lines of a Markdown file into blocks, by the surface of the dialect alone; no Markdown library has a part in it.
import {readDirectiveLine} from './scan-directive.ts'
import type {Block, Directive, Line, Stretch} from './scan-pieces.ts'
import {cellsOf, isTableHead} from './scan-table.ts'

/** Quotation, list item or note around the lines that follow. */
type Holder = {kind: 'quote'} | {kind: 'item'; width: number} | {kind: 'note'; blocks: Block[]}

/** Where the reading of lines is. */
interface State {
  holders: Holder[]
  /** Blocks of the outermost level; those of a note are in its holder. */
  blocks: Block[]
  /** Lines of the paragraph that is open, or of the table. */
  paragraph: Line[]
  table: boolean
  fence?: {marker: string; lines: Line[]} | undefined
  container?: {directive: Directive; colons: number; lines: Line[]} | undefined
}

/** Splits a text into lines. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let offset = 0
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (match.index < offset) continue
    lines.push({text: text.slice(offset, match.index), offset})
    offset = match.index + match[0].length
  }
  return lines
}

/** Reads lines into blocks. */
export function readBlocks(lines: readonly Line[]): Block[] {
  const state: State = {holders: [], blocks: [], paragraph: [], table: false}
  lines.forEach((line, index) => readLine(state, line, lines[index + 1]))
  closeAll(state, 0)
  return state.blocks
}

function readLine(state: State, line: Line, next: Line | undefined): void {
  const {rest, matched} = strip(state, line)
  const whole = matched === state.holders.length
  if (whole && (state.fence ?? state.container)) return readInside(state, rest)
  const opened = open(state, rest, matched)
  // A line of a paragraph may leave out the marks of its containers.
  const lazy = !opened.new && !whole && state.paragraph.length > 0 && !state.table && !isBlank(rest)
  if (!opened.new && !whole && !(lazy && !startsLeaf(rest, undefined))) closeAll(state, matched)
  readLeaf(state, opened.rest, below(state, next))
}

/** The next line inside the same containers: a table shows itself by its second line only. */
function below(state: State, next: Line | undefined): Line | undefined {
  if (!next) return undefined
  const {rest, matched} = strip(state, next)
  return matched === state.holders.length && !holderAt(rest, true) ? rest : undefined
}

/** Takes off the marks of the containers that go on in this line. */
function strip(state: State, line: Line): {rest: Line; matched: number} {
  let rest = line
  let matched = 0
  for (const holder of state.holders) {
    const inner = goesOn(holder, rest)
    if (!inner) break
    rest = inner
    matched++
  }
  return {rest, matched}
}

function goesOn(holder: Holder, line: Line): Line | undefined {
  if (holder.kind === 'quote') return after(line, /^[ \t]*>[ \t]?/)
  if (isBlank(line)) return line
  const width = holder.kind === 'note' ? 4 : holder.width
  return indentOf(line.text) >= width ? unindent(line, width) : undefined
}

/** Opens the containers that begin in this line. */
function open(state: State, line: Line, matched: number): {new: boolean; rest: Line} {
  const interrupts = matched === state.holders.length && state.paragraph.length > 0 && !state.table
  let rest = line
  let isNew = false
  for (;;) {
    const holder = holderAt(rest, interrupts)
    if (!holder) return {new: isNew, rest}
    if (!isNew) closeAll(state, matched)
    isNew = true
    if (holder.made.kind === 'note') add(state, {kind: 'note', label: holder.label ?? '', blocks: holder.made.blocks})
    state.holders.push(holder.made)
    rest = holder.rest
  }
}

interface Opened {
  made: Holder
  rest: Line
  label?: string
}

function holderAt(line: Line, interrupts: boolean): Opened | undefined {
  const quote = after(line, /^[ \t]*>[ \t]?/)
  if (quote) return {made: {kind: 'quote'}, rest: quote}
  const definition = /^[ \t]*\[\^((?:[^\][\s\\]|\\.)+)\]:[ \t]*/.exec(line.text)
  if (definition)
    return {made: {kind: 'note', blocks: []}, rest: cut(line, definition[0].length), label: definition[1] ?? ''}
  return itemAt(line, interrupts)
}

/** A list item; one that would interrupt a paragraph must have text, and number 1 if it has a number. */
function itemAt(line: Line, interrupts: boolean): Opened | undefined {
  const match = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+|$)/.exec(line.text)
  if (!match || isRule(line.text)) return undefined
  const [whole, before = '', sign = '', space = ''] = match
  const rest = cut(line, whole.length)
  if (interrupts && (isBlank(rest) || (sign.length > 1 && Number.parseInt(sign, 10) !== 1))) return undefined
  const width = columns(before) + sign.length + (isBlank(rest) ? 1 : columns(space))
  return {made: {kind: 'item', width}, rest}
}

/** Lines of code or of a container, up to its end. */
function readInside(state: State, line: Line): void {
  const {fence, container} = state
  if (fence) {
    const close = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(line.text)?.[1]
    if (close?.startsWith(fence.marker)) flush(state)
    else fence.lines.push(line)
    return
  }
  const close = /^[ \t]*(:{3,})[ \t]*$/.exec(line.text)?.[1]
  if (container && close && close.length >= container.colons) flush(state)
  else container?.lines.push(line)
}

function readLeaf(state: State, line: Line, next: Line | undefined): void {
  if (isBlank(line)) return flush(state)
  if (state.table && !startsLeaf(line, next)) {
    state.paragraph.push(line)
    return
  }
  const begun = startsLeaf(line, next)
  if (!begun) {
    state.paragraph.push(line)
    return
  }
  flush(state)
  begin(state, line, begun)
}

type Begun =
  | {kind: 'rule'}
  | {kind: 'heading'}
  | {kind: 'fence'; marker: string}
  | {kind: 'table'}
  | {kind: 'leaf' | 'container'; directive: Directive}

/** What a line begins that is no paragraph. */
function startsLeaf(line: Line, next: Line | undefined): Begun | undefined {
  if (isRule(line.text)) return {kind: 'rule'}
  if (/^[ \t]*#{1,6}(?:[ \t]|$)/.test(line.text)) return {kind: 'heading'}
  const fence = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/.exec(line.text)?.[1]
  if (fence) return {kind: 'fence', marker: fence}
  const directive = readDirectiveLine(line)
  if (directive) return {kind: directive.colons > 2 ? 'container' : 'leaf', directive}
  if (next && isTableHead(line.text, next.text)) return {kind: 'table'}
  return undefined
}

function begin(state: State, line: Line, begun: Begun): void {
  if (begun.kind === 'heading') {
    const text = line.text.replace(/(^|[ \t]+)#+[ \t]*$/, '')
    const start = /^[ \t]*#{1,6}[ \t]*/.exec(line.text)?.[0].length ?? 0
    add(state, {kind: 'text', stretch: stretchOf([cut({...line, text: text.length < start ? '' : text}, start)])})
  } else if (begun.kind === 'fence') state.fence = {marker: begun.marker, lines: []}
  else if (begun.kind === 'leaf') add(state, {kind: 'leaf', directive: begun.directive})
  else if (begun.kind === 'container')
    state.container = {directive: begun.directive, colons: begun.directive.colons, lines: []}
  else if (begun.kind === 'table') {
    state.table = true
    state.paragraph.push(line)
  }
}

/** Closes what is open inside the first `depth` containers, and the containers beyond. */
function closeAll(state: State, depth: number): void {
  flush(state)
  state.holders.length = Math.min(depth, state.holders.length)
}

/** Closes the paragraph, table, code or container that is open. */
function flush(state: State): void {
  const {paragraph, table, fence, container} = state
  state.paragraph = []
  state.table = false
  state.fence = undefined
  state.container = undefined
  if (table) for (const cell of cellsOf(paragraph)) add(state, {kind: 'text', stretch: stretchOf([cell])})
  else if (paragraph.length > 0) add(state, {kind: 'text', stretch: stretchOf(paragraph), paragraph: true})
  if (fence) add(state, {kind: 'code', stretch: stretchOf(fence.lines)})
  if (container) add(state, {kind: 'container', directive: container.directive, blocks: readBlocks(container.lines)})
}

const add = (state: State, block: Block): number => blocksOf(state).push(block)

/** Blocks of the innermost note, or of the file. */
function blocksOf({holders, blocks}: State): Block[] {
  const note = holders.findLast((holder) => holder.kind === 'note')
  return note?.kind === 'note' ? note.blocks : blocks
}

const isBlank = ({text}: Line): boolean => text.trim() === ''

/** Three or more of `-`, `*` or `_`, alone on a line. */
const isRule = (text: string): boolean => /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(text)

/** Drops characters at the start of a line. */
const cut = ({text, offset}: Line, length: number): Line => ({text: text.slice(length), offset: offset + length})

function after(line: Line, pattern: RegExp): Line | undefined {
  const match = pattern.exec(line.text)
  return match ? cut(line, match[0].length) : undefined
}

/** Width of white space, a tab reaching to the next multiple of four. */
function columns(space: string): number {
  let width = 0
  for (const sign of space) width = sign === '\t' ? width + 4 - (width % 4) : width + 1
  return width
}

const indentOf = (text: string): number => columns(/^[ \t]*/.exec(text)?.[0] ?? '')

function unindent(line: Line, width: number): Line {
  let length = 0
  while (length < line.text.length && columns(line.text.slice(0, length)) < width) length++
  return cut(line, length)
}

function stretchOf(lines: readonly Line[]): Stretch {
  const offsets: number[] = []
  const texts = lines.map((line, index) => {
    const {text, offset} = cut(line, /^[ \t]*/.exec(line.text)?.[0].length ?? 0)
    const whole = index < lines.length - 1 ? `${text}\n` : text
    for (let at = 0; at < whole.length; at++) offsets.push(offset + at)
    return whole
  })
  return {text: texts.join(''), offsets}
}
