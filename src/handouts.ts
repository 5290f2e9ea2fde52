// Handouts of an output: one PDF for each of its documents, proved as the book is, in one archive that is always the same.
import {unzipSync, zipSync, type Zippable} from 'fflate'
import type {Edition, EditionDocument} from './document/edition.ts'
import type {PrintedHandout} from './print/index.ts'
import {verifyPages, verifyPdf, verifyTags, type Finding} from './verify/index.ts'

/** The archive: `01-d1.pdf`, `02-d2.pdf`, in the order of the book. No clock is asked. */
export function packHandouts(handouts: readonly PrintedHandout[]): Uint8Array {
  const digits = Math.max(2, String(handouts.length).length)
  const files: Zippable = {}
  for (const [at, {document, pdf}] of handouts.entries())
    files[`${String(at + 1).padStart(digits, '0')}-${document}.pdf`] = pdf
  // What a PDF holds is packed already.
  return zipSync(files, {level: 0, mtime: new Date(1980, 0, 1)})
}

/** Holds each handout, on its pages and in its PDF, against its document. */
export async function proveHandouts(edition: Edition, handouts: readonly PrintedHandout[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const {document, html, pdf, prints} of handouts) {
    const alone = aloneIn(edition, ({id}) => id === document)
    const proof = await verifyPdf(alone, pdf, {prints})
    findings.push(...verifyPages(alone, html), ...proof.findings, ...verifyTags(alone, pdf))
  }
  return findings.map((one) => ({...one, reason: `In a handout: ${one.reason}`}))
}

/** The same of an archive that lies in the folder of results, whose pages are gone. */
export async function proveArchive(edition: Edition, bytes: Uint8Array): Promise<Finding[]> {
  const files = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (files.length !== edition.documents.length) {
    const reason = `Unexpected number of handouts, ${files.length}, expected ${edition.documents.length}; build them again`
    return [{rule: 'output-differs', reason}]
  }
  const findings: Finding[] = []
  for (const [at, [, pdf]] of files.entries()) {
    const alone = aloneIn(edition, ({id}) => id === edition.documents[at]?.id)
    findings.push(...(await verifyPdf(alone, new Uint8Array(pdf))).findings)
  }
  return findings
}

const aloneIn = (edition: Edition, isIt: (document: EditionDocument) => boolean): Edition => ({
  ...edition,
  documents: edition.documents.filter(isIt),
  front: [],
  back: []
})
