// Words of a tree in a layer: received (the file as got), document (less what translator and editors put in), reading (as printed).
// check, verify and import use layers; the writers of outputs never do, so that the proof does not repeat their mistakes.
import type {Nodes, Root} from 'mdast'
import {OWN, type App, type Bracket, type Corr, type LeafBreak, type Note, type OwnNodes} from './nodes.ts'

/** The three layers of EDITION.md, section 4. */
export type Layer = 'received' | 'document' | 'reading'

type Standard = Exclude<Nodes, OwnNodes[keyof OwnNodes] | {type: `${string}Directive`}>
type StandardTypes = Standard['type']

/** What a node is in a layer: text with the breaks between blocks. Words are split at white space, never at nodes. */
type Reader<N> = (node: N, layer: Layer) => string

/** Words of a tree in a layer, in order. Notes, entries and heads are read apart: `notesOf`, `entriesOf`. */
export function words(tree: Root | Nodes, layer: Layer): string[] {
  return split(textOf(tree, layer))
}

/** Splits text into words at white space. Nothing else is left out: a soft hyphen of a received text is one of its characters. */
export function split(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/u)
    .filter((word) => word !== '')
}

/** Text of a node in a layer. */
export function textOf(node: Nodes, layer: Layer): string {
  const read = (readers as unknown as Record<string, Reader<Nodes> | undefined>)[node.type]
  if (!read) throw new Error(`Node \`${node.type}\` is on no layer`)
  return read(node, layer)
}

const inside: Reader<{children: Nodes[]}> = (node, layer) => node.children.map((child) => textOf(child, layer)).join('')
const block: Reader<{children: Nodes[]}> = (node, layer) => `\n${inside(node, layer)}\n`
const nothing = (): string => ''

/** A mark of translator or earlier editor: in the received text with its marker, not in the document, printed as `printed` says. */
const marked =
  <N extends {children: Nodes[]; marker?: {open: string; close: string} | undefined; by?: string | undefined}>(
    printed: (node: N) => [string, string]
  ): Reader<N> =>
  (node, layer) => {
    if (layer === 'document') return ''
    const [open, close] = layer === 'reading' ? printed(node) : [node.marker?.open ?? '', node.marker?.close ?? '']
    if (layer === 'received' && !node.marker) return ''
    return open + inside(node, layer) + close
  }

const asTyped = (node: {
  marker?: {open: string; close: string} | undefined
  by?: string | undefined
}): [string, string] => {
  if (node.marker) return [node.marker.open, node.marker.close]
  return node.by === OWN ? ['⟨', '⟩'] : ['[', ']']
}

function bracket(node: Bracket, layer: Layer): string {
  if (layer === 'document')
    return node.kind === 'original-bracket' || node.kind === 'untyped'
      ? node.marker.open + inside(node, layer) + node.marker.close
      : ''
  return node.marker.open + inside(node, layer) + node.marker.close
}

function corr(node: Corr, layer: Layer): string {
  return layer === 'reading' ? inside(node, layer) : node.rec
}

function app(node: App, layer: Layer): string {
  if (layer === 'reading') return inside(node, layer)
  if (node.by !== OWN) return inside(node, layer)
  // What this editor has replaced is read by a copy: a conjecture is not received.
  const received = node.readings.find(({wit}) => wit.length > 0)
  if (!received) return node.readings.length > 0 ? inside(node, layer) : ''
  return received.kind === 'add' ? `${inside(node, layer)} ${inside(received, layer)}` : inside(received, layer)
}

function note(node: Note, layer: Layer): string {
  if (node.place === 'foot' && layer === 'reading') return ''
  if (layer === 'document' || !node.marker) return ''
  return node.marker.open + noteText(node, layer) + node.marker.close
}

/** Paragraphs of an inline note follow each other with a space. */
function noteText(node: Note, layer: Layer): string {
  return node.children
    .map((child) => textOf(child as Nodes, layer))
    .join(' ')
    .trim()
}

/** `[2 words illegible]`, `[…]`: what a gap prints when it has no words of its own. */
export function gapText(node: {reason: string; unit?: string | undefined; n?: number | undefined}): string {
  if (node.reason === 'omitted' && !node.unit) return '…'
  const amount = node.n === undefined ? '' : `${node.n} `
  const unit = node.unit ? `${node.unit}${node.n !== undefined && node.n !== 1 ? 's' : ''} ` : ''
  return `${amount}${unit}${node.reason}`
}

