// The nodes of an edition: mdast with our own nodes, one interface each, named as directive, CSS class and TEI table name them.
import type {BlockContent, DefinitionContent, Parent, Node, PhrasingContent, Root} from 'mdast'
import type {App, Corr, Entry, Reading, Span} from './apparatus-nodes.ts'
import type {MadeNodes} from './made-nodes.ts'

export type {App, Corr, Entry, Reading, Span} from './apparatus-nodes.ts'
export type {Answer, AnswerSpace, Head, HeadPart, Omission, Study} from './made-nodes.ts'

/** Who is answerable for a mark: `ed` is this edition's own editor, any other word names somebody else. */
export type Resp = string

/** The editor of this edition in `by=` attributes. What he puts in is no part of the received text. */
export const OWN: Resp = 'ed'

/**
 * Words of the received text that a mark has taken up, kept so that the received text stays whole.
 * `[Translator's note: x]` has `open: "[Translator's note: "` and `close: "]"`; a mark that this edition sets has none.
 */
export interface Marker {
  open: string
  close: string
}

interface Marked {
  /** Set where the mark stood in the received text, absent where this edition's editor put it in. */
  marker?: Marker | undefined
  /** Absent where nothing else is said: then whose `brackets.resp` of edition.yaml says. */
  by?: Resp | undefined
}

/** What an untyped or weakly typed bracket is. `untyped` prints as typed and says nothing. */
export const BRACKET_KINDS = ['untyped', 'sic-mark', 'name-completion', 'name-variant', 'original-bracket'] as const
export type BracketKind = (typeof BRACKET_KINDS)[number]

/** `[training]`: a bracket of the received text, printed as typed. Always has a marker. */
export interface Bracket extends Parent, Marked {
  type: 'bracket'
  kind: BracketKind
  marker: Marker
  children: PhrasingContent[]
}

/** `:supplied[training]{by=…}`: words put in. TEI `supplied`. */
export interface Supplied extends Parent, Marked {
  type: 'supplied'
  children: PhrasingContent[]
}

/** `:orig[peremirie]{lang=ru-Latn}`: word of the original given beside its translation. */
export interface Orig extends Parent, Marked {
  type: 'orig'
  lang?: string | undefined
  children: PhrasingContent[]
}

/** Why text is not transcribed. */
export const GAP_REASONS = ['illegible', 'omitted', 'withheld', 'damage', 'lost', 'blank'] as const

/** `:gap{reason=illegible unit=word n=2}`: text not transcribed. Children: its words in the received text, if any. TEI `gap`. */
export interface Gap extends Parent, Marked {
  type: 'gap'
  reason: (typeof GAP_REASONS)[number]
  unit?: string | undefined
  n?: number | undefined
  children: PhrasingContent[]
}

/** `:unclear[Varnov]{cert=low}`: read with doubt. TEI `unclear`. */
export interface Unclear extends Parent, Marked {
  type: 'unclear'
  cert?: string | undefined
  children: PhrasingContent[]
}

/** `:sic[postion]`: slip kept. Prints `postion [sic]`. TEI `sic`. */
export interface Sic extends Parent {
  type: 'sic'
  children: PhrasingContent[]
}

/** `:pb[72v]{wit=A unit=leaf}`: a leaf or page of a copy begins here. TEI `pb`. */
export interface LeafBreak extends Node {
  type: 'leafBreak'
  label: string
  wit?: string | undefined
  unit: 'leaf' | 'page'
  /** True for `::pb[…]` on a line of its own. */
  block: boolean
}

/** What is written on a document besides its text; a description is the words of somebody else about it. */
export const ANN_KINDS = ['hand', 'signature', 'stamp', 'mark', 'marginal', 'description'] as const

/** `:ann[5.IX]{hand=… kind=signature}`: writing on the document. TEI `add`, `note`, `stamp`. */
export interface Ann extends Parent, Marked {
  type: 'ann'
  kind: (typeof ANN_KINDS)[number]
  hand?: string | undefined
  place?: string | undefined
  children: PhrasingContent[]
}

/** `:del[…]`: the writer's own deletion. */
export interface Del extends Parent {
  type: 'del'
  children: PhrasingContent[]
}

/** `:add[…]{place=above}`: the writer's own addition. */
export interface Add extends Parent {
  type: 'add'
  place?: string | undefined
  children: PhrasingContent[]
}

/**
 * A note, standing where it is called, so that tree order is text order. TEI `note`.
 * `place: 'inline'` is a note of the received text printed in its bracket; `foot` goes to the foot of the page.
 */
export interface Note extends Parent, Marked {
  type: 'note'
  series: string
  /** Label as written (`en-2`), absent for inline forms. */
  label?: string | undefined
  place: 'foot' | 'inline'
  /** `::entry[…]{from=s1 to=e1 series=src}`: it belongs to the words between two anchors, and `check` are words that they must have. */
  span?: Span | undefined
  check?: string | undefined
  /** Running number per document and series, set by the transform `number`; inline notes have none. */
  n?: number | undefined
  children: Array<BlockContent | DefinitionContent>
}

