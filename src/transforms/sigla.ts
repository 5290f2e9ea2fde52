// Checks that every siglum is declared.
import {visit} from 'unist-util-visit'
import type {Edition, EditionDocument} from '../document/edition.ts'
import {nearest, report} from '../document/report.ts'

/** Changes nothing. Sigla are declared under `sigla` in edition.yaml or under `source` in the document. */
export function sigla({settings}: Edition, {file, matter, tree}: EditionDocument): void {
  const known = [...Object.keys(settings.sigla), ...Object.keys(matter.source ?? {})]
  visit(tree, (node) => {
    const used =
      node.type === 'app'
        ? node.readings.flatMap(({wit}) => wit)
        : node.type === 'leafBreak' && node.wit
          ? [node.wit]
          : []
    for (const siglum of used.filter((one) => one !== '' && !known.includes(one))) {
      const near = nearest(siglum, known)
      const expected = near
        ? `did you mean \`${near}\`?`
        : `expected ${known.length > 0 ? `one of ${known.map((one) => `\`${one}\``).join(', ')}` : 'it under `source` of the document'}`
      report(file, 'unknown-siglum', `Unexpected siglum \`${siglum}\`, ${expected}`, node)
    }
  })
}
