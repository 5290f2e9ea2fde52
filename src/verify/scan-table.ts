// Finds tables and their cells in lines of Markdown.
import type {Line} from './scan-blocks.ts'

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

/** Parts a row at its bars; a bar behind a backslash belongs to the cell. */
function cells({text, offset}: Line): Line[] {
  const start = /^[ \t]*\|?/.exec(text)?.[0].length ?? 0
  const end = text.length - (/(?<!\\)\|?[ \t]*$/.exec(text)?.[0].length ?? 0)
  const list: Line[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '|') {
      list.push({text: text.slice(from, at), offset: offset + from})
      from = at + 1
    }
  }
  list.push({text: text.slice(from, Math.max(from, end)), offset: offset + from})
  return list
}
