// Which copies have the lemma of an entry: all that are collated and read nothing else there.
import {visit} from 'unist-util-visit'
import type {Edition, EditionDocument} from '../document/edition.ts'
import type {App, Entry} from '../document/nodes.ts'
import {report} from '../document/report.ts'
import {stretchesOf, type Stretch} from './stretches.ts'

/**
 * Needs `spans`. Puts the sigla of each entry in the order of the list of witnesses. In a positive apparatus every copy is named:
 * those beside `:lem` where the editor names them, and then none may be left out; else all that no reading names.
 */
export function witnesses(edition: Edition, document: EditionDocument): void {
  const order = witnessesOf(edition, document)
  visit(document.tree, (node) => {
    if (node.type !== 'app' && node.type !== 'entry') return
    for (const one of [node, ...node.readings]) one.wit &&= inOrder(one.wit, order)
  })
  if (edition.settings.entries.form !== 'positive') return
  const collated = Object.entries(document.matter.source ?? {}).flatMap(([siglum, {status}]) =>
    status === 'collated' ? [siglum] : []
  )
  const stretches = stretchesOf(document.tree)
  const absences = stretches.filter(isAbsence)
  for (const {node, from, to} of stretches) {
    if (node.type === 'corr') continue
    const absent = absences.filter((one) => one.node !== node && one.from <= from && one.to >= to).flatMap(absentIn)
    const named = new Set([...node.readings.flatMap(({wit}) => wit), ...absent])
    const silent = collated.filter((siglum) => !named.has(siglum))
    if (node.wit === undefined) node.wit = silent
    else checkAll(document, node, silent)
  }
}

/** Sigla in the order of the list of witnesses: those of the document first, then those of the edition. */
function witnessesOf({settings}: Edition, {matter}: EditionDocument): string[] {
  return [...new Set([...Object.keys(matter.source ?? {}), ...Object.keys(settings.sigla)])]
}

function inOrder(wit: readonly string[], order: readonly string[]): string[] {
  const place = (siglum: string): number => (order.includes(siglum) ? order.indexOf(siglum) : order.length)
  return wit.toSorted((a, b) => place(a) - place(b))
}

/** An entry that says that copies have nothing at all in its place: they are silent about what stands there. */
const isAbsence = ({node}: Stretch): boolean => node.type !== 'corr' && node.readings.some(isAbsent)
const isAbsent = ({kind}: App['readings'][number]): boolean => kind === 'om' || kind === 'lac'
const absentIn = ({node}: Stretch): string[] =>
  node.type === 'corr' ? [] : node.readings.filter(isAbsent).flatMap(({wit}) => wit)

function checkAll({file}: EditionDocument, node: App | Entry, silent: readonly string[]): void {
  const left = silent.filter((siglum) => !node.wit?.includes(siglum)).map((siglum) => `\`${siglum}\``)
  if (left.length === 0) return
  const reason = `Unexpected silence about ${left.join(', ')} in an entry that names the copies of its lemma, expected each beside \`:lem\` or \`:rdg\`; without \`wit=\` of \`:lem\` all others have the lemma`
  report(file, 'witness-unaccounted', reason, node)
}