/** `l. 72v` stands in the margin, the text has a bar only. */
const leafBreak: Reader<LeafBreak> = (node) => (node.block ? '\n' : '')

const readers = {
  // Standard mdast
  root: inside,
  paragraph: block,
  heading: block,
  blockquote: block,
  list: block,
  listItem: block,
  table: block,
  tableRow: block,
  tableCell: block,
  emphasis: inside,
  strong: inside,
  delete: inside,
  link: inside,
  linkReference: inside,
  text: (node, layer) => (layer === 'reading' ? node.value : (node.data?.received ?? node.value)),
  inlineCode: (node) => node.value,
  code: (node) => `\n${node.value}\n`,
  html: (node) => node.value,
  break: () => '\n',
  thematicBreak: () => '\n',
  yaml: nothing,
  definition: nothing,
  image: nothing,
  imageReference: nothing,
  footnoteReference: nothing,
  footnoteDefinition: nothing,
  // Ours
  bracket,
  supplied: marked(asTyped),
  orig: marked(asTyped),
  gap: (node, layer) => {
    if (layer === 'received') return node.marker ? node.marker.open + inside(node, layer) + node.marker.close : ''
    if (layer === 'document') return ''
    return node.marker ? node.marker.open + inside(node, layer) + node.marker.close : `[${gapText(node)}]`
  },
  unclear: (node, layer) => {
    if (layer === 'document') return inside(node, layer)
    if (node.marker) return node.marker.open + inside(node, layer) + node.marker.close
    return layer === 'reading' ? `[${inside(node, layer)}?]` : inside(node, layer)
  },
  corr,
  sic: (node, layer) => (layer === 'reading' ? `${inside(node, layer)} [sic]` : inside(node, layer)),
  app,
  // Its lemma stands in the text already, its readings are words of other copies.
  entry: nothing,
  reading: inside,
  leafBreak,
  ann: (node, layer) => {
    if (node.marker)
      return layer === 'document' && node.kind === 'description'
        ? ''
        : node.marker.open + inside(node, layer) + node.marker.close
    return layer === 'reading' ? `[${ANN_WORDS[node.kind]}${inside(node, layer)}]` : inside(node, layer)
  },
  del: inside,
  add: (node, layer) => (layer === 'reading' ? `\\${inside(node, layer)}/` : inside(node, layer)),
  note,
  person: inside,
  place: inside,
  term: inside,
  ref: (node, layer) => (layer === 'reading' ? (node.text ?? '') : ''),
  at: nothing,
  // White space at the start of a line parts no words that the line end does not part.
  indent: nothing,
  // Only parsed citations may have their quotes and dashes changed, and only in print.
  citation: (node, layer) => (layer === 'reading' ? inside(node, layer) : node.raw),
  speaker: inside,
  turn: inside,
  part: (node, layer) => {
    if (node.kind === 'editorial' && layer !== 'reading') return ''
    const title = layer === 'reading' && node.title ? `\n${node.title}\n` : ''
    return title + block(node, layer)
  },
  only: (node, layer) => (layer === 'reading' ? block(node, layer) : ''),
  figure: (node, layer) => (layer === 'reading' ? block(node, layer) : ''),
  head: (node, layer) => (layer === 'reading' ? block(node, layer) : ''),
  omission: (node, layer) => (layer === 'reading' ? block(node, layer) : ''),
  study: (node, layer) => (layer === 'reading' ? `\n${node.title}\n${block(node, layer)}` : ''),
  answer: (node, layer) => (layer === 'reading' ? block(node, layer) : ''),
  answerSpace: nothing,
  headPart: (node, layer) =>
    layer === 'reading' ? `\n${node.label ? `${node.label} ` : ''}${inside(node, layer)}\n` : ''
} as {[Type in keyof OwnNodes]: Reader<OwnNodes[Type]>} & {
  [Type in StandardTypes]: Reader<Extract<Standard, {type: Type}>>
} satisfies {
  [Type in keyof OwnNodes]: Reader<OwnNodes[Type]>
}

/** Words set before an annotation that this edition describes. */
export const ANN_WORDS = {
  hand: 'handwritten: ',
  signature: 'handwritten: signature and ',
  stamp: 'stamp: ',
  mark: 'mark: ',
  marginal: 'in the margin: ',
  description: ''
} as const
