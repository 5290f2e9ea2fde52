// Finds tables and their cells in lines of Markdown.
import type {Line} from './scan-pieces.ts'

const DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** Whether two lines are the head of a table: as many cells as the line of dashes below has. */
export function isTableHead(head: string, below: string): boolean {
  if (!DELIMITER.test(below) || !/[|:]/.test(below)) return false
  return cells({text: head, offset: 0}).length === cells({text: below, offset: 0}).length
}

/** Cells of the rows of a table, without the line of dashes. */
export function cellsOf(rows: readonly Line[]): Line[] {
  return rows.filter((_, index) => index !== 1).flatMap(cells)
}

/** Parts a row at its bars; a bar behind a backslash belongs to the cell, the outermost ones part nothing. */
function cells({text, offset}: Line): Line[] {
  const list: Line[] = []
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++
    else if (text[at] === '|' || at === text.length) {
      list.push({text: text.slice(from, at), offset: offset + from})
      from = at + 1
    }
  }
  if (list.length > 1 && list[0]?.text.trim() === '') list.shift()
  if (list.length > 1 && list.at(-1)?.text.trim() === '') list.pop()
  return list
}
