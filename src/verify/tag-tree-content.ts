// Reads the content of a page for the reader of tags: what each piece of marked content says, and what is shown in no mark at all.
import {TURNED} from '../document/direction.ts'
import {decode, fromHex, type CodedFont} from './tag-tree-fonts.ts'

/** Text of a page. */
export interface PageText {
  /** By the number of the marked content. */
  marked: Map<number, string>
  /** Shown neither in numbered content nor in an artifact. */
  loose: string
}

/** A pair of BDC or BMC and EMC. */
interface Mark {
  mcid?: number
  artifact?: boolean
  /** What is said in the place of all that is shown inside, and that. */
  actual?: {said: string; shown: string}
  /** What is shown inside, which is read from the last letter to the first. */
  reversed?: string[]
}

interface Reading {
  fonts: (name: string) => CodedFont | undefined
  page: PageText
  font: CodedFont | undefined
  marks: Mark[]
  /** Operands since the last operator: strings, the last name, the last dictionary. */
  strings: string[]
  name: string
  dict: string
}

/** Reads the operators of a page, one byte a character. */
export function readContent(content: string, fonts: Reading['fonts']): PageText {
  const page: PageText = {marked: new Map(), loose: ''}
  const reading: Reading = {fonts, page, font: undefined, marks: [], strings: [], name: '', dict: ''}
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(content); found; found = TOKEN.exec(content)) {
    const [token] = found
    const sign = token.charCodeAt(0)
    if (sign === SLASH) reading.name = token.slice(1)
    else if (token === '<<') reading.dict = dictAt(content, found.index)
    else if (sign === LESS || sign === OPEN) reading.strings.push(token)
    else operate(token, reading)
  }
  return page
}

const [SLASH, LESS, OPEN] = [0x2f, 0x3c, 0x28]

/** A comment is passed over; numbers, brackets of arrays and ends of dictionaries are not looked at. */
const TOKEN =
  /<<|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^])*\))*\)|\/[^\s/<>[\]()%{}]*|[A-Za-z'"][A-Za-z0-9*'"]*/g

/** A dictionary of properties; the next token is read behind it. */
function dictAt(content: string, from: number): string {
  DICT.lastIndex = from
  const dict = DICT.exec(content)?.[0] ?? '<<'
  TOKEN.lastIndex = from + dict.length
  return dict
}
const DICT = /<<(?:[^<>()]|<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\[^])*\)|<<[^<>]*>>)*>>/y

function operate(operator: string, reading: Reading): void {
  const {strings, name} = reading
  if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"') show(reading)
  else if (operator === 'Tf') reading.font = reading.fonts(name)
  else if (operator === 'BDC' || operator === 'BMC') open(reading)
  else if (operator === 'EMC') close(reading)
  if (strings.length > 0) reading.strings = []
  reading.dict = ''
}

function open(reading: Reading): void {
  const {marks, name, dict} = reading
  const mcid = /\/MCID\s+(\d+)/.exec(dict)?.[1]
  const actual = /\/ActualText\s*(<[^>]*>|\((?:[^()\\]|\\[^])*\))/.exec(dict)?.[1]
  marks.push({
    ...(mcid !== undefined && {mcid: Number(mcid)}),
    ...(name === 'Artifact' && {artifact: true}),
    ...(name === 'ReversedChars' && {reversed: []})
  })
  if (actual === undefined) return
  const said = textOf(actual)
  say(reading, said)
  marks[marks.length - 1] = {...marks.at(-1), actual: {said, shown: ''}}
}

function show(reading: Reading): void {
  const {font, strings} = reading
  let text = ''
  for (const string of strings) text += font ? decode(hexOf(string), font) : '\uFFFD'
  for (const {actual} of reading.marks) if (actual) actual.shown += text
  const reversed = reading.marks.findLast((mark) => mark.reversed !== undefined)?.reversed
  if (reversed) reversed.push(text)
  else say(reading, text)
}

function close(reading: Reading): void {
  const {reversed, actual} = reading.marks.pop() ?? {}
  if (reversed) say(reading, Array.from(reversed.join('')).toReversed().join(''))
  // Letters with marks are said in the order of reading; they must be those that are shown.
  if (actual && TURNED.test(actual.said) && lettersOf(actual.said) !== lettersOf(actual.shown))
    say(reading, actual.shown)
}

const lettersOf = (text: string): string =>
  Array.from(text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '').normalize('NFD'))
    .toSorted()
    .join('')

function say({marks, page}: Reading, text: string): void {
  if (marks.some(({artifact, actual}) => artifact === true || actual !== undefined)) return
  const mcid = marks.findLast((mark) => mark.mcid !== undefined)?.mcid
  if (mcid === undefined) page.loose += text
  else page.marked.set(mcid, (page.marked.get(mcid) ?? '') + text)
}

/** Codes of a string. */
function hexOf(string: string): string {
  if (string.startsWith('<')) return string.slice(1, -1).replace(/\s/g, '')
  return Buffer.from(literal(string), 'latin1').toString('hex')
}

/** Text of a string that is no string of codes: `(fi)`, `<FEFF00AD>`. */
export function textOf(string: string): string {
  const hex = hexOf(string)
  return /^feff/i.test(hex) ? fromHex(hex.slice(4)) : Buffer.from(hex, 'hex').toString('latin1')
}

const literal = (string: string): string =>
  string.slice(1, -1).replace(/\\([0-7]{1,3}|\r\n|[^])/g, (_, sign: string) => {
    if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8))
    return ESCAPES[sign] ?? sign
  })
const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r\n': ''}
