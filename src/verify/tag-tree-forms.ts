// What words alone do not tell, along the tags of a finished PDF: documents in their order, heads of tables, words in the place of pictures.
import type {Root, Table} from 'mdast'
import {SKIP, visit} from 'unist-util-visit'
import {documentAnchor} from '../document/anchors.ts'
import {inOrderOfReading, type Edition, type EditionDocument} from '../document/edition.ts'
import {words} from '../document/layers.ts'
import {named, type Finding} from './finding.ts'
import {readable} from './proof.ts'
import {UNHEARD, type HeardBook, type HeardPart} from './tag-tree-read.ts'
import {quote} from './wording.ts'

/** Documents are heard one after the other as in the edition; of a text and its counterpart the original is heard first. */
export function disorder(edition: Edition, {parts}: HeardBook): Finding[] {
  const heard = new Set(parts.keys())
  const expected = inOrderOfReading(edition).filter(({id}) => heard.has(documentAnchor(id)))
  const anchors = new Map(expected.map(({id}) => [documentAnchor(id), id]))
  const found = [...heard].flatMap((anchor) => anchors.get(anchor) ?? [])
  const wrong = found.findIndex((id, at) => id !== expected[at]?.id)
  const id = found[wrong]
  if (id === undefined) return []
  const reason = `Unexpected document ${id} (tags of the PDF), expected document ${expected[wrong]?.id} before it`
  return [{rule: 'output-differs', document: id, reason}]
}

/** Tables and pictures of a document outside its notes. */
export function formFaults({id, tree}: EditionDocument, part: HeardPart): Finding[] {
  const {tables, pictures} = formsOf(tree)
  const fault = (reason: string, page?: string): Finding => ({rule: 'output-differs', document: id, page, reason})
  const where = (page?: string): string => `tags of the PDF, ${named(id, {page})}`
  return [
    ...tables.flatMap(({heads}, at): Finding[] => {
      const table = part.tables[at]
      if (table?.heads === heads.join('').length) return []
      const reason = `Unexpected cells of table ${at + 1} (${where(table?.page)}), expected ${quote(heads)} to be heard as heads of its columns`
      return [fault(reason, table?.page)]
    }),
    ...pictures.flatMap((alt, at): Finding[] => {
      const picture = part.pictures[at]
      if (picture && plain(picture.alt) === plain(alt)) return []
      const found = picture?.alt ? `words \`${picture.alt}\`` : 'lack of words'
      const reason = `Unexpected ${found} in the place of picture ${at + 1} (${where(picture?.page)}), expected \`${alt}\``
      return [fault(reason, picture?.page)]
    })
  ]
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().normalize('NFC')

/** The words of the first row of each table, and what is said of each picture that is more than an ornament. */
function formsOf(tree: Root): {tables: {heads: string[]}[]; pictures: string[]} {
  const tables: {heads: string[]}[] = []
  const pictures: string[] = []
  visit(tree, (node) => {
    if (node.type === 'note') return SKIP
    if (node.type === 'table') tables.push({heads: headsOf(node)})
    if (node.type === 'image' && node.alt) pictures.push(node.alt)
    if (node.type === 'figure' && !node.decorative) pictures.push(node.alt)
    return undefined
  })
  return {tables, pictures}
}

const headsOf = ({children: [first]}: Table): string[] => (first ? comparable(words(first, 'reading')) : [])

/** What has neither form nor width is not told apart. */
export const comparable = (list: readonly string[]): string[] =>
  readable(list.map((word) => word.replace(UNHEARD, ''))).map((word) => word.normalize('NFC'))
