// Reads and writes what a page of a PDF shows: its operators, one byte a character.
import {deflateSync, inflateSync} from 'node:zlib'
import {decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFRef, type PDFPage} from '@cantoo/pdf-lib'
import {withoutSoftHyphens} from './soft-hyphens.ts'

/** The content of a page, all its streams unpacked and put together, without signs for soft hyphens. */
export function contentOf({node}: PDFPage): string {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((one) => node.context.lookup(one)) : [contents]
  const unpacked = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [Buffer.from(unpack(stream)).toString('latin1')] : []
  )
  return withoutSoftHyphens(unpacked.join('\n'))
}

/** Bytes of a stream. The browser packs in one way only, for which Node has a quicker unpacker than the library. */
export function unpack(stream: PDFRawStream): Uint8Array {
  const {dict} = stream
  const plain = dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !dict.has(PDFName.of('DecodeParms'))
  return plain ? inflateSync(stream.getContents()) : decodePDFRawStream(stream).decode()
}

/** Puts other content in the place of what a page shows. */
export function setContent({node}: PDFPage, content: string): void {
  const old = node.get(PDFName.of('Contents'))
  if (old instanceof PDFRef) node.context.delete(old)
  const packed = node.context.stream(deflateSync(Buffer.from(content, 'latin1')), {Filter: 'FlateDecode'})
  node.set(PDFName.of('Contents'), node.context.register(packed))
}
