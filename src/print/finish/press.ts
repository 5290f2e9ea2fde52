// Makes the printer's file one by the standard PDF/X-4 (ISO 15930-7): what paper and ink are meant, that nothing is trapped, whose colours are whose.
import {PDFDict, PDFHeader, PDFName, PDFRawStream, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {escapeHtml} from '../book/markup.ts'
import {blackInkProfile, srgbProfile} from './icc.ts'

/** Writes all that PDF/X-4 asks for beside the boxes of the pages; needs title and dates. The same input gives the same bytes. */
export function writePress(pdf: PDFDocument, id: string): void {
  pdf.context.header = PDFHeader.forVersion(1, 6)
  writeInk(pdf)
  nameColours(pdf)
  const {context, catalog} = pdf
  const info = context.lookup(context.trailerInfo.Info, PDFDict)
  info.set(PDFName.of('Trapped'), PDFName.of('False'))
  const metadata = context.stream(new TextEncoder().encode(xmp(pdf, id)), {Type: 'Metadata', Subtype: 'XML'})
  catalog.set(PDFName.of('Metadata'), context.register(metadata))
}

/** The book is printed in black ink. */
function writeInk({context, catalog}: PDFDocument): void {
  const profile = context.register(context.flateStream(blackInkProfile(), {N: 1}))
  const name = PDFString.of('Black ink on uncoated paper, dot gain 20%')
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('Custom'),
    OutputCondition: name,
    Info: name,
    DestOutputProfile: profile
  }
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}

/** Colours of pictures are those of sRGB, not of some press: the printer turns them into his ink. */
function nameColours({context}: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), {N: 3}))
  const space = context.register(context.obj([PDFName.of('ICCBased'), profile]))
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    const resources = dict instanceof PDFDict ? dict.lookup(PDFName.of('Resources')) : undefined
    if (!(resources instanceof PDFDict)) continue
    const spaces = resources.lookup(PDFName.of('ColorSpace'))
    if (spaces instanceof PDFDict) spaces.set(DEFAULT_RGB, space)
    else resources.set(PDFName.of('ColorSpace'), context.obj({DefaultRGB: space}))
  }
}

const DEFAULT_RGB = PDFName.of('DefaultRGB')

function xmp(pdf: PDFDocument, id: string): string {
  const time = (pdf.getCreationDate() ?? new Date(0)).toISOString().replace(/\.\d+/, '')
  const title = escapeHtml(pdf.getTitle() ?? '')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>${time}</xmp:CreateDate>
<xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:MetadataDate>${time}</xmp:MetadataDate>
<xmp:CreatorTool>Recension</xmp:CreatorTool>
<xmpMM:DocumentID>urn:sha256:${id.toLowerCase()}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>Recension</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
