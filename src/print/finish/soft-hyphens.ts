// The browser draws a sign for each soft hyphen that it does not show: a space, without room for it.

/**
 * The content of a page without these signs: who reads signs would find a space inside a word. What follows stays in its place, and so
 * does the hyphen at the end of a line, which is a sign of its own.
 */
export function withoutSoftHyphens(content: string): string {
  if (!content.includes(SAYS_SOFT_HYPHEN)) return content
  const lines = content.split('\n')
  const out: string[] = []
  let moved: Move = [0, 0]
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === SAYS_SOFT_HYPHEN && isAlone(lines, at)) {
      moved = added(moved, MOVE.exec(lines[at + 1] ?? ''))
      at += 2
      continue
    }
    const next = moved[0] === 0 && moved[1] === 0 ? null : MOVE.exec(line)
    out.push(next ? `${added(moved, next).join(' ')} Td ${next[3]}` : line)
    if (next || BEGINS_ANEW.test(line)) moved = [0, 0]
  }
  return out.join('\n')
}

/** How far a sign stands from the one before, along the line and down. */
type Move = [number, number]

/** With digits as the browser writes them. */
const added = ([along, down]: Move, by: RegExpExecArray | null): Move => [
  Number((along + Number(by?.[1] ?? 0)).toFixed(7)),
  Number((down + Number(by?.[2] ?? 0)).toFixed(7))
]

const SAYS_SOFT_HYPHEN = '/Span<</ActualText <FEFF00AD> >> BDC'
const SHOW = /^(?:-?[\d.]+ -?[\d.]+ Td )?<[0-9A-F]+> Tj$/
const MOVE = /^(-?[\d.]+) (-?[\d.]+) Td (.*)$/
/** After these places are not counted from the sign before. */
const BEGINS_ANEW = /^ET$|^BT$| Tm$/

/** Whether one sign is all that the mark holds, and what is shown next does not stand where the sign ends. */
function isAlone(lines: readonly string[], at: number): boolean {
  if (!SHOW.test(lines[at + 1] ?? '') || lines[at + 2] !== 'EMC') return false
  const next = lines.slice(at + 3, at + 3 + FAR).find((line) => BEGINS_ANEW.test(line) || SHOW.test(line))
  return next !== undefined && (BEGINS_ANEW.test(next) || MOVE.test(next))
}

/** Between two signs stands at most a change of the font, in marks. */
const FAR = 12
