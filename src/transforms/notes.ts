// Puts every note where it is called, so that tree order is text order.
import type {FootnoteDefinition, FootnoteReference, Parents} from 'mdast'
import {CONTINUE, SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import type {EditionDocument} from '../document/edition.ts'
import {plainText, type Note} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'

/** Needs nothing; every later transform relies on it. Reports notes without call, twice defined or called, without text, of unknown series. */
export function notes(document: EditionDocument, series: readonly string[]): void {
  const definitions = takeDefinitions(document)
  const called = placeNotes(document, definitions, series)
  for (const [identifier, definition] of definitions) {
    if (called.has(identifier)) continue
    const label = shown(definition)
    const reason = `Note \`[^${label}]\` is never called, expected \`[^${label}]\` in the text`
    report(document.file, 'note-without-call', reason, definition)
  }
}

/** Takes the definitions out of the flow. */
function takeDefinitions({file, tree}: EditionDocument): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return CONTINUE
    const label = shown(node)
    const other = definitions.get(node.identifier)
    if (other) {
      const line = other.position?.start.line
      const reason = `Unexpected second note \`[^${label}]\`, expected another label than the note on line ${line}`
      report(file, 'note-twice', reason, node)
    } else definitions.set(node.identifier, node)
    if (plainText(node).trim() === '') {
      report(file, 'note-without-text', `Note \`[^${label}]\` has no text, expected some words after the colon`, node)
    }
    ;(parent as Parents).children.splice(index, 1)
    return [SKIP, index]
  })
  return definitions
}

/** Puts each note in the place of its call, those that notes call too; gives the first call of each. */
function placeNotes(
  {file, tree}: EditionDocument,
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  series: readonly string[]
): Map<string, FootnoteReference> {
  const called = new Map<string, FootnoteReference>()
  visit(tree, 'footnoteReference', (node, index, parent) => {
    const definition = definitions.get(node.identifier)
    if (!definition || !parent || index === undefined) return CONTINUE
    const first = called.get(node.identifier)
    if (first) {
      const line = first.position?.start.line
      const reason = `Unexpected second call \`[^${shown(node)}]\`, expected one call a note; the first is on line ${line}`
      report(file, 'note-called-twice', reason, node)
      return CONTINUE
    }
    called.set(node.identifier, node)
    const note = noteOf(node, definition)
    checkSeries(file, note, series)
    ;(parent as Parents).children.splice(index, 1, note as never)
    return [CONTINUE, index]
  })
  return called
}

function noteOf(call: FootnoteReference, {children}: FootnoteDefinition): Note {
  const label = shown(call)
  return {type: 'note', series: seriesOfLabel(label), label, place: 'foot', children, position: call.position}
}

function checkSeries(file: VFile, note: Note, series: readonly string[]): void {
  if (series.includes(note.series)) return
  const near = nearest(note.series, series)
  const known = series.map((name) => `\`${name}\``).join(', ')
  const hint = near ? `did you mean \`${near}\`?` : `expected one of ${known}`
  report(file, 'unknown-series', `Unexpected series \`${note.series}\` of note \`[^${note.label}]\`, ${hint}`, note)
}

const shown = (node: FootnoteDefinition | FootnoteReference): string => node.label ?? node.identifier

/** `en-2` belongs to `en`, `src` to `src`. */
const seriesOfLabel = (label: string): string => /^(.*?)(-[^-]*)?$/.exec(label)?.[1]?.toLowerCase() ?? label
