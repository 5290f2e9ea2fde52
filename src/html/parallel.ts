// Sets a text and its counterpart beside each other: rows of paragraphs that pair, each with a side for either language.
import type {Element, ElementContent, Properties, Root} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {isTranslation, type EditionDocument} from '../document/edition.ts'
import {languageName} from '../document/language-names.ts'
import type {BookPart, BookSide, ParallelLayout} from './book.ts'
import {direction} from '../document/direction.ts'
import {documentPart, type Making} from './document-part.ts'

/** The part of a document; beside its counterpart where the output sets it so. */
export function documentOrPair(document: EditionDocument, making: Making): BookPart {
  const {parallel = 'none', binding} = making.edition.output ?? {}
  const [counterpart] = document.counterparts ?? []
  const part = documentPart(document, making)
  if (parallel === 'none' || !counterpart) return part
  const parts = {document: part, counterpart: documentPart(counterpart, making)}
  const links = making.locate.by === 'paragraph'
  // Of facing pages of a book that is bound on the right the first is the right one, as it should be.
  const fromRight = parallel === 'columns' && binding === 'right'
  return parallelPart({document, counterpart, parts}, {layout: parallel, links, fromRight})
}

/** Puts blocks of either side below the texts, in a row of their own. */
export function addRow({body, parallel}: BookPart, blocks: (document: string) => Element[]): void {
  const [whole] = body.children
  if (whole?.type !== 'element' || !parallel) throw new Error('Rows are added to a parallel part only')
  const sides = parallel.sides.map(({id, lang}) =>
    h('div', {className: ['side'], lang, dir: direction(lang), dataDocument: id}, blocks(id))
  )
  if (sides.every(({children}) => children.length === 0)) return
  whole.children.push(h('div', {className: ['row'], dataRow: String(whole.children.length)}, sides))
}

/** A text and its counterpart, each made as a part of its own. */
interface Pair {
  document: EditionDocument
  counterpart: EditionDocument
  parts: {document: BookPart; counterpart: BookPart}
}

/** How the two are set, whether each paragraph links to the one that it pairs with, and whether the first column is the right one. */
interface PairOptions {
  layout: ParallelLayout
  links: boolean
  fromRight: boolean
}

/**
 * Makes one part of two. The original is read first, and stands on the left, or on the right of a book that is read from right to left:
 *
 *   <div class="parallel" id="d1">
 *     <div class="row" data-row="0"><div class="side" lang="ru" data-document="d1.ru">…</div><div class="side" …>…</div></div>
 */
function parallelPart({document, counterpart, parts}: Pair, {layout, links, fromRight}: PairOptions): BookPart {
  const own = {part: parts.document}
  const other = {part: parts.counterpart}
  const texts = isTranslation(counterpart, document) ? [own, other] : [other, own]
  const units = texts.map(({part}) => unitsOf(articleOf(part)))
  const rows = rowsOf(units)
  if (links) linkPairs(rows, texts)
  const children = rows.map((row, index) =>
    h(
      'div',
      {className: ['row'], dataRow: String(index)},
      row.map((blocks, side) => sideOf(texts[side]?.part, blocks, index === 0))
    )
  )
  const {document: part} = parts
  const classes = classesOf(articleOf(part)).filter((name) => name !== 'document')
  const body = h('div', {className: ['parallel', ...classes], id: `${part.anchor}-parallel`}, children)
  return {
    ...part,
    body: {type: 'root', children: [body]},
    notes: texts.flatMap((text) => text.part.notes),
    starts: layout === 'facing' ? 'verso' : part.starts,
    parallel: {layout, fromRight, sides: texts.map((text) => sideFacts(text.part)) as [BookSide, BookSide]}
  }
}

const sideFacts = ({id, anchor, lang, title, shortTitle}: BookPart): BookSide => ({id, anchor, lang, title, shortTitle})

function articleOf({body}: BookPart): Element {
  const [article] = body.children
  if (article?.type !== 'element') throw new Error('A part is not one element')
  return article
}

const classesOf = ({properties}: Element): string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : []

function sideOf(part: BookPart | undefined, blocks: readonly Element[], first: boolean): Element {
  const {lang, dir} = part ? articleOf(part).properties : {}
  const properties: Properties = {className: ['side'], lang, dir, dataDocument: part?.id}
  if (first) properties['id'] = part?.anchor
  return h('div', properties, [...blocks])
}

/** A block that stays whole, and the numbers by which it pairs: those of its own text, or of the text it belongs beside. */
interface Unit {
  block: Element
  from?: number | undefined
  to?: number | undefined
  head: boolean
}

