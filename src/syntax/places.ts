// Line and column of an offset, for messages.
import type {Point} from 'unist'

/** Finds the place of an offset of a source; the lines are counted once, however many places are asked for. */
export function placesOf(source: string): (offset: number) => Point {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const line = lastUpTo(starts, offset)
    return {line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset}
  }
}

/** Index of the last of some rising numbers that is not above another. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= most) low = middle
    else high = middle - 1
  }
  return low
}