/** `:person[Cde. Stalin]{id=stalin}`: name in a register; `found` where the program found a listed form. TEI `persName` … */
export interface Name extends Parent {
  type: 'person' | 'place' | 'term'
  id: string
  found: boolean
  /** Running number of the occurrence within the document, for locators. */
  n?: number | undefined
  children: PhrasingContent[]
}

/** `:ref[d12]`, `:ref[s1]{page line}`: cross-reference; the text is made from the target. */
export interface Ref extends Node {
  type: 'ref'
  target: string
  page: boolean
  line: boolean
  /** Resolved by the transform `references`: anchor of the target and the text printed for it without page. */
  anchor?: string | undefined
  text?: string | undefined
  /** Instead of `text`, where page and line say enough: what an e-book gives for them. */
  where?: string | undefined
}

/** `:at{#s1}`: an anchor in the text. */
export interface At extends Node {
  type: 'at'
  id: string
}

/** Archival citation in editorial matter: `raw` as written, children as set. */
export interface CitationNode extends Parent {
  type: 'citation'
  raw: string
  children: PhrasingContent[]
}

/** `Stalin.` at the head of a turn: the label with its stop. TEI `speaker`. */
export interface Speaker extends Parent {
  type: 'speaker'
  who: string[]
  children: PhrasingContent[]
}

/** A turn of a declared speaker; the first paragraph opens with a `speaker`, the others continue it. TEI `sp`. */
export interface Turn extends Parent {
  type: 'turn'
  who: string[]
  children: BlockContent[]
}

/** Parts of a document that a container sets off. */
export const PART_KINDS = ['narration', 'closing', 'address', 'letterhead', 'editorial', 'verse', 'attachment'] as const

/** `:::closing`: a part of a document. `editorial` is no part of the received text. */
export interface Part extends Parent {
  type: 'part'
  kind: (typeof PART_KINDS)[number]
  title?: string | undefined
  children: BlockContent[]
}

/** A line of verse begins here, set in by so many spaces of the file; a line without any has none. TEI `l @rend`. */
export interface Indent extends Node {
  type: 'indent'
  n: number
}

/** `:::only{for=teacher}`: for one audience; never part of the received text. */
export interface Only extends Parent {
  type: 'only'
  audience: string[]
  children: BlockContent[]
}

/** `::figure{src=… alt="…"}` or `decorative`. */
export interface Figure extends Parent {
  type: 'figure'
  src: string
  alt: string
  decorative: boolean
  children: PhrasingContent[]
}

/** Every node of ours by its type. Each stage closes its table of handlers over this map, so that none is forgotten. */
export interface OwnNodes extends MadeNodes {
  bracket: Bracket
  supplied: Supplied
  orig: Orig
  gap: Gap
  unclear: Unclear
  corr: Corr
  sic: Sic
  app: App
  entry: Entry
  reading: Reading
  leafBreak: LeafBreak
  ann: Ann
  del: Del
  add: Add
  note: Note
  person: Name
  place: Name
  term: Name
  ref: Ref
  at: At
  indent: Indent
  citation: CitationNode
  speaker: Speaker
  turn: Turn
  part: Part
  only: Only
  figure: Figure
}

type OwnBlocks = 'turn' | 'part' | 'only' | 'figure' | 'leafBreak' | 'entry' | keyof MadeNodes

declare module 'mdast' {
  interface PhrasingContentMap extends Omit<OwnNodes, Exclude<OwnBlocks, 'leafBreak' | 'entry'>> {}
  interface BlockContentMap extends Pick<OwnNodes, OwnBlocks> {}
  interface RootContentMap extends OwnNodes {}
  interface TextData {
    /** What was typed, where the transform `typography` has set other signs for it. */
    received?: string | undefined
  }
  interface ParagraphData {
    /** Number of the paragraph (¶) in its document, set by the transform `number`: `45`, or `45a` where numbers are frozen. */
    n?: string | undefined
    /** Its place among the numbered paragraphs of the document, from 1. */
    place?: number | undefined
    /** In a counterpart: the number of the ¶ that it pairs with, as marked by `{=45}`. */
    pairMark?: string | undefined
    /** Of texts in two languages: the place, in the partner, of the ¶ that it is or pairs with; set by the transform `pairs`. */
    pair?: number | undefined
  }
}

/** Reads the text of a node without any layer's judgement and without notes at the foot: for titles and messages, never for proofs. */
export function plainText(node: Node): string {
  if (node.type === 'note' && (node as Note).place === 'foot') return ''
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('children' in node) || !Array.isArray(node.children)) return ''
  return (node.children as Node[]).map(plainText).join('')
}

export type {Root}
