// Reads what a page of a PDF shows: its operators, one byte a character.
import {decodePDFRawStream, PDFArray, PDFRawStream, type PDFPage} from '@cantoo/pdf-lib'

/** The content of a page, all its streams unpacked and put together. */
export function contentOf({node}: PDFPage): string {
  const contents = node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((one) => node.context.lookup(one)) : [contents]
  return streams
    .flatMap((stream) =>
      stream instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')] : []
    )
    .join('\n')
}
