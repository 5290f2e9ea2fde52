// What a broken e-book is made by and judged by.
import type {Entry} from '../opened.ts'

/** One thing that is wrong, and what each checker says of it; Ace is asked only where the other two may not see it. */
export interface Mutation {
  change: (entries: Entry[]) => Entry[]
  /** Messages of our own proof, without the sentence that asks for a report. */
  own: string[]
  /** `RSC-005 d1.xhtml` */
  epubcheck: string[]
  /** `image-alt introduction.xhtml` */
  ace?: string[]
}

/** Whether an entry has a name. */
export const byName = (name: string) => (entry: Entry) => entry.name === `OEBPS/${name}`

/** Puts an entry somewhere else, or takes it out. */
export const moved =
  (name: string, to: 'end' | 'nowhere') =>
  (entries: Entry[]): Entry[] => [
    ...entries.filter((entry) => entry.name !== name),
    ...(to === 'end' ? entries.filter((entry) => entry.name === name) : [])
  ]

/** One more file. */
export const added =
  (name: string, bytes: Uint8Array) =>
  (entries: Entry[]): Entry[] => [...entries, {name, compression: 8, bytes}]

/** Several changes, one after the other. */
export const all =
  (...changes: ((entries: Entry[]) => Entry[])[]) =>
  (entries: Entry[]): Entry[] =>
    changes.reduce((list, change) => change(list), entries)

/** The bytes of one file in place of those of another. */
export const swapped =
  (name: string, other: string) =>
  (entries: Entry[]): Entry[] =>
    entries.map((entry) =>
      byName(name)(entry) ? {...entry, bytes: entries.find(byName(other))?.bytes ?? entry.bytes} : entry
    )
