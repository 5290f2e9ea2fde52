// How wide the columns of a table are: by what each would take, and by the words in it.

/**
 * Widths that fill at most the room: columns that need less than an equal part have what they need,
 * the others divide the rest by what they would take.
 */
export function share(natural: readonly number[], room: number): number[] {
  const {narrow, rest} = narrowOf(natural, room)
  const wide = natural.reduce((sum, width, i) => sum + (narrow.has(i) ? 0 : width), 0)
  return natural.map((width, i) => (narrow.has(i) ? width : (width / wide) * rest))
}

/** Columns that need less than an equal part of what those leave that need still less, and the room for all others. */
function narrowOf(needs: readonly number[], room: number): {narrow: ReadonlySet<number>; rest: number} {
  let narrow = new Set<number>()
  for (;;) {
    const rest = room - needs.reduce((sum, width, i) => sum + (narrow.has(i) ? width : 0), 0)
    const part = rest / Math.max(1, needs.length - narrow.size)
    const more = new Set(needs.flatMap((width, i) => (narrow.has(i) || width <= part ? [i] : [])))
    if (more.size === narrow.size) return {narrow, rest}
    narrow = more
  }
}

/**
 * Widths in which no word must be broken, if there is room for them: columns that have more give what others lack. Where there is none the
 * columns with the longest words are equally wide: in one of a few letters a word would be taller than a page.
 */
export function keepWords(widths: readonly number[], least: readonly number[]): number[] {
  const lacks = widths.map((width, i) => Math.max(0, (least[i] ?? 0) - width))
  const spares = widths.map((width, i) => Math.max(0, width - (least[i] ?? 0)))
  const [lack = 0, spare = 0, room = 0] = [lacks, spares, widths].map((list) =>
    list.reduce((sum, width) => sum + width, 0)
  )
  if (!lack) return [...widths]
  if (lack <= spare) return widths.map((width, i) => width + (lacks[i] ?? 0) - (lack * (spares[i] ?? 0)) / spare)
  const {narrow, rest} = narrowOf(least, room)
  return least.map((width, i) => (narrow.has(i) ? width : rest / (least.length - narrow.size)))
}
