// Puts every entry and note whose words lie between two anchors behind the first of them, so that tree order is text order.
import {SKIP, visit} from 'unist-util-visit'
import {allDocuments, type Edition, type EditionDocument, type Series} from '../document/edition.ts'
import type {Entry, Note} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import {placesOf, type Place} from './stretches.ts'

type Spanning = (Entry | Note) & {span: NonNullable<Note['span']>}

/** What is known of the edition: which documents have an anchor of a name, asked only where an entry misses one, and the series of notes. */
export interface Anchored {
  documents: () => ReadonlyMap<string, readonly string[]>
  series: readonly Series[]
}

/** Ids of all anchors with the documents that they stand in. */
export function anchoredIn(edition: Edition): Map<string, string[]> {
  const documents = new Map<string, string[]>()
  for (const {id, tree} of allDocuments(edition))
    visit(tree, 'at', (node) => void documents.set(node.id, [...(documents.get(node.id) ?? []), id]))
  return documents
}

/** Needs `notes`: an anchor in a note is none of the text. What is at fault is reported and left out. */
export function spans(document: EditionDocument, anchored: Anchored): void {
  const found = take(document)
  if (found.length === 0) return
  const places = placesOf(document.tree)
  const behind = new Map<Place, Spanning>()
  for (const node of found) {
    const place = places.get(node.span.from)
    if (!isSound(document, node, {places, anchored}) || !place) continue
    const siblings = place.parent.children as unknown[]
    siblings.splice(siblings.indexOf(behind.get(place) ?? place.node) + 1, 0, node)
    behind.set(place, node)
  }
}

/** Takes them out of the flow. */
function take({file, tree}: EditionDocument): Spanning[] {
  const found: Spanning[] = []
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'entry' && node.type !== 'note') || !node.span || !parent || index === undefined)
      return undefined
    parent.children.splice(index, 1)
    if (insideNote(parent))
      report(file, 'entry-span', 'Unexpected `::entry` in a note, expected it on a line of the text', node)
    else found.push(node as Spanning)
    return [SKIP, index]
  })
  return found
}

const insideNote = (parent: {type: string}): boolean => parent.type === 'note' || parent.type === 'footnoteDefinition'

interface Known {
  places: ReadonlyMap<string, Place>
  anchored: Anchored
}

function isSound(document: EditionDocument, node: Spanning, {places, anchored}: Known): boolean {
  const {file} = document
  const ends = [node.span.from, node.span.to].map((id) => ({id, place: places.get(id)}))
  for (const {id, place} of ends)
    if (!place)
      report(file, 'unknown-anchor', `Unexpected anchor \`${id}\` of \`::entry\`, ${hint(id, places, anchored)}`, node)
  if (node.type === 'note') checkSeries(document, node, anchored.series)
  const [from, to] = ends.map(({place}) => place)
  if (!from || !to) return false
  const fault = faultOf(node, from, to)
  if (fault) report(file, 'entry-span', fault, node)
  return fault === undefined
}

function hint(id: string, places: Known['places'], {documents}: Anchored): string {
  const [elsewhere] = documents().get(id) ?? []
  if (elsewhere) return `which stands in document \`${elsewhere}\`, expected an anchor of this document`
  const near = nearest(id, places.keys())
  return near ? `did you mean \`${near}\`?` : `expected \`:at{#${id}}\` in the text`
}

function faultOf({span}: Spanning, from: Place, to: Place): string | undefined {
  const {within} = from.within?.type === 'note' ? from : to
  if (within?.type === 'note') {
    const id = within === from.within ? span.from : span.to
    return `Unexpected anchor \`${id}\` in a note, expected it in the text`
  }
  if (from.within !== to.within)
    return `Unexpected end of \`:::only\` between the anchors \`${span.from}\` and \`${span.to}\`, expected both inside it or both outside`
  if (from.letters > to.letters)
    return `Unexpected anchor \`${span.to}\` before \`${span.from}\`, expected \`from=${span.to} to=${span.from}\``
  if (from.letters === to.letters)
    return `No words between the anchors \`${span.from}\` and \`${span.to}\`, expected the words of the lemma there`
  return undefined
}

function checkSeries({file}: EditionDocument, note: Note, series: readonly Series[]): void {
  const known = series.find(({key}) => key === note.series)
  const keyed = series.filter((one) => one.keyed === 'line').map(({key}) => `\`${key}\``)
  const expected =
    keyed.length > 0 ? `expected ${keyed.join(' or ')}` : 'expected one with `keyed: line` in edition.yaml'
  if (!known) report(file, 'unknown-series', `Unexpected series \`${note.series}\` of \`::entry\`, ${expected}`, note)
  else if (known.keyed !== 'line')
    report(
      file,
      'wrong-attribute',
      `Unexpected series \`${note.series}\` of \`::entry\`, which has marks in the text, ${expected}`,
      note
    )
}