/** Takes apart what may be parted: turns, parts of a document, quotations. Lists and tables stay whole. */
function unitsOf(article: Element): Unit[] {
  return elementsOf(article).flatMap((child) => {
    const pieces = isHolder(child) ? piecesOf(child) : [child]
    return pieces.map((block) => ({block, ...keysOf(block), head: classesOf(block).includes('head')}))
  })
}

const elementsOf = ({children}: Element): Element[] =>
  children.filter((child): child is Element => child.type === 'element')

const isHolder = (element: Element): boolean =>
  element.tagName === 'blockquote' ||
  classesOf(element).some((name) => name === 'turn' || name === 'only' || name.startsWith('part-'))

/** A holder once for each of its blocks; the later ones say that they go on. */
function piecesOf(holder: Element): Element[] {
  const blocks = elementsOf(holder).flatMap((child) => (isHolder(child) ? piecesOf(child) : [child]))
  if (blocks.length < 2) return [holder]
  return blocks.map((block, index) => {
    const {id, ...rest} = holder.properties
    const properties = index === 0 ? {...rest, ...(id !== undefined && {id})} : {...rest, dataGoesOn: ''}
    return {...holder, properties, children: [block]}
  })
}

function keysOf(block: Element): Pick<Unit, 'from' | 'to'> {
  const keys: number[] = []
  visit({type: 'root', children: [block]} satisfies Root, 'element', ({properties}) => {
    if (properties['dataP'] !== undefined) keys.push(Number(properties['dataPair']))
  })
  return keys.length === 0 ? {} : {from: Math.min(...keys), to: Math.max(...keys)}
}

/** Blocks of each side, row by row. A row begins where a block begins on both sides with one number. */
function rowsOf(units: readonly Unit[][]): Element[][][] {
  const starts = units.map(startsOf)
  const common = [...(starts[0] ?? [])].filter((key) => starts.every((own) => own.has(key))).toSorted((a, b) => a - b)
  const rows: Element[][][] = []
  for (const [side, own] of units.entries())
    for (const [index, blocks] of inRows(own, common).entries()) {
      rows[index] ??= units.map(() => [])
      rows[index][side] = blocks
    }
  return rows.filter((row, index) => index === 0 || row.some((blocks) => blocks.length > 0))
}

/** Numbers with which a block begins that no block before has. */
function startsOf(units: readonly Unit[]): Set<number> {
  const starts = new Set<number>()
  let last = 0
  for (const {from, to} of units) {
    if (from === undefined || to === undefined) continue
    if (from > last) starts.add(from)
    last = Math.max(last, to)
  }
  return starts
}

/** Row 0 is the head, row 1 what stands before the first number in common. Headings go with what follows, all else with what precedes. */
function inRows(units: readonly Unit[], common: readonly number[]): Element[][] {
  const rows: Element[][] = Array.from({length: common.length + 2}, () => [])
  let waiting: Element[] = []
  let row = 1
  for (const {block, from, head} of units) {
    if (head) rows[0]?.push(block)
    else if (from === undefined && leads(block)) waiting.push(block)
    else {
      if (from !== undefined) row = common.filter((key) => key <= from).length + 1
      rows[row]?.push(...waiting, block)
      waiting = []
    }
  }
  rows[row]?.push(...waiting)
  return rows
}

const leads = (block: Element): boolean => /^h[1-6]$/.test(block.tagName) || classesOf(block).includes('leaf-break')

interface Text {
  part: BookPart
}

/** The first paragraph of each side of a row links to that of the other. */
function linkPairs(rows: readonly Element[][][], texts: readonly Text[]): void {
  for (const row of rows) {
    const firsts = row.map(firstParagraph)
    for (const [side, paragraph] of firsts.entries()) {
      const other = firsts[1 - side]
      const lang = texts[1 - side]?.part.lang
      if (paragraph && other && lang) paragraph.children.unshift(pairLink(String(other.properties['id']), lang))
    }
  }
}

function firstParagraph(blocks: readonly Element[]): Element | undefined {
  let found: Element | undefined
  visit({type: 'root', children: [...blocks]} satisfies Root, {tagName: 'p'}, (element: Element) => {
    if (element.properties['dataP'] !== undefined) found ??= element
  })
  return found
}

function pairLink(anchor: string, lang: string): ElementContent {
  const label = `The same paragraph in ${languageName(lang)}`
  return h('a', {className: ['pair-link', 'generated'], href: `#${anchor}`, ariaLabel: label, title: label}, `${lang} `)
}
