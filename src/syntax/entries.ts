// Entries of the apparatus: how they may be written, and the nodes that are made of them.
import type {Node, PhrasingContent} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import type {Reading, ReadingKind} from '../document/apparatus-nodes.ts'
import {plainText, type App, type Entry, type Note} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {checkAttributes, isEmpty, isNamed, shownAs, type Directive} from './attributes.ts'
import {directives} from './directives.ts'

/** Whether a node is a `:lem` or `:rdg`. */
export const isPart = (node: Node): node is TextDirective => isNamed(node, 'lem') || isNamed(node, 'rdg')

const partsOf = (node: Directive): TextDirective[] => (node.children as Node[]).filter(isPart)

/** An entry has either attributes or parts, and beside parts nothing, since it would be lost. */
export function checkEntry(file: VFile, node: Directive): void {
  if (node.attributes?.['series'] !== undefined) return checkSource(file, node)
  const broken = (reason: string): void => void report(file, 'broken-directive', reason, node)
  const parts = partsOf(node)
  if (parts.length === 0) return checkOneReading(file, node)
  for (const part of parts) checkPart(file, part)
  const shown = shownAs(node)
  const lemmas = parts.filter(({name}) => name === 'lem').length
  if (lemmas > 1 || (lemmas === 0 && node.name === 'app'))
    broken(`Unexpected ${lemmas} \`:lem[…]\` in ${shown}, expected ${node.name === 'app' ? 'one' : 'one at most'}`)
  if (lemmas === parts.length)
    broken(`Unexpected ${shown} without reading, expected \`:rdg[…]{wit=…}\` after \`:lem[…]\``)
  for (const key of ['rdg', 'wit', 'type'])
    if (node.attributes?.[key] !== undefined)
      broken(`Unexpected attribute \`${key}\` of ${shown} beside \`:rdg[…]\`, expected readings in \`:rdg[…]\``)
  const lost = wordsBeside(node)
  if (lost !== '')
    broken(
      `Unexpected words \`${lost}\` in ${shown}, expected words of the text in \`:lem[…]\`, of copies in \`:rdg[…]\``
    )
}

/** Words that stand in no part. */
const wordsBeside = (node: Directive): string =>
  (node.children as Node[])
    .filter((child) => !isPart(child))
    .map(plainText)
    .join('')
    .trim()

function checkPart(file: VFile, part: TextDirective): void {
  const rule = directives[part.name]
  if (rule) checkAttributes(file, part, rule)
  const {wit, by} = part.attributes ?? {}
  if (part.name === 'lem') return
  if (wit === undefined && by === undefined)
    report(
      file,
      'wrong-attribute',
      'Missing attribute `wit` of `:rdg`, expected `wit=…`, or `by=…` for a conjecture',
      part
    )
  if (isEmpty(part)) checkOmission(file, part)
}

/** One reading in attributes: the label is the lemma, which an entry between anchors has in the text. */
function checkOneReading(file: VFile, node: Directive): void {
  checkOmission(file, node)
  if (node.name !== 'entry') return
  if (node.attributes?.['wit'] === undefined)
    report(file, 'wrong-attribute', 'Missing attribute `wit` of `::entry`, expected `wit=…`', node)
  const words = wordsBeside(node)
  if (words !== '')
    report(
      file,
      'broken-directive',
      `Unexpected words \`${words}\` in \`::entry\`, expected readings in \`:rdg[…]{wit=…}\`, or \`series=…\` for a note`,
      node
    )
}

/** A note on the words between two anchors. */
function checkSource(file: VFile, node: Directive): void {
  for (const key of ['rdg', 'wit', 'type', 'by', 'cert', 'alt'])
    if (node.attributes?.[key] !== undefined)
      report(
        file,
        'wrong-attribute',
        `Unexpected attribute \`${key}\` of \`::entry\` beside \`series\`, expected the note between its brackets`,
        node
      )
  if (isEmpty(node))
    report(file, 'broken-directive', 'The label of `::entry` is empty, expected the note between its brackets', node)
}

/** That copies lack the lemma is said, never concluded from a reading that is not there. */
function checkOmission(file: VFile, node: Directive): void {
  const {rdg, type} = node.attributes ?? {}
  if (type === 'om' || type === 'lac' || (rdg !== undefined && rdg !== null && rdg !== '')) return
  const expected = node.name === 'rdg' ? 'words between its brackets' : '`rdg="…"`'
  report(
    file,
    'wrong-attribute',
    `Unexpected ${shownAs(node)} without a reading, expected ${expected}, or \`type=om\` where the copies omit the words`,
    node
  )
}

type Attributes = Readonly<Record<string, string>>

/** Makes the node of `:app[…]`. */
export function app(attributes: Attributes, node: Directive): App {
  const parts = partsOf(node)
  const lemma = parts.find(({name}) => name === 'lem')
  const children = (parts.length === 0 ? node.children : (lemma?.children ?? [])) as PhrasingContent[]
  return {type: 'app', ...entered(attributes, node), children}
}

/** Makes the node of `::entry{from=… to=…}`: an entry, or a note of a series. */
export function entry(attributes: Attributes, node: Directive): Entry | Note {
  const {from = '', to = '', series, lem} = attributes
  const span = {from, to}
  if (series === undefined) return {type: 'entry', span, ...entered(attributes, node)}
  const children = [{type: 'paragraph' as const, children: node.children as PhrasingContent[], position: node.position}]
  return {type: 'note', series, place: 'foot', span, check: lem, children}
}

/** Whose the lemma is and what others read, from attributes or from `:lem[…]` and `:rdg[…]`. */
function entered(attributes: Attributes, node: Directive): Omit<Entry, 'type' | 'span'> {
  const parts = partsOf(node)
  const lemma = parts.find(({name}) => name === 'lem')
  const {by, cert, alt} = {...attributes, ...valuesOf(lemma)} as Partial<Attributes>
  const {wit} = valuesOf(lemma) as Partial<Attributes>
  const words = node.name === 'entry' && lemma ? plainText(lemma).trim() : ''
  return {
    readings:
      parts.length === 0 ? [oneReading(attributes, node)] : parts.filter(({name}) => name === 'rdg').map(readingOf),
    by,
    cert,
    alt,
    wit: wit === undefined ? undefined : siglaOf(wit),
    check: words === '' ? attributes['lem'] : words
  }
}

const valuesOf = (node: Directive | undefined): Attributes =>
  Object.fromEntries(Object.entries(node?.attributes ?? {}).map(([key, value]) => [key, value ?? '']))

function oneReading({rdg = '', wit = '', type}: Attributes, {position}: Directive): Reading {
  const children: PhrasingContent[] = rdg === '' ? [] : [{type: 'text', value: rdg, position}]
  return {type: 'reading', wit: siglaOf(wit), kind: type as ReadingKind | undefined, children, position}
}

function readingOf(node: TextDirective): Reading {
  const {wit = '', type, by, cert} = valuesOf(node)
  const {children, position} = node
  return {type: 'reading', wit: siglaOf(wit), kind: type as ReadingKind | undefined, by, cert, children, position}
}

const siglaOf = (wit: string): string[] => wit.split(/ +/).filter((siglum) => siglum !== '')
