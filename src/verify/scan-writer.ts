// Writes scanned blocks as words, layer by layer, by the table of the dialect.
import {ANN_WORDS, gapText} from '../document/layers.ts'
import {OWN} from '../document/nodes.ts'
import {readInline, type Vocabulary} from './scan-inline.ts'
import type {Block, Directive, Item} from './scan-pieces.ts'

/** Layers that need no judgement on brackets: the text as got, and the text with this edition's marks. */
export type ScannedLayer = 'received' | 'reading'

/** A word and the place of its first character in the body. */
export interface ScannedWord {
  text: string
  offset: number
}

/** The words of a text in both layers. */
export type ScannedText = Record<ScannedLayer, ScannedWord[]>

interface Piece {
  text: string
  offset: number
}

/** What is written, and for whom: `only` are the layers that take it. */
interface Sink {
  pieces: Record<ScannedLayer, Piece[]>
  only: readonly ScannedLayer[]
  scope: Scope
}

/** What the writing of a whole body shares. */
export interface Scope {
  vocabulary: Vocabulary
  /** Names of inline notes. */
  series: ReadonlySet<string>
  /** Blocks of the notes by label. */
  notes: ReadonlyMap<string, readonly Block[]>
  /** Notes written so far, in the order of their calls. */
  called: ScannedText[]
  /** Words of the readings of each entry, in the order in which their lemmas begin. */
  entries: ScannedWord[][]
  /** Entries and notes between anchors that wait for the first of these, by its id. */
  spans: Map<string, Directive[]>
  /** Their labels: a second call, or a call of a note from within itself, is an error that is told elsewhere. */
  labels: Set<string>
}

type Found = Extract<Item, {kind: 'directive'}>

const BOTH: readonly ScannedLayer[] = ['received', 'reading']

/** Writes blocks; notes called in them are added to `scope.called`. */
export function writeBlocks(blocks: readonly Block[], scope: Scope): ScannedText {
  return written(scope, (sink) => blocks.forEach((block) => writeBlock(sink, block)))
}

function written(scope: Scope, write: (sink: Sink) => void): ScannedText {
  const sink: Sink = {pieces: {received: [], reading: []}, only: BOTH, scope}
  write(sink)
  return {received: wordsOf(sink.pieces.received), reading: wordsOf(sink.pieces.reading)}
}

/** Parts pieces into words at white space, never between pieces. */
function wordsOf(pieces: readonly Piece[]): ScannedWord[] {
  const words: ScannedWord[] = []
  let within = false
  for (const {text, offset} of pieces) {
    for (const {0: part, index} of text.matchAll(/\S+/gu)) {
      const last = words.at(-1)
      if (index === 0 && within && last) last.text += part
      else words.push({text: part, offset: offset + index})
    }
    if (text !== '') within = /\S$/u.test(text)
  }
  for (const word of words) word.text = word.text.normalize('NFC')
  return words
}

function put(sink: Sink, text: string, offset: number): void {
  for (const layer of sink.only) sink.pieces[layer].push({text, offset})
}

/** The same sink, for some of its layers. */
const forLayers = (sink: Sink, ...layers: ScannedLayer[]): Sink => ({
  ...sink,
  only: sink.only.filter((layer) => layers.includes(layer))
})

function writeBlock(sink: Sink, block: Block): void {
  if (block.kind === 'note') return
  put(sink, '\n', 0)
  if (block.kind === 'text') writeItems(sink, readInline(block.stretch, sink.scope.vocabulary))
  if (block.kind === 'code') put(sink, block.stretch.text, block.stretch.offsets[0] ?? 0)
  if (block.kind === 'container') writeContainer(sink, block.directive, block.blocks)
  if (block.kind === 'leaf' && block.directive.name === 'figure')
    writeItems(forLayers(sink, 'reading'), itemsOf(block.directive.label, sink.scope))
  put(sink, '\n', 0)
}

function itemsOf(label: Directive['label'], scope: Scope): Item[] {
  if (!label) return []
  const offsets = Array.from(label.text, (_, index) => label.offset + index)
  return readInline({text: label.text, offsets}, scope.vocabulary)
}

function writeContainer(sink: Sink, {name, attributes}: Directive, blocks: readonly Block[]): void {
  if (attributes['title'] !== undefined) put(forLayers(sink, 'reading'), `\n${attributes['title']}\n`, 0)
  const own = name === 'editorial' || name === 'only'
  const inner = own ? forLayers(sink, 'reading') : sink
  for (const block of blocks) writeBlock(inner, block)
}

function writeItems(sink: Sink, items: readonly Item[]): void {
  for (const item of items) {
    if (item.kind === 'text') put(sink, item.text, item.offset)
    else if (item.kind === 'call') callLabel(sink.scope, item.label)
    else if (sink.scope.series.has(item.name)) callNote(sink.scope, (note) => writeItems(note, item.items))
    else (writers[item.name] ?? plain)(sink, item)
  }
}

/** Notes stand in the order of their calls, a note before the notes that it calls itself. */
function callNote(scope: Scope, write: (sink: Sink) => void): void {
  const place = scope.called.push({received: [], reading: []}) - 1
  scope.called[place] = written(scope, write)
}

