// Resolves cross-references to documents, notes, leaves and anchors of the text.
import type {Nodes} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {atAnchor, documentAnchor, leafAnchor, noteAnchor} from '../document/anchors.ts'
import {allDocuments, seriesOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {mark} from '../document/marks.ts'
import type {LeafBreak} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'

/** What a reference can point to. */
export interface Target {
  anchor: string
  /** What a reference prints for it: `no. 3`, `n. 12`, `l. 72v`, `¶ 45`. */
  text: string
  /** The document that it stands in and its name there, for references from elsewhere; absent for a document itself. */
  within?: {document: string; text: string} | undefined
  /** A mere place, for which page and line say enough. */
  place?: boolean | undefined
}

/**
 * Targets by the names that references use. Needs `number`.
 *
 *   d12          a document           no. 3
 *   en-2         a note               n. 12
 *   s1           set with :at{#s1}    ¶ 45, or page and line where they are asked for
 *   pb-72v       a leaf or page       l. 72v
 *   pb-A-72v     that of a copy       A l. 72v
 *   d12#en-2     any of them in another document
 */
export function targetsOf(edition: Edition): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const document of allDocuments(edition)) {
    const {id, matter} = document
    const text = matter.number ? `no.\u00A0${matter.number}` : (matter.title?.text ?? id)
    targets.set(id, {anchor: documentAnchor(id), text})
    for (const [name, target] of targetsIn(document, edition))
      targets.set(`${id}#${name}`, {...target, within: {document: id, text}})
  }
  return targets
}

/** Documents whose lines are numbered in some printed output; prefaces and the like never are. */
export function numberedDocuments({documents, settings}: Edition): Set<string> {
  const outputs = Object.values(settings.outputs).filter(
    (output) => output.formats.includes('pdf') && output['line-numbers'] !== undefined
  )
  const chosen = documents.filter(({id, file}) =>
    outputs.some(({documents: names}) => names === undefined || names.includes(id) || names.includes(file.stem ?? id))
  )
  return new Set(chosen.map(({id}) => id))
}

/** Where references can point to, and whose lines have numbers. */
export interface Referable {
  targets: Map<string, Target>
  numbered: ReadonlySet<string>
}

/** Fills in anchor and text of every reference; one that points nowhere, or to a line that has no number, is reported. */
export function references({id, file, tree}: EditionDocument, {targets, numbered}: Referable): void {
  visit(tree, 'ref', (node) => {
    const target = targets.get(`${id}#${node.target}`) ?? targets.get(node.target)
    if (target) {
      const document = target.within?.document ?? node.target
      if (node.line && !numbered.has(document)) report(file, 'line-unnumbered', unnumbered(node.target, document), node)
      const {anchor, within, place} = target
      const text = within && within.document !== id ? `${within.text}, ${target.text}` : target.text
      node.anchor = anchor
      if (place && (node.page || node.line)) node.where = text
      else node.text = text
      return SKIP
    }
    const names = [...targets.keys()].map((name) => (name.startsWith(`${id}#`) ? name.slice(id.length + 1) : name))
    const near = nearest(node.target, names)
    report(
      file,
      'unknown-reference',
      `Unexpected target \`${node.target}\` of \`:ref\`, ${near ? `did you mean \`${near}\`?` : 'expected the id of a document, a note label, an anchor set with `:at` or a leaf such as `pb-72v`'}`,
      node
    )
    return SKIP
  })
}

const unnumbered = (target: string, document: string): string =>
  `Unexpected \`line\` of \`:ref[${target}]\`: no output numbers the lines of \`${document}\`, so the page alone is printed; expected \`{page}\`, or \`line-numbers\` for an output with this document in edition.yaml`

function targetsIn({id, matter, tree}: EditionDocument, edition: Edition): Map<string, Target> {
  const targets = new Map<string, Target>()
  const marks = new Map(seriesOf(edition.settings).map((series) => [series.key, series.marks]))
  const leaves: LeafBreak[] = []
  let paragraph = ''
  visit(tree, (node: Nodes) => {
    if (node.type === 'paragraph' && node.data?.n) paragraph = node.data.n
    if (node.type === 'at') {
      const text = paragraph ? `¶\u00A0${paragraph}` : (matter.title?.text ?? id)
      targets.set(node.id, {anchor: atAnchor(id, node.id), text, place: true})
    }
    if (node.type === 'note' && node.label && node.n) {
      const text = `n.\u00A0${mark(node.n, marks.get(node.series) ?? 'decimal')}`
      targets.set(node.label, {anchor: noteAnchor(id, node.series, node.n), text})
    }
    if (node.type === 'leafBreak') leaves.push(node)
  })
  const several = new Set(leaves.map(({wit}) => wit)).size > 1
  for (const node of leaves) {
    const anchor = leafAnchor(id, node.wit, node.label)
    targets.set(leafName(node), {anchor, text: `${several && node.wit ? `${node.wit} ` : ''}${leafWords(node)}`})
  }
  return targets
}

const leafName = ({wit, label}: LeafBreak): string => `pb-${wit ? `${wit}-` : ''}${label}`

const leafWords = ({unit, label}: LeafBreak): string => `${unit === 'page' ? 'p.' : 'l.'}\u00A0${label}`
