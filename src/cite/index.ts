// How to cite an edition, its documents and their originals: in the manuals' words, and as files for reference managers.
import {apaDocument, apaEdition, apaOriginal, type Apa} from './apa.ts'
import {bibTex} from './bibtex.ts'
import {chicagoDocument, chicagoEdition, chicagoOriginal, type Chicago, type ChicagoEdition} from './chicago.ts'
import {cslJson} from './csl.ts'
import {mlaDocument, mlaEdition, mlaOriginal, type Mla} from './mla.ts'
import {recordsOf} from './records.ts'
import {ris} from './ris.ts'
import {documentWork, editionWork, type CitedDocument, type CitedEdition} from './work.ts'

export type {Apa} from './apa.ts'
export type {Chicago, ChicagoEdition} from './chicago.ts'
export type {Mla} from './mla.ts'
export type {Citation, Segment} from './segments.ts'
export type {CitedDocument, CitedEdition} from './work.ts'

/** One work in the form of each manual. */
export interface HowToCite {
  chicago: Chicago
  mla: Mla
  apa: Apa
}

/** What is cited of a document, and by which Chicago. */
export interface CiteOptions {
  /** ¶ number or range: `45`, `45a`, `12-34`; of an excerpt its own paragraphs unless said otherwise. */
  paragraph?: string | undefined
  /** The newest edition unless said otherwise. */
  chicago?: ChicagoEdition | undefined
}

/** The newest Chicago Manual of Style, of 2024. */
const NEWEST: ChicagoEdition = 18

/** How to cite a document in this edition: `citeDocument(edition, document, {paragraph: '45'})`. */
export function citeDocument(edition: CitedEdition, document: CitedDocument, options: CiteOptions = {}): HowToCite {
  const {paragraph, chicago = NEWEST} = options
  const work = documentWork(edition, document)
  return {
    chicago: chicagoDocument(work, chicago, paragraph),
    mla: mlaDocument(work, paragraph),
    apa: apaDocument(work, paragraph)
  }
}

/** How to cite the edition as a whole. */
export function citeEdition(edition: CitedEdition, {chicago = NEWEST}: Pick<CiteOptions, 'chicago'> = {}): HowToCite {
  const work = editionWork(edition)
  return {chicago: chicagoEdition(work, chicago), mla: mlaEdition(work), apa: apaEdition(work)}
}

/** How to cite one copy of the original. */
export interface CitedOriginal extends HowToCite {
  siglum: string
  /** `cited`: the edition gives the reference, nobody looked at the copy. */
  status: 'collated' | 'cited'
}

/** How to cite the original in each archive that the front matter names, in its order; none where it names none. */
export function citeOriginals(
  edition: CitedEdition,
  document: CitedDocument,
  {chicago = NEWEST}: Pick<CiteOptions, 'chicago'> = {}
): CitedOriginal[] {
  const work = documentWork(edition, document)
  return work.holdings.map((kept) => ({
    siglum: kept.siglum,
    status: kept.status,
    chicago: chicagoOriginal(work, kept, chicago),
    mla: mlaOriginal(work, kept),
    apa: apaOriginal(work, kept)
  }))
}

/** Contents of the files for reference managers, UTF-8: `.json`, `.bib`, `.ris`. */
export interface CitationFiles {
  csl: string
  bibTex: string
  ris: string
}

/** The edition, the given documents and their originals, in this order. */
export function citationFiles(edition: CitedEdition, documents: readonly CitedDocument[]): CitationFiles {
  const records = recordsOf(edition, documents)
  return {csl: cslJson(records), bibTex: bibTex(records), ris: ris(records)}
}
