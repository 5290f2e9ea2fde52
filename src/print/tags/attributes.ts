// What a tag says beside its text: the shape of a table, the marks of a list, the place of a figure, its own name.
import {PDFHexString} from '@cantoo/pdf-lib'
import type {Tag, TagType} from '../contract.ts'
import {isBranch, type Branch} from './branches.ts'

/** What is known of a cell from its table. */
interface CellFacts {
  id?: string
  headers?: string[]
}

/** Names of cells, and of the headings over them. */
export type Cells = ReadonlyMap<Branch, CellFacts>

/** Attributes of a tag as the format writes them; undefined where there are none. */
export function attributesOf(tag: Tag, {headers = []}: CellFacts = {}): object | undefined {
  if (tag.type === 'Figure' && tag.box) return {O: 'Layout', Placement: 'Block', BBox: tag.box}
  // ISO 32000-1, 14.8.5.4.5: who hears the book may be told.
  if (tag.struck) return {O: 'Layout', TextDecorationType: 'LineThrough'}
  if (tag.list) return {O: 'List', ListNumbering: tag.list}
  if (tag.type !== 'TH' && tag.type !== 'TD') return undefined
  const names = headers.map((id) => PDFHexString.fromText(id))
  const shape = {
    ...(tag.scope && {Scope: tag.scope}),
    ...(tag.columns && {ColSpan: tag.columns}),
    ...(tag.rows && {RowSpan: tag.rows}),
    ...(names.length > 0 && {Headers: names})
  }
  return Object.keys(shape).length > 0 ? {O: 'Table', ...shape} : undefined
}

/** Name of a note or of a part of the book, by which the format tells one from the other: `note-d1-en-3`, `part-d1`. */
export function idOf({type, id}: Tag): string | undefined {
  if (type === 'Note') return `note-${id ?? ''}`
  return id !== undefined && PARTS.has(type) ? `part-${id}` : undefined
}

const PARTS: ReadonlySet<TagType> = new Set(['Art', 'Index', 'Sect'])

/** Names the headings of all tables, `cell-d1-3`, and says of each cell under which of them it stands. */
export function nameCells(parts: readonly Branch[]): Cells {
  const cells = new Map<Branch, CellFacts>()
  for (const part of parts) {
    const headings: Branch[] = []
    for (const table of tablesIn(part)) nameIn(table, {cells, headings, part: part.tag.id ?? ''})
  }
  return cells
}

function tablesIn(branch: Branch): Branch[] {
  const inner = branch.kids.flatMap((kid) => (isBranch(kid) ? tablesIn(kid) : []))
  return branch.tag.type === 'Table' ? [branch, ...inner] : inner
}

interface Naming {
  cells: Map<Branch, CellFacts>
  headings: Branch[]
  part: string
}

/** A table while it is read: names of headings over each column and beside the row, rows that cells above still fill. */
interface Reading extends Naming {
  columns: string[][]
  filled: number[]
  ofRow: string[]
}

function nameIn(table: Branch, naming: Naming): void {
  const reading: Reading = {...naming, columns: [], filled: [], ofRow: []}
  for (const row of table.kids.filter(isBranch)) {
    reading.ofRow = []
    let column = 0
    for (const cell of row.kids.filter(isBranch)) {
      while ((reading.filled[column] ?? 0) > 0) reading.filled[column] = (reading.filled[column++] ?? 1) - 1
      const covered = Array.from({length: cell.tag.columns ?? 1}, (_, index) => column + index)
      nameCell(cell, covered, reading)
      for (const at of covered) reading.filled[at] = (cell.tag.rows ?? 1) - 1
      column += covered.length
    }
  }
}

function nameCell(cell: Branch, covered: number[], {cells, headings, part, columns, ofRow}: Reading): void {
  if (cell.tag.type !== 'TH') {
    const over = covered.flatMap((at) => columns[at] ?? [])
    cells.set(cell, {headers: [...new Set([...over, ...ofRow])]})
    return
  }
  const id = `cell-${part}-${headings.push(cell)}`
  cells.set(cell, {id})
  if (cell.tag.scope === 'Row') ofRow.push(id)
  else for (const at of covered) columns[at] = [...(columns[at] ?? []), id]
}
