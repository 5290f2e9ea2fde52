// What makes the PDF one that lasts and is heard, by the standards PDF/A-3 and PDF/UA-1, beside its tags and its metadata.
import {PDFName, PDFString, type PDFDocument, type PDFPage} from '@cantoo/pdf-lib'
import {srgbProfile} from './icc.ts'

/** Says which colours are meant. */
export function writeIntent({catalog, context}: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), {N: 3}))
  const name = PDFString.of('sRGB IEC61966-2.1')
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: profile
  }
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}

/** A page for the screen ends where it is trimmed; the reader's hand goes over it in the order of the tags. */
export function writePage(page: PDFPage): void {
  const {x, y, width, height} = page.getMediaBox()
  page.setTrimBox(x, y, width, height)
  page.setBleedBox(x, y, width, height)
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
}

/** That the file keeps to both standards, and the schema by which PDF/A lets it say the second. */
export const CLAIMS = `<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`

/** Names that the claims use. */
export const CLAIM_NAMES = [
  ['pdfaid', 'http://www.aiim.org/pdfa/ns/id/'],
  ['pdfuaid', 'http://www.aiim.org/pdfua/ns/id/'],
  ['pdfaExtension', 'http://www.aiim.org/pdfa/ns/extension/'],
  ['pdfaSchema', 'http://www.aiim.org/pdfa/ns/schema#'],
  ['pdfaProperty', 'http://www.aiim.org/pdfa/ns/property#']
] as const
