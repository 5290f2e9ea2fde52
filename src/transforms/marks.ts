// Checks that two series on one page cannot be mistaken for each other.
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {ENTRIES, entriesTitle, seriesOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {report} from '../document/report.ts'
import {placeIn} from '../document/yaml.ts'

/** Changes nothing. Series at the foot of one document, entries among them, need different kinds of marks. */
export function marks(edition: Edition, {file, tree}: EditionDocument, settingsFile: VFile): void {
  const used = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'note' && node.place === 'foot') used.add(node.series)
    if (node.type === 'corr' || node.type === 'app' || node.type === 'entry') used.add(ENTRIES)
  })
  const registers = [
    {key: ENTRIES, title: entriesTitle(edition), marks: edition.settings.entries.marks},
    ...seriesOf(edition.settings)
  ].filter(({key}) => used.has(key))
  for (const [index, one] of registers.entries()) {
    const other = registers.slice(0, index).find(({marks: kind}) => kind === one.marks)
    if (!other) continue
    const reason = `Series \`${other.key}\` and \`${one.key}\` both have \`${one.marks}\` marks and meet in ${file.path}, expected different \`marks\` in edition.yaml`
    const path = one.key in edition.settings.series ? ['series', one.key, 'marks'] : ['series', other.key, 'marks']
    report(settingsFile, 'marks-clash', reason, placeIn(settingsFile, path))
  }
}
