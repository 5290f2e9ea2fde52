// Breaks a title into the fewest lines that fit, as even as they can be.

/** Lines of a text, broken at spaces that may break; a single word wider than the measure stands alone. */
export function balance(text: string, widthIn: (line: string) => number, measure: number): string[] {
  // The same lines are tried in many measures, and to set one takes long.
  const known = new Map<string, number>()
  const widthOf = (line: string): number => {
    const width = known.get(line) ?? widthIn(line)
    known.set(line, width)
    return width
  }
  const words = text.split(/[ \t\n]+/).filter((word) => word !== '')
  const fewest = fill(words, widthOf, measure).length
  let [low, high] = [0, measure]
  // The narrowest measure that needs no more lines makes the most even ones.
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fits(fill(words, widthOf, middle), widthOf, middle, fewest)) high = middle
    else low = middle
  }
  return fill(words, widthOf, high)
}

/** Longest stretch that is kept on one line. */
const LONGEST = 24

/** Holds together what reads badly apart: `4 September 1952`, `of the War`. Spaces become ones that do not break. */
export function hold(text: string): string {
  const held = text.replace(/(\d) (?=\p{L})|(\p{L}) (?=\d)|(?<=^|\s)(\p{L}{1,3}) (?=\S)/gu, (joint) =>
    joint.replace(' ', '\u00A0')
  )
  return held.split(' ').every((stretch) => stretch.length <= LONGEST) ? held : text
}

const fits = (lines: string[], widthOf: (line: string) => number, measure: number, fewest: number): boolean =>
  lines.length <= fewest && lines.every((line) => widthOf(line) <= measure)

function fill(words: readonly string[], widthOf: (line: string) => number, measure: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= measure) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
