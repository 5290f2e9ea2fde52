// Puts every note where it is called, so that tree order is text order.
import type {FootnoteDefinition, FootnoteReference, Parents, Root} from 'mdast'
import {CONTINUE, SKIP, visit} from 'unist-util-visit'
import type {EditionDocument} from '../document/edition.ts'
import {plainText, type Note} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'

/** Needs nothing; every later transform relies on it. Reports notes without call, twice defined or called, without text, of unknown series. */
export function notes({file, tree}: EditionDocument, series: readonly string[]): void {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return CONTINUE
    const other = definitions.get(node.identifier)
    if (other) {
      report(
        file,
        'note-twice',
        `Unexpected second note \`[^${shown(node)}]\`, expected another label than the note on line ${other.position?.start.line}`,
        node
      )
    } else definitions.set(node.identifier, node)
    if (plainText(node).trim() === '')
      report(
        file,
        'note-without-text',
        `Note \`[^${shown(node)}]\` has no text, expected some words after the colon`,
        node
      )
    ;(parent as Parents).children.splice(index, 1)
    return [SKIP, index]
  })
  const called = new Map<string, FootnoteReference>()
  const place = (root: Root | Note) =>
    visit(root, 'footnoteReference', (node, index, parent) => {
      const definition = definitions.get(node.identifier)
      if (!definition || !parent || index === undefined) return CONTINUE
      const first = called.get(node.identifier)
      if (first) {
        report(
          file,
          'note-called-twice',
          `Unexpected second call \`[^${shown(node)}]\`, expected one call a note; the first is on line ${first.position?.start.line}`,
          node
        )
        return CONTINUE
      }
      called.set(node.identifier, node)
      const key = seriesOfLabel(shown(node))
      if (!series.includes(key)) {
        const near = nearest(key, series)
        const known = series.map((name) => `\`${name}\``).join(', ')
        report(
          file,
          'unknown-series',
          `Unexpected series \`${key}\` of note \`[^${shown(node)}]\`, ${near ? `did you mean \`${near}\`?` : `expected one of ${known}`}`,
          node
        )
      }
      const note: Note = {
        type: 'note',
        series: key,
        label: shown(node),
        place: 'foot',
        children: definition.children,
        position: node.position
      }
      ;(parent as Parents).children.splice(index, 1, note as never)
      return [CONTINUE, index]
    })
  place(tree)
  for (const [identifier, definition] of definitions) {
    if (called.has(identifier)) continue
    report(
      file,
      'note-without-call',
      `Note \`[^${shown(definition)}]\` is never called, expected \`[^${shown(definition)}]\` in the text`,
      definition
    )
  }
}

const shown = (node: FootnoteDefinition | FootnoteReference): string => node.label ?? node.identifier

/** `en-2` belongs to `en`, `src` to `src`. */
const seriesOfLabel = (label: string): string => /^(.*?)(-[^-]*)?$/.exec(label)?.[1]?.toLowerCase() ?? label
