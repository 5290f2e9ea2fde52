// What an output leaves out of its documents, so that nothing is left out in silence: notes, entries, targets of references.
import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {atAnchor, documentAnchor, leafAnchor, noteAnchor} from '../document/anchors.ts'
import {allDocuments, type Edition} from '../document/edition.ts'
import type {App, Corr, Entry, Note} from '../document/nodes.ts'
import {isPrinted} from '../document/placement.ts'
import {report} from '../document/report.ts'

/** What an output leaves out of one document by the settings `notes` and `apparatus`: notes of each series, and entries. */
export interface LeftOut {
  document: string
  notes: Record<string, number>
  entries: number
}

/** Lists what the selected edition does not print of its documents, so that nothing is left out in silence. */
export function leftOut(selected: Edition, whole: Edition): LeftOut[] {
  const trees = new Map(allDocuments(whole).map(({id, tree}) => [id, tree]))
  return allDocuments(selected).flatMap(({id}): LeftOut[] => {
    const out = {document: id, notes: {}, entries: 0}
    count(trees.get(id), out, (node) => isCritical(node) && !isPrinted(selected, node))
    return out.entries > 0 || Object.keys(out.notes).length > 0 ? [out] : []
  })
}

/** Counts what is left out; the notes of a note that is left out go with it. */
function count(node: Node | undefined, out: LeftOut, isOut: (node: Node) => boolean): void {
  const gone = node !== undefined && isOut(node)
  if (gone && node.type === 'note') {
    const {series} = node as Note
    out.notes[series] = (out.notes[series] ?? 0) + 1
  } else if (gone) out.entries++
  const inside = gone && node.type === 'note' ? (one: Node) => isOut(one) || isFootNote(one) : isOut
  if (node && 'children' in node) for (const child of (node as Parent).children) count(child, out, inside)
}

const isFootNote = (node: Node): boolean => node.type === 'note' && (node as Note).place === 'foot'

type Critical = Note | Corr | App | Entry

/** Whether a node is what the settings `notes` and `apparatus` may leave out. */
export const isCritical = (node: Node): node is Critical => ['note', 'corr', 'app', 'entry'].includes(node.type)

/** Tells of references to what an output does not have: there they say in words where it can be read. */
export function tellReferences(selected: Edition, whole: Edition, output: string): void {
  let known: Set<string> | undefined
  const files = new Map(allDocuments(whole).map(({id, file}) => [id, file]))
  for (const {id, tree} of allDocuments(selected)) {
    visit(tree, 'ref', (node) => {
      const file = files.get(id)
      if (!file || node.anchor === undefined) return
      known ??= anchorsOf(selected)
      if (known.has(node.anchor)) return
      const reason = `Unexpected target \`${node.target}\` of \`:ref\` for output \`${output}\`, which leaves it out, so the output says that it is in ${whole.settings.title}; expected a target that the output has`
      if (!file.messages.some((message) => message.reason === reason && message.line === node.position?.start.line))
        report(file, 'reference-left-out', reason, node)
    })
  }
}

function anchorsOf(edition: Edition): Set<string> {
  const anchors = new Set<string>()
  for (const {id, tree} of allDocuments(edition)) {
    anchors.add(documentAnchor(id))
    visit(tree, (node) => {
      if (node.type === 'note' && node.n !== undefined) anchors.add(noteAnchor(id, node.series, node.n))
      if (node.type === 'at') anchors.add(atAnchor(id, node.id))
      if (node.type === 'leafBreak') anchors.add(leafAnchor(id, node.wit, node.label))
    })
  }
  return anchors
}
