// What the files for reference managers hold: the edition, each document in it, each copy of its original.
import type {Holding} from './holdings.ts'
import {documentWork, editionWork} from './work.ts'
import type {CitedDocument, CitedEdition, DocumentWork, EditionWork} from './work.ts'

/** One record of a file. */
export type CitedRecord =
  | {kind: 'edition'; work: EditionWork}
  | {kind: 'document'; work: DocumentWork}
  | {kind: 'original'; work: DocumentWork; kept: Holding}

/** The records of an output in reading order: the edition, then each document followed by its originals. */
export function recordsOf(edition: CitedEdition, documents: readonly CitedDocument[]): CitedRecord[] {
  const works = documents.map((document) => documentWork(edition, document))
  return [
    {kind: 'edition', work: editionWork(edition)},
    ...works.flatMap((work): CitedRecord[] => [
      {kind: 'document', work},
      ...work.holdings.map((kept): CitedRecord => ({kind: 'original', work, kept}))
    ])
  ]
}

/** What a reader of a record must know besides: who took the text down, that only a part is printed, that a copy was not seen. */
export function remarkOf(record: CitedRecord): string | undefined {
  if (record.kind === 'edition') return undefined
  const {recordedBy, excerpt} = record.work
  const remarks = [
    recordedBy === undefined ? undefined : `Recorded by ${recordedBy}`,
    record.kind === 'document' && excerpt !== undefined ? `Excerpt: ¶ ${excerpt}` : undefined,
    record.kind === 'original' && record.kept.status === 'cited'
      ? 'Cited in the edition, not consulted for it'
      : undefined
  ].filter((remark) => remark !== undefined)
  return remarks.length === 0 ? undefined : remarks.map((remark) => `${remark.replace(/\.$/, '')}.`).join(' ')
}

/** `Phillipps Collection of Egmont Manuscripts, 14200:13`: collection and call number as their source writes them. */
export function callNumber({collectionAsWritten, locatorAsWritten}: Holding): string | undefined {
  const parts = [collectionAsWritten, locatorAsWritten].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** A value in one line, with plain spaces and without signs that cannot be seen: to be searched and set anew. */
export function oneLine(value: string): string {
  return value
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
