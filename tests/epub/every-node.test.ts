// Words of every kind of node are proved: taken out of the e-book, they are missed.
import {strFromU8, strToU8} from 'fflate'
import {fromHtml} from 'hast-util-from-html'
import type {Nodes as HastNodes, Text} from 'hast'
import type {Nodes, Parents} from 'mdast'
import {beforeAll, expect, test} from 'vitest'
import {fileURLToPath} from 'node:url'
import {visitParents} from 'unist-util-visit-parents'
import {documentAnchor} from '../../src/document/anchors.ts'
import {allDocuments, type EditionDocument} from '../../src/document/edition.ts'
import {textOf, words} from '../../src/document/layers.ts'
import type {OwnNodes} from '../../src/document/nodes.ts'
import {lettersOf} from '../../src/document/printed-pages.ts'
import {verifyEpub} from '../../src/verify/index.ts'
import {bookOf, broken, type Proved} from './proved.ts'

/** `text`: its words stand in the text. `apart`: in a note or entry. `none`: it has no words. */
const KINDS: Partial<Record<Nodes['type'], 'text' | 'apart' | 'none'>> &
  Record<keyof OwnNodes, 'text' | 'apart' | 'none'> = {
  paragraph: 'text',
  heading: 'text',
  blockquote: 'text',
  list: 'text',
  listItem: 'text',
  table: 'text',
  tableRow: 'text',
  tableCell: 'text',
  emphasis: 'text',
  strong: 'text',
  text: 'text',
  bracket: 'text',
  supplied: 'text',
  orig: 'text',
  gap: 'text',
  unclear: 'text',
  corr: 'text',
  sic: 'text',
  app: 'text',
  entry: 'apart',
  reading: 'apart',
  leafBreak: 'none',
  ann: 'text',
  del: 'text',
  add: 'text',
  note: 'apart',
  person: 'text',
  place: 'text',
  term: 'text',
  ref: 'text',
  at: 'none',
  indent: 'none',
  citation: 'text',
  speaker: 'text',
  turn: 'text',
  part: 'text',
  only: 'none',
  figure: 'text',
  head: 'text',
  headPart: 'text',
  omission: 'none',
  study: 'none',
  answer: 'none',
  answerSpace: 'none'
}
const IN_TEXT = Object.entries(KINDS).flatMap(([type, kind]) => (kind === 'text' ? [type] : []))

let book: Proved
beforeAll(async () => {
  book = await bookOf(fileURLToPath(new URL('../editions/everything', import.meta.url)), 'reader', 100_000)
}, 180_000)

const APART: ReadonlySet<string> = new Set(['note', 'entry', 'reading'])

/** The first node of a type that has letters, and how many letters of its document stand before it. */
function firstOf(type: string): {document: EditionDocument; letters: number} | undefined {
  for (const document of allDocuments(book.edition)) {
    let found: {parent: Parents; node: Nodes} | undefined
    visitParents(document.tree, type, (node: Nodes, ancestors) => {
      const apart = ancestors.some(({type: around}) => APART.has(around))
      const parent = ancestors.at(-1)
      if (!found && parent && !apart && lettersOf(textOf(node, 'reading')) !== '') found = {parent, node}
    })
    if (!found) continue
    const siblings = found.parent.children as Nodes[]
    const at = siblings.indexOf(found.node)
    siblings.splice(at, 0, {type: 'text', value: MARK})
    const letters = words(document.tree, 'reading').join('').indexOf(MARK)
    siblings.splice(at, 1)
    return {document, letters}
  }
  return undefined
}

/** No text has it. */
const MARK = '\uE123'

/** The e-book without the piece of text in which a letter of a document stands. */
function without({id}: EditionDocument, letters: number): Uint8Array {
  return broken(book.epub, (entries) =>
    entries.map((entry) => {
      const markup = strFromU8(entry.bytes)
      if (!entry.name.endsWith('.xhtml') || !markup.includes(` id="${documentAnchor(id)}"`)) return entry
      const {start, end} = pieceWith(fromHtml(markup), letters)?.position ?? {}
      if (start?.offset === undefined || end?.offset === undefined)
        throw new Error(`No letter ${letters} in ${entry.name}`)
      return {...entry, bytes: strToU8(markup.slice(0, start.offset) + markup.slice(end.offset))}
    })
  )
}

function pieceWith(tree: HastNodes, letters: number): Text | undefined {
  let before = 0
  let found: Text | undefined
  const walk = (node: HastNodes): void => {
    if (node.type === 'text') {
      before += lettersOf(node.value).length
      if (before > letters) found ??= node
    }
    if (!('children' in node)) return
    const names = node.type === 'element' ? [node.properties.className].flat() : []
    if (node.type === 'element' && (node.tagName === 'head' || names.includes('generated') || names.includes('note')))
      return
    for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

test.each(IN_TEXT)('%s', (type) => {
  const first = firstOf(type)
  expect(first).toBeDefined()
  if (!first) return
  const findings = verifyEpub(book.edition, without(first.document, first.letters), {pages: book.pages})
  const told = findings.filter(({rule, document}) => rule === 'output-differs' && document === first.document.id)
  expect(told.map(({reason}) => reason)).toContainEqual(expect.stringMatching(/^Unexpected (?:gap|word)/))
})
