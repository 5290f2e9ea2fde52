// Cuts texts so that each piece knows its place in the file, in spite of backslashes and line marks that the parser took away.
import type {Text} from 'mdast'
import type {Point} from 'unist'
import type {EditionDocument} from '../document/edition.ts'

/** Cuts a text at places of its value, given in rising order; pieces are never empty. */
export function cut(node: Text, at: readonly number[], document: EditionDocument): Text[] {
  const bounds = [0, ...at, node.value.length]
  const places = placesOf(node, document)
  return bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] ?? 0
    if (to <= from) return []
    const value = node.value.slice(from, to)
    if (!node.position || !places) return [{type: 'text', value}]
    const start = places(from)
    const end = to === node.value.length ? node.position.end : places(to - 1, 1)
    return [{type: 'text', value, position: {start, end}}]
  })
}

/**
 * Finds where characters of a value stand in the file; asked in rising order.
 * The value is the source less some characters, so each of its characters is the next one like it.
 */
function placesOf(
  {value, position}: Text,
  {body, bodyLine}: EditionDocument
): ((index: number, beyond?: number) => Point) | undefined {
  if (position?.start.offset === undefined) return undefined
  // Offsets count one line end for each line before the body.
  const shift = position.start.offset
  const source = body.slice(shift - bodyLine, (position.end.offset ?? shift) - bodyLine)
  let [index, at, line, column] = [0, 0, position.start.line, position.start.column]
  const step = (): void => {
    if (source[at++] === '\n') [line, column] = [line + 1, 1]
    else column++
  }
  return (wanted, beyond = 0) => {
    for (; index < wanted; index++) {
      while (at < source.length && source[at] !== value[index]) step()
      if (at < source.length) step()
    }
    while (at < source.length && source[at] !== value[wanted]) step()
    return {line, column: column + beyond, offset: shift + at + beyond}
  }
}
