// The nodes of the apparatus: emendations, entries over words or over a span between two anchors, and their readings.
import type {Node, Parent, PhrasingContent} from 'mdast'

/** `:corr[position]{rec="postion" by=ed}`: emendation. Children: the text as emended; `rec`: reading of the received text. TEI `choice/sic/corr`. */
export interface Corr extends Parent {
  type: 'corr'
  rec: string
  by: string
  cert?: string | undefined
  alt?: string | undefined
  /** Running number of the entry within the document, set by the transform `number`. */
  n?: number | undefined
  children: PhrasingContent[]
}

/** What a copy does with the lemma where it does not simply read otherwise: leaves it out, lacks the place, adds to it, has it elsewhere. */
export const READING_KINDS = ['om', 'lac', 'add', 'transp', 'subst'] as const
export type ReadingKind = (typeof READING_KINDS)[number]

/** `:rdg[*postion*]{wit=A}`: what copies, or a scholar, read in the place of a lemma. Children: the words, with their marks. TEI `rdg`. */
export interface Reading extends Parent {
  type: 'reading'
  /** Sigla; none where it is a conjecture of `by`. */
  wit: string[]
  kind?: ReadingKind | undefined
  by?: string | undefined
  cert?: string | undefined
  children: PhrasingContent[]
}

/** What an entry says, whatever its lemma is. */
interface Entered {
  /** Kept apart from the children, which are the text. */
  readings: Reading[]
  /** Whose the lemma is. */
  by?: string | undefined
  cert?: string | undefined
  alt?: string | undefined
  /** Copies that have the lemma: as the editor says, or in a positive apparatus as the transform `witnesses` finds. */
  wit?: string[] | undefined
  /** Words that the editor took for the lemma: `first … last`. The text must still have them. */
  check?: string | undefined
  /** Running number among the entries of the document, set by the transform `number`. */
  n?: number | undefined
}

/** `:app[position]{rdg="postion" wit="A R" by=ed}`: apparatus entry; children are the lemma. TEI `app`. */
export interface App extends Parent, Entered {
  type: 'app'
  children: PhrasingContent[]
}

/** Ids of the anchors before the first and behind the last word of a lemma. */
export interface Span {
  from: string
  to: string
}

/** `::entry{from=s1 to=e1 rdg="…" wit=R}`: entry whose lemma lies between two anchors. It stands behind the first one. TEI `app @from @to`. */
export interface Entry extends Node, Entered {
  type: 'entry'
  span: Span
}
