// Writes a PDF file of objects that are text already: object streams, cross-reference stream, nothing that differs from run to run.
import {deflateSync} from 'node:zlib'

/** An object of the file: its number is its place in the list, from 1. */
export interface FileObject {
  /** For a stream its dictionary without the length. */
  text: string
  /** Content of a stream, as it stands in the file. */
  stream?: Uint8Array | undefined
}

/** What is written at the end of the file. */
export interface Trailer {
  root: number
  info?: number | undefined
  /** Hexadecimal digits. */
  id: string
}

/** Objects that are packed together: readers unpack them as a whole. */
const PACK = 200

/** The bytes of a file that holds these objects. */
export function writeFile(objects: readonly FileObject[], trailer: Trailer): Uint8Array {
  const file = newFile()
  const packed: number[] = []
  for (const [index, {text, stream}] of objects.entries()) {
    if (stream) addStream(file, index + 1, {text, stream})
    else packed.push(index + 1)
  }
  let next = objects.length + 1
  for (let from = 0; from < packed.length; from += PACK) {
    const numbers = packed.slice(from, from + PACK)
    addStream(file, next, pack(numbers, objects))
    for (const [at, number] of numbers.entries()) file.places.set(number, {packedIn: next, at})
    next++
  }
  addEnd(file, next, trailer)
  return Buffer.concat(file.chunks)
}

/** Where an object stands: at a byte of the file, or at a place in a pack. */
type Place = {offset: number} | {packedIn: number; at: number}

interface Written {
  chunks: Uint8Array[]
  length: number
  places: Map<number, Place>
}

const newFile = (): Written => {
  // Four bytes above 127 tell that the file is no text.
  const header = Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')
  return {chunks: [header], length: header.length, places: new Map()}
}

function add(file: Written, chunk: Uint8Array): void {
  file.chunks.push(chunk)
  file.length += chunk.length
}

function addStream(file: Written, number: number, {text, stream}: {text: string; stream: Uint8Array}): void {
  file.places.set(number, {offset: file.length})
  const dict = text.replace(/>>$/, `/Length ${stream.length}>>`)
  add(file, Buffer.from(`${number} 0 obj\n${dict}\nstream\n`, 'latin1'))
  add(file, stream)
  add(file, Buffer.from('\nendstream\nendobj\n', 'latin1'))
}

function pack(numbers: readonly number[], objects: readonly FileObject[]): {text: string; stream: Uint8Array} {
  const texts = numbers.map((number) => objects[number - 1]?.text ?? 'null')
  let offset = 0
  const index = numbers.map((number, at) => {
    const entry = `${number} ${offset}`
    offset += (texts[at] ?? '').length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const stream = deflateSync(Buffer.from(`${head}${texts.join('\n')}`, 'latin1'))
  return {text: `<</Type/ObjStm/N ${numbers.length}/First ${head.length}/Filter/FlateDecode>>`, stream}
}

/** One row an object: kind, offset or pack, place in the pack. */
const WIDTHS = [1, 4, 2] as const
const ROW = 7

function addEnd(file: Written, number: number, {root, info, id}: Trailer): void {
  const start = file.length
  file.places.set(number, {offset: start})
  const rows = Buffer.alloc((number + 1) * ROW)
  rows.writeUInt16BE(0xffff, 5)
  for (const [object, place] of file.places) {
    const at = object * ROW
    rows.writeUInt8('offset' in place ? 1 : 2, at)
    rows.writeUInt32BE('offset' in place ? place.offset : place.packedIn, at + 1)
    rows.writeUInt16BE('offset' in place ? 0 : place.at, at + 5)
  }
  const stream = deflateSync(rows)
  const facts = [
    `/Type/XRef/Size ${number + 1}/W[${WIDTHS.join(' ')}]/Filter/FlateDecode/Root ${root} 0 R`,
    info === undefined ? '' : `/Info ${info} 0 R`,
    `/ID[<${id}><${id}>]/Length ${stream.length}`
  ]
  add(file, Buffer.from(`${number} 0 obj\n<<${facts.join('')}>>\nstream\n`, 'latin1'))
  add(file, stream)
  add(file, Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'))
}
