// How wide the columns of a table are: by what each would take, and by the words in it.

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

/** Widths in which no word must be broken, if there is room for them: columns that have more give what others lack. */
export function keepWords(widths: readonly number[], least: readonly number[]): number[] {
  const lacks = widths.map((width, i) => Math.max(0, (least[i] ?? 0) - width))
  const spares = widths.map((width, i) => Math.max(0, width - (least[i] ?? 0)))
  const [lack, spare] = [lacks, spares].map((list) => list.reduce((sum, width) => sum + width, 0))
  if (!lack || !spare || lack > spare) return [...widths]
  return widths.map((width, i) => width + (lacks[i] ?? 0) - (lack * (spares[i] ?? 0)) / spare)
}
