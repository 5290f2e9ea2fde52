// Makes the printer's file one by the standard PDF/X-1a:2001 (ISO 15930-1): PDF 1.3, greys of one ink, no transparency, no profiles.
import {PDFDict, PDFHeader, PDFName, PDFStream, PDFString, type PDFDocument, type PDFObject} from '@cantoo/pdf-lib'
import {makeGrey} from './grey-pictures.ts'
import {inOneInk, type Hindrance} from './one-ink.ts'

/** What stands on a page, counted from 0, that one ink without transparency cannot print. */
export interface Hindered {
  page: number
  what: Hindrance
}

/** Changes all that pages show to greys of one ink; `contents` are theirs, page by page. */
export async function pagesInOneInk(
  pdf: PDFDocument,
  contents: readonly string[]
): Promise<{contents: string[]; hindered: Hindered[]}> {
  const tried = new Map<unknown, Hindrance | undefined>()
  const made: string[] = []
  const hindered: Hindered[] = []
  for (const [page, {node}] of pdf.getPages().entries()) {
    const inked = inOneInk(pdf, {content: contents[page] ?? '', resources: node.Resources()})
    const found = new Set(inked.hindrances)
    for (const ref of inked.pictures) {
      if (!tried.has(ref)) tried.set(ref, await makeGrey(pdf, ref))
      const hindrance = tried.get(ref)
      if (hindrance) found.add(hindrance)
    }
    made.push(inked.content)
    hindered.push(...[...found].map((what) => ({page, what})))
  }
  dropVeils(pdf)
  return {contents: made, hindered}
}

/** What nothing on the pages makes use of by now: PDF 1.3 has no words for it. */
function dropVeils({context}: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object
    const resources = dict instanceof PDFDict ? dict.lookup(PDFName.of('Resources')) : undefined
    const states = resources instanceof PDFDict ? resources.lookup(PDFName.of('ExtGState')) : undefined
    if (states instanceof PDFDict) for (const key of states.keys()) unveil(states.lookup(key))
  }
}

function unveil(state: PDFObject | undefined): void {
  for (const veil of VEILS) if (state instanceof PDFDict) state.delete(PDFName.of(veil))
}

const VEILS = ['ca', 'CA', 'SMask', 'BM', 'AIS', 'TK'] as const

/** Writes what PDF/X-1a asks for beside the pages; needs title and dates. */
export function writePressX1a({context, catalog}: PDFDocument): void {
  context.header = PDFHeader.forVersion(1, 3)
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  info.set(PDFName.of('Trapped'), PDFName.of('False'))
  info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-1:2001'))
  info.set(PDFName.of('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2001'))
  catalog.set(PDFName.of('OutputIntents'), context.obj([CONDITION]))
}

/**
 * The condition that printers on demand know, by its name in the registry of the ICC: black is one of its inks. A registered condition
 * needs no profile in the file, and such printers (Lightning Source among them) ask for grey pages without one.
 */
const CONDITION = {
  Type: 'OutputIntent',
  S: 'GTS_PDFX',
  OutputConditionIdentifier: PDFString.of('CGATS TR 001'),
  OutputCondition: PDFString.of('CGATS TR 001 (SWOP)'),
  RegistryName: PDFString.of('http://www.color.org')
}
