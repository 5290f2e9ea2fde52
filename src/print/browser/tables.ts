// Gives the columns of a table their widths once, before it is cut: each piece would otherwise find its own.
import {keepWords, share} from './column-widths.ts'

/** Measures the tables of a part in the text block of its first page and writes the widths into the source. */
export function setColumns(source: ParentNode, content: HTMLElement): void {
  for (const table of source.querySelectorAll('table')) {
    // Widths that a table has, its pieces keep.
    if (table.style.tableLayout === 'fixed') continue
    if (table.querySelector('[colspan], [rowspan]') || table.closest('table table')) continue
    const natural = widthsIn(table, content, NATURAL)
    const least = widthsIn(table, content, LEAST)
    const widths = keepWords(share(natural, content.clientWidth), least)
    table.style.tableLayout = 'fixed'
    table.style.width = px(widths.reduce((sum, width) => sum + width, 0))
    table.prepend(columnsOf(widths, table.dataset['ref']))
  }
}

/**
 * Columns, whose widths hold also where a piece of the table has not all cells. Paged.js finds elements by a reference; what is put into the
 * source later must have one too.
 */
function columnsOf(widths: readonly number[], reference: string | undefined): HTMLElement {
  const columns = document.createElement('colgroup')
  for (const width of widths) {
    const column = document.createElement('col')
    column.style.width = px(width)
    columns.append(column)
  }
  if (reference !== undefined)
    for (const [index, element] of [columns, ...columns.children].entries())
      element.setAttribute('data-ref', `${reference}-column-${index}`)
  return columns
}

/** As wide as the longest line would be, and as the longest word is. */
const NATURAL = 'width: max-content; max-width: none; white-space: nowrap'
const LEAST = 'width: min-content; max-width: none'

function widthsIn(table: HTMLTableElement, content: HTMLElement, style: string): number[] {
  const copy = table.cloneNode(true) as HTMLTableElement
  copy.style.cssText = `position: absolute; ${style}`
  const direction = table.closest<HTMLElement>('[dir]')?.dir
  if (direction) copy.dir = direction
  content.append(copy)
  const widths: number[] = []
  for (const row of copy.rows)
    [...row.cells].forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.getBoundingClientRect().width)))
  copy.remove()
  return widths.map((width) => Math.ceil(width) + 1)
}

const px = (width: number): string => `${width.toFixed(2)}px`
