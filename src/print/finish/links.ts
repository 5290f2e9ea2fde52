// Makes links lead to pages of the book, which may be printed elsewhere, and says of each where it leads, for readers who hear the page.
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFDocument,
  type PDFObject
} from '@cantoo/pdf-lib'
import {ORIGIN} from '../chromium/origin.ts'

/**
 * Address that stands for a page of the book while its pages are printed apart. To the browser it is one like any other, so it
 * loses no time looking for targets.
 */
export const pageAddress = (id: string): string => `${ORIGIN}/${id}`

/** Turns the addresses of pages into names of places, `page-12`; returns the pages that are named, counted from 0. */
export function linkPages(pdf: PDFDocument): number[] {
  const pages = new Set<number>()
  for (const link of linksOf(pdf)) {
    const name = new RegExp(`^${ORIGIN}/(page-\\d+)$`).exec(addressOf(link))?.[1]
    if (name === undefined) continue
    link.delete(PDFName.of('A'))
    link.set(PDFName.of('Dest'), PDFName.of(name))
    pages.add(pageOf(name) ?? 0)
  }
  return [...pages].toSorted((a, b) => a - b)
}

/** Describes every link; `label` is the number that a page of the book bears. */
export function describeLinks(pdf: PDFDocument, label: (page: number) => string): void {
  for (const link of linksOf(pdf)) {
    link.set(PDFName.of('Contents'), PDFHexString.fromText(description(link, label)))
    // PDF/A wants all of a page printed.
    link.set(PDFName.of('F'), PDFNumber.of(4))
  }
}

function linksOf(pdf: PDFDocument): PDFDict[] {
  return pdf.getPages().flatMap((page) => {
    const annotations = page.node.lookup(PDFName.of('Annots'))
    if (!(annotations instanceof PDFArray)) return []
    return annotations.asArray().flatMap((annotation) => {
      const link = pdf.context.lookup(annotation)
      return link instanceof PDFDict && link.get(PDFName.of('Subtype')) === PDFName.of('Link') ? [link] : []
    })
  })
}

function description(link: PDFDict, label: (page: number) => string): string {
  const page = pageOf(textOf(link.lookup(PDFName.of('Dest'))))
  if (page !== undefined) return `Page ${label(page)}`
  const address = addressOf(link)
  return address ? `Web page: ${address}` : 'Another place in this book'
}

function pageOf(name: string): number | undefined {
  const [, number] = /^page-(\d+)$/.exec(name) ?? []
  return number === undefined ? undefined : Number(number) - 1
}

function addressOf(link: PDFDict): string {
  const action = link.lookup(PDFName.of('A'))
  return action instanceof PDFDict ? textOf(action.lookup(PDFName.of('URI'))) : ''
}

function textOf(object: PDFObject | undefined): string {
  const named = object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
  return named ? object.decodeText() : ''
}
