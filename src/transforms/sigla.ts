// Checks that every siglum is declared, and that no copy is named twice in one entry.
import type {Node} from 'mdast'
import {visit} from 'unist-util-visit'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {App, Entry} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'

/** Changes nothing. Sigla are declared under `sigla` in edition.yaml or under `source` in the document. */
export function sigla({settings}: Edition, {file, matter, tree}: EditionDocument): void {
  const known = [...Object.keys(settings.sigla), ...Object.keys(matter.source ?? {})]
  visit(tree, (node) => {
    for (const siglum of usedBy(node).filter((one) => one !== '' && !known.includes(one))) {
      const near = nearest(siglum, known)
      const expected = near
        ? `did you mean \`${near}\`?`
        : `expected ${known.length > 0 ? `one of ${known.map((one) => `\`${one}\``).join(', ')}` : 'it under `source` of the document'}`
      report(file, 'unknown-siglum', `Unexpected siglum \`${siglum}\`, ${expected}`, node)
    }
    if (node.type === 'app' || node.type === 'entry') checkOnce({file}, node)
  })
}

/** Each siglum once. */
function usedBy(node: Node): string[] {
  if (node.type === 'leafBreak' && 'wit' in node && typeof node.wit === 'string') return [node.wit]
  if (node.type !== 'app' && node.type !== 'entry') return []
  const {wit = [], readings} = node as App | Entry
  return [...new Set([...wit, ...readings.flatMap((reading) => reading.wit)])]
}

function checkOnce({file}: Pick<EditionDocument, 'file'>, {wit = [], readings, position}: App | Entry): void {
  const read = readings.flatMap((reading) => reading.wit)
  const tell = (siglum: string, why: string): void =>
    void report(file, 'witness-twice', `Unexpected siglum \`${siglum}\` ${why}`, position)
  for (const siglum of new Set(read.filter((one, index) => read.indexOf(one) < index)))
    tell(siglum, 'twice among the readings of one entry, expected it once')
  for (const siglum of new Set(wit.filter((one, index) => wit.indexOf(one) < index)))
    tell(siglum, 'twice beside the lemma, expected it once')
  for (const siglum of new Set(wit.filter((one) => read.includes(one))))
    tell(siglum, 'both beside the lemma and beside a reading, expected it with one of them')
}
