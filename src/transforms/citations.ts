// Sets archival citations in editorial matter (front, back, notes of translator and editor) and gives an archive's long form
// at its first use. Received text is never touched. Needs notes standing where they are called.
import type {Node, Parent, PhrasingContent, Text} from 'mdast'
import type {Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {isSiglum} from '../document/citation-copies.ts'
import {creditsStart} from '../document/citation-credits.ts'
import {findCitations, type FoundCitation} from '../document/citation-find.ts'
import {citationText, parseCitations, printedCitation} from '../document/citation.ts'
import type {EditionDocument} from '../document/edition.ts'
import type {CitationNode, Note} from '../document/nodes.ts'
import {nearest, report} from '../document/report.ts'
import type {Archives, Copy} from '../document/settings.ts'

/** What citations share over the edition: its archives, and those that have been introduced by their long form already. */
export interface CitationContext {
  archives: Archives
  /** Sigla introduced or reported so far; filled in as the edition is read in order. */
  introduced: Set<string>
}

/** Makes citation nodes in the notes of a document, and in all text of front and back; checks the sources that its head names. */
export function citations(document: EditionDocument, context: CitationContext): void {
  for (const {citation} of Object.values(document.matter.source ?? {})) checkSource(citation, document, context)
  walk(document.tree, document.role !== 'document', (text) => citationsIn(text, document.file, context))
}

/** The source line of a document's head: the citation set, then its credits. */
export function citationNodes(source: Copy['citation'], context: CitationContext): PhrasingContent[] {
  const text = lineOf(source)
  if (text === '') return []
  const end = text.slice(0, creditsStart(text)).trimEnd().length
  const rest = text.slice(end)
  return [citationNode(text.slice(0, end), context), ...(rest === '' ? [] : [textNode(rest)])]
}

function lineOf(source: Copy['citation']): string {
  if (source === undefined) return ''
  return typeof source === 'string' ? source : citationText(source)
}

function checkSource(source: Copy['citation'], document: EditionDocument, context: CitationContext): void {
  for (const {fields, raw, understood} of parseCitations(lineOf(source)).copies) {
    const {archive, rest} = fields
    const where = {file: document.file, place: placeOf(raw, document)}
    if (!understood) {
      const what = rest === undefined || rest === raw ? '' : ` from \`${rest}\` on`
      const how = 'expected a form such as `APRF, f. 45, op. 1, d. 348, ll. 71-82`; it prints as given'
      report(where.file, 'citation-unparsed', `Unexpected form of the citation \`${raw}\`${what}, ${how}`, where.place)
    }
    if (archive !== undefined && isSiglum(archive)) checkArchive(archive, raw, where, context)
  }
}

/** Where the front matter gives a citation; its first line where that is not found, as with fields. */
function placeOf(raw: string, {file, bodyLine}: EditionDocument): Point {
  const rows = String(file.value ?? '').split('\n', bodyLine)
  const row = rows.findIndex((text) => text.includes(raw))
  return row < 0 ? {line: 1, column: 1} : {line: row + 1, column: (rows[row] ?? '').indexOf(raw) + 1}
}

interface Where {
  file: VFile
  place?: Node | Position | Point | undefined
}

/** Says once an edition that an archive is not declared. */
function checkArchive(siglum: string, raw: string, where: Where, {archives, introduced}: CitationContext): void {
  if (Object.hasOwn(archives, siglum) || introduced.has(siglum)) return
  introduced.add(siglum)
  const near = nearest(siglum, Object.keys(archives))
  // Sigla are short and alike: another one may be near without being meant.
  const hint = near === undefined ? '' : `, or write \`${near}\` if that is meant`
  const reason = `Unexpected archive \`${siglum}\` in \`${raw}\`, expected one that archives.yaml lists; add it there with its \`name\`${hint}`
  report(where.file, 'undeclared-archive', reason, where.place)
}

function citationsIn(text: Text, file: VFile, context: CitationContext): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let last = 0
  for (const found of findCitations(text.value, Object.keys(context.archives))) {
    const raw = text.value.slice(found.start, found.end)
    if (found.start > last) nodes.push(textNode(text.value.slice(last, found.start)))
    introduce(found, raw, {file, place: text}, context)
    nodes.push(citationNode(raw, context))
    last = found.end
  }
  if (last === 0) return [text]
  if (last < text.value.length) nodes.push(textNode(text.value.slice(last)))
  return nodes
}

function introduce(found: FoundCitation, raw: string, where: Where, context: CitationContext): void {
  if (found.archive === undefined) return
  checkArchive(found.archive, raw, where, context)
  if (found.explained) context.introduced.add(found.archive)
}

function citationNode(raw: string, context: CitationContext): CitationNode {
  const children = [textNode(printedCitation(raw, {long: (archive) => longForm(archive, context)}))]
  return {type: 'citation', raw, children}
}

/** The long form at first use only; an archive that the writer explained himself, `Long Form (SIGLUM)`, counts as introduced. */
function longForm(archive: string, {archives, introduced}: CitationContext): string | undefined {
  const explained = /\(([^)]+)\)$/u.exec(archive)?.[1]
  if (explained !== undefined) introduced.add(explained)
  if (introduced.has(archive) || !Object.hasOwn(archives, archive)) return undefined
  introduced.add(archive)
  return archives[archive]?.name
}

function textNode(value: string): Text {
  return {type: 'text', value}
}

/** Replaces the texts that are editorial: everything in front and back, and notes that are not part of the received text. */
function walk(parent: Parent, editorial: boolean, replace: (text: Text) => PhrasingContent[]): void {
  const children: Node[] = []
  for (const child of parent.children as Node[]) {
    if (editorial && isText(child)) children.push(...replace(child))
    else children.push(child)
    if (isParent(child) && child.type !== 'citation') walk(child, editorial || isOwnNote(child), replace)
  }
  parent.children = children as Parent['children']
}

const isText = (node: Node): node is Text => node.type === 'text'
const isParent = (node: Node): node is Parent => 'children' in node

function isOwnNote(node: Node): boolean {
  if (node.type !== 'note') return false
  const {place, marker} = node as Note
  return place === 'foot' && marker === undefined
}
