// Source texts that the PDF carries along, as PDF/A-3 asks: what each is to the book, and how to tell that it is whole.
import {createHash} from 'node:crypto'
import {PDFHexString, PDFName, type PDFDocument} from '@cantoo/pdf-lib'

/** A file to be carried along. */
export interface Attachment {
  /** Path as the edition has it. */
  name: string
  bytes: Uint8Array
  /** `text/plain` */
  mediaType: string
  /** What it is, for the reader. */
  description: string
}

/** Writes the files into the PDF, in the order of their names. No date is written: the files have none of their own. */
export function attach({catalog, context}: PDFDocument, attachments: readonly Attachment[]): void {
  if (attachments.length === 0) return
  const sorted = attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const files = sorted.map(({name, bytes, mediaType, description}) => {
    const stream = context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: mediaType,
      // PDF names the checksum after MD5.
      Params: {Size: bytes.length, CheckSum: PDFHexString.of(createHash('md5').update(bytes).digest('hex'))}
    })
    const file = context.register(stream)
    const title = PDFHexString.fromText(name)
    const facts = {Type: 'Filespec', F: title, UF: title, AFRelationship: 'Source', EF: {F: file, UF: file}}
    const spec = context.obj({...facts, Desc: PDFHexString.fromText(description)})
    return {title, ref: context.register(spec)}
  })
  catalog.set(PDFName.of('AF'), context.obj(files.map(({ref}) => ref)))
  const names = context.obj({EmbeddedFiles: {Names: files.flatMap(({title, ref}) => [title, ref])}})
  catalog.set(PDFName.of('Names'), names)
}
