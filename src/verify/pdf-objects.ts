// Reads the objects of a PDF file, as far as is needed to find its pages and what is drawn on them; shares nothing with what wrote it.
import {inflateSync} from 'node:zlib'

/** A name with its slash, a number, a string in its brackets, `null`, `true`, `false`. */
export type PdfValue = string | PdfReference | PdfValue[] | PdfDict
/** The number of an object that stands elsewhere. */
export interface PdfReference {
  to: number
}
/** Entries by their keys, which have their slash. */
export type PdfDict = Map<string, PdfValue>

/** An object: its value, and where it is a stream its content as it stands in the file. */
export interface PdfObject {
  value: PdfValue
  stream?: Uint8Array | undefined
}

/** The objects of a file by number, and the entries of its end. */
export interface PdfObjects {
  end: PdfDict
  /** Whether their list is a table, as before PDF 1.5, or a stream. */
  list: 'table' | 'stream'
  get(number: number): PdfObject | undefined
}

/** Thrown where a file is none, or is built in a way that this reader does not know. */
export class UnknownPdf extends Error {}

/** The name at a key, with its slash; empty where there is none. */
export function nameAt(dict: PdfDict, key: string): string {
  const value = dict.get(key)
  return typeof value === 'string' ? value : ''
}

/** Whether a value is the number of an object. */
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Map)

/** A value, or the object that it refers to. */
export function valueIn(objects: PdfObjects, value: PdfValue | undefined): PdfValue | undefined {
  return isReference(value) ? objects.get(value.to)?.value : value
}

/** The same where it is a dictionary. */
export function dictIn(objects: PdfObjects, value: PdfValue | undefined): PdfDict | undefined {
  const found = valueIn(objects, value)
  return found instanceof Map ? found : undefined
}

/** One value or a list of them. */
export function listIn(objects: PdfObjects, value: PdfValue | undefined): PdfValue[] {
  const found = valueIn(objects, value)
  if (Array.isArray(found)) return found
  return value === undefined ? [] : [value]
}

/** What a stream holds, unpacked, one byte a character; empty where there is none. */
export function streamIn(objects: PdfObjects, value: PdfValue | undefined): string {
  const object = isReference(value) ? objects.get(value.to) : undefined
  return object ? streamOf(object) : ''
}

/** The same of an object. */
export function streamOf(object: PdfObject): string {
  if (!object.stream) return ''
  const packed = object.value instanceof Map && object.value.get('/Filter') === '/FlateDecode'
  return Buffer.from(packed ? inflateSync(object.stream) : object.stream).toString('latin1')
}

/** The pages of a file in order; throws `UnknownPdf` where one is missing. */
export function pagesIn(objects: PdfObjects): PdfDict[] {
  const below = (node: PdfValue | undefined): PdfDict[] => {
    const dict = dictIn(objects, node)
    if (!dict) throw new UnknownPdf('A page is missing')
    if (dict.get('/Type') === '/Page') return [dict]
    const kids = valueIn(objects, dict.get('/Kids'))
    return Array.isArray(kids) ? kids.flatMap(below) : []
  }
  return below(dictIn(objects, objects.end.get('/Root'))?.get('/Pages'))
}

/** Opens a file that has one list of objects: a cross-reference stream, or a table. */
export function openObjects(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = file.toString('latin1', Math.max(0, file.length - 64))
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const list = file.toString('latin1', start, start + 4) === 'xref' ? 'table' : 'stream'
  const {end, rows} = list === 'table' ? tableAt(file, start) : streamAt(file, start)
  const packs = new Map<number, PdfObject[]>()
  const read = (number: number): PdfObject | undefined => {
    const [kind, place = 0, at = 0] = rows[number] ?? []
    if (kind === 1) return objectAt(file, place)
    if (kind !== 2) return undefined
    const pack = packs.get(place) ?? unpack(objectAt(file, (rows[place] ?? [])[1] ?? Number.NaN))
    packs.set(place, pack)
    return pack[at]
  }
  const known = new Map<number, PdfObject | undefined>()
  const get = (number: number): PdfObject | undefined => {
    if (!known.has(number)) known.set(number, read(number))
    return known.get(number)
  }
  return {end, list, get}
}

/** Where objects stand: whether in the file (1) or in a pack (2), at which place or in which pack, and there as which. */
type Row = [kind: number, place: number, at: number]

function streamAt(file: Buffer, start: number): {end: PdfDict; rows: Row[]} {
  const {value: end, stream} = objectAt(file, start)
  if (!(end instanceof Map) || end.get('/Type') !== '/XRef' || !stream || end.has('/Prev') || !isWhole(end))
    throw new UnknownPdf('The list of objects is none that is known')
  return {end, rows: rowsOf(inflateSync(stream), listOf(end.get('/W')).map(Number))}
}

