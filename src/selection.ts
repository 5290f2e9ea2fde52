// The edition as one output shows it: only its documents, only what is meant for its audience, only the notes that it prints.
import type {Node, Parent} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {allDocuments, type Edition, type EditionDocument} from './document/edition.ts'
import type {App, Corr, Entry, Note, Only} from './document/nodes.ts'
import {isPrinted} from './document/placement.ts'
import {nearest, report} from './document/report.ts'

/** Selects; a document that there is not is reported. The edition itself is left as it is, and all numbers stay. */
export function selection(edition: Edition, name: string): Edition {
  const output = edition.settings.outputs[name]
  const chosen = {...edition, output, documents: documentsOf(edition, name)}
  const parallel = output?.parallel ?? 'none'
  const read = (document: EditionDocument): EditionDocument => ({
    ...without(document, (node) => !isShown(node, chosen)),
    ...(document.counterparts && {
      counterparts: parallel === 'none' ? [] : document.counterparts.slice(0, 1).map(read)
    })
  })
  const [documents, front, back] = [chosen.documents.map(read), edition.front.map(read), edition.back.map(read)]
  return {...chosen, documents, front, back}
}

/** Messages that are of no document stand on the settings. */
export const settingsOf = (edition: Edition): VFile => edition.files[0] as VFile

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

const isCritical = (node: Node): node is Critical => ['note', 'corr', 'app', 'entry'].includes(node.type)

function isShown(node: Node, edition: Edition): boolean {
  const audience = edition.output?.audience ?? []
  if (node.type === 'only') return (node as Only).audience.some((one) => audience.includes(one))
  return !isCritical(node) || isPrinted(edition, node)
}

function documentsOf(edition: Edition, name: string): EditionDocument[] {
  const wanted = edition.settings.outputs[name]?.documents
  if (!wanted) return edition.documents
  const ids = new Map<string, EditionDocument>()
  for (const document of edition.documents) ids.set(document.file.stem ?? document.id, document)
  for (const document of edition.documents) ids.set(document.id, document)
  return wanted.flatMap((id) => {
    const document = ids.get(id)
    if (document) return [document]
    const near = nearest(id, ids.keys())
    const hint = near ? `did you mean \`${near}\`?` : 'expected the id of a document'
    const reason = `Unexpected document \`${id}\` of output \`${name}\`, ${hint}`
    const file = settingsOf(edition)
    // Every use of the output selects again; once told is enough.
    if (!file.messages.some((message) => message.reason === reason)) report(file, 'missing-file', reason)
    return []
  })
}

/** A document without some nodes. An entry that is left out leaves its lemma, which is the text. */
function without(document: EditionDocument, isOut: (node: Node) => boolean): EditionDocument {
  let any = false
  visit(document.tree, (node) => void (any ||= isOut(node)))
  if (!any) return document
  const tree = structuredClone(document.tree)
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !isOut(node)) return undefined
    const kept = node.type === 'corr' || node.type === 'app' ? node.children : []
    ;(parent as Parent).children.splice(index, 1, ...kept)
    return [SKIP, index]
  })
  return {...document, tree}
}
