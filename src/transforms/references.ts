// Resolves cross-references to documents, notes and anchors of the text.
import type {Nodes} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {atAnchor, documentAnchor, noteAnchor} from '../document/anchors.ts'
import {allDocuments, seriesOf, type Edition, type EditionDocument} from '../document/edition.ts'
import {mark} from '../document/marks.ts'
import {nearest, report} from '../document/report.ts'

/** What a reference can point to. */
export interface Target {
  anchor: string
  /** What a reference prints for it: `no. 3`, `n. 12`, `¶ 45`. */
  text: string
}

/** Targets by the names that references use: `d12`, `d12#en-2`, `d12#s1`. Needs `number`. */
export function targetsOf(edition: Edition): Map<string, Target> {
  const targets = new Map<string, Target>()
  const marks = new Map(seriesOf(edition.settings).map((series) => [series.key, series.marks]))
  for (const document of allDocuments(edition)) {
    const {id, matter, tree} = document
    targets.set(id, {
      anchor: documentAnchor(id),
      text: matter.number ? `no.\u00A0${matter.number}` : (matter.title?.text ?? id)
    })
    let paragraph = ''
    const add = (name: string, target: Target) => targets.set(`${id}#${name}`, target)
    visit(tree, (node: Nodes) => {
      if (node.type === 'paragraph' && node.data?.n) paragraph = node.data.n
      if (node.type === 'at')
        add(node.id, {
          anchor: atAnchor(id, node.id),
          text: paragraph ? `¶\u00A0${paragraph}` : (matter.title?.text ?? id)
        })
      if (node.type === 'note' && node.label && node.n) {
        add(node.label, {
          anchor: noteAnchor(id, node.series, node.n),
          text: `n.\u00A0${mark(node.n, marks.get(node.series) ?? 'decimal')}`
        })
      }
    })
  }
  return targets
}

/** Fills in anchor and text of every reference; one that points nowhere is reported. */
export function references({id, file, tree}: EditionDocument, targets: Map<string, Target>): void {
  visit(tree, 'ref', (node) => {
    const target = targets.get(`${id}#${node.target}`) ?? targets.get(node.target)
    if (target) {
      node.anchor = target.anchor
      node.text = target.text
      return SKIP
    }
    const names = [...targets.keys()].map((name) => (name.startsWith(`${id}#`) ? name.slice(id.length + 1) : name))
    const near = nearest(node.target, names)
    report(
      file,
      'unknown-reference',
      `Unexpected target \`${node.target}\` of \`:ref\`, ${near ? `did you mean \`${near}\`?` : 'expected the id of a document, a note label or an anchor set with `:at`'}`,
      node
    )
    return SKIP
  })
}
