// What the PDF says about itself: title, makers, dates, rights, in the Info dictionary and the same in XMP.
import {PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {CLAIM_NAMES, CLAIMS} from './archive.ts'
import {escapeHtml} from '../book/markup.ts'

/** What a library would ask about the book. */
export interface Metadata {
  title: string
  authors: string[]
  lang: string
  /** ISO date; a year or a month counts from its beginning. */
  date: string
  publisher?: string | undefined
  rights?: string | undefined
  description?: string | undefined
}

const PROGRAM = 'Recension'

/** Writes Info, XMP, language and how the window is titled. */
export function writeMetadata(pdf: PDFDocument, metadata: Metadata): void {
  const date = dateOf(metadata.date)
  pdf.setTitle(metadata.title, {showInWindowTitleBar: true})
  if (metadata.authors.length > 0) pdf.setAuthor(metadata.authors.join('; '))
  if (metadata.description) pdf.setSubject(metadata.description)
  pdf.setCreator(PROGRAM)
  pdf.setProducer(PROGRAM)
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(metadata.lang))
  const bytes = new TextEncoder().encode(xmp(metadata, date))
  const stream = pdf.context.stream(bytes, {Type: 'Metadata', Subtype: 'XML'})
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
}

/** Midnight in Greenwich of the date given; the clock is not asked, and what is no date counts as 1970. */
function dateOf(date: string): Date {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date) ?? []
  return new Date(`${year ?? '1970'}-${month}-${day}T00:00:00Z`)
}

function xmp(metadata: Metadata, date: Date): string {
  const time = date.toISOString().replace(/\.\d+/, '')
  const {title, authors, lang, description, rights, publisher} = metadata
  const fields = [
    alternative('dc:title', title),
    authors.length > 0 ? list('dc:creator', 'Seq', authors.join('; ')) : '',
    description ? alternative('dc:description', description) : '',
    rights ? alternative('dc:rights', rights) : '',
    publisher ? list('dc:publisher', 'Bag', publisher) : '',
    list('dc:language', 'Bag', lang),
    ...['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].map((name) => element(name, time)),
    element('xmp:CreatorTool', PROGRAM),
    element('pdf:Producer', PROGRAM),
    CLAIMS
  ]
  const names = CLAIM_NAMES.map(([name, space]) => ` xmlns:${name}="${space}"`).join('')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"${names}>
${fields.filter((field) => field !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}

const element = (name: string, text: string): string => `<${name}>${escapeHtml(text)}</${name}>`
const list = (name: string, kind: string, text: string): string =>
  `<${name}><rdf:${kind}><rdf:li>${escapeHtml(text)}</rdf:li></rdf:${kind}></${name}>`
const alternative = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt></${name}>`
