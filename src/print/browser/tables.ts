// Gives the columns of a table their widths once, before it is cut: each piece would otherwise find its own.

/** Measures the tables of a part in the text block of its first page and writes the widths into the source. */
export function setColumns(source: ParentNode, content: HTMLElement): void {
  for (const table of source.querySelectorAll('table')) {
    // Widths that a table has, its pieces keep.
    if (table.style.tableLayout === 'fixed') continue
    if (table.querySelector('[colspan], [rowspan]') || table.closest('table table')) continue
    const natural = naturalWidths(table, content)
    const widths = share(natural, content.clientWidth)
    table.style.tableLayout = 'fixed'
    table.style.width = px(widths.reduce((sum, width) => sum + width, 0))
    for (const row of table.rows) [...row.cells].forEach((cell, i) => (cell.style.width = px(widths[i] ?? 0)))
  }
}

/**
 * Widths that fill at most the room: columns that need less than an equal part have what they need,
 * the others divide the rest by what they would take.
 */
export function share(natural: readonly number[], room: number): number[] {
  let narrow = new Set<number>()
  for (;;) {
    const rest = room - natural.reduce((sum, width, i) => sum + (narrow.has(i) ? width : 0), 0)
    const part = rest / Math.max(1, natural.length - narrow.size)
    const more = new Set(natural.flatMap((width, i) => (narrow.has(i) || width <= part ? [i] : [])))
    if (more.size === narrow.size) return divide(natural, narrow, rest)
    narrow = more
  }
}

function divide(natural: readonly number[], narrow: ReadonlySet<number>, rest: number): number[] {
  const wide = natural.reduce((sum, width, i) => sum + (narrow.has(i) ? 0 : width), 0)
  return natural.map((width, i) => (narrow.has(i) ? width : (width / wide) * rest))
}

function naturalWidths(table: HTMLTableElement, content: HTMLElement): number[] {
  const copy = table.cloneNode(true) as HTMLTableElement
  copy.style.cssText = 'position: absolute; width: max-content; max-width: none; white-space: nowrap'
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