function callLabel(scope: Scope, label: string): void {
  if (scope.labels.has(label)) return
  scope.labels.add(label)
  callNote(scope, (note) => writeNote(note, label))
}

function writeNote(sink: Sink, label: string): void {
  for (const block of sink.scope.notes.get(label) ?? []) writeBlock(sink, block)
}

const plain = (sink: Sink, {items}: Found): void => writeItems(sink, items)
const nothing = (): void => undefined

/** Writes the label between signs that only the reading layer has. */
const between =
  (signs: (found: Found) => [before: string, after: string]) =>
  (sink: Sink, found: Found): void => {
    const [before, after] = signs(found)
    put(forLayers(sink, 'reading'), before, found.offset)
    writeItems(sink, found.items)
    put(forLayers(sink, 'reading'), after, found.offset)
  }

/** Words that somebody put in: this edition in angle brackets, anybody before it in the brackets that are in the text. */
function inserted(sink: Sink, {attributes, items, offset}: Found): void {
  const own = attributes['by'] === OWN
  const inner = own ? forLayers(sink, 'reading') : sink
  put(inner, own ? '⟨' : '[', offset)
  writeItems(inner, items)
  put(inner, own ? '⟩' : ']', offset)
}

function corrected(sink: Sink, {attributes, items, offset}: Found): void {
  const {rec = '', alt} = attributes
  addEntry(sink.scope, [plainItem(rec, offset), plainItem(alt, offset)])
  put(forLayers(sink, 'received'), rec, offset)
  writeItems(forLayers(sink, 'reading'), items)
}

const plainItem = (value: string | undefined, offset: number): Item[] =>
  value === undefined ? [] : [{kind: 'text', text: value, offset}]

/** Adds an entry with the words of its readings; it takes its place before the entries inside its lemma. */
function addEntry(scope: Scope, readings: readonly (readonly Item[])[]): void {
  const words = readings.map((items) => written(scope, (sink) => writeItems(sink, items)).reading)
  scope.entries.push(words.flat())
}

/** The `:lem` and `:rdg` of an entry. */
function partsOf(items: readonly Item[]): {lemma: Found | undefined; readings: Found[]} {
  const parts = items.filter((item): item is Found => item.kind === 'directive')
  return {lemma: parts.find(({name}) => name === 'lem'), readings: parts.filter(({name}) => name === 'rdg')}
}

/** An entry by this edition's editor has the first reading of a copy in the place of the lemma. */
// oxlint-disable-next-line complexity -- one case a line
function entry(sink: Sink, {attributes, items, offset}: Found): void {
  const {lemma, readings} = partsOf(items)
  const whole = !lemma && readings.length === 0
  const said = {...attributes, ...lemma?.attributes}
  const one = plainItem(attributes['rdg'], offset)
  addEntry(sink.scope, [...(whole ? [one] : readings.map((found) => found.items)), plainItem(said['alt'], offset)])
  const label = whole ? items : (lemma?.items ?? [])
  const copy = readings.find((found) => found.attributes['wit'] !== undefined)
  // Conjectures alone do not say what the copies have.
  if (said['by'] !== OWN || (readings.length > 0 && !copy)) return writeItems(sink, label)
  const received = forLayers(sink, 'received')
  if ((copy?.attributes ?? attributes)['type'] !== 'add') writeItems(forLayers(sink, 'reading'), label)
  else {
    writeItems(sink, label)
    put(received, ' ', offset)
  }
  writeItems(received, whole ? one : (copy?.items ?? []))
}

/** What waits for an anchor begins there: a note, or an entry whose words are in no other place. */
function anchor({scope}: Sink, {attributes: {id = ''}}: Found): void {
  const waiting = scope.spans.get(id) ?? []
  scope.spans.delete(id)
  for (const {label, attributes} of waiting) {
    const items = itemsOf(label, scope)
    const {readings, lemma} = partsOf(items)
    const {alt} = {alt: attributes['alt'], ...lemma?.attributes}
    const offset = label?.offset ?? 0
    const one = readings.length > 0 || lemma ? [] : [plainItem(attributes['rdg'], offset)]
    if (attributes['series'] !== undefined) callNote(scope, (note) => writeItems(note, items))
    else addEntry(scope, [...one, ...readings.map((found) => found.items), plainItem(alt, offset)])
  }
}

function gap(sink: Sink, {attributes: {reason = '', unit, n}, offset}: Found): void {
  const text = gapText({reason, unit, n: n === undefined ? undefined : Number(n)})
  put(forLayers(sink, 'reading'), `[${text}]`, offset)
}

const annotation = ({attributes}: Found): string => ANN_WORDS[(attributes['kind'] ?? 'hand') as keyof typeof ANN_WORDS]

const writers: Readonly<Record<string, (sink: Sink, found: Found) => void>> = {
  supplied: inserted,
  orig: inserted,
  gap,
  unclear: between(() => ['[', '?]']),
  corr: corrected,
  sic: between(() => ['', ' [sic]']),
  app: entry,
  at: anchor,
  pb: nothing,
  // The text of a reference is made from its target.
  ref: nothing,
  ann: between((found) => [`[${annotation(found)}`, ']']),
  add: between(() => ['\\', '/'])
}