/** A table of all objects from 0, each in twenty bytes; then the entries of the end. */
function tableAt(file: Buffer, start: number): {end: PdfDict; rows: Row[]} {
  const text = file.toString('latin1', start)
  const [head = '', count = ''] = /^xref\s+0 (\d+)\s*?\r?\n/.exec(text) ?? []
  const rows = Array.from({length: Number(count)}, (_, number): Row => {
    const row = text.slice(head.length + TABLE_ROW * number, head.length + TABLE_ROW * (number + 1))
    const [, place, kind] = /^(\d{10}) \d{5} ([nf])[ \r][\r\n]$/.exec(row) ?? []
    if (kind === undefined) throw new UnknownPdf('The list of objects is none that is known')
    return [kind === 'n' ? 1 : 0, Number(place), 0]
  })
  const after = head.length + TABLE_ROW * rows.length
  const trailer = /^\s*trailer/.exec(text.slice(after, after + 20))?.[0]
  const [end] = (trailer !== undefined && parseValue(text, after + trailer.length)) || []
  if (head === '' || !(end instanceof Map) || end.has('/Prev') || end.has('/XRefStm') || end.get('/Size') !== count)
    throw new UnknownPdf('The list of objects is none that is known')
  return {end, rows}
}

const TABLE_ROW = 20

/** A list that leaves nothing out. */
function isWhole(end: PdfDict): boolean {
  const [from, count] = listOf(end.get('/Index') ?? ['0', end.get('/Size') ?? ''])
  return from === '0' && count === end.get('/Size')
}

const listOf = (value: PdfValue | undefined): PdfValue[] => (Array.isArray(value) ? value : [])

function rowsOf(bytes: Buffer, [first = 0, second = 0, third = 0]: number[]): Row[] {
  const width = first + second + third
  if (first !== 1 || width === 0 || second > 6 || third > 6)
    throw new UnknownPdf('The list of objects is none that is known')
  return Array.from({length: Math.floor(bytes.length / width)}, (_, row) => {
    const at = row * width
    return [bytes.readUInt8(at), bytes.readUIntBE(at + 1, second), bytes.readUIntBE(at + 1 + second, third)]
  })
}

const HEAD = /^\s*\d+\s+\d+\s+obj\b/
/** Longer than any dictionary of a stream; objects that are none are shorter still in files with packs. */
const LOOK = 4096

function objectAt(file: Buffer, offset: number): PdfObject {
  if (!(offset >= 0 && offset < file.length)) throw new UnknownPdf('An object is outside the file')
  for (let look = LOOK; ; look *= 8) {
    const text = file.toString('latin1', offset, Math.min(file.length, offset + look))
    const head = HEAD.exec(text)?.[0]
    if (head === undefined) throw new UnknownPdf('An object is not where it should be')
    const read = parseValue(text, head.length)
    if (!read && offset + look < file.length) continue
    if (!read) throw new UnknownPdf('An object has no end')
    const [value, to] = read
    const opening = /^\s*stream\r?\n/.exec(text.slice(to, to + 20))?.[0]
    if (opening === undefined || !(value instanceof Map)) return {value}
    const from = offset + to + opening.length
    return {value, stream: file.subarray(from, from + Number(value.get('/Length')))}
  }
}

/** The objects of a pack, in their order. */
function unpack({value, stream}: PdfObject): PdfObject[] {
  if (!(value instanceof Map) || !stream || value.get('/Type') !== '/ObjStm') throw new UnknownPdf('A pack is none')
  const text = inflateSync(stream).toString('latin1')
  const first = Number(value.get('/First'))
  const index = text.slice(0, first).trim().split(/\s+/).map(Number)
  return Array.from({length: Number(value.get('/N'))}, (_, at) => {
    const read = parseValue(text, first + (index[2 * at + 1] ?? 0))
    if (!read) throw new UnknownPdf('An object has no end')
    return {value: read[0]}
  })
}

const TOKEN =
  /(?:\s|%[^\n]*\n)*(?:(\d+)\s+\d+\s+R\b|(<<)|(\[)|(>>)|(\])|(<[0-9A-Fa-f\s]*>)|(\()|(\/[^\s/<>[\]()%{}]*|[^\s/<>[\]()%{}]+))/y

/** A value and where it ends; nothing where the text ends before it. */
function parseValue(text: string, from: number): [PdfValue, number] | undefined {
  TOKEN.lastIndex = from
  const found = TOKEN.exec(text)
  if (!found) return undefined
  const [, reference, dict, list, , , digits, string, other] = found
  const to = TOKEN.lastIndex
  if (reference !== undefined) return [{to: Number(reference)}, to]
  if (dict !== undefined) return parseDict(text, to)
  if (list !== undefined) return parseList(text, to, ']')
  if (string !== undefined) return parseString(text, to - 1)
  const simple = digits ?? other
  return simple === undefined ? undefined : [simple, to]
}

function parseList(text: string, from: number, end: ']' | '>>'): [PdfValue[], number] | undefined {
  const values: PdfValue[] = []
  for (let at = from; ;) {
    const space = /^\s*/.exec(text.slice(at, at + 64))?.[0].length ?? 0
    if (text.startsWith(end, at + space)) return [values, at + space + end.length]
    const read = parseValue(text, at)
    if (!read) return undefined
    values.push(read[0])
    at = read[1]
  }
}

function parseDict(text: string, from: number): [PdfDict, number] | undefined {
  const read = parseList(text, from, '>>')
  if (!read) return undefined
  const [values, to] = read
  const dict: PdfDict = new Map()
  for (let at = 0; at + 1 < values.length; at += 2) {
    const [key, value] = [values[at], values[at + 1]]
    if (typeof key === 'string' && value !== undefined) dict.set(key, value)
  }
  return [dict, to]
}

function parseString(text: string, from: number): [string, number] | undefined {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '(') depth++
    else if (sign === ')' && --depth === 0) return [text.slice(from, at + 1), at + 1]
  }
  return undefined
}
