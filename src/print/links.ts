// Says of each link where it leads, for readers who hear the page.
import {PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'

/** Describes every link; `labels` are the numbers of the pages, which links go to by `page-1`, `page-2` … */
export function describeLinks(pdf: PDFDocument, labels: readonly string[]): void {
  for (const page of pdf.getPages()) {
    const annotations = page.node.lookup(PDFName.of('Annots'))
    if (!(annotations instanceof PDFArray)) continue
    for (const annotation of annotations.asArray()) {
      const link = pdf.context.lookup(annotation)
      if (!(link instanceof PDFDict) || link.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
      link.set(PDFName.of('Contents'), PDFHexString.fromText(description(link, labels)))
    }
  }
}

function description(link: PDFDict, labels: readonly string[]): string {
  const [, page] = /^page-(\d+)$/.exec(textOf(link.lookup(PDFName.of('Dest')))) ?? []
  if (page !== undefined) return `Page ${labels[Number(page) - 1] ?? page}`
  const action = link.lookup(PDFName.of('A'))
  const address = action instanceof PDFDict ? textOf(action.lookup(PDFName.of('URI'))) : ''
  return address ? `Web page: ${address}` : 'Another place in this book'
}

function textOf(object: PDFObject | undefined): string {
  const named = object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
  return named ? object.decodeText() : ''
}
