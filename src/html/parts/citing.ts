// How to cite: each document of the book, in the forms of Chicago, MLA and APA, as a part of the edition that the book is made from.
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {citeDocument, type Citation} from '../../cite/index.ts'
import {documentAnchor} from '../../document/anchors.ts'
import type {Edition, EditionDocument} from '../../document/edition.ts'

/** One section a document. The numbers of paragraphs are what every form of the edition has in common. */
export function citing(edition: Edition): Element {
  const cited = {...edition, settings: edition.wholeSettings ?? edition.settings}
  return h('section', {className: ['citing'], id: 'citing'}, [
    h('h1', 'How to Cite'),
    h(
      'p',
      'Cite paragraphs by their numbers (¶), not pages: the numbers are the same on paper, on the screen and in the e-book, in this book and in the whole edition. Put the number of the paragraph that you cite for the one given here.'
    ),
    ...edition.documents.flatMap((document) => sectionOf(document, cited))
  ])
}

function sectionOf(document: EditionDocument, edition: Edition): Element[] {
  const {matter, id} = document
  const paragraph = firstParagraph(document)
  const {chicago, mla, apa} = citeDocument(edition, document, {paragraph})
  const forms: [string, Citation][] = [
    ['Chicago, note', chicago.note],
    ['Chicago, later notes', chicago.shortNote],
    ['Chicago, bibliography', chicago.bibliography],
    ['MLA, works cited', mla.worksCited],
    ['MLA, in the text', mla.inText],
    ['APA, references', apa.reference],
    ['APA, in the text', apa.inText]
  ]
  return [
    h('h2', [
      ...(matter.number ? [`${matter.number}. `] : []),
      h('a', {href: `#${documentAnchor(id)}`}, matter.shortTitle ?? matter.title?.text ?? id)
    ]),
    h(
      'dl',
      forms.flatMap(([name, citation]) => [h('dt', name), h('dd', set(citation))])
    )
  ]
}

const set = ({segments}: Citation): ElementContent[] =>
  segments.map(({kind, text}) => (kind === 'italic' ? h('i', text) : {type: 'text', value: text}))

/** The first numbered paragraph that the book has of the document. */
function firstParagraph({tree}: EditionDocument): string | undefined {
  let first: string | undefined
  visit(tree, 'paragraph', ({data}) => void (first ??= data?.n))
  return first
}
