// The raw scan of a Markdown body: its words layer by layer, with no Markdown library and no tree, to prove the parse against.
import {linesOf, readBlocks} from './scan-blocks.ts'
import {labelOf} from './scan-inline.ts'
import type {Block, Directive} from './scan-pieces.ts'
export type {ScannedLayer, ScannedWord} from './scan-writer.ts'
import {writeBlocks, type ScannedText, type ScannedWord, type Scope} from './scan-writer.ts'

/** Words of a body, of its notes in the order of their calls, and of the readings of its entries. */
export interface Scan {
  text: ScannedText
  notes: ScannedText[]
  entries: ScannedWord[][]
}

/** Directives that stand in a line, besides the series of notes. */
const INLINE = 'supplied orig gap unclear corr sic app lem rdg at pb ann del add person place term ref'.split(' ')

/** Scans a body; `series` are the names of inline notes such as `:tn[…]`. `paired`: the body is that of a counterpart. */
export function scan(body: string, series: readonly string[], paired = false): Scan {
  const all = readBlocks(linesOf(body))
  const blocks = paired ? all.map(withoutPairMark) : all
  const notes = new Map<string, Block[]>()
  const spans = new Map<string, Directive[]>()
  gather(blocks, notes, spans)
  const vocabulary = {directives: new Set([...INLINE, ...series]), notes: new Set(notes.keys())}
  const named = new Set(series)
  const scope: Scope = {vocabulary, series: named, notes, spans, called: [], entries: [], labels: new Set()}
  const text = writeBlocks(blocks, scope)
  return {text, notes: scope.called, entries: scope.entries}
}

/** Notes by label, the first of two counts; and what lies between anchors, by the first of them. */
function gather(blocks: readonly Block[], notes: Map<string, Block[]>, spans: Map<string, Directive[]>): void {
  for (const block of blocks) {
    if (block.kind === 'note' && !notes.has(labelOf(block.label))) notes.set(labelOf(block.label), block.blocks)
    if (block.kind === 'leaf' && block.directive.name === 'entry') {
      const {from = ''} = block.directive.attributes
      spans.set(from, [...(spans.get(from) ?? []), block.directive])
    }
    if (block.kind === 'note' || block.kind === 'container') gather(block.blocks, notes, spans)
  }
}

/** `{=12}` opens a paragraph of a counterpart and is no text. */
function withoutPairMark(block: Block): Block {
  if (block.kind === 'container') return {...block, blocks: block.blocks.map(withoutPairMark)}
  if (block.kind !== 'text' || !block.paragraph) return block
  const {text, offsets} = block.stretch
  const length = /^\{=[0-9]+[a-z]*\}\s*/.exec(text)?.[0].length ?? 0
  return {...block, stretch: {text: text.slice(length), offsets: offsets.slice(length)}}
}
