// Which notes at the feet of pages are called by notes at an end: they come to the page of the note that calls them, not of the text.
import type {Node} from 'unist'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {Note} from '../document/nodes.ts'
import {placementOf} from '../document/placement.ts'

/** Series of the note at an end that calls a note, by series and number of that: `an-2` → `en`. */
export function callersAtEnds({tree}: EditionDocument, edition: Edition): Map<string, string> {
  const found = new Map<string, string>()
  const isAtEnd = (series: string): boolean => {
    const {place} = placementOf(edition, series, 'print')
    return place === 'document-end' || place === 'book-end'
  }
  const walk = (node: Node, caller: string | undefined): void => {
    const note = node.type === 'note' && (node as Note).place === 'foot' ? (node as Note) : undefined
    if (note && caller !== undefined) found.set(`${note.series}-${note.n}`, caller)
    const inner = note && isAtEnd(note.series) ? note.series : caller
    if ('children' in node) for (const child of node.children as Node[]) walk(child, inner)
  }
  walk(tree, undefined)
  return found
}
