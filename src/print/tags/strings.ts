// Strings of a PDF, as its content has them.
import {fromUtf16} from './unicode.ts'

/** Text of a string: `(fi)`, `<FEFF00AD>`. */
export function pdfString(source: string): string {
  if (source.startsWith('<'))
    return decoded(Buffer.from(source.slice(1, -1).replace(/\s/g, ''), 'hex').toString('latin1'))
  return decoded(source.slice(1, -1).replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) => unescaped(one)))
}

const unescaped = (one: string): string =>
  /^[0-7]/.test(one) ? String.fromCharCode(parseInt(one, 8)) : (ESCAPES[one] ?? one)

const ESCAPES: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', b: '\b', f: '\f'}

/** Bytes are UTF-16 after its mark, else plain letters. */
const decoded = (bytes: string): string =>
  bytes.startsWith('\u00FE\u00FF') ? fromUtf16(Buffer.from(bytes.slice(2), 'latin1').toString('hex')) : bytes
