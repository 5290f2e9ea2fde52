// What is read from an archival citation: its fields, their places in the text, and the credits after it.

/** Levels of a Russian citation from large to small; a second unit repeats only what changes. */
export const LEVELS = ['fond', 'opis', 'papka', 'delo', 'leaves'] as const
export type Level = (typeof LEVELS)[number]

/** Fields of the other families, as the archives of each country call their levels. */
export type FieldName =
  | Level
  | 'archive'
  | 'place'
  | 'collection'
  | 'id'
  | 'title'
  | 'section'
  | 'department'
  | 'holding'
  | 'unit'
  | 'record'
  | 'file'
  | 'list'
  | 'dosar'
  | 'signature'
  | 'year'
  | 'issue'
  | 'country'
  | 'medium'
  | 'decimal'
  | 'pages'
  | 'folios'
  | 'rest'

/** One field where it stands in the text: `ll. 71-82` has the label `ll.` and the value `71-82`. */
export interface CitationPart {
  field: FieldName
  label: string
  value: string
  start: number
  end: number
}

/** Kind of a citation, by the archives that cite so. */
export type Family =
  | 'russian'
  | 'chinese'
  | 'german'
  | 'polish'
  | 'bulgarian'
  | 'albanian'
  | 'romanian'
  | 'japanese'
  | 'american'
  | 'collection'
  | 'ministry'
  | 'archive'
  | 'unknown'

/** One copy: what could be read of it, and its text as given. */
export interface ParsedCitation {
  raw: string
  start: number
  end: number
  family: Family
  /** False where some of it was not understood; it then prints as given, and `rest` holds what is left over. */
  understood: boolean
  fields: Partial<Record<FieldName, string>>
  parts: CitationPart[]
}

/** What somebody did for a document before this edition. */
export type CreditRole = 'translator' | 'transcriber' | 'contributor' | 'obtained' | 'editor' | 'compiler' | 'copy'

/** `Translated for NKIDP by James F. Person`: who did what for whom. */
export interface Credit {
  raw: string
  roles: CreditRole[]
  names: string[]
  for?: string | undefined
}

/** Everything read from the text of a source line. */
export interface ParsedSource {
  copies: ParsedCitation[]
  credits: Credit[]
}
