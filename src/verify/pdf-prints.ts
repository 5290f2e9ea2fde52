// What is drawn on each page of a PDF, as fingerprints: the same page has the same, wherever it stands and whatever file it is in.
import {createHash} from 'node:crypto'
import {
  isReference,
  openObjects,
  pagesIn,
  UnknownPdf,
  type PdfDict,
  type PdfObjects,
  type PdfValue
} from './pdf-objects.ts'

/** Fingerprints of a page. */
export interface PagePrint {
  /** Of what is drawn. */
  content: string
  /** Of that and the fonts and images that it is drawn with: of all that decides over what a reader sees. */
  whole: string
}

/** Fingerprints of all pages in order; nothing where the file is built in a way that this reader does not know. */
export function printsOf(bytes: Uint8Array): PagePrint[] | undefined {
  try {
    const objects = openObjects(bytes)
    const memory = new Map<number, string>()
    return pagesIn(objects).map((page) => printOf(page, objects, memory))
  } catch (error) {
    if (error instanceof UnknownPdf) return undefined
    throw error
  }
}

function printOf(page: PdfDict, objects: PdfObjects, memory: Map<number, string>): PagePrint {
  const contents = page.get('/Contents')
  const hash = createHash('sha256')
  for (const one of Array.isArray(contents) ? contents : [contents])
    if (isReference(one)) hash.update(objects.get(one.to)?.stream ?? '')
  const content = hash.digest('hex')
  const resources = digest(page.get('/Resources') ?? 'null', objects, memory)
  return {content, whole: createHash('sha256').update(`${content} ${resources}`).digest('hex')}
}

/** Hash of a value with all that it leads to, in which the numbers of objects do not matter. */
function digest(value: PdfValue, objects: PdfObjects, memory: Map<number, string>): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map((one) => digest(one, objects, memory)).join(' ')}]`
  if (value instanceof Map)
    return `<<${[...value].map(([key, one]) => `${key} ${digest(one, objects, memory)}`).join(' ')}>>`
  const known = memory.get(value.to)
  if (known !== undefined) return known
  // What leads back to itself is told by where it stands.
  memory.set(value.to, 'itself')
  const object = objects.get(value.to)
  const hash = createHash('sha256').update(digest(object?.value ?? 'null', objects, memory))
  const own = hash.update(object?.stream ?? '').digest('hex')
  memory.set(value.to, own)
  return own
}
