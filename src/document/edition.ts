// An edition in memory: settings, registers and documents. Plain data; the stages pass it on.
import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import type {Numbering} from './numbering.ts'
import {
  DEFAULT_SERIES,
  type Archives,
  type Marks,
  type Matter,
  type Output,
  type Register,
  type RegisterKey,
  type RegisterLayout,
  type Settings
} from './settings.ts'

/** A file of documents/, front/ or back/. */
export interface EditionDocument {
  id: string
  role: 'document' | 'front' | 'back'
  /** The Markdown file with its messages; `file.path` is relative to the folder the command was given. */
  file: VFile
  matter: Matter
  /** The Markdown after the front matter, and how many lines the front matter takes. */
  body: string
  bodyLine: number
  /** mdast; the transforms fill it in. */
  tree: Root
  /** The same text in other languages, `x.ru.md` beside `x.md`, each proved by itself. */
  counterparts?: EditionDocument[] | undefined
  /** Id of the document that this one is a counterpart of. */
  pairsWith?: string | undefined
  /** Set where an output has only some paragraphs of the document: `12–34`. */
  excerpt?: string | undefined
  /** The transcript as received, when the front matter names one that could be read. */
  transcript?: {file: VFile; text: string; sha256: string} | undefined
}

/** An image of the edition, read once. */
export interface Image {
  /** Path as written in the document. */
  src: string
  bytes: Uint8Array
  mediaType: string
}

/** Everything read from the folder of an edition. */
export interface Edition {
  /** The folder, as given on the command line. */
  dir: string
  settings: Settings
  people: Register
  places: Register
  terms: Register
  archives: Archives
  /** Numbers of paragraphs that `recension freeze` has written, if it has. */
  numbering?: {file: VFile; frozen: Numbering} | undefined
  front: EditionDocument[]
  documents: EditionDocument[]
  back: EditionDocument[]
  images: Map<string, Image>
  /** Words with a capital that are parts of proper names, set by the transform `properNames`: no line divides them. */
  properNames?: ReadonlySet<string> | undefined
  /** Files that carry messages: edition.yaml, registers, transcripts, documents. */
  files: VFile[]
  /** The output that the edition was selected for; absent in the whole edition. */
  output?: Output | undefined
  /** Settings of the edition that the output is made from: what is cited, and where all that the output leaves out can be read. */
  wholeSettings?: Settings | undefined
  /** Parts of the edition, or units of a course, that the documents of the output stand under. */
  divisions?: Division[] | undefined
}

/** A title that documents stand under. */
export interface Division {
  title: string
  note?: string | undefined
  /** Ids of documents. */
  documents: string[]
}

/** All files with text, in reading order; a counterpart follows the document that it pairs with. */
export function allDocuments(edition: Edition): EditionDocument[] {
  return [...edition.front, ...textsOf(edition), ...edition.back]
}

/** Documents and their counterparts, without front and back matter. */
export const textsOf = ({documents}: Pick<Edition, 'documents'>): EditionDocument[] =>
  documents.flatMap(withCounterparts)

/** A document, then the same text in other languages. */
export function withCounterparts(document: EditionDocument): EditionDocument[] {
  return [document, ...(document.counterparts ?? [])]
}

/** A counterpart that names the language it was translated from is no original, unless its partner does the same. */
export function isTranslation(counterpart: EditionDocument, document: EditionDocument): boolean {
  const says = ({matter}: EditionDocument): boolean =>
    matter.originalLanguage !== undefined || (matter.translators ?? []).length > 0
  return says(counterpart) && !says(document)
}

/** All documents in the order of reading: of texts beside each other the original is read first. */
export function inOrderOfReading(edition: Edition): EditionDocument[] {
  return allDocuments(edition)
    .filter(({pairsWith}) => pairsWith === undefined)
    .flatMap((document) => {
      const {counterparts = []} = document
      const originals = counterparts.filter((one) => !isTranslation(one, document))
      return [...originals, document, ...counterparts.filter((one) => !originals.includes(one))]
    })
}

/** A series of notes with its key in labels (`en` in `[^en-2]`). */
export interface Series {
  key: string
  title: string
  by?: string | undefined
  marks: Marks
  /** Where marks begin anew on paper. */
  numbering?: 'document' | 'page' | 'book'
  /** `line`: a register of sources, without marks in the text. */
  keyed?: RegisterKey
  layout?: RegisterLayout | undefined
  rule?: 'short' | 'full' | 'none' | undefined
  size?: 'small' | 'text' | undefined
}

/** Series of notes: those of edition.yaml in its order, then the ones that need no declaration. */
export function seriesOf(settings: Settings): Series[] {
  const declared = Object.entries(settings.series).map(([key, value]) => ({key, ...value}))
  const defaults = Object.entries(DEFAULT_SERIES)
    .filter(([key]) => !(key in settings.series))
    .map(([key, value]) => ({key, ...value}))
  return [...declared, ...defaults]
}

/** Key of the apparatus entries among the registers at the foot; no series of notes may be called so. */
export const ENTRIES = 'entries'

/** Title of the apparatus: Emendations with one copy, Apparatus with several. */
export function entriesTitle(edition: Edition): string {
  if (edition.settings.entries.title) return edition.settings.entries.title
  const several = textsOf(edition).some(
    ({matter}) => Object.values(matter.source ?? {}).filter(({status}) => status === 'collated').length > 1
  )
  return several ? 'Apparatus' : 'Emendations'
}

/** The siglum of the one collated copy of a document, which an emendation's reading is ascribed to. */
export function baseSiglum(document: EditionDocument): string | undefined {
  const collated = Object.entries(document.matter.source ?? {}).filter(([, copy]) => copy.status === 'collated')
  return collated.length === 1 ? collated[0]?.[0] : undefined
}
